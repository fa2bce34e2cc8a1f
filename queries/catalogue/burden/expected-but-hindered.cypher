/*
name = "expected-but-hindered"
question = "What is a body expected to do, that is said to be hindered by a lack of staff, money, clarity or the like?"
kind = "burden"
version = 2
definition = """
An instrument or an official expects something of a body or class, by a duty, an assigned oversight, a function or a reporting requirement, and somebody says what
hinders it."""
judgements = [
  "An expectation set by policy or guidance is not called a duty.",
  "A hindrance is what somebody says it is: an interested party's argument and an author's own finding are shown as such, and none is measured.",
  "A hindrance counts for the very expectation that it is recorded against, not for all that the body does. Where the passage does not name the expectation, which one it bears on is our reading of it.",
]
caveat = "Those who are expected to do something are often those who say what hinders it. How many of them said so is shown where it is stated."
empty = "No hindrance is recorded against such an expectation. The sources do not record all of them."
severity = "medium"
severity_reason = "What is expected and cannot be done is relied on by others who think that it is done."
title = "{bearer_name}: said to lack {hindered_by} for something that {force} expects of them"
summary = "{expectation_text} {only_if}Who says that it is hindered: {told_by}."
key = ["expectation"]

[parameters.body]
type = "thing"
optional = true
help = "Only what is expected of this body or class."

[columns.expectation]
type = "id"
help = "The expectation."
[columns.bearer]
type = "id"
help = "Of whom it is expected."
[columns.bearer_name]
type = "text"
help = "Its name."
[columns.expectation_text]
type = "text"
help = "What is expected, in one sentence."
[columns.only_if]
type = "text"
help = "On what condition it is expected; empty where the source states none."
[columns.force]
type = "text"
help = "What kind of instrument it rests on."
[columns.hindered_by]
type = "list"
help = "Of what there is said to be too little."
[columns.told_by]
type = "list"
help = "Who says so."

[evidence.expected]
heading = "What is expected"
premise = true
[evidence.hindrances]
heading = "What is said to hinder it"
premise = true
[evidence.disputes]
heading = "Who disputes it"
[evidence.accounts]
heading = "What those heard say of it"
[evidence.conclusions]
heading = "What the source itself concludes"
*/
MATCH (c:Constraint)-[:CONSTRAINS]->(s:Statement)-[:SUBJECT]->(bearer)
WHERE ($body IS NULL OR bearer.id = $body) AND s.kind IN ['duty', 'oversight', 'function', 'reporting', 'delegation', 'commissioning']
  AND s.polarity = 'holds' AND s.force <> 'none' AND coalesce(s.lifecycle, 'in-force') IN ['in-force', 'commenced', 'piloted']
  AND s.verification <> 'unverified' AND s.known_from <= $as_at AND NOT (s.ended AND s.known_to < $as_at)
  AND c.polarity = 'holds' AND c.verification <> 'unverified' AND c.known_from <= $as_at AND NOT (c.ended AND c.known_to < $as_at)
WITH s, bearer, collect(DISTINCT c) AS hindrances
RETURN s.id AS expectation, bearer.id AS bearer, bearer.name AS bearer_name, s.text AS expectation_text,
  coalesce('Only: ' + s.condition + '. ', '') AS only_if,
  CASE s.force WHEN 'policy-or-framework' THEN 'policy' ELSE replace(s.force, '-', ' ') END AS force,
  COLLECT { UNWIND hindrances AS c WITH DISTINCT c.constraint_kind AS kind ORDER BY kind RETURN kind } AS hindered_by,
  COLLECT {
    UNWIND hindrances AS c MATCH (c)-[:ASSERTED_BY]->(x)
    WITH x, collect(c.quantifier)[0] AS quantifier ORDER BY x.name
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
  } AS told_by,
  [s.id] AS expected, [c IN hindrances | c.id] AS hindrances,
  COLLECT { MATCH (s)-[:POSITION]->(p:Position {stance: 'disputes'}) WHERE coalesce(p.stated_at, s.known_from) <= $as_at RETURN p.id } AS disputes,
  COLLECT {
    MATCH (a:Account)-[:CONCERNS]->(s) WHERE a.verification <> 'unverified' AND a.known_from <= $as_at AND NOT (a.ended AND a.known_to < $as_at)
    RETURN DISTINCT a.id
  } AS accounts,
  COLLECT {
    MATCH (f:PublishedFinding)-[:OBJECT]->(bearer)
    WHERE f.finding_kind = 'gap' AND f.topic = s.topic AND f.verification <> 'unverified' AND f.known_from <= $as_at AND NOT (f.ended AND f.known_to < $as_at)
    RETURN DISTINCT f.id
  } AS conclusions
ORDER BY bearer_name, expectation
