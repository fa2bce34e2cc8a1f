/*
name = "accountable-path"
question = "By which shortest chain does one body answer to another, and who says so of each link?"
kind = "feedback"
version = 2
definition = """
The shortest chain on record from one body or class to another in which each link says that the one answers to the next: it is overseen, regulated or assessed by it, is
said to be accountable to it, or raises risks with it in such a way that accountability moves. At most six links."""
judgements = [
  "Being regulated or assessed counts as answering for what is regulated or assessed, and for no more; support, assurance and inspection alone do not count.",
  "What is said of a class holds for its members and for the classes within it: passing from a body to its class is no link.",
  "Raising a risk is a link only where a source says that accountability moves with it; that a risk is passed up is reporting otherwise.",
  "Of chains that are equally short one is shown. A link on which its source sets a condition is used, with the condition.",
  "A link that somebody disputes is used, and who disputes it is named: a chain that a policy draws may be denied by those whom it is about.",
]
caveat = """
A chain shows what laws, policies and people say, not that anybody is held to account in practice. There may be shorter chains that the sources read do not describe, above
all from arm's length bodies to ministers, which were not read. Ministers answer to Parliament beyond any chain shown."""
empty = "No chain of at most six links is on record between the two. The sources read do not describe every line of accountability."
severity = "low"
severity_reason = "A chain is what to check, link by link; it is not a failing."
title = "{start_name} to {finish_name:mid}: {links}"
summary = "{chain}. Each link rests, in order, on: {forces}. Conditions: {conditions}. Disputed: {disputed}."
key = ["start", "finish"]
about = "start"
needs = ["oversight", "escalation", "tie"]

[parameters.from]
type = "thing"
help = "Who answers: a body or class, by id, name or initials."
[parameters.to]
type = "thing"
help = "To whom: a body or class, by id, name or initials."

[columns.start]
type = "id"
help = "Who answers."
[columns.start_name]
type = "text"
help = "Its name."
[columns.finish]
type = "id"
help = "To whom."
[columns.finish_name]
type = "text"
help = "Its name."
[columns.links]
type = "text"
help = "How many links, in words."
[columns.chain]
type = "text"
help = "The bodies along the chain."
[columns.forces]
type = "list"
help = "What each link rests on, in order; 'no instrument' is an account or a description."
[columns.conditions]
type = "list"
help = "Conditions on the links."
[columns.disputed]
type = "list"
help = "Which links are disputed, and by whom."

[evidence.steps]
heading = "The links in order, each with its source"
premise = true
ordered = true
[evidence.disputes]
heading = "Who disputes or limits a link"
[evidence.accounts]
heading = "What those heard say of a link"
*/
MATCH (start:Thing {id: $from}), (finish:Thing {id: $to})
WHERE start <> finish
WITH start, finish,
  COLLECT {
    MATCH (s:Statement) WHERE s.kind IN ['oversight', 'tie', 'escalation']
      AND (s.kind = 'oversight' AND s.oversight_kind IN ['oversight', 'regulation', 'performance-management', 'assessment']
        OR s.kind = 'tie' AND s.tie = 'accountable-to' OR s.kind = 'escalation' AND s.accountability = 'moves')
      AND s.polarity = 'holds' AND coalesce(s.lifecycle, 'in-force') IN ['in-force', 'commenced', 'piloted'] AND s.verification <> 'unverified' AND s.known_from <= $as_at AND NOT (s.ended AND s.known_to < $as_at)
    MATCH (s)-[:SUBJECT]->(x) MATCH (s)-[:OBJECT]->(y)
    WITH s, CASE s.kind WHEN 'oversight' THEN y ELSE x END AS low, CASE s.kind WHEN 'oversight' THEN x ELSE y END AS high
    WITH s, low, high ORDER BY CASE s.force WHEN 'none' THEN 1 ELSE 0 END, s.id
    RETURN {id: s.id, force: s.force, condition: s.condition, to: high.id, name: high.name, low: low.name,
      from: COLLECT { MATCH (low)<-[:BROADER|IN_CLASS]-{0,3}(member) RETURN DISTINCT member.id }}
  } AS links
WITH start, finish, reduce(
  state = {level: [[{to: start.id}]], seen: [start.id], found: null}, i IN range(1, 6) |
    CASE WHEN state.found IS NOT NULL THEN state ELSE head([next IN [reduce(more = [], chain IN state.level | more + [
        link IN links WHERE chain[-1].to IN link.from AND NOT link.to IN state.seen AND none(other IN more WHERE other[-1].to = link.to) | chain + [link]
      ])] | {level: next, seen: state.seen + [chain IN next | chain[-1].to], found: head([chain IN next WHERE chain[-1].to = finish.id])}]) END
).found AS found
WHERE found IS NOT NULL
WITH start, finish, found[1..] AS steps
WITH *,
  COLLECT {
    UNWIND range(0, size(steps) - 1) AS place
    WITH place, steps[place] AS step
    MATCH (:Statement {id: step.id})-[:POSITION]->(p:Position {stance: 'disputes'})-[:PARTY]->(x)
    WHERE coalesce(p.stated_at, $as_at) <= $as_at
    WITH place, step, x, max(p.quantifier) AS quantifier ORDER BY place, x.name
    WITH place, step, x.name + CASE
      WHEN NOT x:Sample OR x.number IS NULL AND quantifier IS NULL THEN ''
      ELSE ' (' + coalesce(x.number + ' heard' + coalesce(' of ' + x.out_of, ''), '')
        + CASE WHEN x.number IS NULL OR quantifier IS NULL THEN '' ELSE '; ' END
        + CASE quantifier
            WHEN 'all' THEN 'all said so' WHEN 'majority' THEN 'most said so' WHEN 'many' THEN 'many said so'
            WHEN 'some' THEN 'some said so' WHEN 'one' THEN 'one said so' WHEN 'not-stated' THEN 'how many said so is not stated'
            ELSE ''
          END + ')'
    END AS who
    WITH place, step, collect(who) AS who ORDER BY place
    RETURN step.low + ' → ' + step.name + ' (disputed by: ' + reduce(words = who[0], each IN tail(who) | words + '; ' + each) + ')'
  } AS disputed,
  COLLECT {
    UNWIND steps AS step MATCH (s:Statement {id: step.id})-[:POSITION]->(p:Position)
    WHERE p.stance IN ['disputes', 'qualifies'] AND coalesce(p.stated_at, s.known_from) <= $as_at RETURN p.id
  } AS disputes,
  COLLECT {
    UNWIND steps AS step MATCH (a:Account)-[:CONCERNS]->(:Statement {id: step.id})
    WHERE a.verification <> 'unverified' AND a.known_from <= $as_at AND NOT (a.ended AND a.known_to < $as_at) RETURN DISTINCT a.id
  } AS accounts
RETURN start.id AS start, start.name AS start_name, finish.id AS finish, finish.name AS finish_name,
  CASE size(steps) WHEN 1 THEN 'one link' ELSE size(steps) + ' links' END AS links,
  reduce(text = start.name, s IN steps | text + ' → ' + s.name) AS chain,
  [s IN steps | CASE s.force WHEN 'none' THEN 'no instrument' WHEN 'policy-or-framework' THEN 'policy' ELSE replace(s.force, '-', ' ') END] AS forces,
  CASE WHEN any(s IN steps WHERE s.condition IS NOT NULL) THEN [s IN steps WHERE s.condition IS NOT NULL | s.condition] ELSE ['none'] END AS conditions,
  CASE WHEN disputed = [] THEN ['no link'] ELSE disputed END AS disputed,
  [s IN steps | s.id] AS steps, disputes, accounts
