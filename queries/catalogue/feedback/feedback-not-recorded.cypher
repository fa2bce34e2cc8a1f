/*
name = "feedback-not-recorded"
question = "Which reports and raised risks have no feedback on record, neither owed nor given?"
kind = "feedback"
version = 3
definition = """
A source describes that one body reports, notifies, sends information or raises risks to another, and nothing that was read says whether the recipient owes or gives
an answer, or fails to."""
judgements = [
  "The answer rests on an absence: it is a yes only where a source lists every flow of information for the sender. Until one does, it is not known.",
  "An answer to any one of several statements about the same two bodies counts for all of them.",
  "Information that a body can look up is not a report.",
  "A notification that law fixes is left out: whether it is owed an answer is for that law to say, and the clause on it was not read.",
  "Only what a source that was read whole says is passed on is listed: of a page that was read for single facts nobody knows whether it goes on to speak of feedback.",
]
caveat = "That no feedback is on record says first that the sources read do not speak of it. It is a list of what to look up, not of failings."
empty = "For every report on record something is said of its feedback, or none is on record."
severity = "low"
severity_reason = "It shows where to look; it does not show that anything is missing."
title = "{from_name} to {to_name:mid}: nothing is on record about feedback"
summary = "What is passed on: {passed_on}."
key = ["from", "to"]
about = "from"
absence_of = ["flow"]

[parameters.from]
type = "thing"
optional = true
help = "Only what this body or class passes on."

[columns.from]
type = "id"
help = "Who reports or raises a risk."
[columns.from_name]
type = "text"
help = "Its name."
[columns.to]
type = "id"
help = "To whom."
[columns.to_name]
type = "text"
help = "Its name."
[columns.passed_on]
type = "list"
help = "What is passed on: reports, risks raised, information."

[evidence.step]
heading = "What is passed on"
premise = true
*/
MATCH (from)<-[:SUBJECT]-(step:Statement)-[:OBJECT]->(to)
WHERE ($from IS NULL OR from.id = $from)
  AND step.polarity = 'holds' AND coalesce(step.lifecycle, 'in-force') IN ['in-force', 'commenced', 'piloted']
  AND (step.kind = 'escalation' OR step.kind = 'reporting' AND NOT (step.reporting_kind = 'notification' AND step.force IN ['statute', 'regulations'])
    OR step.kind = 'flow' AND step.stage IN ['required', 'sent'] AND NOT EXISTS { (step)-[:ANSWERS]->() })
  AND step.verification <> 'unverified' AND step.known_from <= $as_at AND NOT (step.ended AND step.known_to < $as_at)
  AND EXISTS { (step)-[:EVIDENCE]->(:Evidence)-[:IN_DOCUMENT]->({kind: 'read'}) }
WITH from, to, collect(DISTINCT step) AS steps
WHERE NOT EXISTS {
  MATCH (f:Flow)-[:ANSWERS]->(s) WHERE s IN steps
    AND f.verification <> 'unverified' AND f.known_from <= $as_at AND NOT (f.ended AND f.known_to < $as_at)
}
RETURN from.id AS from, from.name AS from_name, to.id AS to, to.name AS to_name,
  COLLECT { UNWIND steps AS s WITH DISTINCT s.kind AS kind ORDER BY kind
    RETURN CASE kind WHEN 'escalation' THEN 'risks raised' WHEN 'reporting' THEN 'reports' ELSE 'information' END
  } AS passed_on,
  [s IN steps | s.id] AS step
ORDER BY from_name, to_name
