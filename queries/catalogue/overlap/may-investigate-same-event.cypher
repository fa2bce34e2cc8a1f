/*
name = "may-investigate-same-event"
question = "When one thing happens, which several bodies may or must investigate or review it?"
kind = "overlap"
version = 2
definition = """
Two or more bodies (or kinds of body) are on record as investigating one and the same event, or as reviewing or scrutinising it: the event itself or the wider event that it
always is, or, counted apart, an event that it can also be."""
judgements = [
  "That several look into one event is no fault, and often meant: one asks for the cause of a death, another what can be learnt, a third whether somebody is liable or broke a rule.",
  "To investigate is to find out how and why something happened, whatever the rule calls it: to review how a child or a newborn died counts. What scrutinises a certificate, or by its own word investigates nothing, is counted apart, as a review.",
  "Law, licence, contract, policy and guidance are told apart from what a body only describes, and what must be investigated from what may be.",
  "A body that looks into the event only where it is also another event (a death that is also a safety event, or one to be notified to a coroner) is counted apart, and that event is named.",
  "A rule that a body names and that was not read is given as such: of what kind it is stays open.",
  "Somebody whose rule says only how an investigation is to be made is counted as investigating, since the rule takes that for granted.",
  "A kind of body and a narrower kind within it are one. People who were heard are no body: what they say is shown.",
  "That a body does not investigate, and how several are to work together, is shown beside.",
]
caveat = """
Each of them may look at something else, and several may be meant to: a coroner finds who died and how, MNSI and HSSIB look for lessons without blame, NHS Resolution
for liability, the Care Quality Commission for a breach. It does not follow that they ask the same questions, nor that each looks into every case: most do on a
condition, or choose. Only rules that were read are in it; the police, employers and professional regulators, for instance, are not."""
empty = "No event is on record that two bodies may investigate or review. There may be rules that were not read."
severity = "medium"
severity_reason = "Families and staff can be asked several times, one investigation can wait for another, and what is learnt can fall between them."
title = "{event_name}: {looked_words}"
summary = "{investigators}. Reviewed or scrutinised: {reviewers:mid}. Where it is also another event: {others:mid}."
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
help = "How many bodies or kinds of body are on record as investigating the event itself."
[columns.review_count]
type = "integer"
help = "How many more only review or scrutinise it."
[columns.also_count]
type = "integer"
help = "How many more look into it where it is also another event."
[columns.looked_words]
type = "text"
help = "The three counts in words."
[columns.by_law]
type = "integer"
help = "How many of those of the event itself do so by an Act or regulations."
[columns.on_condition]
type = "integer"
help = "How many of those of the event itself do so on a condition only."
[columns.investigators]
type = "list"
help = "Who investigates the event itself: how it is worded, the kind of rule, the rule and its clause, how we know, and whether there is a condition."
[columns.reviewers]
type = "list"
help = "Who only reviews or scrutinises it, in the same way."
[columns.others]
type = "list"
help = "Who else looks into it, and where it is also which event."

[evidence.looking]
heading = "Who looks into it"
premise = true
least = 2
[evidence.together]
heading = "How they are to work together"
[evidence.denied]
heading = "What is said not to be so"
[evidence.heard]
heading = "What those heard say that they do"
[evidence.proposed]
heading = "What is proposed or announced, and not in force"
*/
MATCH (e:Concept {scheme: 'event'})<-[:EVENT]-(s:Duty|FunctionAssignment)-[:SUBJECT]->(who)
WHERE s.function IN ['investigate', 'assess', 'co-ordinate'] AND coalesce(s.modality, 'duty') IN ['duty', 'power', 'expectation']
  AND NOT coalesce(s.lifecycle, '') IN ['rejected', 'paused', 'ended']
  AND s.verification <> 'unverified' AND s.known_from <= $as_at AND NOT (s.ended AND s.known_to < $as_at)
OPTIONAL MATCH (s)-[:RESTS_ON]->(rule)
WITH e, s, who, coalesce(rule.short_title, rule.name) AS rule, coalesce(s.lifecycle, 'in-force') IN ['in-force', 'commenced', 'piloted'] AS current
WITH e, collect({id: s.id, who: who, name: who.name, only_if: CASE WHEN s.condition IS NULL THEN 0 ELSE 1 END,
  law: CASE WHEN s.force IN ['statute', 'regulations'] THEN 1 ELSE 0 END,
  use: CASE
    WHEN NOT current THEN 'proposed' WHEN s.function = 'co-ordinate' THEN 'together' WHEN s.polarity <> 'holds' THEN 'denied'
    WHEN who:Sample THEN 'heard' WHEN s.function = 'assess' THEN 'reviews' ELSE 'investigates'
  END,
  way: CASE s.strength WHEN 'should' THEN 'should' WHEN 'must' THEN 'must' WHEN 'may' THEN 'may' ELSE 'described' END + ': '
    + CASE
      WHEN s.force IN ['statute', 'regulations'] THEN 'law' WHEN s.force = 'licence-condition' THEN 'licence' WHEN s.force = 'policy-or-framework' THEN 'policy'
      WHEN s.force = 'none' THEN CASE WHEN rule IS NULL THEN 'no rule named' ELSE 'a rule that is named and was not read' END ELSE replace(s.force, '-', ' ')
    END + coalesce(', ' + rule, '') + coalesce(', ' + s.provision, '') + ', ' + CASE s.basis
      WHEN 'text-of-the-instrument' THEN 'by its own text' WHEN 'body-on-itself' THEN 'by its own account' WHEN 'body-on-another' THEN "by another body's account"
      WHEN 'official-statement' THEN 'by an official statement' WHEN 'interview-account' THEN 'as told in interviews' ELSE 'by the author of a source'
    END
    + CASE WHEN s.condition IS NULL THEN '' ELSE ', on a condition' END}) AS acts
