/*
name = "demands-of-one-event"
question = "When one thing happens, how many separate entries, by when and in which systems, does one kind of body have to make?"
kind = "burden"
version = 4
definition = """
One kind of body has two or more recorded requirements to tell somebody of one and the same event. What goes through one system counts as one entry, whomever it
serves; what goes through no named system counts once for each who is told. What is told by choice is counted apart."""
judgements = [
  "An entry is no hour of work: how long it takes is not on record.",
  "One system that serves two bodies counts once, and is named.",
  "Rules that reach the body only in so far as it is also something else (an employer, a licensee), or the event only where it is also another event, are counted apart.",
  "Telling patients and carers is counted: it is work, and owed to them.",
  "A route that is open on a condition only, such as the telephone where it is urgent, to somebody who is also told through a named system counts with that system.",
  "The answer to a coroner's report is set off by the report, which comes later: the death by itself asks for none.",
  "What a rule excuses is shown, and what is only announced or proposed is not counted; a system that was announced is named as such.",
]
caveat = """
Not every event meets every condition, so that in one case there are fewer; rules that were not read are missing, so that there may be more. Two requirements on
record may be met by one message where a source does not name the system."""
empty = "No event is on record that sets off two such requirements for one kind of body. There may be rules that were not read."
severity = "medium"
severity_reason = "Each entry has its own form, deadline and follow-up, at the time when something has gone wrong."
title = "{from_name}, {event_name:mid}: {entry_words}"
summary = "{asked}. Shortest limit in hours, days or months: {soonest}; where it or the event is also something else: {soonest_also}. One entry for several: {shared}. Announced, not in force when read: {announced_for}."
key = ["event", "from"]

[parameters.event]
type = "concept:event"
optional = true
help = "Only this event."
[parameters.body]
type = "thing"
optional = true
help = "Only this body or class."

[columns.event]
type = "id"
help = "The event."
[columns.event_name]
type = "text"
help = "Its name."
[columns.from]
type = "id"
help = "Who has to tell."
[columns.from_name]
type = "text"
help = "Its name."
[columns.entries]
type = "integer"
help = "How many separate entries are asked for, for the event and the body as such."
[columns.also_entries]
type = "integer"
help = "How many more, where the event or the body is also something else."
[columns.by_choice]
type = "integer"
help = "How many more by choice."
[columns.entry_words]
type = "text"
help = "The three counts in words."
[columns.asked]
type = "list"
help = "Each entry: to whom, how soon, through what."
[columns.soonest]
type = "text"
help = "The shortest limit in hours, days or months, and the limits that are put in words, such as at once."
[columns.soonest_also]
type = "text"
help = "The same for the entries that are asked for where the event or the body is also something else."
[columns.shared]
type = "list"
help = "Systems through which one entry serves several."
[columns.announced_for]
type = "list"
help = "What was announced and not in force when read: the system, and who would be told through it."

[evidence.demands]
heading = "What is to be told"
premise = true
least = 2
[evidence.choice]
heading = "What may be told by choice"
[evidence.elsewhere]
heading = "Where the event or the body is also something else"
[evidence.announced]
heading = "Announced, not in force when read"
[evidence.excused]
heading = "What need not be told"
*/
MATCH (event:Concept {scheme: 'event'})<-[:EVENT]-(s:ReportingRequirement {polarity: 'holds'})-[:SUBJECT]->(from)
WHERE NOT from:Sample AND ($event IS NULL OR event.notation = $event) AND ($body IS NULL OR from.id = $body)
  AND coalesce(s.lifecycle, 'in-force') IN ['in-force', 'commenced', 'piloted']
  AND s.verification <> 'unverified' AND s.known_from <= $as_at AND NOT (s.ended AND s.known_to < $as_at)
WITH DISTINCT event, from
WITH event, from, COLLECT { MATCH (event)-[:BROADER*0..5]->(e:Concept) RETURN DISTINCT e } AS same_event,
  COLLECT { MATCH (event)-[:BROADER*0..5]->(:Concept)-[:CAN_ALSO_BE]->(:Concept)-[:BROADER*0..5]->(e:Concept) WHERE e.notation <> 'risk-of-other-deaths' RETURN DISTINCT e } AS also,
  COLLECT { MATCH (from)-[:BROADER*0..5]->(c) RETURN DISTINCT c } AS same_body,
  COLLECT { MATCH (from)-[:BROADER*0..5]->(:Class)-[:CAN_ALSO_BE]->(:Class)-[:BROADER*0..5]->(c) RETURN DISTINCT c } AS besides
