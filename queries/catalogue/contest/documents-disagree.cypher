/*
name = "documents-disagree"
question = "On what does one document say otherwise than another?"
kind = "contest"
version = 2
definition = """
One document holds a statement, and another that does not go back to the same origin holds a view that disputes or qualifies it, or says of the same two bodies, the same
event and the same topic that it is not so."""
judgements = [
  "Two documents that repeat one origin count as one.",
  "A qualification is listed too: the second document need not know of the first. Which of the two it is stands with each.",
  "A later document that reports a change does not disagree with an earlier one: what has ended is left out.",
  "Whether two documents mean the same thing was judged by a curator when the view was recorded; nothing is concluded from words that only sound alike.",
]
caveat = """
Two documents were read whole, by bodies with different tasks; the others for single facts. The two were not compared sentence by sentence: they may differ in what they
stress where neither denies the other."""
empty = "No two documents are on record as disagreeing. They were not compared sentence by sentence."
severity = "low"
severity_reason = "Whoever quotes one of the two should know of the other."
title = "{first_document} on {about_name:mid}: \"{claim_title}\" ({how} by {other_documents})"
summary = "{text} Beside it: {other_text}"
key = ["statement"]

[parameters.document]
type = "text"
optional = true
help = "Only where this document is one of the two, by its id."

[columns.statement]
type = "id"
help = "The statement of the one."
[columns.text]
type = "text"
help = "What it says."
[columns.claim_title]
type = "text"
help = "The same, as it stands in a title."
[columns.about_name]
type = "text"
help = "Whom it is about."
[columns.first_document]
type = "list"
help = "The one document."
[columns.other_documents]
type = "list"
help = "The other."
[columns.how]
type = "text"
help = "Whether it is denied by the other, or added to or limited."
[columns.other_text]
type = "list"
help = "What it says."

[evidence.claim]
heading = "What the one says"
premise = true
[evidence.other]
heading = "What the other says"
premise = true
*/
CALL {
  MATCH (p:Position) WHERE p.stance IN ['disputes', 'qualifies']
  MATCH (p)<-[:POSITION]-(s:Statement) WHERE coalesce(p.stated_at, s.known_from) <= $as_at AND s.verification <> 'unverified' AND s.known_from <= $as_at AND NOT (s.ended AND s.known_to < $as_at)
  RETURN s, p AS other
  UNION
  MATCH (o:Statement {polarity: 'does-not-hold'}) WHERE o.kind <> 'case-event'
  MATCH (o)-[:SUBJECT]->(a) MATCH (o)-[:OBJECT]->(b) WITH o, a, b
  MATCH (a)<-[:SUBJECT]-(s:Statement {polarity: 'holds'})
  WHERE o.kind = s.kind AND coalesce(o.event, '') = coalesce(s.event, '') AND coalesce(o.function, '') = coalesce(s.function, '')
    AND coalesce(o.topic, '') = coalesce(s.topic, '') AND EXISTS { (s)-[:OBJECT]->(b) }
    AND coalesce(o.carries, '') = coalesce(s.carries, '') AND coalesce(o.condition, '') = coalesce(s.condition, '') AND s.verification <> 'unverified' AND s.known_from <= $as_at AND NOT (s.ended AND s.known_to < $as_at) AND o.verification <> 'unverified' AND o.known_from <= $as_at AND NOT (o.ended AND o.known_to < $as_at)
    AND NOT s.ended AND NOT o.ended
  RETURN s, o AS other
}
WITH s, other,
  COLLECT { MATCH (s)-[:EVIDENCE]->()-[:IN_DOCUMENT]->(d) RETURN DISTINCT d } AS ours,
  COLLECT { MATCH (other)-[:EVIDENCE]->()-[:IN_DOCUMENT]->(d) RETURN DISTINCT d } AS theirs
WHERE size(ours) > 0 AND size(theirs) > 0 AND none(d IN theirs WHERE any(e IN ours WHERE coalesce(e.origin, e.id) = coalesce(d.origin, d.id)))
  AND ($document IS NULL OR any(d IN ours + theirs WHERE d.id = $document))
WITH s, collect(other) AS others, head(collect(ours)) AS ours, reduce(all = [], each IN collect(theirs) | all + each) AS theirs
OPTIONAL MATCH (s)-[:SUBJECT]->(subject) OPTIONAL MATCH (s)-[:OBJECT]->(object)
WITH s, others, ours, theirs, head(collect(subject)) AS subject, head(collect(object)) AS object
RETURN s.id AS statement, s.text AS text, CASE WHEN s.text ENDS WITH '.' THEN left(s.text, size(s.text) - 1) ELSE s.text END AS claim_title, coalesce(object.name, object.text, subject.name) AS about_name,
  COLLECT { UNWIND ours AS d WITH DISTINCT coalesce(d.short_title, d.name) AS name ORDER BY name RETURN name } AS first_document,
  COLLECT { UNWIND theirs AS d WITH DISTINCT coalesce(d.short_title, d.name) AS name ORDER BY name RETURN name } AS other_documents,
  CASE WHEN any(o IN others WHERE o.polarity = 'does-not-hold' OR o.stance = 'disputes') THEN 'denied' ELSE 'added to or limited' END AS how,
  [o IN others | coalesce(o.text, '')] AS other_text, [s.id] AS claim, [o IN others | o.id] AS other
ORDER BY statement
