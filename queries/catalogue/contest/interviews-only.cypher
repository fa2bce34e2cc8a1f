/*
name = "interviews-only"
question = "What that one body is to another is known only from what people said in interviews, and who was heard?"
kind = "contest"
version = 2
definition = """
Of two bodies or classes it is said that one oversees, reports to, informs, raises risks with, assures, or has a duty or function towards the other; and every statement
about the two rests on an interview account: on no instrument, official statement or finding of an author."""
judgements = [
  "An account can be right: it is not doubted here, only shown for what it is.",
  "What a source other than interviews says of the same one towards a wider class, or towards what members of the class can also be, takes the pair off the list: who is regulated by law is not listed as known from interviews only.",
  "A statement about a sample is a statement about those who were heard; it stands under the class with which it was made where the source names one.",
  "All statements about the same two, in the same direction, are taken together: one that rests on an instrument takes the pair off the list.",
]
caveat = """
The accounts come from one report, whose authors say that it gives the views of those they heard and that there are many others. That no law or policy is on record may only
mean that it was not read."""
empty = "Whatever of this is on record rests on something else than interviews, or nothing is on record."
severity = "low"
severity_reason = "It shows what to find in writing before it is relied on."
title = "{from_name}, towards {to_name:mid}: {said} (as told in interviews only)"
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
  MATCH (from)<-[:SUBJECT]-(o:Statement)-[:OBJECT]->(reached)
  WHERE o.basis <> 'interview-account' AND o.kind IN ['oversight', 'function', 'duty', 'reporting', 'flow', 'escalation', 'handover', 'delegation', 'commissioning', 'tie']
    AND o.verification <> 'unverified' AND o.known_from <= $as_at AND NOT (o.ended AND o.known_to < $as_at)
    AND EXISTS { (to)-[:BROADER*0..3]->()-[:CAN_ALSO_BE*0..1]->(reached) }
}
RETURN from.id AS from, from.name AS from_name, to.id AS to, to.name AS to_name,
  COLLECT {
    UNWIND told AS s
    WITH DISTINCT CASE s.polarity WHEN 'does-not-hold' THEN 'too little ' ELSE '' END
      + CASE s.kind WHEN 'flow' THEN 'information' WHEN 'reporting' THEN 'reports' WHEN 'escalation' THEN 'raising of risks' WHEN 'handover' THEN 'handing over of patients'
        WHEN 'tie' THEN CASE s.tie WHEN 'member-of' THEN 'taking part' ELSE 'a tie' END
        WHEN 'oversight' THEN CASE s.oversight_kind WHEN 'assurance' THEN 'visits for assurance' WHEN 'support' THEN 'support' WHEN 'co-ordination' THEN 'co-ordination' ELSE 'oversight' END
        WHEN 'function' THEN CASE s.function WHEN 'assure' THEN 'asking for assurance' WHEN 'investigate' THEN 'investigations' WHEN 'train' THEN 'training and learning' ELSE replace(s.function, '-', ' ') END
        ELSE s.kind END AS what
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
  COLLECT { UNWIND [from, to] AS about MATCH (about)<-[:OBJECT]-(l:Limitation) WHERE l.verification <> 'unverified' AND l.known_from <= $as_at AND NOT (l.ended AND l.known_to < $as_at) RETURN DISTINCT l.id } AS limits
ORDER BY from_name, to_name