CALL (event, same_event, also, same_body, besides) {
  UNWIND same_body + [c IN besides WHERE NOT c IN same_body] AS who
  MATCH (who)<-[:SUBJECT]-(s:ReportingRequirement)-[:EVENT]->(e)
  WHERE (e IN same_event OR e IN also)
    AND coalesce(s.lifecycle, 'in-force') IN ['in-force', 'commenced', 'piloted', 'announced']
    AND s.verification <> 'unverified' AND s.known_from <= $as_at AND NOT (s.ended AND s.known_to < $as_at)
  MATCH (s)-[:OBJECT]->(to)
  OPTIONAL MATCH (s)-[:SYSTEM]->(system)
  WITH *,
    CASE WHEN s.deadline =~ 'P(T?)\\d+[HDMY]' THEN datetime({year: 2001}) + duration(s.deadline) END AS until,
    CASE
      WHEN s.deadline =~ 'PT\\d+H' THEN substring(s.deadline, 2, size(s.deadline) - 3) + ' hours'
      WHEN s.deadline =~ 'P\\d+D' THEN substring(s.deadline, 1, size(s.deadline) - 2) + ' days'
      WHEN s.deadline =~ 'P\\d+M' THEN substring(s.deadline, 1, size(s.deadline) - 2) + ' months'
      WHEN s.deadline =~ 'P\\d+Y' THEN substring(s.deadline, 1, size(s.deadline) - 2) + ' years'
      ELSE coalesce(s.deadline, s.how_soon)
    END AS soon
  ORDER BY until, s.id
  RETURN collect({
    rule: {id: s.id, to: to.name, entry: coalesce(system.id, to.id), system: coalesce(system.initials, system.name), until: until, soon: soon,
      event: e.notation, holds: s.polarity = 'holds', choice: s.strength = 'may' OR s.force = 'voluntary', only_if: s.condition IS NOT NULL},
    own: e IN same_event AND who IN same_body, planned: s.lifecycle = 'announced'}) AS every
}
WITH event, from, [x IN every WHERE coalesce(x.planned, false)] AS planned, [x IN every WHERE NOT coalesce(x.planned, false)] AS current
CALL (current) {
  UNWIND current AS x
  WITH current, x, x.rule AS rule
  WITH x, rule, [y IN current WHERE y.rule.to = rule.to AND y.rule.system IS NOT NULL AND y.rule.holds AND NOT y.rule.choice AND (y.own OR NOT x.own) | y.rule.entry] AS through
  RETURN collect({own: x.own, rule: rule {.*, entry: CASE WHEN rule.only_if AND rule.system IS NULL AND size(through) > 0 THEN through[0] ELSE rule.entry END}}) AS all
}
WITH event, from, all, planned
WHERE any(x IN all WHERE x.own AND x.rule.holds AND x.rule.event = event.notation)
CALL (all) {
  UNWIND all AS x WITH x WHERE x.own AND x.rule.holds AND NOT x.rule.choice
  WITH x.rule.entry AS entry, collect(DISTINCT x.rule.to) AS to, collect(DISTINCT x.rule.system)[0] AS system, min(x.rule.until) AS until, collect(DISTINCT x.rule.soon) AS soon
  ORDER BY CASE WHEN until IS NULL THEN 1 ELSE 0 END, until, to[0]
  RETURN collect({id: entry, to: to, system: system, until: until, soon: soon}) AS entries
}
CALL (all) {
  UNWIND all AS x WITH x WHERE x.own AND x.rule.holds AND x.rule.system IS NOT NULL
  WITH x.rule.system AS system, collect(DISTINCT x.rule.to) AS to WHERE size(to) > 1
  RETURN collect(system + ': ' + reduce(words = to[0], each IN tail(to) | words + ' and ' + each)) AS shared
}
CALL (planned) {
  UNWIND planned AS x WITH x WHERE x.rule.holds
  WITH x.rule.system AS system, x.rule.to AS to ORDER BY to
  WITH system, collect(DISTINCT to) AS to
  WITH coalesce(system + ': ', '') + reduce(words = to[0], each IN tail(to) | words + ' and ' + each) AS words ORDER BY words
  RETURN collect(words) AS announced_for
}
CALL (all) {
  UNWIND all AS x WITH x.rule AS rule, x.own AS own WHERE NOT own AND rule.holds AND NOT rule.choice AND rule.soon IS NOT NULL
  WITH rule.until AS until, rule.soon + ' (' + rule.to + ')' AS words ORDER BY until, words
  RETURN [w IN collect(DISTINCT CASE WHEN until IS NOT NULL THEN words END)][0] AS also_counted_out, collect(DISTINCT CASE WHEN until IS NULL THEN words END) AS also_in_words
}
WITH *, [e IN entries | e.id] AS counted
WITH *,
  COLLECT { UNWIND all AS x WITH x WHERE x.own AND x.rule.holds AND x.rule.choice AND NOT x.rule.entry IN counted RETURN DISTINCT x.rule.entry } AS chosen,
  COLLECT { UNWIND all AS x WITH x WHERE NOT x.own AND x.rule.holds AND NOT x.rule.choice AND NOT x.rule.entry IN counted RETURN DISTINCT x.rule.entry } AS more
