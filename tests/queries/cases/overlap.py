"""Cases of the questions of the kind overlap."""

from __future__ import annotations

from tests.queries.cases.builds import Build, functions, one_holder_twice, same_function

MATCHING: dict[str, tuple[Build, dict[str, str], list[str]]] = {
    "same-function-same-class": (same_function, {}, ["assure--providers--safety"]),
}

ALSO_MATCHING: dict[str, list[tuple[str, Build]]] = {}

MISSING: dict[str, list[tuple[str, Build]]] = {
    "same-function-same-class": [
        ("another topic", functions(topic="performance")),
        ("another class", functions(over="groups")),
        ("another function", functions(function="inspect")),
        ("a sample is no body", functions(holder="boards-heard")),
        ("shared by agreement", functions(sharing="jointly")),
        ("conditional", functions(condition="where asked")),
        ("said not to hold", functions(polarity="does-not-hold")),
        ("proposed", functions(lifecycle="proposed")),
        ("one body, named twice", one_holder_twice),
    ],
}
