/*
name = "many-overseers"
question = "Which kinds of body are regulated, overseen, judged, inspected or asked for assurance by several others, and by law or otherwise?"
kind = "overlap"
version = 3
definition = """
Two or more bodies regulate, oversee, manage the performance of, assess, inspect or seek assurance from one class of bodies: from the class itself or a wider class that
it belongs to, or, counted apart, from its members in so far as they are also something else."""
judgements = [
  "That there are several is not a fault, and says nothing on whether each is needed: they may look at different things. What each looks at is shown.",
  "Law, licence, contract, policy and guidance are told apart from what was only described or told in interviews.",
  "Support that can be refused and the arranging of joint work are no oversight, and are left out.",
  "A trust is overseen as a holder of a licence only if it holds one: such overseers are shown apart. Who is told of in interviews for all, and stands on law for some, counts as standing on law.",
  "What is told in interviews of a class is counted for that class alone, never for a narrower one or for what its members can also be.",
  "What is conditional, paused or proposed is shown, and not counted.",
]
caveat = """
Only oversight that the sources read speak of is in it: there are more overseers than these, and the less was read of one, the less is shown of it. Whether it is law or
less is said of the arrangement on record; a body may have further powers. Who is said in interviews to ask for assurance was named as an example; of whom it is asked
the passage does not say, and the class of providers is inferred from what stands around it."""
empty = "No kind of body is on record with two overseers. The sources do not list them all."
severity = "medium"
severity_reason = "Several who watch can ask for the same twice, or each think that another watches."
title = "{class_name}: {all_count} bodies or kinds of body are on record as overseeing, judging or checking them, or are said to ask for assurance, {by_instrument} of these by law, licence, policy or guidance"
summary = "In general: {overseers}. Where one is also something else, such as the holder of a licence: {others}. Only as described or told in interviews: {as_told}."
key = ["class"]

[parameters.class]
type = "thing"
optional = true
help = "Only this class of bodies."

[columns.class]
type = "id"
help = "The class that is overseen."
[columns.class_name]
type = "text"
help = "Its name."
[columns.count]
type = "integer"
help = "How many bodies or kinds of body are recorded, without condition, for the class as such."
[columns.all_count]
type = "integer"
help = "How many there are in all, each counted once."
[columns.also_count]
type = "integer"
help = "How many more, not named before, where a member is also something else."
[columns.by_instrument]
type = "integer"
help = "For how many of all it rests, for the class as such or where a member is also something else, on law, a licence, a contract, policy or guidance."
[columns.as_told]
type = "integer"
help = "For how many of all it is only described, or told in interviews."
[columns.overseers]
type = "list"
help = "Who they are, what each does and on what it rests."
[columns.others]
type = "list"
help = "Who does what to members that are also something else."

[evidence.oversight]
heading = "Who oversees, judges or checks"
premise = true
least = 2
[evidence.conditional]
heading = "Under a condition"
[evidence.not_now]
heading = "Paused or proposed"
[evidence.denied]
heading = "Said not to hold, or not to be required"
[evidence.conclusions]
heading = "What sources conclude of it"
*/
MATCH (c:Class)<-[:OBJECT]-(s:Oversight|FunctionAssignment)
MATCH (s)-[:SUBJECT]->(overseer)
WHERE NOT overseer:Sample AND (s.oversight_kind IN ['regulation', 'oversight', 'performance-management', 'assessment', 'inspection', 'assurance']
    OR s.function IN ['license-or-register', 'enforce', 'oversee', 'assess', 'inspect', 'assure'])
  AND NOT coalesce(s.lifecycle, '') IN ['rejected', 'ended'] AND s.verification <> 'unverified' AND s.known_from <= $as_at AND NOT (s.ended AND s.known_to < $as_at)
