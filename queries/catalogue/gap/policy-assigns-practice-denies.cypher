/*
name = "policy-assigns-practice-denies"
question = "Over which kinds of body does policy give somebody oversight that those heard say is not exercised?"
kind = "gap"
version = 2
definition = """
An instrument in force gives a body or class of bodies (the overseer) oversight of a class, without condition; and a sample of people heard, or a body,
disputes that oversight, or says that it is not exercised. Left apart are classes that another instrument or another regime covers on the same topic, and classes of which a
source says, or a party disputes, that the instrument reaches them at all."""
judgements = [
  "Only an instrument assigns (law, licence, contract, policy, guidance): an account of practice assigns nothing. What is proposed, paused or ended assigns nothing either.",
  "A sample speaks for those who were heard, never for the class from which it was drawn; its size is printed wherever it is named.",
  "A denial on a narrower topic (patient safety) counts against an assignment on a wider one (quality); both topics are shown, for the two need not contradict each other.",
  "An account that oversight is limited counts as a denial only where nobody disputes the assignment itself; otherwise it is shown as practice.",
  "Another regime covers a class where an instrument gives somebody else oversight of it, or the same overseer by another instrument, on a topic that is assigned or disputed here, without condition and without dispute.",
  "What is said of part of a class, such as one kind of collaborative, is shown beside the class.",
]
caveat = """
The answer says that policy and accounts of practice differ, not which of them is right, and not that nobody watches. Those overseen may not have been heard:
see under 'What the sources did not look at'. The accounts are of interviews that the source does not date."""
empty = "No denial of such oversight is on record. The sources read do not list every account of practice, so it may be exercised or not."
severity = "high"
severity_reason = "Where each side takes the other to be watching, a risk to patients can be seen by nobody."
title = "{class_name}: {instruments} gives {overseer_name:mid} their oversight; those heard dispute this on {denied_topics}"
summary = "{instruments} gives {overseer_name:mid} the oversight of {class_name:mid} ({assigned_topics}). This is disputed by: {denied_by}."
key = ["overseer", "class"]
about = "class"
needs = ["oversight", "account"]

[parameters.class]
type = "thing"
optional = true
help = "Only this class of bodies, by id, name or initials."

[columns.overseer]
type = "id"
help = "Whom the instrument gives the oversight."
[columns.overseer_name]
type = "text"
help = "Its name."
[columns.class]
type = "id"
help = "The class that is to be overseen."
[columns.class_name]
type = "text"
help = "Its name."
[columns.instruments]
type = "list"
help = "The instruments that give it."
[columns.forces]
type = "list"
help = "What kind of instrument they are: policy is never law."
[columns.assigned_topics]
type = "list"
help = "On which topics the instrument gives oversight."
[columns.denied_topics]
type = "list"
help = "On which topics it is disputed."
[columns.denied_by]
type = "list"
help = "Who disputes it, with how many were heard, of how many."
[columns.newer_instruments]
type = "list"
help = "Instruments that have replaced one of these, and of which nothing on this class has been read."

[evidence.policy]
heading = "What policy says"
premise = true
[evidence.denials]
heading = "Who says otherwise"
premise = true
[evidence.support]
heading = "Who holds to it"
[evidence.qualifications]
heading = "Who qualifies it"
[evidence.practice]
heading = "What happens, as told or described"
[evidence.exceptions]
heading = "Exceptions, as told"
[evidence.other_policy]
heading = "What else policy says of them"
[evidence.conclusions]
heading = "What the source itself concludes"
[evidence.limits]
heading = "What the sources did not look at"
[evidence.changes]
heading = "What would change it (not in force)"
*/
MATCH (overseer)<-[:SUBJECT]-(policy:Oversight)-[:OBJECT]->(class:Class)
WHERE ($class IS NULL OR class.id = $class)
  AND policy.polarity = 'holds' AND policy.condition IS NULL AND policy.force <> 'none'
  AND coalesce(policy.lifecycle, 'in-force') IN ['in-force', 'commenced', 'piloted']
  AND policy.verification <> 'unverified' AND policy.known_from <= $as_at
  AND NOT (policy.ended AND policy.known_to < $as_at)
