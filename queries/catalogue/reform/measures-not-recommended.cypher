/*
name = "measures-not-recommended"
question = "Which measures change a body without a recommendation for it on record?"
kind = "reform"
version = 1
definition = """
A measure that is considered, proposed, announced, accepted or enacted changes a body, no review is named as its source, and no recommendation on record asks for such a
change to that body."""
judgements = [
  "Any recommendation to move, end, merge or host the same body counts; a change of remit or a duty counts only for one of the same operation and function.",
  "A government needs no recommendation: the answer says where an argument for the change has to be looked for elsewhere.",
  "The answer rests on not having found a recommendation. It is a yes only where a source lists every recommendation about that body, and not known until one does.",
]
caveat = """
Two documents were read whole for recommendations, and single pages for the rest. Manifestos, white papers and other reviews were not read, and may well ask for the
change."""
empty = "For every measure on record that changes a body, some recommendation was read, or there is no such measure."
severity = "low"
severity_reason = "It shows where to look for the reasons of a change, not that there are none."
title = "{body_name}: no recommendation was read for \"{measure_title}\" ({status}, not in force when read)"
summary = "What it would do to it: {operations}."
key = ["measure", "body"]
about = "body"
absence_of = ["recommendation"]

[parameters.body]
type = "thing"
optional = true
help = "Only changes to this body."

[columns.measure]
type = "id"
help = "The measure."
[columns.measure_title]
type = "text"
help = "What it would do."
[columns.status]
type = "text"
help = "How far it had come when the source was written."
[columns.body]
type = "id"
help = "The body that would change."
[columns.body_name]
type = "text"
help = "Its name."
[columns.operations]
type = "list"
help = "In what way it would change."

[evidence.measure_proposed]
heading = "What is proposed (not in force)"
premise = true
[evidence.views]
heading = "What others say of it"
*/
MATCH (m:ReformMeasure)<-[:MEASURE]-(o:Operation)-[:TARGET]->(body:Thing)
WHERE m.reference IS NULL AND ($body IS NULL OR body.id = $body) AND coalesce(m.lifecycle, 'proposed') IN ['considered', 'proposed', 'announced', 'accepted', 'enacted']
  AND m.verification <> 'unverified' AND m.known_from <= $as_at AND NOT (m.ended AND m.known_to < $as_at)
  AND NOT EXISTS { MATCH (m)-[:SUBJECT]->(s)<-[:SUBJECT]-(r:ReformMeasure) WHERE r.reference IS NOT NULL }
WITH m, body, collect(DISTINCT o) AS operations
WHERE NOT EXISTS {
  MATCH (body)<-[:TARGET|FROM]-(e:Operation)-[:MEASURE]->(n:ReformMeasure)
  WHERE n <> m AND n.reference IS NOT NULL AND n.verification <> 'unverified' AND n.known_from <= $as_at AND NOT (n.ended AND n.known_to < $as_at)
    AND (e.operation IN ['abolish', 'merge', 'transfer', 'change-host'] AND any(o IN operations WHERE o.operation IN ['abolish', 'merge', 'transfer', 'change-host'])
      OR any(o IN operations WHERE o.operation = e.operation AND coalesce(o.function, '') = coalesce(e.function, '')))
}
RETURN m.id AS measure, CASE WHEN m.text ENDS WITH '.' THEN left(m.text, size(m.text) - 1) ELSE m.text END AS measure_title, coalesce(m.lifecycle, 'proposed') AS status, body.id AS body, body.name AS body_name,
  COLLECT {
    UNWIND operations AS o
    WITH DISTINCT CASE o.operation
      WHEN 'abolish' THEN 'end it' WHEN 'merge' THEN 'merge it into another' WHEN 'split' THEN 'split it' WHEN 'transfer' THEN 'pass on what it does'
      WHEN 'rename' THEN 'rename it' WHEN 'create' THEN 'create it' WHEN 'change-host' THEN 'give it another host'
      WHEN 'change-accountability' THEN 'change to whom it answers' WHEN 'change-remit' THEN 'change what it is there for'
      WHEN 'create-role' THEN 'create a role in it' WHEN 'add-duty' THEN 'give it a duty' WHEN 'drop-duty' THEN 'lift a duty from it'
      WHEN 'replace-instrument' THEN 'replace it' WHEN 'end-instrument' THEN 'end it' ELSE o.operation
    END AS what ORDER BY what RETURN what
  } AS operations,
  [m.id] AS measure_proposed,
  COLLECT { MATCH (m)-[:POSITION]->(p:Position) WHERE coalesce(p.stated_at, m.known_from) <= $as_at AND NOT p.id ENDS WITH '-asserted' RETURN p.id } AS views
ORDER BY body_name, measure
