"""The store: a local Neo4j that is started here, or any other by its address."""
