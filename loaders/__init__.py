"""From sources to a loaded store: sheets and registers, gate, release, store."""