CALL (e) {
  MATCH (event:Concept)-[:BROADER*0..5]->(e) RETURN DISTINCT event, true AS itself
  UNION
  MATCH (event:Concept)-[:BROADER*0..5]->(:Concept)-[:CAN_ALSO_BE]->(:Concept)-[:BROADER*0..5]->(e)
  WHERE NOT EXISTS { (event)-[:BROADER*0..5]->(e) }
  RETURN DISTINCT event, false AS itself
}
WITH e, acts, event, itself WHERE $event IS NULL OR event.notation = $event
UNWIND acts AS act
WITH event, collect({act: act, itself: itself, event: e.name}) AS all
WHERE any(x IN all WHERE x.itself AND x.act.use IN ['investigates', 'reviews'])
WITH event, all, COLLECT { UNWIND all AS x WITH x WHERE x.itself AND x.act.use IN ['investigates', 'reviews'] RETURN DISTINCT x.act.who } AS bodies
WITH event, all, [b IN bodies WHERE NOT EXISTS { MATCH (b)<-[:BROADER|IN_CLASS*1..5]-(narrower) WHERE narrower IN bodies }] AS bodies
CALL (all, bodies) {
  UNWIND all AS x WITH x WHERE x.itself AND x.act.use IN ['investigates', 'reviews']
  WITH x.act.who AS body, max(x.act.law) AS law, min(x.act.only_if) AS only_if, collect(DISTINCT x.act.use) AS uses, collect(DISTINCT x.act.way) AS ways
  WITH * WHERE body IN bodies ORDER BY law DESC, body.name
  RETURN collect({law: law, only_if: only_if, reviews: NOT 'investigates' IN uses,
    words: body.name + ' (' + reduce(words = ways[0], each IN tail(ways) | words + '; ' + each) + ')'}) AS looked
}
CALL (all, bodies) {
  UNWIND all AS x WITH x WHERE NOT x.itself AND x.act.use IN ['investigates', 'reviews']
  WITH x.act.who AS body, collect(DISTINCT x.event) AS events, collect(DISTINCT x.act.way) AS ways, collect(x.act.id) AS ids
  WITH * WHERE NOT body IN bodies AND NOT EXISTS { MATCH (body)<-[:BROADER|IN_CLASS*1..5]-(narrower) WHERE narrower IN bodies } ORDER BY body.name
  RETURN collect({body: body, ids: ids, words: body.name + ' (where also: ' + reduce(words = events[0], each IN tail(events) | words + ' or ' + each) + '; '
    + reduce(words = ways[0], each IN tail(ways) | words + '; ' + each) + ')'}) AS others
}
WITH event, all, others, [l IN looked WHERE NOT l.reviews] AS investigators, [l IN looked WHERE l.reviews] AS reviewers, looked
WHERE size(looked) + size(others) > 1
RETURN event.notation AS event, event.name AS event_name, size(investigators) AS count, size(reviewers) AS review_count, size(others) AS also_count,
  CASE size(investigators) WHEN 1 THEN 'one body or kind of body is on record as investigating it' WHEN 0 THEN 'no body on record investigates it as such'
    ELSE size(investigators) + ' bodies or kinds of body are on record as investigating it' END
    + CASE size(reviewers) WHEN 0 THEN '' WHEN 1 THEN ', and one only reviews or scrutinises it' ELSE ', and ' + size(reviewers) + ' only review or scrutinise it' END
    + CASE size(others) WHEN 0 THEN '' ELSE ', and ' + size(others) + ' more where it is also another event' END AS looked_words,
  size([l IN looked WHERE l.law = 1]) AS by_law, size([l IN looked WHERE l.only_if = 1]) AS on_condition,
  CASE size(investigators) WHEN 0 THEN ['Nobody on record'] ELSE [l IN investigators | l.words] END AS investigators,
  CASE size(reviewers) WHEN 0 THEN ['nobody on record'] ELSE [l IN reviewers | l.words] END AS reviewers,
  CASE size(others) WHEN 0 THEN ['nobody on record'] ELSE [o IN others | o.words] END AS others,
  [x IN all WHERE x.itself AND x.act.use IN ['investigates', 'reviews'] | x.act.id] + COLLECT { UNWIND others AS o UNWIND o.ids AS id RETURN id } AS looking,
  [x IN all WHERE x.act.use = 'together' | x.act.id] AS together, [x IN all WHERE x.act.use = 'denied' | x.act.id] AS denied,
  [x IN all WHERE x.act.use = 'heard' | x.act.id] AS heard, [x IN all WHERE x.act.use = 'proposed' AND x.itself | x.act.id] AS proposed
ORDER BY count DESC, review_count DESC, also_count DESC, event
