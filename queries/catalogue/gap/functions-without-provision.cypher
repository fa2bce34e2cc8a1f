/*
name = "functions-without-provision"
question = "What does a body do for which no clause of law, licence or contract was found?"
kind = "gap"
version = 3
definition = """
A body or class is recorded with a function, and nothing that was read shows a provision of law, a licence or a contract that gives or requires that function, or
the power to do it, of that body, of one that it is a part of or of a class that it belongs to, about the same event or towards the same bodies."""
judgements = [
  "A function that holds under a condition is left out.",
  "A body may act on its general powers, and lawfully does: that no specific provision was found is no fault.",
  "A provision on the same function counts, on whatever topic, whether as a function, a duty, a power, oversight or a delegation to the body. It must be about the same: where both name an event, the same event; where the function names none, a class that those whom it is towards belong to or can also be, or nobody in particular; where only the function names one, just the same class, or nobody in particular.",
  "What only interviewees say that a body does is left out, and so is what is proposed, paused or ended.",
]
caveat = """
The statutes behind most national bodies were not read, and several are known only by name. So this says where a provision remains to be looked up, not that there is none."""
empty = "For all that bodies are on record as doing a clause was found, or nothing is on record."
severity = "low"
severity_reason = "It shows where to look; general powers are lawful."
title = "{holder_name}: no clause of law, licence or contract was read for {doing} {over:mid}"
summary = "As recorded it rests on: {rests_on}. A body may lawfully act on its general powers.{change}"
key = ["holder", "function"]
about = "holder"
absence_of = ["duty", "function", "oversight", "delegation"]

[parameters.holder]
type = "thing"
optional = true
help = "Only functions of this body or class."

[columns.holder]
type = "id"
help = "Who has the function."
[columns.holder_name]
type = "text"
help = "Its name."
[columns.function]
type = "id"
help = "The function."
[columns.doing]
type = "text"
help = "The function in words."
[columns.over]
type = "list"
help = "For or about whom it is carried out."
[columns.rests_on]
type = "list"
help = "What the function rests on, as recorded: an instrument, policy or guidance, or no instrument that a source names."

[columns.change]
type = "text"
help = "That something is proposed, announced or considered for the body; empty where nothing is on record."

[evidence.held]
heading = "What is said of the function"
premise = true
[evidence.others]
heading = "Other statements of it"
[evidence.not_required]
heading = "What is said not to be required of it"
[evidence.changes]
heading = "What is proposed, announced or considered for it (not in force)"
*/
MATCH (holder)<-[:SUBJECT]-(s:FunctionAssignment)
WHERE ($holder IS NULL OR holder.id = $holder) AND NOT holder:Sample AND s.polarity = 'holds' AND s.condition IS NULL
  AND NOT s.force IN ['statute', 'regulations', 'licence-condition', 'contract'] AND coalesce(s.basis, "") <> "interview-account"
  AND coalesce(s.lifecycle, 'in-force') IN ['in-force', 'commenced', 'piloted']
  AND s.verification <> 'unverified' AND s.known_from <= $as_at AND NOT (s.ended AND s.known_to < $as_at)
