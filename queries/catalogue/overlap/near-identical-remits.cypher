/*
name = "near-identical-remits"
question = "Which two bodies have nearly the same remit, so far as all that each does is on record?"
kind = "overlap"
version = 1
definition = """
Of all that two bodies are recorded as doing (what, over or for which class, on which topic), at least half is the same: what both do, divided by what either does.
Only bodies for which a source lists all functions and all oversight are compared."""
judgements = [
  "It is no merger list, and it is not ranked: two bodies can do the same on purpose, one for the other's failing, or one independent of the other.",
  "A remit of which only a part is on record cannot be compared: without lists that are complete on both sides, the answer is not known.",
  "What each does must be the same in all three: what is done, over whom, on which topic. Being close does not count.",
  "Powers, to whom each is tied and over which professions or bodies each stands are shown beside, because the same work on another footing is not the same remit.",
  "What is conditional, proposed, paused or shared by agreement is left out.",
]
caveat = """
Hardly any source lists all that a body does, so that hardly any two bodies can be compared. The measure counts all that a body does as equal in weight, which they are not."""
empty = "No two bodies can be shown to have nearly the same remit: no source that was read lists all that both of two such bodies do."
severity = "low"
severity_reason = "A likeness on paper shows where to look, and nothing more."
title = "{body_name} and {other_name}: {shared_count} of {all_count} things that either does are done by both"
summary = "Both: {shared}. Only the first: {only_first}. Only the second: {only_second}."
key = ["body", "other"]
about = "body"
absence_of = ["function", "oversight"]

[parameters.body]
type = "thing"
optional = true
help = "Only this body and others."

[columns.body]
type = "id"
help = "The body whose list of what it does ends first."
[columns.body_name]
type = "text"
help = "Its name."
[columns.other]
type = "id"
help = "The other body."
[columns.other_name]
type = "text"
help = "Its name."
[columns.shared_count]
type = "integer"
help = "How many things both do."
[columns.all_count]
type = "integer"
help = "How many things either does."
[columns.shared]
type = "list"
help = "What both do."
[columns.only_first]
type = "list"
help = "What only the first does."
[columns.only_second]
type = "list"
help = "What only the second does."

[evidence.same]
heading = "What both do"
premise = true
least = 2
[evidence.different]
heading = "What only one of them does"
premise = true
[evidence.powers]
heading = "Powers and duties in law"
[evidence.independence]
heading = "To whom each is tied"
*/
MATCH (body:Organisation)<-[:ABOUT]-(c:Completeness)
WHERE c.kind IN ['function', 'oversight'] AND c.topic IS NULL AND c.from <= $as_at
WITH body, c.kind AS kind, max(c.to) AS last
WITH body, count(kind) AS kinds, min(last) AS last
WHERE kinds = 2
MATCH (body)<-[:SUBJECT]-(s:FunctionAssignment|Oversight)-[:OBJECT]->(over)
WHERE s.polarity = 'holds' AND s.condition IS NULL AND coalesce(s.sharing, 'each') = 'each' AND coalesce(s.lifecycle, 'in-force') IN ['in-force', 'commenced', 'piloted']
  AND s.verification <> 'unverified' AND s.known_from <= $as_at AND NOT (s.ended AND s.known_to < $as_at)
WITH body, last, s, over, CASE s.oversight_kind
    WHEN 'inspection' THEN 'inspect' WHEN 'assessment' THEN 'assess' WHEN 'assurance' THEN 'assure' WHEN 'oversight' THEN 'oversee' WHEN 'co-ordination' THEN 'co-ordinate'
    ELSE coalesce(s.function, s.oversight_kind)
  END AS does
WITH body, last, collect({id: s.id, what: replace(does, '-', ' ') + ': ' + over.name + ', on ' + replace(s.topic, '-', ' ')}) AS acts
WITH collect({body: body, last: last, acts: acts, whats: COLLECT { UNWIND acts AS act RETURN DISTINCT act.what }}) AS remits
UNWIND remits AS one UNWIND remits AS two
WITH one, two WHERE one.last < two.last OR one.last = two.last AND one.body.id < two.body.id
WITH one, two, [w IN one.whats WHERE w IN two.whats] AS shared, [w IN one.whats WHERE NOT w IN two.whats] AS first, [w IN two.whats WHERE NOT w IN one.whats] AS second
WHERE size(shared) > 0 AND size(shared) >= size(first) + size(second) AND ($body IS NULL OR $body IN [one.body.id, two.body.id])
WITH *, one.body AS a, two.body AS b
RETURN a.id AS body, a.name AS body_name, b.id AS other, b.name AS other_name, size(shared) AS shared_count, size(shared) + size(first) + size(second) AS all_count,
  shared, CASE size(first) WHEN 0 THEN ['nothing on record'] ELSE first END AS only_first, CASE size(second) WHEN 0 THEN ['nothing on record'] ELSE second END AS only_second,
  [x IN one.acts + two.acts WHERE x.what IN shared | x.id] AS same, [x IN one.acts + two.acts WHERE NOT x.what IN shared | x.id] AS different,
  COLLECT {
    MATCH (x)<-[:SUBJECT]-(d:Duty) WHERE x IN [a, b] AND d.force IN ['statute', 'regulations'] AND d.modality IN ['duty', 'power']
      AND d.verification <> 'unverified' AND d.known_from <= $as_at AND NOT (d.ended AND d.known_to < $as_at)
    RETURN d.id
  } AS powers,
  COLLECT {
    MATCH (x)<-[:SUBJECT]-(t:Tie) WHERE x IN [a, b] AND t.tie <> 'in-area-of'
      AND t.verification <> 'unverified' AND t.known_from <= $as_at AND NOT (t.ended AND t.known_to < $as_at)
    RETURN t.id
  } AS independence
ORDER BY body_name, other_name
