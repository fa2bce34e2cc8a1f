/*
name = "policy-against-practice"
question = "Where do people describe practice otherwise than law or policy sets it out?"
kind = "contest"
version = 2
definition = """
An instrument in force lays down a duty, a report, the raising of a risk or a function; and people who were heard say that they cannot do it, do it only in part, or see it done
otherwise. Oversight that policy assigns and practice denies has a question of its own."""
judgements = [
  "Only an instrument is policy (law, licence, contract, framework, guidance): what an official said is not. Which kind it is stands with each.",
  "Accounts are listed that a curator tied to the rule, and positions taken in interviews. An account may describe how a rule is met as well as how it is not: read them.",
  "What stands in one and the same passage counts once, whoever said it and however it is recorded.",
  "People heard speak for themselves, never for the class from which they were drawn.",
  "That practice differs is not said to be anybody's fault: a lack of guidance, staff or usable data is shown beside it where a source gives it.",
]
caveat = """
The accounts are of people interviewed for one report in 2024 and 2025. Providers, whose practice many of them describe, were hardly heard. Guidance expects; it does not
oblige as law does."""
empty = "No account of practice is on record beside a rule. The sources do not report how every rule is met."
severity = "medium"
severity_reason = "A rule that those who are to keep it describe otherwise may give nobody what it promises."
title = "{rule_words}: {accounts_count} of practice to read beside it"
summary = "Set out in: {instrument_name} ({force}). Practice is described by: {told_by}."
key = ["rule"]

[parameters.body]
type = "thing"
optional = true
help = "Only rules on this body or class, or owed to it."

[columns.rule]
type = "id"
help = "What the instrument lays down."
[columns.text]
type = "text"
help = "In one sentence."
[columns.rule_words]
type = "text"
help = "The same without its full stop."
[columns.instrument_name]
type = "text"
help = "The instrument."
[columns.force]
type = "text"
help = "What kind of instrument it is."
[columns.subject_name]
type = "text"
help = "On whom it lies."
[columns.accounts_count]
type = "text"
help = "How many accounts, by the passages in which they stand, in words."
[columns.told_by]
type = "list"
help = "Who describes practice."

[evidence.policy]
heading = "What law or policy sets out"
premise = true
[evidence.practice]
heading = "What those heard say"
premise = true
[evidence.lacks]
heading = "What is said to stand in the way"
[evidence.views]
heading = "What others say of it"
*/
MATCH (s:Statement)-[:SUBJECT]->(subject)
WHERE s.kind IN ['duty', 'reporting', 'escalation', 'function'] AND s.force <> 'none' AND coalesce(s.basis, '') <> 'interview-account' AND s.polarity = 'holds' AND coalesce(s.lifecycle, 'in-force') IN ['in-force', 'commenced', 'piloted'] AND s.verification <> 'unverified' AND s.known_from <= $as_at AND NOT (s.ended AND s.known_to < $as_at)
  AND ($body IS NULL OR subject.id = $body OR EXISTS { (s)-[:OBJECT]->({id: $body}) })
WITH s, subject,
  COLLECT {
    MATCH (a:Account)-[:CONCERNS]->(s) WHERE a.verification <> 'unverified' AND a.known_from <= $as_at AND NOT (a.ended AND a.known_to < $as_at) RETURN DISTINCT a
  } AS accounts,
  COLLECT {
    MATCH (s)-[:POSITION]->(p:Position {basis: 'interview-account'}) WHERE coalesce(p.stated_at, s.known_from) <= $as_at AND p.stance IN ['disputes', 'qualifies'] RETURN p
  } AS told
WHERE size(accounts) + size(told) > 0
WITH *, size(COLLECT {
  UNWIND accounts + told AS a
  RETURN DISTINCT coalesce(nullIf(COLLECT { MATCH (a)-[:EVIDENCE]->(e)-[:IN_DOCUMENT]->(d) WITH DISTINCT d.id + ' ' + e.locator AS place ORDER BY place RETURN place }, []), [a.id])
}) AS passages
RETURN s.id AS rule, s.text AS text, CASE WHEN s.text ENDS WITH '.' THEN left(s.text, size(s.text) - 1) ELSE s.text END AS rule_words,
  coalesce(head(COLLECT { MATCH (s)-[:RESTS_ON]->(i) RETURN coalesce(i.short_title, i.name) }), 'A rule whose instrument is not named') AS instrument_name,
  CASE s.force WHEN 'statute' THEN 'law' WHEN 'regulations' THEN 'law' WHEN 'licence-condition' THEN 'a licence condition' WHEN 'contract' THEN 'contract' WHEN 'policy-or-framework' THEN 'policy'
    WHEN 'ministerial-statement' THEN 'a statement of a minister' ELSE replace(s.force, '-', ' ') END AS force, subject.name AS subject_name,
  CASE passages WHEN 1 THEN 'one account' ELSE passages + ' accounts' END AS accounts_count,
  COLLECT {
    CALL (accounts, told) {
      UNWIND accounts AS a MATCH (a)-[:ASSERTED_BY]->(x) RETURN x
      UNION
      UNWIND told AS p MATCH (p)-[:PARTY]->(x) RETURN x
    }
    WITH DISTINCT x ORDER BY x.name RETURN x.name + CASE WHEN x:Sample AND x.number IS NOT NULL THEN ' (' + x.number + ' heard' + coalesce(' of ' + x.out_of, '') + ')' ELSE '' END
  } AS told_by,
  [s.id] AS policy, [a IN accounts | a.id] + [p IN told | p.id] AS practice,
  COLLECT { MATCH (c:Constraint)-[:CONSTRAINS]->(s) WHERE c.verification <> 'unverified' AND c.known_from <= $as_at AND NOT (c.ended AND c.known_to < $as_at) RETURN DISTINCT c.id } AS lacks,
  COLLECT {
    MATCH (s)-[:POSITION]->(p:Position) WHERE coalesce(p.stated_at, s.known_from) <= $as_at AND NOT p IN told AND NOT p.id ENDS WITH '-asserted' RETURN p.id
  } AS views
ORDER BY passages DESC, rule
