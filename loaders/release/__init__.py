"""A release: tables of nodes and relationships, Turtle, statements, report and manifest, written once."""
