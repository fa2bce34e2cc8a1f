/*
name = "recommended-not-taken-up"
question = "Which changes to a body were recommended, with no measure by those who decide on record?"
kind = "reform"
version = 1
definition = """
A review or a body that can only advise recommends a change to a body, and no measure that the government, the department, Parliament or NHS England proposes or announces on record changes
that body in the same way."""
judgements = [
  "Acceptance of a recommendation is shown as such; it is no measure: somebody has still to say how and when.",
  "Any measure that moves, ends or merges the same body counts for a recommendation to move, end or host it; a change of remit counts only for one of the same function.",
  "Recommendations that change no body are left out: what became of them cannot be read off the bodies.",
  "Recommendations that ask for a response are the matter of the question 'response-owed'.",
  "The answer rests on not having found a measure. It is a yes only where a source lists every measure for that body, and not known until one does.",
]
caveat = """
What the government did after July 2025 was looked up for single facts only. That no measure is on record says first that none was looked for: it is a list of what to look
up, and no charge of inaction."""
empty = "For every recommended change to a body some measure is on record, or none was recommended."
severity = "low"
severity_reason = "It shows where to look; it does not show that nothing was done."
title = "\"{measure_title}\" ({reference}): no later step to carry it out for {body_name:mid} is on record"
summary = "Recommended by the {issuer_name}; {status} when read, and not in force."
key = ["recommendation", "body"]
about = "body"
absence_of = ["reform"]

[parameters.body]
type = "thing"
optional = true
help = "Only changes to this body."

[columns.recommendation]
type = "id"
help = "The recommended change."
[columns.measure_title]
type = "text"
help = "What it would do."
[columns.reference]
type = "text"
help = "Its number in the source."
[columns.status]
type = "text"
help = "How far it had come when the source was written."
[columns.issuer_name]
type = "text"
help = "Who recommends it."
[columns.body]
type = "id"
help = "The body that would change."
[columns.body_name]
type = "text"
help = "Its name."

[evidence.recommended]
heading = "What is recommended (not in force)"
premise = true
[evidence.accepted]
heading = "Who accepts or supports it"
*/
MATCH (issuer)<-[:SUBJECT]-(m:ReformMeasure)<-[:MEASURE]-(o:Operation)-[:TARGET]->(body:Thing)
WHERE m.reference IS NOT NULL AND ($body IS NULL OR body.id = $body) AND coalesce(m.lifecycle, 'proposed') IN ['considered', 'proposed', 'announced', 'accepted', 'enacted']
  AND m.verification <> 'unverified' AND m.known_from <= $as_at AND NOT (m.ended AND m.known_to < $as_at)
WITH issuer, m, body, collect(DISTINCT o) AS operations
WHERE NOT EXISTS {
  MATCH (body)<-[:TARGET|FROM]-(e:Operation)-[:MEASURE]->(n:ReformMeasure)
  WHERE n.reference IS NULL AND NOT EXISTS { (n)-[:SUBJECT]->(issuer) } AND n.verification <> 'unverified' AND n.known_from <= $as_at AND NOT (n.ended AND n.known_to < $as_at)
    AND (e.operation IN ['abolish', 'merge', 'transfer', 'change-host'] AND any(o IN operations WHERE o.operation IN ['abolish', 'merge', 'transfer', 'change-host'])
      OR any(o IN operations WHERE o.operation = e.operation AND coalesce(o.function, '') = coalesce(e.function, '')))
}
RETURN m.id AS recommendation, CASE WHEN m.text ENDS WITH '.' THEN left(m.text, size(m.text) - 1) ELSE m.text END AS measure_title, m.reference AS reference, coalesce(m.lifecycle, 'proposed') AS status,
  coalesce(issuer.short_title, issuer.name) AS issuer_name, body.id AS body, body.name AS body_name, [m.id] AS recommended,
  COLLECT {
    MATCH (m)-[:POSITION]->(p:Position) WHERE coalesce(p.stated_at, m.known_from) <= $as_at AND p.stance IN ['supports', 'supports-if'] RETURN p.id
  } AS accepted
ORDER BY reference, recommendation, body_name
