"""The ontology: classes, concept schemes and SHACL shapes, and the module that reads them."""
