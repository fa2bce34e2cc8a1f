/*
name = "complaint-and-feedback-channels"
question = "Through which channels can patients and carers complain or give feedback, and who has to run them?"
kind = "overlap"
version = 1
definition = """
Two or more bodies (or kinds of body) are on record as taking complaints, looking into them, or asking patients and carers how their care was: by law, by contract, by policy or as described."""
judgements = [
  "Several channels are no fault: somebody may not want to complain to the body that treated them, and a last stage has to be another's. The answer says how many there are, not that one is too many.",
  "Who takes or investigates complaints, and who gathers feedback, are counted apart; whoever does both is in both.",
  "What must be run by an Act, regulations or a contract is told apart from what somebody only describes.",
  "A kind of body and a wider kind to which it belongs are both listed: a general practice answers complaints as a body of the NHS and as a registered provider, by different rules.",
  "Who speaks for patients, which figures are passed on and to whom, and how soon an answer is due are shown beside, and are no channel.",
  "Where sources disagree on what is collected nationally, both sides are shown and neither is settled.",
]
caveat = """
Only channels whose rules or pages were read are in it. The Dash review, as NHS Providers reports it, counts more than 70 kinds of channel or organisation (a journal: more than 20
organisations), and what was read names none, so that most are missing here: surveys, review sites and services of single providers among them. That complaints are not collected nationally is flagged as
contradictory: yearly returns count them, and what each complaint said is not collected. The Friends and Family Test in general practice is known as it was in 2020."""
empty = "No two bodies are on record with which patients can complain or leave feedback. There may be channels that were not read of."
severity = "medium"
severity_reason = "Whoever complains can turn to the wrong body, and what is learnt in one channel need not reach the others."
title = "Complaints and feedback of patients: {complaint_words}; {feedback_words}"
summary = "Complaints: {complaints:mid}. Feedback: {feedback:mid}. Not, or no longer: {not_theirs:mid}. Figures passed on to: {figures_to}. Counted by sources: {counted}."
key = ["topic"]

[columns.topic]
type = "id"
help = "The topic: the experience of users."
[columns.complaint_count]
type = "integer"
help = "How many bodies or kinds of body take or investigate complaints."
[columns.complaint_words]
type = "text"
help = "The same in words, with how many by law."
[columns.feedback_count]
type = "integer"
help = "How many gather feedback."
[columns.feedback_words]
type = "text"
help = "The same in words, with how many by law or contract."
[columns.complaints]
type = "list"
help = "Who takes or investigates complaints: on what force, by which rule, and whether on a condition."
[columns.feedback]
type = "list"
help = "Who gathers feedback, in the same way."
[columns.not_theirs]
type = "list"
help = "Who is said not to take complaints, or no longer."
[columns.figures_to]
type = "list"
help = "Who gets figures or summaries, and from whom."
[columns.counted]
type = "list"
help = "What sources count: channels and complaints."
[columns.disputed_count]
type = "integer"
help = "How many conclusions on it contradict another source."

[evidence.complaining]
heading = "Who takes or investigates complaints"
premise = true
least = 1
[evidence.asking]
heading = "Who gathers feedback"
premise = true
least = 1
[evidence.denied]
heading = "What is said not to be so"
[evidence.answering]
heading = "What whoever complains is to be told"
[evidence.returns]
heading = "Which figures are passed on"
[evidence.disputed]
heading = "Where sources disagree"
[evidence.conclusions]
heading = "What sources conclude on the experience of users"
[evidence.counts]
heading = "What sources count"
[evidence.speaking]
heading = "Who speaks for patients"
[evidence.standards]
heading = "Which standards there are"
[evidence.proposed]
heading = "What is proposed, and not in force"
*/
MATCH (topic:Concept {id: 'topic/user-experience'})
MATCH (s:Duty|FunctionAssignment)-[:SUBJECT]->(who)
WHERE (s.function = 'handle-complaints' OR s.function = 'investigate' AND s.event = 'complaint' OR s.function = 'collect-data' AND s.topic = topic.notation)
  AND coalesce(s.modality, 'duty') IN ['duty', 'power', 'expectation'] AND NOT who:Sample
  AND coalesce(s.lifecycle, 'in-force') IN ['in-force', 'commenced', 'piloted']
  AND s.verification <> 'unverified' AND s.known_from <= $as_at AND NOT (s.ended AND s.known_to < $as_at)
OPTIONAL MATCH (s)-[:RESTS_ON]->(rule)
WITH topic, s, who, CASE
    WHEN s.force IN ['statute', 'regulations'] THEN 'law' WHEN s.force = 'licence-condition' THEN 'licence' WHEN s.force = 'policy-or-framework' THEN 'policy'
    WHEN s.force = 'none' THEN 'as described' ELSE replace(s.force, '-', ' ')
  END AS force, coalesce(rule.short_title, rule.name) + coalesce(', ' + s.provision, '') AS rule
WITH topic, collect({id: s.id, who: who, bound: force IN ['law', 'contract', 'licence'],
  use: CASE WHEN s.polarity <> 'holds' THEN 'denied' WHEN s.function = 'collect-data' THEN 'asks' ELSE 'takes' END,
  way: force + coalesce(': ' + rule, '') + CASE s.strength WHEN 'may' THEN ', may' ELSE '' END + CASE WHEN s.condition IS NULL THEN '' ELSE ', on a condition' END}) AS acts
