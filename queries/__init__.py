"""The catalogue of questions, and the findings that come from asking them."""
