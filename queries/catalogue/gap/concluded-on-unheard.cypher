/*
name = "concluded-on-unheard"
question = "Whom does a source criticise without having heard them?"
kind = "gap"
version = 2
definition = """
A source concludes that there is a gap, an overlap, an ambiguity, an uneven practice or another shortcoming about a body or class, and says itself that it did not hear those
whom the conclusion is about: beside the conclusion, or as a limit of the whole source."""
judgements = [
  "Only where a source says that it did not hear them. Where it does not say whether it did, see 'heard-not-stated'.",
  "That somebody was not heard does not make a conclusion wrong. It may rest on documents, or on what others saw.",
  "What others say of those unheard, in the same source, on safety, risk or the topic of the conclusion, is shown beside it: it too was told without them.",
  "A conclusion that is neither a gap, an overlap, an ambiguity nor a variation counts only where it is marked as unheard itself: most of those criticise nobody.",
]
caveat = """
What these bodies would say is not known. The source's candour in saying whom it did not hear is a mark of care."""
empty = "No source says that it concluded something on people or bodies that it did not hear. That does not mean that all were heard."
severity = "medium"
severity_reason = "A decision about a body that was not heard may rest on what others say of it."
title = "{about_name}: {source_name} concludes on them without having heard them, and says so"
summary = "{text}"
key = ["conclusion"]

[parameters.body]
type = "thing"
optional = true
help = "Only conclusions about this body or class."

[columns.conclusion]
type = "id"
help = "The conclusion."
[columns.about]
type = "id"
help = "Whom it is about."
[columns.about_name]
type = "text"
help = "Its name."
[columns.source_name]
type = "text"
help = "The source that concludes."
[columns.text]
type = "text"
help = "The conclusion, in one sentence."

[evidence.concluded]
heading = "What the source concludes"
premise = true
[evidence.limits]
heading = "Whom the source says that it did not hear"
[evidence.told]
heading = "What others say of them in the same source"
[evidence.otherwise]
heading = "Who disputes or qualifies it"
*/
MATCH (f:PublishedFinding {polarity: 'holds'})-[:OBJECT]->(about)
WHERE ($body IS NULL OR about.id = $body)
  AND f.verification <> 'unverified' AND f.known_from <= $as_at AND NOT (f.ended AND f.known_to < $as_at)
WITH *,
  COLLECT {
    MATCH (f)-[:EVIDENCE]->()-[:IN_DOCUMENT]->(d)<-[:SUBJECT]-(l:Limitation {limitation_kind: 'not-heard'})-[:OBJECT]->(about)
    WHERE l.verification <> 'unverified' AND l.known_from <= $as_at AND NOT (l.ended AND l.known_to < $as_at)
    RETURN DISTINCT l.id
  } AS limits
WHERE f.heard = 'not-heard' OR size(limits) > 0 AND f.heard <> 'interviewed' AND f.finding_kind IN ['gap', 'overlap', 'ambiguity', 'variation']
RETURN f.id AS conclusion, about.id AS about, coalesce(about.short_title, about.name) AS about_name,
  head(COLLECT { MATCH (f)-[:EVIDENCE]->()-[:IN_DOCUMENT]->(d) RETURN DISTINCT coalesce(d.short_title, d.name) AS name ORDER BY name }) AS source_name,
  f.text AS text, [f.id] AS concluded, limits,
  COLLECT {
    MATCH (f)-[:EVIDENCE]->()-[:IN_DOCUMENT]->(d)<-[:IN_DOCUMENT]-()<-[:EVIDENCE]-(t:Account|ClaimedEffect)-[:SUBJECT|OBJECT]->(about)
    WHERE t.topic IN [f.topic, 'safety', 'risk-management']
      AND t.verification <> 'unverified' AND t.known_from <= $as_at AND NOT (t.ended AND t.known_to < $as_at)
    RETURN DISTINCT t.id AS id ORDER BY id
  } AS told,
  COLLECT {
    MATCH (f)-[:POSITION]->(p:Position) WHERE NOT p.stance IN ['asserts', 'supports'] AND coalesce(p.stated_at, f.known_from) <= $as_at
    RETURN p.id
  } AS otherwise
ORDER BY about_name, conclusion