CALL (acts) {
  UNWIND acts AS act
  WITH act.use AS use, act.who AS who, max(CASE WHEN act.bound THEN 1 ELSE 0 END) AS bound, collect(DISTINCT act.way) AS ways ORDER BY bound DESC, who.name
  RETURN collect({use: use, who: who, bound: bound, words: who.name + ' (' + reduce(words = ways[0], each IN tail(ways) | words + '; ' + each) + ')'}) AS bodies
}
WITH topic, acts, [b IN bodies WHERE b.use = 'takes'] AS takers, [b IN bodies WHERE b.use = 'asks'] AS askers, [b IN bodies WHERE b.use = 'denied'] AS others
WHERE size(COLLECT { UNWIND takers + askers AS b RETURN DISTINCT b.who }) > 1
WITH *, COLLECT {
    MATCH (from)<-[:SUBJECT]-(r:ReportingRequirement)-[:OBJECT]->(to)
    WHERE r.topic = topic.notation AND (to.id <> 'patients-and-carers' OR r.event = 'complaint') AND r.polarity = 'holds'
      AND coalesce(r.lifecycle, 'in-force') IN ['in-force', 'commenced', 'piloted']
      AND r.verification <> 'unverified' AND r.known_from <= $as_at AND NOT (r.ended AND r.known_to < $as_at)
    RETURN {id: r.id, from: from.name, to: to.name, patients: to.id = 'patients-and-carers'}
  } AS told,
  COLLECT {
    MATCH (n:Statistic)-[:OBJECT]->(class)
    WHERE n.topic = topic.notation AND class.id IN ['health-and-care-organisations', 'patients-and-carers']
      AND n.verification <> 'unverified' AND n.known_from <= $as_at AND NOT (n.ended AND n.known_to < $as_at)
    RETURN {id: n.id, words: CASE n.bound WHEN 'more-than' THEN 'more than ' WHEN 'up-to' THEN 'up to ' ELSE '' END + n.value + ' ' + n.unit + ' (' + n.counted + ')'} ORDER BY n.id
  } AS counts,
  COLLECT {
    MATCH (f:PublishedFinding) WHERE f.topic = topic.notation
      AND f.verification <> 'unverified' AND f.known_from <= $as_at AND NOT (f.ended AND f.known_to < $as_at)
    RETURN f
  } AS findings
CALL (told) {
  UNWIND told AS t WITH t WHERE NOT t.patients WITH t.to AS to, collect(DISTINCT t.from) AS from ORDER BY to
  RETURN collect(to + ' (from: ' + reduce(words = from[0], each IN tail(from) | words + '; ' + each) + ')') AS figures_to
}
RETURN topic.notation AS topic, size(takers) AS complaint_count,
  CASE size(takers) WHEN 1 THEN 'one body or kind of body takes or investigates complaints' ELSE size(takers) + ' bodies or kinds of body take or investigate complaints' END
    + ' (' + size([b IN takers WHERE b.bound = 1]) + ' by law or contract)' AS complaint_words,
  size(askers) AS feedback_count, CASE size(askers) WHEN 1 THEN 'one gathers' ELSE size(askers) + ' gather' END + ' feedback (' + size([b IN askers WHERE b.bound = 1]) + ' by law or contract)' AS feedback_words,
  CASE size(takers) WHEN 0 THEN ['nobody on record'] ELSE [b IN takers | b.words] END AS complaints,
  CASE size(askers) WHEN 0 THEN ['nobody on record'] ELSE [b IN askers | b.words] END AS feedback,
  CASE size(others) WHEN 0 THEN ['nobody on record'] ELSE [b IN others | b.words] END AS not_theirs,
  CASE size(figures_to) WHEN 0 THEN ['nobody on record'] ELSE figures_to END AS figures_to,
  CASE size(counts) WHEN 0 THEN ['nothing on record'] ELSE [c IN counts | c.words] END AS counted,
  size([f IN findings WHERE f.verification = 'contradictory']) AS disputed_count,
  [a IN acts WHERE a.use = 'takes' | a.id] AS complaining, [a IN acts WHERE a.use = 'asks' | a.id] AS asking, [a IN acts WHERE a.use = 'denied' | a.id] AS denied,
  [t IN told WHERE t.patients | t.id] AS answering, [t IN told WHERE NOT t.patients | t.id] AS returns,
  [f IN findings WHERE f.verification = 'contradictory' | f.id] + COLLECT {
    UNWIND findings AS f WITH f WHERE f.verification = 'contradictory'
    MATCH (f)-[:POSITION]->(p:Position) WHERE p.stance <> 'asserts' AND coalesce(p.stated_at, f.known_from) <= $as_at
    RETURN p.id
  } AS disputed,
  [f IN findings WHERE f.verification <> 'contradictory' | f.id] AS conclusions, [c IN counts | c.id] AS counts,
  COLLECT {
    MATCH (v:Duty|FunctionAssignment)-[:SUBJECT]->(voice) WHERE v.function = 'advocate' AND v.topic = topic.notation AND v.polarity = 'holds' AND NOT voice:Sample
      AND v.verification <> 'unverified' AND v.known_from <= $as_at AND NOT (v.ended AND v.known_to < $as_at)
    RETURN v.id
  } AS speaking,
  COLLECT {
    MATCH (a:Applicability)-[:SUBJECT]->(i:Instrument) WHERE a.topic = topic.notation AND toLower(i.name) CONTAINS 'complain' AND a.polarity = 'holds'
      AND a.verification <> 'unverified' AND a.known_from <= $as_at AND NOT (a.ended AND a.known_to < $as_at)
    RETURN a.id
  } AS standards,
  COLLECT {
    MATCH (m:ReformMeasure) WHERE m.topic = topic.notation AND NOT coalesce(m.lifecycle, '') IN ['rejected', 'ended']
      AND m.verification <> 'unverified' AND m.known_from <= $as_at AND NOT (m.ended AND m.known_to < $as_at)
    RETURN m.id
  } AS proposed
