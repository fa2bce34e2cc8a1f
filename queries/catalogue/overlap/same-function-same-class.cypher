/*
name = "same-function-same-class"
question = "Which bodies are named as doing the same, for the same kind of body, on the same topic?"
kind = "overlap"
version = 2
definition = """
Two or more bodies (or kinds of body) each have the same function for one class of bodies on one topic: the sources say so without condition, and do not say that
they have divided it between them."""
judgements = [
  "That several bodies have a function is not a fault: they may look at different things under it. The answer says that they are named for it, not that they duplicate each other.",
  "Function, class and topic must be the same: a wider topic or class does not make an overlap.",
  "A function held jointly, or given to whoever is best placed or leads, is divided already: it is shown beside, and not counted.",
  "Samples of people are never counted as bodies. What is only proposed is not counted.",
  "What rests on an instrument is counted apart from what was only told, and both from what names a rule that was not read, of whatever kind it is.",
]
caveat = """
A source may give the bodies as examples, so that there can be more of them; and it may use one word for different demands. The bodies that people interviewed named as asking for assurance
are examples; of whom they ask it the passage does not say, and the class of providers is inferred from what stands around it. Where the count rests on accounts, no law or policy was read that gives these bodies the task."""
empty = "No two bodies are on record as doing the same for one kind of body on one topic. The sources do not list all that bodies do, so there may be some."
severity = "medium"
severity_reason = "It costs those who must answer several bodies at once, and none of these may see the whole."
title = "{class_name}: {count} bodies or kinds of body are named as {doing} on {topic_name}"
summary = "{holders:mid}. By law, policy or guidance: {by_instrument}; by a rule that is named and was not read: {by_named_rule}; only as told or described: {as_told}."
key = ["function", "class", "topic"]
about = "class"
needs = ["function"]

[parameters.class]
type = "thing"
optional = true
help = "Only this class of bodies, by id, name or initials."
[parameters.topic]
type = "concept:topic"
optional = true
help = "Only this topic."
[parameters.function]
type = "concept:function"
optional = true
help = "Only this function."

[columns.function]
type = "id"
help = "The function."
[columns.function_name]
type = "text"
help = "Its name."
[columns.doing]
type = "text"
help = "The function, as something that is done."
[columns.class]
type = "id"
help = "The class of bodies that the function is for."
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
help = "How many bodies or kinds of body are named."
[columns.by_instrument]
type = "integer"
help = "For how many of them it rests on law, licence, contract, policy or guidance."
[columns.by_named_rule]
type = "integer"
help = "For how many of them the source names a rule that was not read."
[columns.as_told]
type = "integer"
help = "For how many of them it rests on an account or a description alone."
[columns.holders]
type = "list"
help = "Their names."

[evidence.named]
heading = "Who is named for it"
premise = true
least = 2
[evidence.divided]
heading = "Where it is divided or shared by agreement"
[evidence.conditional]
heading = "Who has it under a condition"
[evidence.accounts]
heading = "What is said of it by those heard"
[evidence.limits]
heading = "What the sources did not look at"
*/
MATCH (s:FunctionAssignment)-[:OBJECT]->(class:Class)
MATCH (s)-[:FUNCTION]->(function:Concept)
MATCH (s)-[:TOPIC]->(topic:Concept)
MATCH (s)-[:SUBJECT]->(holder)
WHERE ($class IS NULL OR class.id = $class) AND ($topic IS NULL OR topic.notation = $topic)
  AND ($function IS NULL OR function.notation = $function)
  AND s.polarity = 'holds' AND NOT holder:Sample AND coalesce(s.lifecycle, 'in-force') IN ['in-force', 'commenced', 'piloted']
  AND s.verification <> 'unverified' AND s.known_from <= $as_at AND NOT (s.ended AND s.known_to < $as_at)
WITH function, class, topic,
  collect(DISTINCT CASE WHEN s.condition IS NULL AND coalesce(s.sharing, 'each') = 'each' THEN s END) AS named,
  collect(DISTINCT CASE WHEN s.condition IS NULL AND coalesce(s.sharing, 'each') <> 'each' THEN s END) AS divided,
  collect(DISTINCT CASE WHEN s.condition IS NOT NULL THEN s END) AS conditional
WITH *,
  COLLECT {
    UNWIND named AS s MATCH (s)-[:SUBJECT]->(h)
    WITH h, max(CASE WHEN s.force <> 'none' THEN 2 WHEN EXISTS { (s)-[:RESTS_ON]->() } THEN 1 ELSE 0 END) AS ruled ORDER BY h.name
    RETURN {name: h.name, ruled: ruled}
  } AS holders
WHERE size(holders) > 1
RETURN function.notation AS function, function.name AS function_name, CASE function.notation
    WHEN 'set-standards' THEN 'setting standards' WHEN 'license-or-register' THEN 'licensing or registering' WHEN 'inspect' THEN 'inspecting' WHEN 'assess' THEN 'assessing'
    WHEN 'collect-data' THEN 'collecting data' WHEN 'investigate' THEN 'investigating' WHEN 'advise' THEN 'advising' WHEN 'enforce' THEN 'enforcing rules'
    WHEN 'handle-complaints' THEN 'handling complaints' WHEN 'oversee' THEN 'overseeing' WHEN 'assure' THEN 'asking for assurance' WHEN 'commission' THEN 'commissioning'
    WHEN 'co-ordinate' THEN 'co-ordinating' WHEN 'advocate' THEN 'speaking for patients' WHEN 'train' THEN 'training' WHEN 'improve' THEN 'supporting' ELSE 'managing risks'
  END AS doing, class.id AS class, class.name AS class_name,
  topic.notation AS topic, topic.name AS topic_name, size(holders) AS count,
  size([h IN holders WHERE h.ruled = 2]) AS by_instrument, size([h IN holders WHERE h.ruled = 1]) AS by_named_rule, size([h IN holders WHERE h.ruled = 0]) AS as_told,
  [h IN holders | h.name] AS holders,
  [s IN named | s.id] AS named, [s IN divided | s.id] AS divided, [s IN conditional | s.id] AS conditional,
  COLLECT {
    UNWIND named AS s
    MATCH (s)-[:ASSERTED_BY]->(voice)<-[:ASSERTED_BY]-(a:Account)-[:TOPIC]->(topic)
    WHERE (NOT EXISTS { (a)-[:CONCERNS]->() } OR EXISTS { (a)-[:CONCERNS]->(s) })
      AND a.verification <> 'unverified' AND a.known_from <= $as_at AND NOT (a.ended AND a.known_to < $as_at)
    RETURN DISTINCT a.id
  } AS accounts,
  COLLECT {
    MATCH (l:Limitation)-[:OBJECT]->(class)
    WHERE l.verification <> 'unverified' AND l.known_from <= $as_at AND NOT (l.ended AND l.known_to < $as_at)
    RETURN DISTINCT l.id
  } AS limits
ORDER BY count DESC, class_name, function_name, topic_name
