/*
name = "risk-owner-contested"
question = "Once a risk has been raised, whose is it: where do the sides differ?"
kind = "feedback"
version = 1
definition = """
Of the raising of risks from one body with another, one party says who then holds or manages the risk, and another disputes or qualifies that, or says that it lies with the other
end. Both sides are shown in full."""
judgements = [
  "Holding a risk, managing it and answering for it are not always told apart by those who speak: their words stand as they are.",
  "An official's word on national policy is no account of practice, and an account of practice is no policy: neither refutes the other.",
  "No side is weighed. A party that says only that views differ is shown as a third.",
  "Where accountability is said to stay and nobody says otherwise, nothing is contested: that is the matter of 'escalated-without-accountability'.",
]
caveat = """
The sides come from interviews for one report, from what a national body said when consulted on it, and from guidance as quoted there. The guidance itself may settle it
in words that were not read."""
empty = "No contest over who holds a risk after it is raised is on record. The sources do not describe every step."
severity = "high"
severity_reason = "If each end takes the other to hold a risk, nobody may act on it."
title = "{from_name} to {to_name:mid}: those who speak differ on whose a risk is once it is raised"
summary = "That it stays where it was is said by: {stays_by}. That it, or its management, moves is said by: {moves_by}. Disputed or qualified by: {others_by}."
key = ["from", "to"]
about = "from"
needs = ["escalation"]

[parameters.from]
type = "thing"
optional = true
help = "Only what this body or class raises."

[columns.from]
type = "id"
help = "Who raises the risk."
[columns.from_name]
type = "text"
help = "Its name."
[columns.to]
type = "id"
help = "With whom."
[columns.to_name]
type = "text"
help = "Its name."
[columns.stays_by]
type = "list"
help = "Who says that the risk stays with whoever raised it."
[columns.moves_by]
type = "list"
help = "Who says that the risk or its management moves."
[columns.others_by]
type = "list"
help = "Who disputes or qualifies what is said."

[evidence.claims]
heading = "What is said of whose the risk is"
premise = true
[evidence.positions]
heading = "Who disputes, qualifies or confirms it"
[evidence.accounts]
heading = "What those heard say of the step"
[evidence.limits]
heading = "What the sources did not look at"
*/
MATCH (from)<-[:SUBJECT]-(s:EscalationStep)-[:OBJECT]->(to)
WHERE ($from IS NULL OR from.id = $from) AND s.polarity = 'holds' AND coalesce(s.lifecycle, 'in-force') IN ['in-force', 'commenced', 'piloted'] AND s.verification <> 'unverified' AND s.known_from <= $as_at AND NOT (s.ended AND s.known_to < $as_at)
WITH from, to, collect(DISTINCT s) AS steps
WITH *,
  [s IN steps WHERE 'stays' IN [s.accountability, s.management]] AS stays, [s IN steps WHERE 'moves' IN [s.accountability, s.management]] AS moves,
  COLLECT {
    UNWIND steps AS s MATCH (s)-[:POSITION]->(p:Position) WHERE coalesce(p.stated_at, s.known_from) <= $as_at AND NOT p.id ENDS WITH '-asserted'
      AND ('stays' IN [s.accountability, s.management] OR 'moves' IN [s.accountability, s.management])
    RETURN p
  } AS positions
WHERE size(stays) > 0 AND size(moves) > 0 OR any(p IN positions WHERE p.stance = 'disputes')
WITH *,
  COLLECT {
    UNWIND stays AS s MATCH (s)-[:ASSERTED_BY]->(x) WITH x, max(s.quantifier) AS quantifier ORDER BY x.name RETURN x.name + CASE
      WHEN NOT x:Sample OR x.number IS NULL AND quantifier IS NULL THEN ''
      ELSE ' (' + coalesce(x.number + ' heard' + coalesce(' of ' + x.out_of, ''), '')
        + CASE WHEN x.number IS NULL OR quantifier IS NULL THEN '' ELSE '; ' END
        + CASE quantifier
            WHEN 'all' THEN 'all said so' WHEN 'majority' THEN 'most said so' WHEN 'many' THEN 'many said so'
            WHEN 'some' THEN 'some said so' WHEN 'one' THEN 'one said so' WHEN 'not-stated' THEN 'how many said so is not stated'
            ELSE ''
          END + ')'
    END
  } AS who_stays,
  COLLECT {
    UNWIND moves AS s MATCH (s)-[:ASSERTED_BY]->(x) WITH x, max(s.quantifier) AS quantifier ORDER BY x.name RETURN x.name + CASE
      WHEN NOT x:Sample OR x.number IS NULL AND quantifier IS NULL THEN ''
      ELSE ' (' + coalesce(x.number + ' heard' + coalesce(' of ' + x.out_of, ''), '')
        + CASE WHEN x.number IS NULL OR quantifier IS NULL THEN '' ELSE '; ' END
        + CASE quantifier
            WHEN 'all' THEN 'all said so' WHEN 'majority' THEN 'most said so' WHEN 'many' THEN 'many said so'
            WHEN 'some' THEN 'some said so' WHEN 'one' THEN 'one said so' WHEN 'not-stated' THEN 'how many said so is not stated'
            ELSE ''
          END + ')'
    END
  } AS who_moves,
  COLLECT {
    UNWIND positions AS p WITH p WHERE p.stance IN ['disputes', 'qualifies'] MATCH (p)-[:PARTY]->(x)
    WITH x, max(p.quantifier) AS quantifier ORDER BY x.name RETURN x.name + CASE
      WHEN NOT x:Sample OR x.number IS NULL AND quantifier IS NULL THEN ''
      ELSE ' (' + coalesce(x.number + ' heard' + coalesce(' of ' + x.out_of, ''), '')
        + CASE WHEN x.number IS NULL OR quantifier IS NULL THEN '' ELSE '; ' END
        + CASE quantifier
            WHEN 'all' THEN 'all said so' WHEN 'majority' THEN 'most said so' WHEN 'many' THEN 'many said so'
            WHEN 'some' THEN 'some said so' WHEN 'one' THEN 'one said so' WHEN 'not-stated' THEN 'how many said so is not stated'
            ELSE ''
          END + ')'
    END
  } AS who_else
RETURN from.id AS from, from.name AS from_name, to.id AS to, to.name AS to_name,
  CASE WHEN who_stays = [] THEN ['nobody on record'] ELSE who_stays END AS stays_by,
  CASE WHEN who_moves = [] THEN ['nobody on record'] ELSE who_moves END AS moves_by,
  CASE WHEN who_else = [] THEN ['nobody on record'] ELSE who_else END AS others_by,
  [s IN steps WHERE s IN stays OR s IN moves | s.id] AS claims, [p IN positions | p.id] AS positions,
  COLLECT {
    UNWIND steps AS s MATCH (a:Account)-[:CONCERNS]->(s) WHERE a.verification <> 'unverified' AND a.known_from <= $as_at AND NOT (a.ended AND a.known_to < $as_at) RETURN DISTINCT a.id
  } AS accounts,
  COLLECT { UNWIND [from, to] AS about MATCH (about)<-[:OBJECT]-(l:Limitation) WHERE l.verification <> 'unverified' AND l.known_from <= $as_at AND NOT (l.ended AND l.known_to < $as_at) RETURN DISTINCT l.id } AS limits
ORDER BY from_name, to_name
