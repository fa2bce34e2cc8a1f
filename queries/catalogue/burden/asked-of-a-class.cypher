/*
name = "asked-of-a-class"
question = "What is asked, all in all, of one kind of body: by law, by licence or contract, by policy and guidance?"
kind = "burden"
version = 3
definition = """
Two or more recorded demands on one class of bodies: duties and expectations laid on it, requirements that it report or notify, and instruments or standards that reach it. Its own
and those of a wider class that it belongs to; counted apart, those that reach its members in so far as they are also something else."""
judgements = [
  "A demand is no hour of work and no cost: one may take a minute, another a department. They are counted because nobody else lists them, not because they weigh the same.",
  "A demand is not called a burden by this count: many protect patients.",
  "Law, licence or contract, policy and guidance, and what is open to choice are counted apart; an expectation of policy is not called a duty.",
  "An instrument that reaches a class and a duty that states what it asks are one demand.",
  "What rests on an instrument that another has replaced by the day asked for is not counted and listed apart: the newer one may ask it too, or no longer.",
  "What is conditional is counted, and how many are so is said. Powers, wishes without an addressee, proposals and what is only told in interviews are left out.",
]
caveat = """
It holds what was read, and no rule book was read whole: the true number is higher. Two sources that state one demand in different words can have been counted as two.
A kind of body of which little was read looks lightly burdened, and need not be: do not compare classes by it."""
empty = "No kind of body is on record with two demands. The sources read do not list them all."
severity = "low"
severity_reason = "A count of demands says nothing of their weight, and it is known to be incomplete."
title = "{class_name}: {count} demands on record ({by_law} by law, {by_contract} by licence or contract, {by_policy} by policy or guidance), {also_count} more where one is also something else, such as an employer"
summary = "Of the {count}, {on_condition} hold on a condition only; {by_choice} more are open to choice, and {replaced_count} rest on an instrument that has been replaced. Owed to, or issued by: {askers}."
key = ["class"]

[parameters.class]
type = "thing"
optional = true
help = "Only this class of bodies."

[columns.class]
type = "id"
help = "The class of bodies."
[columns.class_name]
type = "text"
help = "Its name."
[columns.count]
type = "integer"
help = "How many demands are on record for the class as such, what is open to choice left out."
[columns.by_law]
type = "integer"
help = "How many of them rest on an Act or regulations."
[columns.by_contract]
type = "integer"
help = "How many of them rest on a licence or contract."
[columns.by_policy]
type = "integer"
help = "How many of them rest on policy, guidance or a minister's statement."
[columns.on_condition]
type = "integer"
help = "How many of them hold on a condition only."
[columns.by_choice]
type = "integer"
help = "How many more are open to choice."
[columns.replaced_count]
type = "integer"
help = "How many more rest on an instrument that another has replaced."
[columns.also_count]
type = "integer"
help = "How many more reach members that are also something else."
[columns.askers]
type = "list"
help = "To whom they are owed or by whom they are issued, where that is on record."

[evidence.law]
heading = "By law"
premise = true
[evidence.contract]
heading = "By licence or contract"
premise = true
[evidence.policy]
heading = "By policy, guidance or a minister's statement"
premise = true
[evidence.choice]
heading = "Open to choice"
[evidence.replaced]
heading = "Rests on an instrument that has been replaced"
[evidence.elsewhere]
heading = "Where a member is also something else"
[evidence.not_required]
heading = "Said not to be required"
*/
CALL () {
  MATCH (c:Class)<-[:SUBJECT]-(s:Duty) WHERE s.modality IN ['duty', 'expectation']
  OPTIONAL MATCH (s)-[:OBJECT]->(to)
  RETURN c, s, to
  UNION ALL
  MATCH (c:Class)<-[:SUBJECT]-(s:ReportingRequirement)-[:OBJECT]->(to)
  RETURN c, s, to
  UNION ALL
  MATCH (c:Class)<-[:OBJECT]-(s:Applicability)-[:SUBJECT]->(i)
  WHERE NOT EXISTS { (i)<-[:RESTS_ON]-(:Duty|ReportingRequirement {polarity: 'holds'})-[:SUBJECT]->(c) }
  OPTIONAL MATCH (i)-[:ISSUER]->(to)
  RETURN c, s, to
}
WITH c, s, to
WHERE s.force <> 'none' AND coalesce(s.lifecycle, 'in-force') IN ['in-force', 'commenced', 'piloted']
  AND s.verification <> 'unverified' AND s.known_from <= $as_at AND NOT (s.ended AND s.known_to < $as_at)
WITH c, collect({id: s.id, to: to.name, only_if: s.condition IS NOT NULL, rank: CASE
    WHEN s.polarity <> 'holds' THEN 'not required'
    WHEN EXISTS { (s)-[:RESTS_ON]->(:Instrument)<-[:REPLACES*1..3]-(newer:Instrument) WHERE coalesce(newer.in_force_from, newer.issued, $as_at) <= $as_at } THEN 'replaced'
    WHEN s.strength = 'may' OR s.force = 'voluntary' THEN 'choice'
    WHEN s.force IN ['statute', 'regulations'] THEN 'law'
    WHEN s.force IN ['licence-condition', 'contract'] THEN 'contract'
    ELSE 'policy'
  END}) AS demands
CALL (c) {
  MATCH (class:Class)-[:BROADER*0..5]->(c) RETURN DISTINCT class, true AS itself
  UNION
  MATCH (class:Class)-[:BROADER*0..5]->(:Class)-[:CAN_ALSO_BE]->(:Class)-[:BROADER*0..5]->(c)
  WHERE NOT EXISTS { (class)-[:BROADER*0..5]->(c) }
  RETURN DISTINCT class, false AS itself
}
WITH demands, class, itself, class = c AS direct WHERE $class IS NULL OR class.id = $class
UNWIND demands AS demand
WITH class, any(each IN collect(direct) WHERE each) AS direct, collect(CASE WHEN itself THEN demand END) AS own, collect(CASE WHEN NOT itself AND NOT demand.rank IN ['choice', 'not required', 'replaced'] THEN demand.id END) AS elsewhere
WITH *, [d IN own WHERE NOT d.rank IN ['choice', 'not required', 'replaced']] AS counted
WHERE direct AND size(counted) > 1
WITH *, COLLECT { UNWIND counted AS d WITH d WHERE d.to IS NOT NULL WITH d.to AS to, count(*) AS times ORDER BY times DESC, to RETURN to + ' (' + times + ')' } AS named
RETURN class.id AS class, class.name AS class_name, size(counted) AS count,
  size([d IN counted WHERE d.rank = 'law']) AS by_law, size([d IN counted WHERE d.rank = 'contract']) AS by_contract, size([d IN counted WHERE d.rank = 'policy']) AS by_policy,
  size([d IN counted WHERE d.only_if]) AS on_condition, size([d IN own WHERE d.rank = 'choice']) AS by_choice, size([d IN own WHERE d.rank = 'replaced']) AS replaced_count, size(elsewhere) AS also_count,
  CASE size(named) WHEN 0 THEN ['nobody named'] ELSE named END AS askers,
  [d IN own WHERE d.rank = 'law' | d.id] AS law, [d IN own WHERE d.rank = 'contract' | d.id] AS contract, [d IN own WHERE d.rank = 'policy' | d.id] AS policy,
  [d IN own WHERE d.rank = 'choice' | d.id] AS choice, [d IN own WHERE d.rank = 'replaced' | d.id] AS replaced, elsewhere, [d IN own WHERE d.rank = 'not required' | d.id] AS not_required
ORDER BY count DESC, class
