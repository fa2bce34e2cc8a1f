"""What-if: reform measures applied to the release's graph, and the catalogue asked of what comes out.

``measures`` reads what is to be tried, ``clashes`` refuses what cannot be, ``operations`` changes the graph
(``reformed``), ``trying`` asks the questions before and after, ``outcome`` compares, ``report`` words it.
Nothing in the queries knows about any of this.
"""
