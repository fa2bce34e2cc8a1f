/*
name = "said-not-required"
question = "What do the sources say that no rule requires, or that a law or framework does not cover?"
kind = "gap"
version = 4
definition = """
A source states that a duty, an expectation, a reporting requirement or the reach of an instrument does not hold. It is the source that says so: nothing here follows
from our not having found one."""
judgements = [
  "That something is not required does not mean that it is not done.",
  "An exception that law or a licence makes from a requirement to report is part of that rule, and is listed with it (who-is-told).",
  "What an interviewee says is not required is told apart from what an instrument or a body says of itself.",
  "What is expected of the same bodies is shown beside it; where nobody is named to whom it would be owed, what is expected of them under the same function.",
  "The condition or exception that the source puts on it is given with it.",
]
caveat = """
A rule that one law or framework does not set may stand in another that was not read. Where it rests on an account, those heard may not know of a rule that exists."""
empty = "No source says that such a thing is not required. That does not mean that it is."
severity = "medium"
severity_reason = "What nobody must do is done where somebody chooses to."
title = "{subject_name}: {told}"
summary = "Limit that goes with it: {limit}. Said by: {said_by}."
key = ["statement"]

[parameters.body]
type = "thing"
optional = true
help = "Only where this body, class or instrument is concerned."

[columns.statement]
type = "id"
help = "The statement."
[columns.subject]
type = "id"
help = "Of whom, or of which instrument, it is said."
[columns.subject_name]
type = "text"
help = "Its name."
[columns.object_name]
type = "text"
help = "To whom it would be owed, or whom it would reach."
[columns.told]
type = "text"
help = "The statement, in one sentence."
[columns.limit]
type = "text"
help = "The condition or exception that the source puts on it."
[columns.said_by]
type = "text"
help = "Who says so."

[evidence.said]
heading = "What is said not to hold"
premise = true
[evidence.disputes]
heading = "Who disputes it"
[evidence.agree]
heading = "Who says the same"
[evidence.beside]
heading = "What is said to hold between the same bodies, or for those not covered"
*/
MATCH (subject)<-[:SUBJECT]-(s:Statement {polarity: 'does-not-hold'})
WHERE s.kind IN ['duty', 'reporting', 'applicability'] AND coalesce(s.lifecycle, 'in-force') IN ['in-force', 'commenced', 'piloted']
  AND coalesce(s.modality, 'duty') <> 'power'
  AND NOT (s.kind = 'reporting' AND s.force IN ['statute', 'regulations', 'licence-condition'])
  AND s.verification <> 'unverified' AND s.known_from <= $as_at AND NOT (s.ended AND s.known_to < $as_at)
OPTIONAL MATCH (s)-[:OBJECT]->(object)
OPTIONAL MATCH (s)-[:ASSERTED_BY]->(voice)
WITH s, subject, object, voice
WHERE $body IS NULL OR $body IN [subject.id, object.id]
RETURN s.id AS statement, subject.id AS subject, coalesce(subject.short_title, subject.name) AS subject_name,
  coalesce(object.short_title, object.name) AS object_name,
  CASE WHEN s.text ENDS WITH '.' THEN left(s.text, size(s.text) - 1) ELSE s.text END AS told, coalesce(s.condition, 'none stated') AS limit, voice.name + CASE
      WHEN NOT voice:Sample OR voice.number IS NULL AND s.quantifier IS NULL THEN ''
      ELSE ' (' + coalesce(voice.number + ' heard' + coalesce(' of ' + voice.out_of, ''), '')
        + CASE WHEN voice.number IS NULL OR s.quantifier IS NULL THEN '' ELSE '; ' END
        + CASE s.quantifier
            WHEN 'all' THEN 'all said so' WHEN 'majority' THEN 'most said so' WHEN 'many' THEN 'many said so'
            WHEN 'some' THEN 'some said so' WHEN 'one' THEN 'one said so' WHEN 'not-stated' THEN 'how many said so is not stated'
            ELSE ''
          END + ')'
    END AS said_by, [s.id] AS said,
  COLLECT { MATCH (s)-[:POSITION]->(p:Position {stance: 'disputes'}) WHERE coalesce(p.stated_at, s.known_from) <= $as_at RETURN p.id } AS disputes,
  COLLECT {
    MATCH (s)-[:POSITION]->(p:Position) WHERE p.stance IN ['asserts', 'supports'] AND NOT p.id ENDS WITH '-asserted' AND coalesce(p.stated_at, s.known_from) <= $as_at
    RETURN p.id
  } AS agree,
  COLLECT {
    CALL (s, subject, object) {
      MATCH (object)<-[:OBJECT]-(o:Statement)-[:SUBJECT]->(other)
      WHERE other = subject AND o.kind IN ['duty', 'reporting', 'oversight', 'applicability']
        OR s.kind = 'applicability' AND o.kind = 'oversight'
      RETURN o
      UNION
      WITH s, subject, object WHERE object IS NULL
      MATCH (subject)<-[:SUBJECT]-(o:Duty) WHERE o.function = s.function
      RETURN o
    }
    WITH o WHERE o.polarity = 'holds' AND coalesce(o.lifecycle, 'in-force') IN ['in-force', 'commenced', 'piloted']
      AND o.verification <> 'unverified' AND o.known_from <= $as_at AND NOT (o.ended AND o.known_to < $as_at)
    RETURN DISTINCT o.id
  } AS beside
ORDER BY subject_name, statement
