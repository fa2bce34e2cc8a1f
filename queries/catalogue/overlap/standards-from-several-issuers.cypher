/*
name = "standards-from-several-issuers"
question = "Which kinds of body have to look to standards, frameworks or guidance from several issuers on one topic?"
kind = "overlap"
version = 2
definition = """
Instruments from two or more issuers reach one class of bodies on one topic: the class itself or a wider one that it belongs to, or its members in so far as they are also
something else. A body that is recorded as setting standards for the class on that topic counts as an issuer."""
judgements = [
  "Standards from several issuers can complete each other: one may be law and another help to keep it. The force of each is shown, and policy or guidance is not called law.",
  "The regulations of one statutory instrument are from one source, however many there are.",
  "Where no issuer is on record, the instrument itself stands for it, and that is said.",
  "An instrument that is said not to reach a class is dropped for it, and for narrower ones, though it reaches the wider class; one that another in force has replaced is dropped too. Both are shown.",
  "An instrument that only says on what Act a body rests is no standard.",
]
caveat = "Only those whose reach a source states are in it. Most standards, and nearly all clinical ones, were not read. Two can share a topic and never speak of the same thing."
empty = "No kind of body is on record that standards or rules of several issuers reach on one topic. The sources do not list all standards."
severity = "low"
severity_reason = "Several sets of standards on one topic make it harder to know which to follow; whether these differ was not looked into."
title = "{class_name}, on {topic_name}: standards, frameworks or guidance from {count} sources"
summary = "{issuers}."
key = ["class", "topic"]

[parameters.class]
type = "thing"
optional = true
help = "Only this class of bodies."
[parameters.topic]
type = "concept:topic"
optional = true
help = "Only this topic."

[columns.class]
type = "id"
help = "The class that they reach."
[columns.class_name]
type = "text"
help = "Its name."
[columns.topic]
type = "id"
help = "The topic."
[columns.topic_name]
type = "text"
help = "Its name."
[columns.count]
type = "integer"
help = "From how many sources they come."
[columns.issuers]
type = "list"
help = "Each source, with its instruments and their force."

[evidence.reach]
heading = "What reaches them"
premise = true
least = 2
[evidence.left_out]
heading = "What is said not to reach them"
[evidence.replaced]
heading = "What has since been replaced"
[evidence.conclusions]
heading = "What sources conclude of the number of standards"
*/
CALL () {
  MATCH (c:Class)<-[:OBJECT]-(s:Applicability)-[:SUBJECT]->(i:Instrument)
  WHERE i.kind IN ['standards', 'fundamental-standard', 'guidance', 'framework', 'regulations']
  OPTIONAL MATCH (i)-[:ISSUER]->(issuer)
  WITH c, s, i, issuer, CASE WHEN i.name CONTAINS ', regulation ' THEN split(i.name, ', regulation ')[0] ELSE coalesce(i.short_title, i.name) END AS title
  RETURN c, s, coalesce(issuer.id, title) AS source, coalesce(issuer.name, title + ' (issuer not on record)') AS name, title, i.id AS instrument,
    EXISTS { (i)<-[:REPLACES*1..3]-(new:Instrument) WHERE coalesce(new.in_force_from, new.issued, $as_at) <= $as_at } AS replaced
  UNION ALL
  MATCH (c:Class)<-[:OBJECT]-(s:FunctionAssignment {function: 'set-standards'})-[:SUBJECT]->(setter)
  WHERE NOT setter:Sample
  RETURN c, s, setter.id AS source, setter.name AS name, 'standards that it sets' AS title, null AS instrument, false AS replaced
}
WITH *
WHERE (coalesce(s.lifecycle, 'in-force') IN ['in-force', 'commenced'] OR s.polarity <> 'holds' AND s.lifecycle = 'piloted') AND s.verification <> 'unverified' AND s.known_from <= $as_at AND NOT (s.ended AND s.known_to < $as_at)
MATCH (s)-[:TOPIC]->(topic:Concept) WHERE $topic IS NULL OR topic.notation = $topic
WITH c, topic, collect({id: s.id, source: source, name: name, instrument: instrument, replaced: replaced, holds: s.polarity = 'holds', title: title + ' ('
  + CASE s.force WHEN 'policy-or-framework' THEN 'policy' WHEN 'statute' THEN 'law' WHEN 'regulations' THEN 'law' WHEN 'none' THEN 'as described' ELSE replace(s.force, '-', ' ') END
  + CASE WHEN s.condition IS NULL THEN '' ELSE ', on a condition' END + ')'}) AS reaches
CALL (c) {
  MATCH (class:Class)-[:BROADER*0..5]->(c) RETURN DISTINCT class
  UNION
  MATCH (class:Class)-[:BROADER*0..5]->(:Class)-[:CAN_ALSO_BE]->(:Class)-[:BROADER*0..5]->(c) RETURN DISTINCT class
}
WITH c, topic, reaches, class WHERE ($class IS NULL OR class.id = $class) AND EXISTS { (class)<-[:OBJECT]-(:Applicability|FunctionAssignment) }
UNWIND reaches AS reach
WITH class, topic, collect({reach: reach, also: c.name, own: c = class, itself: EXISTS { (class)-[:BROADER*0..5]->(c) }}) AS all
WITH *, [x IN all WHERE x.itself AND NOT x.reach.holds | x.reach.instrument] AS denied
WITH *, [x IN all WHERE x.reach.holds AND NOT x.reach.replaced AND (x.own OR NOT coalesce(x.reach.instrument, '') IN denied)] AS reaching
CALL (reaching) {
  UNWIND reaching AS x
  WITH x.reach.source AS source, x.reach.name AS name,
    collect(DISTINCT x.reach.title + CASE WHEN x.itself THEN '' ELSE ' where also one of: ' + x.also END) AS titles ORDER BY name
  RETURN collect({name: name, titles: titles}) AS sources
}
WITH * WHERE size(sources) > 1
RETURN class.id AS class, class.name AS class_name, topic.notation AS topic, topic.name AS topic_name, size(sources) AS count,
  [s IN sources | s.name + ': ' + reduce(words = s.titles[0], each IN tail(s.titles) | words + '; ' + each)] AS issuers,
  [x IN reaching | x.reach.id] AS reach, [x IN all WHERE NOT x.reach.holds | x.reach.id] AS left_out,
  [x IN all WHERE x.reach.holds AND x.reach.replaced | x.reach.id] AS replaced,
  COLLECT {
    MATCH (f:PublishedFinding {finding_kind: 'overlap'})-[:OBJECT]->(class) WHERE EXISTS { (f)-[:TOPIC]->(topic) }
      AND f.verification <> 'unverified' AND f.known_from <= $as_at AND NOT (f.ended AND f.known_to < $as_at)
    RETURN DISTINCT f.id
  } AS conclusions
ORDER BY count DESC, class_name, topic_name
