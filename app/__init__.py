"""The explorer's pages and the command line."""
