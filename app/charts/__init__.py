"""Drawings: pure functions from rows to a plotly figure and the words that stand in for it."""
