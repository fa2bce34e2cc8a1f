"""The gate: nothing reaches a release unless it conforms to the shapes."""

from loaders.gate.check import check
from loaders.gate.report import GateReport

__all__ = ["GateReport", "check"]
