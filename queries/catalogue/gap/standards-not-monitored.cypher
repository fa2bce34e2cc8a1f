/*
name = "standards-not-monitored"
question = "For which standards is nobody on record who monitors whether they are met?"
kind = "gap"
version = 1
definition = """
A set of standards reaches a class of bodies or asks something of it, and nothing that was read has anybody oversee, assess, inspect or enforce it: neither under these
standards, nor under the law that they are part of, nor on the same topic under another instrument, nor as the one that regulates the class."""
judgements = [
  "Only instruments that call themselves standards count. Law and frameworks are asked about under 'duties-without-assurance'.",
  "Standards that a class may choose to follow are listed too, and said to be voluntary or conditional where the source says so; nobody has to monitor those.",
  "Whoever regulates or licenses a class is taken to monitor the standards that law sets for it; whoever oversees it on the same topic under an instrument is taken to monitor its standards on that topic.",
]
caveat = """
A body may monitor standards without any of the sources read saying so. Where a standard does not bind, that nobody monitors it may be what was meant."""
empty = "For every set of standards on record somebody is recorded who monitors it, or none is on record."
severity = "low"
severity_reason = "It shows where to look; it does not show that the standards are not met."
title = "{standard_name}: nothing that was read says who monitors whether {class_name:mid} meet these standards"
summary = "The standards are {force}. {condition}"
key = ["standard", "class"]
about = "class"
absence_of = ["oversight", "function"]

[parameters.class]
type = "thing"
optional = true
help = "Only standards for this class."

[columns.standard]
type = "id"
help = "The standards."
[columns.standard_name]
type = "text"
help = "Their name."
[columns.class]
type = "id"
help = "The class that they are for."
[columns.class_name]
type = "text"
help = "Its name."
[columns.force]
type = "text"
help = "Whether they are law, guidance or voluntary."
[columns.condition]
type = "text"
help = "Under which condition they apply, where there is one."

[evidence.reach]
heading = "Whom the standards are for, and what they ask"
premise = true
[evidence.over]
heading = "Who oversees the same bodies, on something else"
[evidence.conclusions]
heading = "What sources conclude about the standards"
*/
MATCH (standard:Instrument)
WHERE standard.kind IN ['standards', 'fundamental-standard']
CALL (standard) {
  MATCH (standard)<-[:SUBJECT]-(:Applicability)-[:OBJECT]->(class:Class) RETURN class
  UNION
  MATCH (standard)<-[:RESTS_ON]-(:Duty)-[:SUBJECT]->(class:Class) RETURN class
}
WITH standard, class WHERE $class IS NULL OR class.id = $class
WITH standard, class,
  COLLECT {
    MATCH (s:Statement)-[:SUBJECT|RESTS_ON]->(standard)
    WHERE (s.kind = 'applicability' AND EXISTS { (s)-[:OBJECT]->(class) } OR s.kind = 'duty' AND EXISTS { (s)-[:SUBJECT]->(class) })
      AND s.polarity = 'holds' AND coalesce(s.lifecycle, 'in-force') IN ['in-force', 'commenced', 'piloted']
      AND s.verification <> 'unverified' AND s.known_from <= $as_at AND NOT (s.ended AND s.known_to < $as_at)
    WITH DISTINCT s ORDER BY s.id RETURN s
  } AS reach
WHERE size(reach) > 0
WITH *,
  COLLECT { UNWIND reach AS s MATCH (s)-[:RESTS_ON]->(i) RETURN DISTINCT i } + [standard] AS instruments,
  any(s IN reach WHERE s.force IN ['statute', 'regulations', 'licence-condition', 'contract']) AS by_law,
  COLLECT {
    MATCH (class)-[:BROADER|CAN_ALSO_BE*0..3]->(w)<-[:OBJECT]-(o:Statement)
    WHERE (o.kind = 'oversight' AND NOT o.oversight_kind IN ['support', 'co-ordination']
        OR o.kind = 'function' AND o.function IN ['assess', 'inspect', 'assure', 'oversee', 'enforce', 'license-or-register'])
      AND o.polarity = 'holds' AND coalesce(o.lifecycle, 'in-force') IN ['in-force', 'commenced', 'piloted']
      AND o.verification <> 'unverified' AND o.known_from <= $as_at AND NOT (o.ended AND o.known_to < $as_at)
    RETURN DISTINCT o
  } AS over
WHERE NOT any(o IN over WHERE o.force <> 'none' AND any(s IN reach WHERE s.topic = o.topic) OR EXISTS { (o)-[:RESTS_ON]->(i) WHERE i IN instruments }
  OR by_law AND (coalesce(o.oversight_kind, '') = 'regulation' OR coalesce(o.function, '') IN ['enforce', 'license-or-register']))
RETURN standard.id AS standard, coalesce(standard.short_title, standard.name) AS standard_name, class.id AS class, class.name AS class_name,
  CASE reach[0].force
    WHEN 'policy-or-framework' THEN 'policy' WHEN 'none' THEN 'no instrument is named' ELSE replace(reach[0].force, '-', ' ')
  END AS force,
  CASE
    WHEN all(s IN reach WHERE s.condition IS NULL) THEN 'The sources state no condition.'
    ELSE 'Only ' + [s IN reach WHERE s.condition IS NOT NULL][0].condition + '.'
  END AS condition,
  [s IN reach | s.id] AS reach, [o IN over | o.id] AS over,
  COLLECT {
    MATCH (f:PublishedFinding)-[:OBJECT]->(standard)
    WHERE f.verification <> 'unverified' AND f.known_from <= $as_at AND NOT (f.ended AND f.known_to < $as_at)
    RETURN DISTINCT f.id
  } AS conclusions
ORDER BY standard_name, class_name
