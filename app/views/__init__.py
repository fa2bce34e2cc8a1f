"""The explorer's pages. Each is thin: it asks ``queries.pages`` and puts the answer on the screen."""