WITH holder, s, s.function AS function
WHERE NOT EXISTS {
  MATCH (holder)-[:IN_CLASS|BROADER|CAN_ALSO_BE|PART_OF*0..3]->()<-[:SUBJECT]-(p:Statement)
  WHERE p.force IN ['statute', 'regulations', 'licence-condition', 'contract'] AND p.polarity = 'holds'
    AND (p.kind IN ['function', 'duty'] AND p.function = function
      OR p.kind = 'oversight' AND p.oversight_kind + ':' + function IN
        ['assessment:assess', 'inspection:inspect', 'assurance:assure', 'oversight:oversee', 'regulation:enforce', 'regulation:license-or-register', 'regulation:oversee'])
    AND (p.event = s.event OR (p.event IS NULL OR s.event IS NULL) AND (
      NOT EXISTS { (p)-[:OBJECT]->() } OR NOT EXISTS { (s)-[:OBJECT]->() } OR EXISTS { (p)-[:OBJECT]->()<-[:OBJECT]-(s) }
      OR s.event IS NULL AND EXISTS { (p)-[:OBJECT]->()<-[:IN_CLASS|BROADER|CAN_ALSO_BE*1..3]-()<-[:OBJECT]-(s) }))
    AND coalesce(p.lifecycle, 'in-force') IN ['in-force', 'commenced', 'piloted']
    AND p.verification <> 'unverified' AND p.known_from <= $as_at AND NOT (p.ended AND p.known_to < $as_at)
}
AND NOT EXISTS {
  MATCH (holder)<-[:OBJECT]-(p:Delegation) WHERE p.function = function AND p.force IN ['statute', 'regulations', 'licence-condition', 'contract']
    AND p.verification <> 'unverified' AND p.known_from <= $as_at AND NOT (p.ended AND p.known_to < $as_at)
}
WITH holder, function, collect(DISTINCT s) AS held
WITH *, COLLECT { UNWIND held AS s RETURN s ORDER BY s.known_to DESC, s.id } AS newest, COLLECT {
  MATCH (holder)<-[:OBJECT]-(m:ReformMeasure) WHERE coalesce(m.lifecycle, 'proposed') IN ['considered', 'proposed', 'announced', 'accepted', 'enacted']
    AND m.verification <> 'unverified' AND m.known_from <= $as_at AND NOT (m.ended AND m.known_to < $as_at)
  RETURN DISTINCT m.id
} AS changes
RETURN holder.id AS holder, holder.name AS holder_name, function, CASE function
    WHEN 'set-standards' THEN 'setting standards for' WHEN 'license-or-register' THEN 'licensing or registering' WHEN 'inspect' THEN 'inspecting' WHEN 'assess' THEN 'assessing'
    WHEN 'collect-data' THEN 'collecting data from' WHEN 'investigate' THEN 'investigating incidents at' WHEN 'advise' THEN 'advising' WHEN 'enforce' THEN 'enforcing rules on'
    WHEN 'handle-complaints' THEN 'handling complaints about' WHEN 'oversee' THEN 'overseeing' WHEN 'assure' THEN 'seeking assurance from' WHEN 'commission' THEN 'commissioning from'
    WHEN 'co-ordinate' THEN 'co-ordinating' WHEN 'advocate' THEN 'speaking for' WHEN 'train' THEN 'training' WHEN 'improve' THEN 'supporting' ELSE 'managing the risks of'
  END AS doing,
  COLLECT { UNWIND held AS s MATCH (s)-[:OBJECT]->(o) WITH DISTINCT o.name AS name ORDER BY name RETURN name } AS over,
  COLLECT {
    UNWIND held AS s
    WITH DISTINCT coalesce(
      head(COLLECT { MATCH (s)-[:RESTS_ON]->(i) RETURN coalesce(i.short_title, i.name) }),
      CASE s.force WHEN 'policy-or-framework' THEN 'policy' WHEN 'none' THEN 'nothing that a source names' ELSE replace(s.force, '-', ' ') END
    ) AS word
    ORDER BY word RETURN word
  } AS rests_on,
  [newest[0].id] AS held, [s IN newest[1..] | s.id] AS others,
  COLLECT {
    MATCH (holder)<-[:SUBJECT]-(d:Duty {polarity: 'does-not-hold'}) WHERE d.function = function
      AND d.verification <> 'unverified' AND d.known_from <= $as_at AND NOT (d.ended AND d.known_to < $as_at)
    RETURN DISTINCT d.id
  } AS not_required, changes,
  CASE size(changes) WHEN 0 THEN '' ELSE ' What is proposed, announced or considered for it is shown.' END AS change
ORDER BY holder_name, function
