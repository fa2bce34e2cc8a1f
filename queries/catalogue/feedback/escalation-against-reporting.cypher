/*
name = "escalation-against-reporting"
question = "Between which bodies are risks raised, what of it moves accountability, and what is only reported?"
kind = "feedback"
version = 2
definition = """
A source describes that one body raises risks with another. Beside it stands all else that the first passes to the second: reports, notifications and information, which
leave accountability where it is; and what is said of accountability when a risk is raised."""
judgements = [
  "Reporting informs and leaves accountability with whoever reports; raising a risk can move it. The words in a source do not decide: what is said of accountability does.",
  "That nothing is said of accountability is shown as 'not stated'; it is not taken to stay.",
  "Who manages a risk and who answers for it are two things: a step that moves the management is not taken to move accountability.",
  "What a sample of a class passes on is shown with the class, with its size.",
  "What a source concludes of health and care as a whole stands with every step: it may fit one step better than another.",
]
caveat = """
The steps come from one report and from guidance as that report quotes it. HSSIB's own view is that in health and care raising a risk is often only reporting it; that is
its conclusion and not a rule."""
empty = "No raising of risks between two bodies is on record. The sources do not describe every step."
severity = "medium"
severity_reason = "If one end takes a risk to be handed over and the other takes it to be reported, nobody may act on it."
title = "{from_name} to {to_name:mid}: of {steps_count} on raising risks, {moves}"
summary = "Accountability for a risk once it is raised: {accountability}. Its management: {management}. Reports and information beside it: {reports}."
key = ["from", "to"]
about = "from"
needs = ["escalation"]

[parameters.from]
type = "thing"
optional = true
help = "Only what this body or class raises."

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
[columns.steps_count]
type = "text"
help = "How many passages there are, in words: each is counted once, whoever says it."
[columns.moves]
type = "text"
help = "How many of them say that accountability moves, in words."
[columns.accountability]
type = "list"
help = "What is said of accountability."
[columns.management]
type = "list"
help = "What is said of who manages the risk."
[columns.reports]
type = "text"
help = "How much else is reported between the two, in words."

[evidence.moving]
heading = "Raised, and accountability is said to move"
[evidence.staying]
heading = "Raised, and accountability is said to stay"
[evidence.unstated]
heading = "Raised, and nothing is said of accountability"
[evidence.steps]
heading = "All that is said of raising risks"
premise = true
[evidence.disputes]
heading = "Who says otherwise, or adds to it"
[evidence.reporting]
heading = "Reported or passed on, which leaves accountability where it is"
[evidence.conclusions]
heading = "What sources conclude of raising risks and reporting them, and what they say follows"
*/
MATCH (from)<-[:SUBJECT]-(s:EscalationStep)-[:OBJECT]->(to)
WHERE ($from IS NULL OR from.id = $from) AND s.polarity = 'holds' AND coalesce(s.lifecycle, 'in-force') IN ['in-force', 'commenced', 'piloted'] AND s.verification <> 'unverified' AND s.known_from <= $as_at AND NOT (s.ended AND s.known_to < $as_at)
WITH from, to, collect(DISTINCT s) AS steps
WITH *,
  COLLECT {
    MATCH (from)<-[:DRAWN_FROM*0..1]-()<-[:SUBJECT]-(r:Statement)-[:OBJECT]->(b)
    WHERE (b = to OR EXISTS { (b)-[:DRAWN_FROM]->(to) })
      AND r.kind IN ['reporting', 'flow'] AND r.polarity = 'holds' AND coalesce(r.lifecycle, 'in-force') IN ['in-force', 'commenced', 'piloted'] AND r.verification <> 'unverified' AND r.known_from <= $as_at AND NOT (r.ended AND r.known_to < $as_at)
    RETURN DISTINCT r
  } AS reports,
  COLLECT {
    UNWIND steps AS s MATCH (s)-[:POSITION]->(p:Position) WHERE coalesce(p.stated_at, s.known_from) <= $as_at AND NOT p.id ENDS WITH '-asserted' AND p.stance <> 'asserts' RETURN p.id
  } AS disputes,
  size([s IN steps WHERE s.accountability = 'moves']) AS moving
RETURN from.id AS from, from.name AS from_name, to.id AS to, to.name AS to_name,
  CASE size(steps) WHEN 1 THEN 'one passage' ELSE size(steps) + ' passages' END AS steps_count,
  CASE moving WHEN 0 THEN 'none says that accountability moves' WHEN 1 THEN 'one says that accountability moves' ELSE moving + ' say that accountability moves' END AS moves,
  COLLECT { UNWIND steps AS s WITH DISTINCT CASE s.accountability WHEN 'moves' THEN 'said to move' WHEN 'stays' THEN 'said to stay' WHEN 'shared' THEN 'said to be shared' WHEN 'contested' THEN 'disputed' ELSE 'not stated' END AS what ORDER BY what RETURN what } AS accountability,
  COLLECT { UNWIND steps AS s WITH DISTINCT CASE s.management WHEN 'moves' THEN 'said to move' WHEN 'stays' THEN 'said to stay' WHEN 'shared' THEN 'said to be shared' WHEN 'contested' THEN 'disputed' ELSE 'not stated' END AS what ORDER BY what RETURN what } AS management,
  CASE size(reports) WHEN 0 THEN 'none on record' WHEN 1 THEN 'one on record' ELSE size(reports) + ' on record' END AS reports,
  [s IN steps WHERE s.accountability = 'moves' | s.id] AS moving, [s IN steps WHERE s.accountability = 'stays' | s.id] AS staying,
  [s IN steps WHERE coalesce(s.accountability, 'not-stated') = 'not-stated' | s.id] AS unstated,
  [s IN steps | s.id] AS steps, disputes, [r IN reports | r.id] AS reporting,
  COLLECT {
    MATCH (c:PublishedFinding {finding_kind: 'ambiguity', topic: 'risk-management'})
    WHERE EXISTS { MATCH (c)-[:OBJECT]->(x) WHERE x IN [from, to] OR x:Class AND NOT EXISTS { (x)-[:BROADER]->() } }
    MATCH (c)<-[:EFFECT_OF*0..1]-(said:Statement)
    WHERE said.verification <> 'unverified' AND said.known_from <= $as_at AND NOT (said.ended AND said.known_to < $as_at) RETURN DISTINCT said.id
  } AS conclusions
ORDER BY from_name, to_name
