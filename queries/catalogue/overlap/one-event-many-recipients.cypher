/*
name = "one-event-many-recipients"
question = "When one thing happens, which several bodies are to be told of it?"
kind = "overlap"
version = 2
definition = """
Two or more bodies (or kinds of body) are to be told of one and the same event: of the event itself or of the wider event that it always is, or, counted apart, of
an event that it can also be."""
judgements = [
  "That several are told is not a fault: one may collect, another regulate, a third learn. The answer says that there are several, not that any of them is one too many.",
  "What is told on a condition, what is asked by law, by licence or contract, by policy or guidance, and what is told by choice are counted apart.",
  "Patients and carers who are told of what happened to them are no overlap: they are shown, and not counted.",
  "A rule that reaches the event only where it is also another event (a death that is also an accident at work) is counted apart, and that event is named.",
  "Whoever is told by another that was told itself is counted too: it is shown by whom each is told.",
  "Who is already counted for the event is named again where the other event brings it on a stronger ground, such as law in place of choice, and is not counted twice.",
  "A date, such as the end of a year, is no event here.",
  "What is only proposed or announced, such as one portal for several bodies, is shown, and not counted.",
]
caveat = """
Different people may have to tell different bodies: this counts who is told, by whomever. Only rules that were read are in it, so that there can be more recipients;
and not every case meets every condition, so that in one case there can be fewer."""
empty = "No event is on record of which two bodies are to be told. There may be rules that were not read."
severity = "medium"
severity_reason = "Whoever has to tell several bodies of one event can miss one of them, and none of these may see the whole."
title = "{event_name}: {told_words}"
summary = "{recipients}. Where it is also another event: {others}."
key = ["event"]

[parameters.event]
type = "concept:event"
optional = true
help = "Only this event."

[columns.event]
type = "id"
help = "The event."
[columns.event_name]
type = "text"
help = "Its name."
[columns.count]
type = "integer"
help = "How many bodies or kinds of body are to be told of the event itself, patients left out."
[columns.also_count]
type = "integer"
help = "How many more are to be told where it is also another event."
[columns.told_words]
type = "text"
help = "The two counts in words."
[columns.by_law]
type = "integer"
help = "How many of the first have to be told by an Act or regulations."
[columns.by_choice]
type = "integer"
help = "How many of the first are told by choice alone."
[columns.on_condition]
type = "integer"
help = "How many of the first are told on a condition only."
[columns.recipients]
type = "list"
help = "Who is to be told, by whom, on what it rests, through which system."
[columns.others]
type = "list"
help = "Who else is to be told, or is told on stronger ground, and where it is also which event."

[evidence.told]
heading = "Who is to be told"
premise = true
least = 2
[evidence.patients]
heading = "What patients and carers are to be told"
[evidence.exceptions]
heading = "What need not be told"
[evidence.proposed]
heading = "What is proposed or announced, and not in force"
*/
MATCH (e:Concept {scheme: 'event'})<-[:EVENT]-(s:ReportingRequirement)-[:OBJECT]->(to)
WHERE NOT to:Sample AND NOT coalesce(s.lifecycle, '') IN ['rejected', 'paused', 'ended']
  AND s.verification <> 'unverified' AND s.known_from <= $as_at AND NOT (s.ended AND s.known_to < $as_at)
MATCH (s)-[:SUBJECT]->(from)
OPTIONAL MATCH (s)-[:SYSTEM]->(system)
WITH e, s, to, from, coalesce(system.initials, system.name) AS system, coalesce(s.lifecycle, 'in-force') IN ['in-force', 'commenced', 'piloted'] AS current
WITH e, collect({id: s.id, to: to.id, name: to.name, from: from.name, system: system, only_if: CASE WHEN s.condition IS NULL THEN 0 ELSE 1 END,
  use: CASE
    WHEN s.polarity <> 'holds' THEN CASE WHEN current THEN 'exception' END
    WHEN NOT current THEN 'proposed' WHEN to.id = 'patients-and-carers' THEN 'patient' ELSE 'counts'
  END,
  rank: CASE
    WHEN s.strength = 'may' OR s.force = 'voluntary' THEN 4 WHEN s.force IN ['statute', 'regulations'] THEN 1
    WHEN s.force IN ['licence-condition', 'contract'] THEN 2 WHEN s.force = 'none' THEN 5 ELSE 3
  END}) AS rules
