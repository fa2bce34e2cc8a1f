"""One module per source: what it reads becomes entities and statements, as RDF."""