WHERE size(entries) > 0 AND size(entries) + size(chosen) + size(more) > 1
  OR size(shared) > 0
WITH *, head([e IN entries WHERE e.until IS NOT NULL | head([x IN all WHERE x.own AND x.rule.until = e.until | x.rule.soon]) + ' (' + e.to[0] + ')']) AS counted_out,
  COLLECT { UNWIND all AS x WITH x.rule AS rule, x.own AS own WHERE own AND rule.holds AND NOT rule.choice AND rule.until IS NULL AND rule.soon IS NOT NULL WITH DISTINCT rule.soon + ' (' + rule.to + ')' AS soon ORDER BY soon RETURN soon } AS in_words
RETURN event.notation AS event, event.name AS event_name, from.id AS from, from.name AS from_name,
  size(entries) AS entries, size(more) AS also_entries, size(chosen) AS by_choice,
  CASE size(entries) WHEN 1 THEN 'one entry is' ELSE size(entries) + ' separate entries are' END + ' asked for'
    + CASE size(more) WHEN 0 THEN '' ELSE ', and ' + size(more) + ' more where the body or the event is also something else' END
    + CASE size(chosen) WHEN 0 THEN '' ELSE ', and ' + size(chosen) + ' by choice' END AS entry_words,
  [e IN entries | reduce(words = e.to[0], each IN tail(e.to) | words + ' and ' + each) + coalesce(' through ' + e.system, '')
    + reduce(words = '', each IN e.soon | words + CASE words WHEN '' THEN ' (' ELSE '; ' END + each) + CASE size(e.soon) WHEN 0 THEN '' ELSE ')' END] AS asked,
  CASE
    WHEN counted_out IS NULL AND size(in_words) = 0 THEN 'none on record'
    ELSE coalesce(counted_out, 'none') + CASE size(in_words) WHEN 0 THEN '' ELSE '; put in words: ' + reduce(words = '', each IN in_words | words + CASE words WHEN '' THEN '' ELSE ', ' END + each) END
  END AS soonest,
  CASE
    WHEN also_counted_out IS NULL AND size(also_in_words) = 0 THEN 'none on record'
    ELSE coalesce(also_counted_out, 'none') + CASE size(also_in_words) WHEN 0 THEN '' ELSE '; put in words: ' + reduce(words = '', each IN also_in_words | words + CASE words WHEN '' THEN '' ELSE ', ' END + each) END
  END AS soonest_also,
  CASE size(shared) WHEN 0 THEN ['none on record'] ELSE shared END AS shared,
  CASE size(announced_for) WHEN 0 THEN ['nothing on record'] ELSE announced_for END AS announced_for,
  [x IN all WHERE x.own AND x.rule.holds AND NOT x.rule.choice | x.rule.id] AS demands, [x IN all WHERE x.own AND x.rule.holds AND x.rule.choice | x.rule.id] AS choice,
  [x IN all WHERE NOT x.own AND x.rule.holds | x.rule.id] AS elsewhere, [x IN planned WHERE x.rule.holds | x.rule.id] AS announced, [x IN all WHERE NOT x.rule.holds | x.rule.id] AS excused
ORDER BY entries DESC, also_entries DESC, from, event
