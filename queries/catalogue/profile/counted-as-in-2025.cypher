/*
name = "counted-as-in-2025"
question = "Which organisations are part of the wider safety system, in the sense of the count of over 70 in 2025?"
kind = "profile"
version = 2
definition = """
A body or kind of body that is recorded, on the topic of safety, as overseeing, checking, supporting, advising, investigating, setting standards, training or speaking for patients, or as being sent information on safety under a rule."""
judgements = [
  "It is our list by our rule, from what was read: it is neither a copy nor a check of the published count, whose own list of members was not read.",
  "A class of bodies that is only sent information (manufacturers, licensed establishments, those who must act on a report) is left out; a named body that is sent it under a rule is in.",
  "A class of bodies is one line, however many members it has; so is a role or a programme. What is told in interviews, is conditional or open to choice is in the list; a ground that rests on interviews alone says so.",
  "The published counts of 2007, 2019 and 2025 count different things. They are no trend, and neither are our three lists.",
]
caveat = """
A law firm's summary of the Dash review speaks of 70 or more organisations in the wider safety system; the review's own map was not read, so that no member can be compared. Ours differs because it holds only bodies of which something on safety was read,
providers that only report left out, and takes a kind of body as one line."""
empty = "No such body is on record."

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
WITH COLLECT {
    MATCH (f:Statistic {id: 'organisations-in-safety-system-70-in-2025'}) WHERE f.verification <> 'unverified' AND f.known_from <= $as_at RETURN f.id
} AS figure
CALL () {
  MATCH (s:Oversight|FunctionAssignment)-[:SUBJECT]->(who) WHERE s.topic = 'safety'
  RETURN who, s, CASE coalesce(s.oversight_kind, s.function)
      WHEN 'regulation' THEN 'regulates' WHEN 'license-or-register' THEN 'licenses or registers' WHEN 'enforce' THEN 'enforces rules' WHEN 'oversight' THEN 'oversees' WHEN 'oversee' THEN 'oversees'
      WHEN 'performance-management' THEN 'manages performance' WHEN 'assessment' THEN 'assesses' WHEN 'assess' THEN 'assesses' WHEN 'inspection' THEN 'inspects' WHEN 'inspect' THEN 'inspects'
      WHEN 'assurance' THEN 'asks for assurance' WHEN 'assure' THEN 'asks for assurance' WHEN 'support' THEN 'supports' WHEN 'improve' THEN 'supports' WHEN 'co-ordination' THEN 'co-ordinates'
      WHEN 'co-ordinate' THEN 'co-ordinates' WHEN 'set-standards' THEN 'sets standards' WHEN 'collect-data' THEN 'collects data' WHEN 'investigate' THEN 'investigates' WHEN 'advise' THEN 'advises'
      WHEN 'train' THEN 'trains' WHEN 'advocate' THEN 'speaks for patients' WHEN 'handle-complaints' THEN 'handles complaints' WHEN 'commission' THEN 'commissions' ELSE 'manages risks'
    END AS does
  UNION ALL
  MATCH (s:Duty)-[:SUBJECT]->(who) WHERE s.topic = 'safety' AND s.modality IN ['duty', 'power']
    AND s.function IN ['set-standards', 'license-or-register', 'inspect', 'assess', 'collect-data', 'investigate', 'advise', 'enforce', 'oversee', 'assure']
  RETURN who, s, replace(s.function, '-', ' ') AS does
  UNION ALL
  MATCH (s:ReportingRequirement)-[:OBJECT]->(who) WHERE s.topic = 'safety' AND NOT EXISTS { (who)-[:BROADER*0..5]->(:Class {id: 'healthcare-providers'}) }
  RETURN who, s, 'is sent information' AS does
}
WITH figure, who, s, does
WHERE NOT who:Sample AND NOT who.id IN ['patients-and-carers'] AND s.polarity = 'holds' AND coalesce(s.lifecycle, 'in-force') IN ['in-force', 'commenced', 'piloted']
  AND s.verification <> 'unverified' AND s.known_from <= $as_at AND NOT (s.ended AND s.known_to < $as_at)
  AND (who.closed IS NULL OR who.closed >= $as_at)
WITH figure, who, does, collect(DISTINCT s) AS said, all(told IN collect(coalesce(s.basis, '') IN ['interview-account', 'case']) WHERE told) AS told
WITH figure, who, collect({does: does, told: told}) AS grounds, reduce(all = [], each IN collect(said) | all + each) AS said
WHERE NOT who:Class OR any(each IN grounds WHERE each.does <> 'is sent information')
RETURN who.id AS body, who.name AS body_name, CASE WHEN who:Class THEN 'a class of bodies' ELSE 'a ' + toLower(head([l IN labels(who) WHERE NOT l IN ['Organisation', 'Thing']])) END AS what,
  [each IN grounds | each.does + CASE WHEN each.told THEN ' (as told in interviews)' ELSE '' END] AS does, reduce(last = null, s IN said | CASE WHEN last IS NULL OR coalesce(s.known_to, s.known_from) > last THEN coalesce(s.known_to, s.known_from) ELSE last END) AS known_to, COLLECT { UNWIND said AS s RETURN DISTINCT s.id } AS claim, figure
ORDER BY body_name
