/*
name = "interviews-only"
question = "Which relations between bodies rest on what people said in interviews alone, and who was heard?"
kind = "contest"
version = 1
definition = """
Of two bodies or classes it is said that one oversees, reports to, informs, raises risks with, assures, or has a duty or function towards the other; and every statement
about the two rests on an interview account: on no instrument, official statement or finding of an author."""
judgements = [
  "An account can be right: it is not doubted here, only shown for what it is.",
  "Only what is described here is known from interviews: law may well tie the same two in other ways, through a class to which one of them belongs.",
  "A statement about a sample is a statement about those who were heard; it stands under the class with which it was made where the source names one.",
  "All statements about the same two, in the same direction, are taken together: one that rests on an instrument takes the pair off the list.",
]
caveat = """
The accounts come from one report, whose authors say that it gives the views of those they heard and that there are many others. That no instrument is on record may only
mean that it was not read."""
empty = "Every such relation on record rests on something else than interviews, or none is on record."
severity = "low"
severity_reason = "It shows what to find in writing before it is relied on."
title = "{from_name}, towards {to_name:mid}: {said}; this is known from interviews only"
summary = "Heard: {heard}."
key = ["from", "to"]

[parameters.body]
type = "thing"
optional = true
help = "Only relations of this body, class or sample."

[columns.from]
type = "id"
help = "The one."
[columns.from_name]
type = "text"
help = "Its name."
[columns.to]
type = "id"
help = "The other."
[columns.to_name]
type = "text"
help = "Its name."
[columns.said]
type = "list"
help = "What kind of relation is described."
[columns.heard]
type = "list"
help = "Who was heard, with how many of how many, and how many of them said so."

[evidence.told]
heading = "What those heard say"
premise = true
[evidence.views]
heading = "What others say of it"
[evidence.limits]
heading = "What the sources did not look at"
*/
MATCH (from)<-[:SUBJECT]-(s:Statement {basis: 'interview-account'})-[:OBJECT]->(to)
WHERE s.kind IN ['oversight', 'function', 'duty', 'reporting', 'flow', 'escalation', 'handover', 'delegation', 'commissioning', 'tie']
  AND ($body IS NULL OR $body IN [from.id, to.id]) AND s.verification <> 'unverified' AND s.known_from <= $as_at AND NOT (s.ended AND s.known_to < $as_at)
WITH from, to, collect(DISTINCT s) AS told
WHERE NOT EXISTS {
  MATCH (from)<-[:SUBJECT]-(o:Statement)-[:OBJECT]->(to)
  WHERE o.basis <> 'interview-account' AND o.kind IN ['oversight', 'function', 'duty', 'reporting', 'flow', 'escalation', 'handover', 'delegation', 'commissioning', 'tie']
    AND o.verification <> 'unverified' AND o.known_from <= $as_at AND NOT (o.ended AND o.known_to < $as_at)
}
RETURN from.id AS from, from.name AS from_name, to.id AS to, to.name AS to_name,
  COLLECT {
    UNWIND told AS s
    WITH DISTINCT CASE s.kind WHEN 'flow' THEN 'information' WHEN 'reporting' THEN 'reports' WHEN 'escalation' THEN 'raising of risks'
      WHEN 'tie' THEN 'membership and the like' WHEN 'function' THEN 'its part in ' + coalesce(head([(s)-[:FUNCTION]->(f) | '"' + toLower(f.name) + '"']), 'this') WHEN 'handover' THEN 'handing over of patients' ELSE s.kind END
      + CASE s.polarity WHEN 'does-not-hold' THEN ', said to be lacking' ELSE '' END AS what
    ORDER BY what RETURN what
  } AS said,
  COLLECT {
    UNWIND told AS s MATCH (s)-[:ASSERTED_BY]->(x) WITH x, max(s.quantifier) AS quantifier ORDER BY x.name
    RETURN x.name + CASE
      WHEN NOT x:Sample OR x.number IS NULL AND quantifier IS NULL THEN ''
      ELSE ' (' + coalesce(x.number + ' heard' + coalesce(' of ' + x.out_of, ''), '')
        + CASE WHEN x.number IS NULL OR quantifier IS NULL THEN '' ELSE '; ' END
        + CASE quantifier
            WHEN 'all' THEN 'all said so' WHEN 'majority' THEN 'most said so' WHEN 'many' THEN 'many said so'
            WHEN 'some' THEN 'some said so' WHEN 'one' THEN 'one said so' WHEN 'not-stated' THEN 'how many said so is not stated'
            ELSE ''
          END + ')'
    END
  } AS heard,
  [s IN told | s.id] AS told,
  COLLECT {
    UNWIND told AS s MATCH (s)-[:POSITION]->(p:Position) WHERE coalesce(p.stated_at, s.known_from) <= $as_at AND NOT p.id ENDS WITH '-asserted' RETURN p.id
  } AS views,
  COLLECT { MATCH (l:Limitation)-[:OBJECT]->(about) WHERE about IN [from, to] AND l.verification <> 'unverified' AND l.known_from <= $as_at AND NOT (l.ended AND l.known_to < $as_at) RETURN DISTINCT l.id } AS limits
ORDER BY from_name, to_name