WITH c, collect({id: s.id, overseer: overseer.id, name: overseer.name, told: s.force = 'none', interview: s.force = 'none' AND s.basis = 'interview-account',
  use: CASE
    WHEN s.polarity <> 'holds' THEN 'denied' WHEN NOT coalesce(s.lifecycle, 'in-force') IN ['in-force', 'commenced', 'piloted'] THEN 'not now'
    WHEN s.condition IS NOT NULL THEN 'conditional' ELSE 'counts'
  END,
  act: CASE coalesce(s.oversight_kind, s.function)
      WHEN 'regulation' THEN 'regulates' WHEN 'license-or-register' THEN 'licenses or registers' WHEN 'enforce' THEN 'enforces'
      WHEN 'oversight' THEN 'oversees' WHEN 'oversee' THEN 'oversees' WHEN 'performance-management' THEN 'manages performance'
      WHEN 'assessment' THEN 'assesses' WHEN 'assess' THEN 'assesses' WHEN 'inspection' THEN 'inspects' WHEN 'inspect' THEN 'inspects'
      ELSE 'seeks assurance'
    END + ' (' + CASE s.force
      WHEN 'none' THEN CASE s.basis WHEN 'interview-account' THEN 'as told in interviews' ELSE 'as described' END
      WHEN 'policy-or-framework' THEN 'policy' WHEN 'statute' THEN 'law' WHEN 'regulations' THEN 'law' WHEN 'licence-condition' THEN 'licence'
      WHEN 'ministerial-statement' THEN 'a minister\'s statement' ELSE replace(s.force, '-', ' ')
    END + ', on ' + replace(s.topic, '-', ' ') + ')'}) AS acts
CALL (c) {
  MATCH (class:Class)-[:BROADER*0..5]->(c) RETURN DISTINCT class, true AS itself
  UNION
  MATCH (class:Class)-[:BROADER*0..5]->(:Class)-[:CAN_ALSO_BE]->(:Class)-[:BROADER*0..5]->(c)
  WHERE NOT EXISTS { (class)-[:BROADER*0..5]->(c) }
  RETURN DISTINCT class, false AS itself
}
WITH c, acts, class, itself
WHERE ($class IS NULL OR class.id = $class) AND EXISTS { (class)<-[:OBJECT]-(:Oversight|FunctionAssignment) }
UNWIND [act IN acts WHERE class = c OR NOT act.interview] AS act
WITH class, collect({act: act, itself: itself, class: c.name}) AS all
WHERE any(x IN all WHERE x.itself AND x.act.use = 'counts')
CALL (all) {
  UNWIND all AS x WITH x WHERE x.itself AND x.act.use = 'counts'
  WITH x.act.overseer AS id, x.act.name AS name, collect(DISTINCT x.act.act) AS acts, all(told IN collect(x.act.told) WHERE told) AS told
  ORDER BY told, name
  RETURN collect({id: id, name: name, acts: acts, told: told}) AS overseers
}
CALL (all) {
  UNWIND all AS x WITH x WHERE NOT x.itself AND x.act.use = 'counts'
  WITH x.act.overseer AS id, x.act.name AS name, collect(DISTINCT x.act.act) AS acts, collect(DISTINCT x.class) AS classes, all(told IN collect(x.act.told) WHERE told) AS told ORDER BY name
  RETURN collect({id: id, name: name, acts: acts, classes: classes, told: told}) AS besides
}
WITH *, size([b IN besides WHERE NOT any(o IN overseers WHERE o.id = b.id)]) AS also_count,
  COLLECT { UNWIND overseers + besides AS o WITH o WHERE NOT o.told RETURN DISTINCT o.id } AS on_paper
WHERE size(overseers) + also_count > 1
RETURN class.id AS class, class.name AS class_name, size(overseers) AS count, also_count,
  size(overseers) + also_count AS all_count, size(on_paper) AS by_instrument, size(overseers) + also_count - size(on_paper) AS as_told,
  [o IN overseers | o.name + ': ' + reduce(words = '', each IN o.acts | words + CASE words WHEN '' THEN '' ELSE '; ' END + each)] AS overseers,
  CASE size(besides) WHEN 0 THEN ['nobody on record'] ELSE [b IN besides | b.name + ': ' + reduce(words = '', each IN b.acts | words + CASE words WHEN '' THEN '' ELSE '; ' END + each)
    + ' as: ' + reduce(words = '', each IN b.classes | words + CASE words WHEN '' THEN '' ELSE '; ' END + each)] END AS others,
  [x IN all WHERE x.act.use = 'counts' | x.act.id] AS oversight, [x IN all WHERE x.act.use = 'conditional' | x.act.id] AS conditional,
  [x IN all WHERE x.act.use = 'not now' | x.act.id] AS not_now, [x IN all WHERE x.act.use = 'denied' | x.act.id] AS denied,
  COLLECT {
    MATCH (f:PublishedFinding {finding_kind: 'overlap'})-[:OBJECT]->(class)
    WHERE f.verification <> 'unverified' AND f.known_from <= $as_at AND NOT (f.ended AND f.known_to < $as_at)
    RETURN DISTINCT f.id
  } AS conclusions
ORDER BY by_instrument DESC, count DESC, also_count DESC, class
