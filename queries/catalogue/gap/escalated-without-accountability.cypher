/*
name = "escalated-without-accountability"
question = "At which steps is a risk passed up while accountability for it is said to stay, or is disputed?"
kind = "gap"
version = 2
definition = """
A source describes a step by which one body raises risks with a higher one, and says of that step that accountability stays with the body that raises them, or that it
is disputed who then holds it."""
judgements = [
  "That accountability stays is no fault in itself: reporting leaves it where it is, escalation can move it. The question is whether both ends of the step see it alike.",
  "Who manages the risk and who answers for it are two things; a step that moves the management is not taken to move accountability.",
  "A step of which nothing is said about accountability is not listed here but under 'accountability-not-stated'.",
  "A dispute about one account of the step counts as a dispute about the step.",
]
caveat = """
Most of this is what people told the authors of one report, about steps that guidance describes in other words. Practice may differ between boards and regions: the
samples say how many were heard."""
empty = "No step is recorded at which accountability is said to stay or is disputed. The sources do not describe every step."
severity = "high"
severity_reason = "If both ends of a step take the other to answer for a risk, nobody may act on it."
title = "{from_name} to {to_name:mid}: when a risk is raised, {effect}"
summary = "The sources describe this step in {steps_all} places. Who answers for the risk once it is raised: {accountability}. Each is shown with who says so."
key = ["from", "to"]
about = "from"
needs = ["escalation"]

[parameters.from]
type = "thing"
optional = true
help = "Only steps taken by this body or class."

[columns.from]
type = "id"
help = "Who raises the risk."
[columns.from_name]
type = "text"
help = "Its name."
[columns.to]
type = "id"
help = "With whom it is raised."
[columns.to_name]
type = "text"
help = "Its name."
[columns.effect]
type = "text"
help = "What is said of accountability: that it stays, or that this is disputed."
[columns.tier_from]
type = "text"
help = "The tier that the step starts from."
[columns.tier_to]
type = "text"
help = "The tier that it leads to."
[columns.accountability]
type = "list"
help = "What is said of accountability at this step."
[columns.steps_all]
type = "integer"
help = "How many passages describe the step."

[evidence.told]
heading = "What is said of accountability"
premise = true
[evidence.disputes]
heading = "Who disputes it"
[evidence.qualifications]
heading = "Who adds to it or limits it"
[evidence.policy]
heading = "What policy or guidance says of the step"
[evidence.others]
heading = "Other accounts of the step"
[evidence.feedback]
heading = "What comes back"
[evidence.accounts]
heading = "What those heard say of it"
[evidence.conclusions]
heading = "What the source itself concludes, on the same topic"
*/
MATCH (from)<-[:SUBJECT]-(s:EscalationStep)-[:OBJECT]->(to)
WHERE ($from IS NULL OR from.id = $from) AND s.polarity = 'holds'
  AND coalesce(s.lifecycle, 'in-force') IN ['in-force', 'commenced', 'piloted']
  AND s.verification <> 'unverified' AND s.known_from <= $as_at AND NOT (s.ended AND s.known_to < $as_at)
WITH from, to, collect(DISTINCT s) AS steps
WITH *, [s IN steps WHERE s.accountability = 'stays'] AS stays, [s IN steps WHERE s.accountability = 'contested'] AS contested
WITH *, CASE WHEN size(stays) > 0 THEN stays ELSE contested END AS told
WHERE size(told) > 0
WITH *,
  COLLECT {
    UNWIND steps AS s MATCH (s)-[:POSITION]->(p:Position) WHERE coalesce(p.stated_at, s.known_from) <= $as_at
    RETURN p
  } AS positions
RETURN from.id AS from, from.name AS from_name, to.id AS to, to.name AS to_name,
  CASE
    WHEN size(contested) > 0 OR any(p IN positions WHERE p.stance = 'disputes')
    THEN 'it is disputed who then answers for it' ELSE 'accountability is said to stay with those who raise it'
  END AS effect,
  steps[0].tier_from AS tier_from, steps[0].tier_to AS tier_to, size(steps) AS steps_all,
  COLLECT {
    UNWIND steps AS s WITH coalesce(s.accountability, 'not-stated') AS what, count(*) AS times ORDER BY what = 'not-stated', what
    RETURN CASE what WHEN 'stays' THEN 'whoever raised it' WHEN 'moves' THEN 'whoever it was raised with' WHEN 'shared' THEN 'both'
      WHEN 'contested' THEN 'disputed' ELSE 'not stated' END + ' (in ' + times + ' place' + CASE times WHEN 1 THEN '' ELSE 's' END + ')'
  } AS accountability,
  [s IN told | s.id] AS told,
  [p IN positions WHERE p.stance = 'disputes' | p.id] AS disputes,
  [p IN positions WHERE NOT p.stance IN ['asserts', 'supports', 'disputes'] | p.id] AS qualifications,
  [s IN steps WHERE NOT s IN told AND s.force <> 'none' | s.id] AS policy,
  [s IN steps WHERE NOT s IN told AND s.force = 'none' | s.id] AS others,
  COLLECT {
    UNWIND steps AS s MATCH (f:Flow)-[:ANSWERS]->(s)
    WHERE f.verification <> 'unverified' AND f.known_from <= $as_at AND NOT (f.ended AND f.known_to < $as_at)
    RETURN DISTINCT f.id
  } AS feedback,
  COLLECT {
    UNWIND steps AS s MATCH (a:Account)-[:CONCERNS]->(s)
    WHERE a.verification <> 'unverified' AND a.known_from <= $as_at AND NOT (a.ended AND a.known_to < $as_at)
    RETURN DISTINCT a.id
  } AS accounts,
  COLLECT {
    UNWIND told AS s
    MATCH (s)-[:EVIDENCE]->()-[:IN_DOCUMENT]->(d) WITH DISTINCT s.topic AS topic, d
    MATCH (d)<-[:IN_DOCUMENT]-()<-[:EVIDENCE]-(c:PublishedFinding {finding_kind: 'ambiguity'})
    WHERE c.topic = topic
      AND c.verification <> 'unverified' AND c.known_from <= $as_at AND NOT (c.ended AND c.known_to < $as_at)
    RETURN DISTINCT c.id
  } AS conclusions
ORDER BY from_name, to_name
