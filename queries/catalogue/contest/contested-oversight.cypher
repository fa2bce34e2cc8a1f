/*
name = "contested-oversight"
question = "Which oversight does one party assert and another dispute?"
kind = "contest"
version = 1
definition = """
A statement that somebody oversees, regulates, assesses, commissions or has a function for somebody else, or is delegated it, is asserted by one party and disputed by
another. Both sides are shown with all that they say."""
judgements = [
  "A dispute is a position that a source reports; that two statements do not fit together is not a dispute.",
  "No side is weighed: text of an instrument, an official's word and an interviewee's account are shown as what they are.",
  "A sample disputes for those who were heard, never for the class from which it was drawn.",
]
caveat = """
The dispute may be about part of the matter only: compare the topics. Only what was said to the authors of the sources is known, not what the parties would say today."""
empty = "No dispute about such oversight is on record. The sources do not report every dispute."
severity = "medium"
severity_reason = "A dispute shows where to ask; whether anything is left without oversight is a question of its own."
title = "{object_name}: whether {subject_name:mid} oversee them is disputed"
summary = "That they do is said by {asserted_by}. Disputed by {disputed_by}."
key = ["subject", "object"]
about = "object"
needs = ["oversight", "account"]

[parameters.body]
type = "thing"
optional = true
help = "Only where this body or class oversees or is overseen."

[columns.subject]
type = "id"
help = "Who is said to oversee."
[columns.subject_name]
type = "text"
help = "Its name."
[columns.object]
type = "id"
help = "Who is said to be overseen."
[columns.object_name]
type = "text"
help = "Its name."
[columns.asserted_by]
type = "list"
help = "Who asserts it."
[columns.disputed_by]
type = "list"
help = "Who disputes it."
[columns.topics]
type = "list"
help = "The topics on which it is asserted."
[columns.disputed_topics]
type = "list"
help = "The topics on which it is disputed."

[evidence.claims]
heading = "What is claimed"
premise = true
[evidence.disputes]
heading = "Who disputes it"
premise = true
[evidence.support]
heading = "Who holds to it"
[evidence.qualifications]
heading = "Who qualifies it"
[evidence.limits]
heading = "What the sources did not look at"
*/
MATCH (subject)<-[:SUBJECT]-(s:Statement)-[:OBJECT]->(object)
WHERE s.kind IN ['oversight', 'function', 'commissioning', 'delegation']
  AND ($body IS NULL OR $body IN [subject.id, object.id])
  AND s.verification <> 'unverified' AND s.known_from <= $as_at AND NOT (s.ended AND s.known_to < $as_at)
  AND EXISTS { MATCH (s)-[:POSITION]->(p:Position {stance: 'disputes'}) WHERE coalesce(p.stated_at, s.known_from) <= $as_at }
WITH subject, object, collect(DISTINCT s) AS claims
WITH *,
  COLLECT {
    UNWIND claims AS s MATCH (s)-[:POSITION]->(p:Position) WHERE coalesce(p.stated_at, s.known_from) <= $as_at
    RETURN p
  } AS positions
RETURN subject.id AS subject, subject.name AS subject_name, object.id AS object, object.name AS object_name,
  COLLECT {
    UNWIND positions AS p WITH p WHERE p.stance IN ['asserts', 'supports'] MATCH (p)-[:PARTY]->(x)
    WITH x, collect(p.quantifier)[0] AS quantifier ORDER BY x.name
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
  } AS asserted_by,
  COLLECT {
    UNWIND positions AS p WITH p WHERE p.stance = 'disputes' MATCH (p)-[:PARTY]->(x)
    WITH x, collect(p.quantifier)[0] AS quantifier ORDER BY x.name
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
  } AS disputed_by,
  COLLECT { UNWIND claims AS s MATCH (s)-[:TOPIC]->(t) WITH DISTINCT t.name AS name ORDER BY name RETURN name } AS topics,
  COLLECT {
    UNWIND positions AS p WITH p WHERE p.stance = 'disputes' MATCH (p)-[:TOPIC]->(t)
    WITH DISTINCT t.name AS name ORDER BY name RETURN name
  } AS disputed_topics,
  [s IN claims | s.id] AS claims,
  [p IN positions WHERE p.stance = 'disputes' | p.id] AS disputes,
  [p IN positions WHERE p.stance IN ['asserts', 'supports'] AND NOT p.id ENDS WITH '-asserted' | p.id] AS support,
  [p IN positions WHERE NOT p.stance IN ['asserts', 'supports', 'disputes'] | p.id] AS qualifications,
  COLLECT {
    UNWIND [subject, object] AS about MATCH (about)<-[:OBJECT]-(l:Limitation)
    WHERE l.verification <> 'unverified' AND l.known_from <= $as_at AND NOT (l.ended AND l.known_to < $as_at)
    RETURN DISTINCT l.id
  } AS limits
ORDER BY object_name, subject_name
