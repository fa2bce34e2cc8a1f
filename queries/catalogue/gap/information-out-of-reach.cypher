/*
name = "information-out-of-reach"
question = "Which information is said not to reach those who are to use it, or to be of little use to them?"
kind = "gap"
version = 2
definition = """
Somebody says that information which one body or class holds is not always sent to another, that the other cannot get at it, or that it is hard to use there; and it is
not an answer to something that the other reported (that is asked about under 'feedback-said-missing')."""
judgements = [
  "Being sent, being within reach and being usable are told apart: one can hold without the next.",
  "It is not said that the information is owed. What was read that requires or expects it, or expects something of the receiver that needs it, is shown beside it; where nothing is shown, nothing was found.",
  "Of what is expected of the receiver, only what is on the same topic, on managing risks, on quality or on data is shown.",
  "Hard to use is not useless, and not always is not never: the limits that the source puts on it are in the title or the summary.",
]
caveat = """
These are accounts by those who would use the information. Those who hold it, or run the system, were not always asked, and may have changed it since."""
empty = "No source says that such information does not arrive. It does not follow that it does."
severity = "medium"
severity_reason = "Who cannot see or use what others know may act too late, or not at all."
title = "{carries}, from {from_name:mid} to {to_name:mid}: said to be {how}"
summary = "{text} Limit: {limit}. The same information, by stage: {stages}."
key = ["flow"]

[parameters.to]
type = "thing"
optional = true
help = "Only information for this body or class."

[columns.flow]
type = "id"
help = "What is said of the information."
[columns.from_name]
type = "text"
help = "Who holds it."
[columns.to_name]
type = "text"
help = "Who is to use it: those who were heard, where they say so of themselves."
[columns.carries]
type = "text"
help = "The information."
[columns.how]
type = "text"
help = "What is said to be missing: sending, reach or use."
[columns.limit]
type = "text"
help = "The limit that the source puts on it."
[columns.stages]
type = "list"
help = "What is said of the same information at each stage: required, sent, within reach, usable."
[columns.text]
type = "text"
help = "What is said, in one sentence."

[evidence.said]
heading = "What is said not to arrive"
premise = true
[evidence.disputes]
heading = "Who says otherwise, or qualifies it"
[evidence.required]
heading = "What requires or expects it to be passed on"
[evidence.arrives]
heading = "What does arrive between the same kinds of body, as told"
[evidence.relied_on]
heading = "What the receiver is expected to do"
[evidence.conclusions]
heading = "What the source itself concludes"
[evidence.limits]
heading = "What the sources did not look at"
*/
MATCH (from)<-[:SUBJECT]-(f:Flow {polarity: 'does-not-hold'})-[:OBJECT]->(to)
WHERE f.stage IN ['sent', 'accessible', 'usable'] AND NOT EXISTS { (f)-[:ANSWERS]->() }
  AND coalesce(f.lifecycle, 'in-force') IN ['in-force', 'commenced', 'piloted']
  AND f.verification <> 'unverified' AND f.known_from <= $as_at AND NOT (f.ended AND f.known_to < $as_at)
WITH *,
  [to] + COLLECT { MATCH (to)-[:DRAWN_FROM]->(c) RETURN c } AS receivers,
  [from] + COLLECT { MATCH (from)-[:BROADER*1..2]->(c) RETURN c } + COLLECT { MATCH (c)-[:BROADER*1..2]->(from) RETURN c } AS senders
WHERE $to IS NULL OR any(each IN receivers WHERE each.id = $to)
WITH *,
  COLLECT {
    UNWIND senders AS x MATCH (x)<-[:SUBJECT]-(s:Statement)-[:OBJECT]->(y) WHERE y IN receivers AND s.kind IN ['flow', 'reporting']
      AND NOT EXISTS { (s)-[:ANSWERS]->() } AND (s.kind = 'flow' OR s.topic = f.topic)
      AND s.verification <> 'unverified' AND s.known_from <= $as_at AND NOT (s.ended AND s.known_to < $as_at)
    RETURN DISTINCT s
  } AS passing
RETURN f.id AS flow, from.name AS from_name, to.name AS to_name, f.carries AS carries,
  CASE f.stage WHEN 'sent' THEN 'not ' + CASE f.condition WHEN 'not always' THEN 'always ' ELSE '' END + 'sent' WHEN 'accessible' THEN 'out of their sight' ELSE 'hard to use' END AS how,
  coalesce(f.condition, 'none stated') AS limit,
  COLLECT {
    UNWIND passing AS s WITH s WHERE s.kind = 'flow' AND s.carries = f.carries
    WITH DISTINCT s.stage AS stage, s.polarity AS polarity
    ORDER BY CASE stage WHEN 'required' THEN 0 WHEN 'sent' THEN 1 WHEN 'accessible' THEN 2 ELSE 3 END, polarity DESC
    RETURN CASE WHEN polarity = 'holds' THEN 'said to be ' ELSE 'said not, or not always, to be ' END
      + CASE stage WHEN 'accessible' THEN 'within reach' ELSE stage END
  } AS stages,
  f.text AS text, [f.id] AS said,
  COLLECT { MATCH (f)-[:POSITION]->(p:Position) WHERE NOT p.stance IN ['asserts', 'supports'] AND coalesce(p.stated_at, f.known_from) <= $as_at RETURN p.id } AS disputes,
  [s IN passing WHERE s.polarity = 'holds' AND (s.kind = 'reporting' OR s.stage = 'required') | s.id] AS required,
  [s IN passing WHERE s.polarity = 'holds' AND s.kind = 'flow' AND s.stage <> 'required' | s.id] AS arrives,
  COLLECT {
    UNWIND receivers AS y MATCH (y)<-[:SUBJECT]-(s:Statement)-[:OBJECT]->(x)
    WHERE s.kind IN ['duty', 'oversight'] AND s.force <> 'none' AND s.polarity = 'holds' AND x IN senders
      AND s.topic IN [f.topic, 'risk-management', 'quality', 'data-and-technology']
      AND coalesce(s.lifecycle, 'in-force') IN ['in-force', 'commenced', 'piloted']
      AND s.verification <> 'unverified' AND s.known_from <= $as_at AND NOT (s.ended AND s.known_to < $as_at)
    RETURN DISTINCT s.id
  } AS relied_on,
  COLLECT {
    UNWIND receivers AS x MATCH (c:PublishedFinding)-[:OBJECT]->(x) WHERE c.topic IN [f.topic, 'data-and-technology'] AND c.finding_kind <> 'other'
      AND c.verification <> 'unverified' AND c.known_from <= $as_at AND NOT (c.ended AND c.known_to < $as_at)
    RETURN DISTINCT c.id
  } AS conclusions,
  COLLECT {
    MATCH (f)-[:EVIDENCE]->()-[:IN_DOCUMENT]->(d)<-[:SUBJECT]-(l:Limitation {topic: 'data-and-technology'})
    WHERE l.verification <> 'unverified' AND l.known_from <= $as_at AND NOT (l.ended AND l.known_to < $as_at)
    RETURN DISTINCT l.id
  } AS limits
ORDER BY to_name, from_name, flow
