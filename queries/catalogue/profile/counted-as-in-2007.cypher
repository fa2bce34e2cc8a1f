/*
name = "counted-as-in-2007"
question = "Which bodies can visit, inspect or ask for information, in the sense of the count of 56 bodies in 2007?"
kind = "profile"
version = 2
definition = """
A body or kind of body that is recorded as inspecting, assessing or asking assurance or data of NHS trusts, as having a duty or power to, or as being sent
information by them under a rule: of trusts as such, of a wider class, or of trusts in so far as they are also something else."""
judgements = [
  "It is our list by our rule, from what was read: it is neither a copy nor a check of the published count, whose own list of members was not read.",
  "A class of bodies that is only sent information (manufacturers, licensed establishments, those who must act on a report) is left out; a named body that is sent it under a rule is in.",
  "A class of bodies is one line, however many members it has; so is a role or a programme. What is told in interviews, is conditional or open to choice is in the list; a ground that rests on interviews alone says so.",
  "The published counts of 2007, 2019 and 2025 count different things. They are no trend, and neither are our three lists.",
]
caveat = """
The NHS Confederation counted 56 bodies that inspect, assess or monitor the NHS, a news site reported in March 2007, and found the number hard to fix. Its list was not read. Ours differs because
the bodies of 2007 have changed, because only what was read of today's bodies is in it, and because being sent what a rule requires is counted here as asking."""
empty = "No such body is on record for them."

[parameters.class]
type = "thing"
optional = true
help = "Of which class of providers; NHS trusts and NHS foundation trusts where none is named."

[columns.body]
type = "id"
help = "The member of the list."
[columns.body_name]
type = "text"
help = "Its name."
[columns.what]
type = "text"
help = "A body, a class of bodies (which may have many members), a role, a programme or the like."
[columns.does]
type = "list"
help = "On what ground it is in the list, with what is known from interviews alone marked as such."
[columns.known_to]
type = "date"
help = "The last day for which a source speaks of any of these grounds."

[evidence.claim]
heading = "On what ground it is in the list"
[evidence.figure]
heading = "The published figure, which was counted by another rule"
*/
MATCH (class:Class {id: coalesce($class, 'nhs-trusts-and-foundation-trusts')})
WITH class, COLLECT {
  MATCH (class)-[:BROADER*0..5]->(c:Class) RETURN DISTINCT c
  UNION
  MATCH (class)-[:BROADER*0..5]->(:Class)-[:CAN_ALSO_BE]->(:Class)-[:BROADER*0..5]->(c:Class) RETURN DISTINCT c
} AS reach
CALL (reach) {
  MATCH (c:Class)<-[:OBJECT]-(s:Oversight|FunctionAssignment|Duty)-[:SUBJECT]->(who) WHERE c IN reach
    AND (s.oversight_kind IN ['inspection', 'assessment', 'assurance'] OR s.function IN ['inspect', 'assess', 'assure', 'collect-data'])
    AND (s.modality IS NULL OR s.modality IN ['duty', 'power'])
  RETURN who, s, CASE WHEN s.oversight_kind = 'assurance' OR s.function IN ['assure', 'collect-data'] THEN 'asks' ELSE 'visits, inspects or judges' END AS does
  UNION ALL
  MATCH (c:Class)<-[:SUBJECT]-(s:ReportingRequirement)-[:OBJECT]->(who) WHERE c IN reach
  RETURN who, s, 'is sent information' AS does
}
WITH class, who, s, does
WHERE NOT who:Sample AND NOT who.id IN ['patients-and-carers', class.id] AND s.polarity = 'holds' AND coalesce(s.lifecycle, 'in-force') IN ['in-force', 'commenced', 'piloted']
  AND s.verification <> 'unverified' AND s.known_from <= $as_at AND NOT (s.ended AND s.known_to < $as_at)
  AND (who.closed IS NULL OR who.closed >= $as_at)
WITH who, does, collect(DISTINCT s) AS said, all(told IN collect(coalesce(s.basis, '') IN ['interview-account', 'case']) WHERE told) AS told
WITH who, collect({does: does, told: told}) AS grounds, reduce(all = [], each IN collect(said) | all + each) AS said
WHERE NOT who:Class OR any(each IN grounds WHERE each.does <> 'is sent information')
RETURN who.id AS body, who.name AS body_name, CASE WHEN who:Class THEN 'a class of bodies' ELSE 'a ' + toLower(head([l IN labels(who) WHERE NOT l IN ['Organisation', 'Thing']])) END AS what,
  [each IN grounds | each.does + CASE WHEN each.told THEN ' (as told in interviews)' ELSE '' END] AS does, reduce(last = null, s IN said | CASE WHEN last IS NULL OR coalesce(s.known_to, s.known_from) > last THEN coalesce(s.known_to, s.known_from) ELSE last END) AS known_to, COLLECT { UNWIND said AS s RETURN DISTINCT s.id } AS claim,
  COLLECT {
    MATCH (f:Statistic {id: 'bodies-inspecting-nhs-56-in-2007'}) WHERE f.verification <> 'unverified' AND f.known_from <= $as_at RETURN f.id
  } AS figure
ORDER BY body_name