WITH overseer, class, collect(DISTINCT policy) AS policies
WITH *,
  COLLECT { MATCH (narrow:Class)-[:BROADER*0..]->(class) RETURN DISTINCT narrow } AS classes,
  [overseer] + COLLECT { MATCH (sample:Sample)-[:DRAWN_FROM]->(overseer) RETURN sample } AS voices
WITH *,
  COLLECT {
    UNWIND policies AS policy
    MATCH (policy)-[:POSITION]->(p:Position) WHERE coalesce(p.stated_at, policy.known_from) <= $as_at
    RETURN p
  } AS positions,
  COLLECT {
    UNWIND classes AS about
    MATCH (s:Oversight)-[:OBJECT]->(about) MATCH (s)-[:SUBJECT]->(who)
    WHERE who IN voices AND coalesce(s.force, 'none') = 'none'
      AND s.verification <> 'unverified' AND s.known_from <= $as_at AND NOT (s.ended AND s.known_to < $as_at)
    RETURN s
  } AS told
WITH *,
  [p IN positions WHERE p.stance = 'disputes'] AS disputes,
  [s IN told WHERE s.polarity = 'does-not-hold'] AS shortfalls
WITH *, CASE WHEN size(disputes) > 0 THEN disputes ELSE shortfalls END AS denials
WHERE size(denials) > 0
  AND NOT EXISTS {
    MATCH (class)<-[:OBJECT]-(reach:Applicability)-[:SUBJECT]->(i) WHERE any(policy IN policies WHERE EXISTS { (policy)-[:RESTS_ON]->(i) })
      AND (reach.polarity = 'does-not-hold' OR EXISTS { MATCH (reach)-[:POSITION]->(p {stance: 'disputes'}) WHERE coalesce(p.stated_at, reach.known_from) <= $as_at })
      AND coalesce(reach.lifecycle, 'in-force') IN ['in-force', 'commenced', 'piloted']
      AND reach.verification <> 'unverified' AND reach.known_from <= $as_at AND NOT (reach.ended AND reach.known_to < $as_at)
  }
  AND NOT EXISTS {
    MATCH (class)-[:BROADER*0..3]->()<-[:OBJECT]-(o:Oversight)-[:SUBJECT]->(other)
    WHERE (NOT other IN voices OR other = overseer AND EXISTS { MATCH (o)-[:RESTS_ON]->(i) WHERE NOT any(policy IN policies WHERE policy <> o AND EXISTS { (policy)-[:RESTS_ON]->(i) }) })
      AND o.topic IN [each IN denials + policies | each.topic] AND NOT o.oversight_kind IN ['support', 'co-ordination']
      AND o.polarity = 'holds' AND o.condition IS NULL AND o.force <> 'none' AND coalesce(o.lifecycle, 'in-force') IN ['in-force', 'commenced', 'piloted']
      AND size(policies) + CASE WHEN o IN policies THEN 0 ELSE 1 END > 1
      AND NOT EXISTS { (o)-[:POSITION]->({stance: 'disputes'}) }
      AND o.verification <> 'unverified' AND o.known_from <= $as_at AND NOT (o.ended AND o.known_to < $as_at)
  }
WITH *,
  COLLECT {
    UNWIND classes AS about
    MATCH (s:Statement)-[:SUBJECT|OBJECT]->(about)
    WHERE NOT s IN policies AND NOT s IN told
      AND s.verification <> 'unverified' AND s.known_from <= $as_at AND NOT (s.ended AND s.known_to < $as_at)
    RETURN DISTINCT s
  } AS around,
  COLLECT {
    UNWIND classes AS x
    MATCH (x)<-[:SUBJECT|OBJECT*0..1]-(target) WHERE target = x OR target:Statement
    MATCH (target)<-[:TARGET|FROM|TO]-(:Operation)-[:MEASURE]->(s:ReformMeasure)
    WHERE s.verification <> 'unverified' AND s.known_from <= $as_at AND NOT (s.ended AND s.known_to < $as_at)
    RETURN DISTINCT s
  } AS measures,
  COLLECT {
    MATCH (s:Delegation {function: 'oversee'})-[:OBJECT]->(overseer)
    WHERE s.verification <> 'unverified' AND s.known_from <= $as_at AND NOT (s.ended AND s.known_to < $as_at)
    RETURN DISTINCT s
  } AS delegations
