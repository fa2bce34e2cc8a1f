/*
name = "another-side"
question = "Which other statements does somebody else dispute, add to or limit, and what does each side say?"
kind = "contest"
version = 1
definition = """
A statement that one party makes and another disputes or qualifies. Oversight that is disputed, the raising of risks and proposed measures have questions of their own
and are left out here."""
judgements = [
  "A qualification is no denial: the other party adds, limits or explains. Which of the two it is stands with each.",
  "Disputed oversight is listed by 'contested-oversight', raised risks by 'risk-owner-contested', views on measures by 'risks-and-supports': nothing is listed twice.",
  "No side is weighed: the text of an instrument, an official's word, an author's finding and an interviewee's account are shown as what they are.",
  "A party that qualifies what it said itself has no other side: that is the matter of 'says-two-things'.",
]
caveat = """
Only what was said to the authors of the sources is known. A body that was consulted on a report could answer it; those who were interviewed could not answer that body's answer."""
empty = "Nobody is on record as disputing or qualifying such a statement. The sources do not report every view."
severity = "low"
severity_reason = "A second side shows what to read beside a statement before it is quoted."
title = "{claim_title}: {how} {others_by:mid}"
summary = "So says: {asserted_by}."
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
help = "What is said."
[columns.claim_title]
type = "text"
help = "The same without its full stop."
[columns.about_name]
type = "text"
help = "Whom it is about."
[columns.asserted_by]
type = "list"
help = "Who says it."
[columns.others_by]
type = "list"
help = "Who disputes or qualifies it."
[columns.how]
type = "text"
help = "Whether it is disputed or qualified."

[evidence.claim]
heading = "What is said"
premise = true
[evidence.other_side]
heading = "The other side"
premise = true
[evidence.support]
heading = "Who holds to it"
*/
MATCH (s:Statement)-[:POSITION]->(p:Position)
WHERE p.stance IN ['disputes', 'qualifies'] AND coalesce(p.stated_at, s.known_from) <= $as_at AND s.verification <> 'unverified' AND s.known_from <= $as_at AND NOT (s.ended AND s.known_to < $as_at)
  AND NOT s.kind IN ['reform', 'escalation'] AND NOT EXISTS { MATCH (s)-[:ASSERTED_BY]->(x)<-[:PARTY]-(p) }
WITH s, collect(DISTINCT p) AS others
WHERE NOT (s.kind IN ['oversight', 'function', 'commissioning', 'delegation'] AND any(p IN others WHERE p.stance = 'disputes'))
OPTIONAL MATCH (s)-[:SUBJECT]->(subject) OPTIONAL MATCH (s)-[:OBJECT]->(object)
WITH s, others, head(collect(subject)) AS subject, head(collect(object)) AS object
WHERE $body IS NULL OR $body IN [subject.id, object.id]
RETURN s.id AS statement, s.text AS text,
  CASE WHEN s.text ENDS WITH '.' THEN left(s.text, size(s.text) - 1) ELSE s.text END AS claim_title,
  CASE WHEN object IS NULL OR s.kind IN ['oversight', 'function', 'duty', 'reporting', 'flow', 'constraint'] THEN subject.name ELSE coalesce(object.name, object.text) END AS about_name,
  COLLECT { MATCH (s)-[:ASSERTED_BY]->(x) WITH x, s.quantifier AS quantifier ORDER BY x.name RETURN x.name + CASE
      WHEN NOT x:Sample OR x.number IS NULL AND quantifier IS NULL THEN ''
      ELSE ' (' + coalesce(x.number + ' heard' + coalesce(' of ' + x.out_of, ''), '')
        + CASE WHEN x.number IS NULL OR quantifier IS NULL THEN '' ELSE '; ' END
        + CASE quantifier
            WHEN 'all' THEN 'all said so' WHEN 'majority' THEN 'most said so' WHEN 'many' THEN 'many said so'
            WHEN 'some' THEN 'some said so' WHEN 'one' THEN 'one said so' WHEN 'not-stated' THEN 'how many said so is not stated'
            ELSE ''
          END + ')'
    END } AS asserted_by,
  COLLECT {
    UNWIND others AS p MATCH (p)-[:PARTY]->(x) WITH x, max(p.quantifier) AS quantifier ORDER BY x.name RETURN x.name + CASE
      WHEN NOT x:Sample OR x.number IS NULL AND quantifier IS NULL THEN ''
      ELSE ' (' + coalesce(x.number + ' heard' + coalesce(' of ' + x.out_of, ''), '')
        + CASE WHEN x.number IS NULL OR quantifier IS NULL THEN '' ELSE '; ' END
        + CASE quantifier
            WHEN 'all' THEN 'all said so' WHEN 'majority' THEN 'most said so' WHEN 'many' THEN 'many said so'
            WHEN 'some' THEN 'some said so' WHEN 'one' THEN 'one said so' WHEN 'not-stated' THEN 'how many said so is not stated'
            ELSE ''
          END + ')'
    END
  } AS others_by,
  CASE WHEN all(p IN others WHERE p.stance = 'disputes') THEN 'disputed by' WHEN any(p IN others WHERE p.stance = 'disputes') THEN 'disputed or limited by'
    ELSE 'added to or limited by' END AS how,
  [s.id] AS claim, [p IN others | p.id] AS other_side,
  COLLECT {
    MATCH (s)-[:POSITION]->(p:Position) WHERE coalesce(p.stated_at, s.known_from) <= $as_at AND p.stance IN ['asserts', 'supports'] AND NOT p.id ENDS WITH '-asserted' RETURN p.id
  } AS support
ORDER BY how, statement
