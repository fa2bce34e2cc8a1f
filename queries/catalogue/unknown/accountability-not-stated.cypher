/*
name = "accountability-not-stated"
question = "At which steps does nothing that was read say who answers for a risk after it has been raised?"
kind = "unknown"
version = 1
definition = "A source describes a step by which one body raises risks with a higher one, and no statement about that step says whether accountability moves, stays or is shared."
judgements = [
  "The answer rests on an absence: it is a yes only where a source lists every escalation step of the sender. Until one does, it is not known.",
  "Who manages the risk is not who answers for it: a step that moves the management says nothing about accountability.",
]
caveat = """
That nothing is stated for a step says first that the sources read do not speak of it; what a source says of such steps in general is not counted. It is a list of what
to look up, not of failings."""
empty = "For every step on record something is said of accountability, or none is on record."
severity = "low"
severity_reason = "It shows where to look; it does not show that accountability is unclear."
title = "{from_name} to {to_name:mid}: who answers for a risk once it is raised is not stated for this step"
summary = "The step leads from {tier_from} level to {tier_to} level."
key = ["from", "to"]
about = "from"
absence_of = ["escalation"]

[parameters.from]
type = "thing"
optional = true
help = "Only steps taken by this body or class."

[columns.from]
type = "id"
help = "Who raises the risk."
[columns.from_name]
type = "text"
help = "Its name."
[columns.to]
type = "id"
help = "With whom."
[columns.to_name]
type = "text"
help = "Its name."
[columns.tier_from]
type = "text"
help = "The tier that the step starts from."
[columns.tier_to]
type = "text"
help = "The tier that it leads to."

[evidence.step]
heading = "The step"
premise = true
*/
MATCH (from)<-[:SUBJECT]-(s:EscalationStep)-[:OBJECT]->(to)
WHERE ($from IS NULL OR from.id = $from) AND s.polarity = 'holds' AND coalesce(s.lifecycle, 'in-force') IN ['in-force', 'commenced', 'piloted']
  AND s.verification <> 'unverified' AND s.known_from <= $as_at AND NOT (s.ended AND s.known_to < $as_at)
WITH from, to, collect(DISTINCT s) AS steps
WHERE all(s IN steps WHERE coalesce(s.accountability, 'not-stated') = 'not-stated')
RETURN from.id AS from, from.name AS from_name, to.id AS to, to.name AS to_name,
  steps[0].tier_from AS tier_from, steps[0].tier_to AS tier_to, [s IN steps | s.id] AS step
ORDER BY from_name, to_name
