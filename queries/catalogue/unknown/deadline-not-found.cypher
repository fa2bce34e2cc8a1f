/*
name = "deadline-not-found"
question = "For which reports that are required or expected was no time found within which they are due?"
kind = "unknown"
version = 2
definition = """
A rule says that a report or a notification must or should be made, and nothing that was read says by when, how soon or how often, for the same sender, the same
recipient and the same event."""
judgements = [
  "What somebody may report, or reports of its own will, is left out: for that no time can be missing.",
  "The answer rests on an absence: it is a yes only where a source lists every such requirement of the sender. Until one does, it is not known.",
  "A time stated anywhere for the same sender, recipient and event counts for all statements of them.",
  "'Without delay' and the like count as a time. That something is due each year, month or quarter counts as well.",
]
caveat = "The rule may state a time in a clause or a form that was not read. Do not take it that there is time; look in the rule."
empty = "For every report that is required or expected a time was found, or none is on record."
severity = "low"
severity_reason = "It shows what to look up; it does not show that the rule states no time."
title = "{from_name} to {to_name:mid}: no time was found for {how_many}"
summary = "On: {events}. Rests on: {rests_on}."
key = ["from", "to"]
about = "from"
absence_of = ["reporting"]

[parameters.from]
type = "thing"
optional = true
help = "Only what this body or class has to report."

[columns.from]
type = "id"
help = "Who reports."
[columns.from_name]
type = "text"
help = "Its name."
[columns.to]
type = "id"
help = "To whom."
[columns.to_name]
type = "text"
help = "Its name."
[columns.how_many]
type = "text"
help = "How many requirements."
[columns.events]
type = "list"
help = "The events, or what else they are on."
[columns.rests_on]
type = "list"
help = "The instruments with the clauses, or the kinds of rule."

[evidence.required]
heading = "What is required or expected"
premise = true
*/
MATCH (from)<-[:SUBJECT]-(s:ReportingRequirement)-[:OBJECT]->(to)
WHERE ($from IS NULL OR from.id = $from)
  AND s.polarity = 'holds' AND NOT s.force IN ['none', 'voluntary'] AND s.strength IN ['must', 'should'] AND coalesce(s.lifecycle, 'in-force') IN ['in-force', 'commenced', 'piloted']
  AND s.deadline IS NULL AND s.how_soon IS NULL AND s.frequency IS NULL AND s.reporting_kind <> 'information-sharing'
  AND s.verification <> 'unverified' AND s.known_from <= $as_at AND NOT (s.ended AND s.known_to < $as_at)
OPTIONAL MATCH (s)-[:EVENT]->(event)
OPTIONAL MATCH (s)-[:RESTS_ON]->(i)
WITH from, to, s, event, i
WHERE NOT EXISTS {
  MATCH (from)<-[:SUBJECT]-(o:ReportingRequirement)-[:OBJECT]->(to)
  WHERE (o.deadline IS NOT NULL OR o.how_soon IS NOT NULL OR o.frequency IS NOT NULL) AND (event IS NULL AND NOT EXISTS { (o)-[:EVENT]->() } OR EXISTS { (o)-[:EVENT]->(event) })
    AND o.polarity = 'holds' AND o.verification <> 'unverified' AND o.known_from <= $as_at AND NOT (o.ended AND o.known_to < $as_at)
}
WITH from, to, collect(DISTINCT s) AS found, collect(DISTINCT coalesce(event.name, 'a report on another matter')) AS events,
  collect(DISTINCT coalesce(i.short_title, i.name, CASE s.force WHEN 'policy-or-framework' THEN 'policy' ELSE replace(s.force, '-', ' ') END) + coalesce(', ' + s.provision, '')) AS rules
RETURN from.id AS from, from.name AS from_name, to.id AS to, to.name AS to_name,
  CASE size(found) WHEN 1 THEN 'a report that is ' ELSE size(found) + ' reports that are ' END
    + CASE WHEN all(s IN found WHERE s.strength = 'must') THEN 'required' WHEN any(s IN found WHERE s.strength = 'must') THEN 'required or expected' ELSE 'expected' END
    AS how_many,
  COLLECT { UNWIND events AS each RETURN each ORDER BY each } AS events, COLLECT { UNWIND rules AS each RETURN each ORDER BY each } AS rests_on,
  [s IN found | s.id] AS required
ORDER BY from_name, to_name