CALL (e) {
  MATCH (event:Concept)-[:BROADER*0..5]->(e) RETURN DISTINCT event, true AS itself
  UNION
  MATCH (event:Concept)-[:BROADER*0..5]->(:Concept)-[:CAN_ALSO_BE]->(:Concept)-[:BROADER*0..5]->(e)
  WHERE NOT EXISTS { (event)-[:BROADER*0..5]->(e) }
  RETURN DISTINCT event, false AS itself
}
WITH e, rules, event, itself
WHERE ($event IS NULL OR event.notation = $event) AND NOT event.notation STARTS WITH 'end-of-'
UNWIND rules AS rule
WITH event, collect({rule: rule, itself: itself, event: e.name}) AS all
WHERE any(x IN all WHERE x.itself AND x.rule.use = 'counts')
CALL (all) {
  UNWIND all AS x WITH x WHERE x.itself AND x.rule.use = 'counts'
  WITH x.rule.to AS id, x.rule.name AS name, min(x.rule.rank) AS rank, min(x.rule.only_if) AS only_if,
    collect(DISTINCT x.rule.system) AS systems, collect(DISTINCT x.rule.from) AS senders ORDER BY rank, name
  RETURN collect({id: id, name: name, rank: rank, only_if: only_if, systems: systems, senders: senders}) AS recipients
}
CALL (all, recipients) {
  UNWIND all AS x WITH x WHERE NOT x.itself AND x.rule.use = 'counts'
  WITH x.rule.to AS id, x.rule.name AS name, x.event AS event, min(x.rule.rank) AS rank
  WITH *, head([r IN recipients WHERE r.id = id | r.rank]) AS known
  WITH * WHERE known IS NULL OR rank < known
  WITH id, name, known, min(rank) AS rank, collect(event) AS events ORDER BY name
  RETURN collect({name: name, events: events, known: known, rank: rank}) AS others
}
WITH *, ['law', 'licence or contract', 'policy or guidance', 'by choice', 'as described'] AS grounds, size([o IN others WHERE o.known IS NULL]) AS also_count
WITH * WHERE size(recipients) + also_count > 1
RETURN event.notation AS event, event.name AS event_name, size(recipients) AS count, also_count,
  CASE size(recipients) WHEN 1 THEN 'one body or kind of body is' ELSE size(recipients) + ' bodies or kinds of body are' END + ' to be told of it'
    + CASE also_count WHEN 0 THEN '' ELSE ', and ' + also_count + ' more where it is also another event' END AS told_words,
  size([r IN recipients WHERE r.rank = 1]) AS by_law, size([r IN recipients WHERE r.rank = 4]) AS by_choice, size([r IN recipients WHERE r.only_if = 1]) AS on_condition,
  [r IN recipients | r.name + ' (' + grounds[r.rank - 1]
    + CASE r.only_if WHEN 1 THEN ', on a condition' ELSE '' END
    + reduce(words = '', each IN r.systems | words + ', through ' + each)
    + reduce(words = '', each IN r.senders | words + CASE words WHEN '' THEN '; told by: ' ELSE ', ' END + each) + ')'] AS recipients,
  CASE size(others) WHEN 0 THEN ['nobody else on record']
    ELSE [o IN others | o.name + ' (' + reduce(words = '', each IN o.events | words + CASE words WHEN '' THEN '' ELSE ' or ' END + each)
      + CASE WHEN o.known IS NULL THEN '' ELSE ', then on stronger ground: ' + grounds[o.rank - 1] END + ')'] END AS others,
  [x IN all WHERE x.rule.use = 'counts' | x.rule.id] AS told, [x IN all WHERE x.rule.use = 'patient' | x.rule.id] AS patients,
  [x IN all WHERE x.rule.use = 'exception' | x.rule.id] AS exceptions, [x IN all WHERE x.rule.use = 'proposed' AND x.itself | x.rule.id] AS proposed
ORDER BY count DESC, also_count DESC, event