RETURN overseer.id AS overseer, overseer.name AS overseer_name, class.id AS class, class.name AS class_name,
  COLLECT {
    UNWIND policies AS policy MATCH (policy)-[:RESTS_ON]->(i)
    WITH DISTINCT coalesce(i.short_title, i.name) AS name ORDER BY name RETURN 'the ' + name
  } AS instruments,
  COLLECT { UNWIND policies AS s WITH DISTINCT s.force AS force ORDER BY force RETURN force } AS forces,
  COLLECT {
    UNWIND policies AS s MATCH (s)-[:TOPIC]->(t) WITH DISTINCT t.name AS name ORDER BY name RETURN name
  } AS assigned_topics,
  COLLECT {
    UNWIND denials AS d MATCH (d)-[:TOPIC]->(t) WITH DISTINCT t.name AS name ORDER BY name RETURN name
  } AS denied_topics,
  COLLECT {
    UNWIND denials AS d MATCH (d)-[:PARTY|ASSERTED_BY]->(x)
    WITH x, collect(d.quantifier)[0] AS quantifier ORDER BY x.number DESC, x.name
    RETURN x.name + CASE
      WHEN NOT x:Sample OR x.number IS NULL AND quantifier IS NULL THEN ''
      ELSE ' (' + coalesce(x.number + ' heard' + coalesce(' of ' + x.out_of, ''), '')
        + CASE WHEN x.number IS NULL OR quantifier IS NULL THEN '' ELSE '; ' END
        + CASE quantifier
            WHEN 'all' THEN 'all said so' WHEN 'majority' THEN 'most said so' WHEN 'many' THEN 'many said so'
            WHEN 'some' THEN 'some said so' WHEN 'one' THEN 'one said so' WHEN 'not-stated' THEN 'how many said so is not stated'
            ELSE ''
          END + ')'
    END
  } AS denied_by,
  COLLECT {
    UNWIND policies AS policy MATCH (policy)-[:RESTS_ON]->(old)<-[:REPLACES*1..]-(new:Instrument)
    WHERE coalesce(new.in_force_from, new.issued, $as_at) <= $as_at
      AND NOT EXISTS {
        (x)<-[:SUBJECT|OBJECT]-(s:Statement)-[:RESTS_ON]->(new) WHERE x IN classes AND s.known_from <= $as_at
      }
    WITH DISTINCT coalesce(new.short_title, new.name) AS name ORDER BY name RETURN name
  } AS newer_instruments,
  [s IN policies | s.id] AS policy,
  [d IN denials | d.id] AS denials,
  [p IN positions WHERE p.stance IN ['asserts', 'supports'] AND NOT p.id ENDS WITH '-asserted' | p.id] AS support,
  [p IN positions WHERE NOT p.stance IN ['asserts', 'supports', 'disputes'] | p.id] AS qualifications,
  [s IN shortfalls WHERE NOT s IN denials | s.id]
    + [s IN around WHERE s.kind IN ['account', 'flow', 'effect', 'reporting', 'escalation', 'function'] AND s.force = 'none' | s.id] AS practice,
  [s IN told WHERE s.polarity = 'holds' | s.id] AS exceptions,
  [s IN around WHERE s.force <> 'none' AND NOT s.kind IN ['definition', 'reform'] | s.id] AS other_policy,
  [s IN around WHERE s.kind = 'published-finding' | s.id] AS conclusions,
  [s IN around WHERE s.kind = 'limitation' | s.id] AS limits,
  [s IN measures + delegations WHERE coalesce(s.lifecycle, '') IN ['considered', 'proposed', 'announced', 'accepted', 'enacted'] | s.id] AS changes
ORDER BY class_name, overseer_name
