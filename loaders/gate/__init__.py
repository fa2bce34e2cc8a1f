"""The gate: nothing reaches a release unless it conforms to the shapes."""
