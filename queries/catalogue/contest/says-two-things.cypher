/*
name = "says-two-things"
question = "Where does one document say two things that do not fit together, or take back part of what it says?"
kind = "contest"
version = 2
definition = """
A party that a document reports says something and, in the same document, disputes or qualifies it itself; or a curator marked a statement because its source, or what stands
beside it, does not fit together."""
judgements = [
  "To limit one's own words can be care and not contradiction: both passages are shown, and the reader judges.",
  "What one party says and another in the same document disputes is no contradiction of the document: it reports both.",
  "A document that gives somebody else's proposal in short may be what does not fit, rather than the proposal.",
]
caveat = """
Only what was noticed while the two documents were read is listed; they were not searched for contradictions. One of them gives a review in summary, and the review
itself was not read."""
empty = "Nothing of the kind was noticed while the documents were read."
severity = "low"
severity_reason = "Whoever quotes one of the two passages should quote the other."
title = "{document}, {party} on {about_name:mid}: \"{claim_title}\" {how}"
summary = "{text} {other_text}"
key = ["statement"]

[parameters.body]
type = "thing"
optional = true
help = "Only statements about this body or class."

[columns.statement]
type = "id"
help = "The statement."
[columns.text]
type = "text"
help = "What it says."
[columns.claim_title]
type = "text"
help = "The same, as it stands in a title."
[columns.other_text]
type = "list"
help = "What is said elsewhere, or what was noticed."
[columns.about_name]
type = "text"
help = "Whom it is about."
[columns.party]
type = "list"
help = "Who says both."
[columns.document]
type = "list"
help = "Where."
[columns.how]
type = "text"
help = "In what way."

[evidence.claim]
heading = "What is said"
premise = true
[evidence.elsewhere]
heading = "What the same party says elsewhere"
[evidence.others]
heading = "What others say of it"
*/
CALL {
  MATCH (p:Position) WHERE p.stance IN ['disputes', 'qualifies']
  MATCH (p)<-[:POSITION]-(s:Statement) WHERE coalesce(p.stated_at, s.known_from) <= $as_at
  MATCH (p)-[:PARTY]->(x) MATCH (s)-[:ASSERTED_BY]->(x)
  MATCH (p)-[:EVIDENCE]->()-[:IN_DOCUMENT]->(d)
  WITH s, p, collect(DISTINCT d) AS documents
  MATCH (s)-[:EVIDENCE]->()-[:IN_DOCUMENT]->(d) WHERE d IN documents
  RETURN s, p
  UNION
  MATCH (s:Statement {verification: 'contradictory'}) RETURN s, null AS p
}
WITH s, collect(DISTINCT p) AS own
WHERE s.verification <> 'unverified' AND s.known_from <= $as_at AND NOT (s.ended AND s.known_to < $as_at)
OPTIONAL MATCH (s)-[:SUBJECT]->(subject) OPTIONAL MATCH (s)-[:OBJECT]->(object)
WITH s, own, head(collect(subject)) AS subject, head(collect(object)) AS object
WHERE $body IS NULL OR $body IN [subject.id, object.id]
RETURN s.id AS statement, s.text AS text, CASE WHEN s.text ENDS WITH '.' THEN left(s.text, size(s.text) - 1) ELSE s.text END AS claim_title,
  CASE WHEN own = [] THEN [coalesce(s.note, 'What does not fit was not noted.')] ELSE [p IN own | p.text] END AS other_text,
  coalesce(object.name, object.text, subject.name) AS about_name,
  COLLECT { MATCH (s)-[:ASSERTED_BY]->(x) WITH x ORDER BY x.name RETURN x.name } AS party,
  COLLECT { MATCH (s)-[:EVIDENCE]->()-[:IN_DOCUMENT]->(d) WITH DISTINCT coalesce(d.short_title, d.name) AS name ORDER BY name RETURN name } AS document,
  CASE WHEN own = [] THEN 'was flagged as not fitting what stands beside it' ELSE 'is limited by, or does not wholly fit, what the same party says elsewhere' END AS how,
  [s.id] AS claim, [p IN own | p.id] AS elsewhere,
  COLLECT {
    MATCH (s)-[:POSITION]->(p:Position) WHERE coalesce(p.stated_at, s.known_from) <= $as_at AND NOT p IN own AND NOT p.stance IN ['asserts', 'supports'] RETURN p.id
  } AS others
ORDER BY statement
