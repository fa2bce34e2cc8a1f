/*
name = "wider-than-original-remit"
question = "Of which body does a source say that it does more than it was set up for?"
kind = "overlap"
version = 1
definition = "A source concludes that a body has widened its work beyond the remit that it was given at first."
judgements = [
  "It is the source's conclusion, never ours: nothing here was measured against the law that set the body up.",
  "To do more than at first is not to act without power: general powers and later requests can cover it, and somebody may have asked for it.",
  "Whether the body was heard by the source is shown.",
  "What the body is recorded as doing on the same topic is shown beside, for the reader to compare.",
]
caveat = """
The review that says so of several was not read: it is taken as a membership body reports it, which speaks in its own voice of one of them and reads the wider work as a sign of
gaps elsewhere. What the bodies themselves say to it is shown where it is on record, and otherwise was not looked for."""
empty = "No source on record says so of any body. That does not mean that none has widened its work."
severity = "low"
severity_reason = "It is a conclusion of others, on which the bodies may not have been heard."
title = "{body_name}: said to do more than it was set up for ({said_by})"
summary = "{told}. Whether it was heard on this: {heard}."
key = ["conclusion"]

[parameters.body]
type = "thing"
optional = true
help = "Only what is said of this body."

[columns.conclusion]
type = "id"
help = "The conclusion."
[columns.body_name]
type = "text"
help = "Of which body it is said."
[columns.told]
type = "text"
help = "The conclusion, in one sentence."
[columns.said_by]
type = "text"
help = "Whose conclusion it is."
[columns.heard]
type = "text"
help = "Whether the source heard the body."

[evidence.concluded]
heading = "What the source concludes"
premise = true
[evidence.others]
heading = "What else sources conclude of it on that topic"
[evidence.disputes]
heading = "Who disputes or qualifies it"
[evidence.recorded]
heading = "What the body is recorded as doing on that topic"
[evidence.changes]
heading = "What is proposed for it (not in force)"
*/
MATCH (body)<-[:OBJECT]-(s:PublishedFinding {finding_kind: 'wider-remit'})-[:SUBJECT]->(voice)
WHERE body:Organisation AND ($body IS NULL OR body.id = $body) AND s.polarity = 'holds'
  AND s.verification <> 'unverified' AND s.known_from <= $as_at AND NOT (s.ended AND s.known_to < $as_at)
RETURN s.id AS conclusion, body.name AS body_name, CASE WHEN s.text ENDS WITH '.' THEN left(s.text, size(s.text) - 1) ELSE s.text END AS told,
  voice.name AS said_by, coalesce(replace(s.heard, '-', ' '), 'not stated') AS heard, [s.id] AS concluded,
  COLLECT {
    MATCH (other:PublishedFinding)-[:OBJECT]->(body) WHERE other <> s AND other.topic = s.topic AND other.verification <> 'unverified' AND other.known_from <= $as_at AND NOT (other.ended AND other.known_to < $as_at)
    RETURN DISTINCT other.id
  } AS others,
  COLLECT { MATCH (s)-[:POSITION]->(p:Position) WHERE p.stance IN ['disputes', 'qualifies'] AND coalesce(p.stated_at, s.known_from) <= $as_at RETURN p.id } AS disputes,
  COLLECT {
    MATCH (body)<-[:SUBJECT]-(f:FunctionAssignment|Oversight|Duty) WHERE f.topic = s.topic AND f.polarity = 'holds'
      AND f.verification <> 'unverified' AND f.known_from <= $as_at AND NOT (f.ended AND f.known_to < $as_at)
    RETURN DISTINCT f.id
  } AS recorded,
  COLLECT {
    MATCH (m:ReformMeasure)-[:OBJECT]->(body) WHERE coalesce(m.lifecycle, 'proposed') IN ['considered', 'proposed', 'announced', 'accepted', 'enacted']
      AND m.verification <> 'unverified' AND m.known_from <= $as_at AND NOT (m.ended AND m.known_to < $as_at)
    RETURN DISTINCT m.id
  } AS changes
ORDER BY body_name, conclusion
