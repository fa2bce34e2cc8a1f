/*
name = "measures-that-touch"
question = "Which reform measures touch a recorded arrangement, or the bodies of one?"
kind = "reform"
version = 3
definition = """
A measure that is considered, proposed, announced, accepted or enacted changes an arrangement on record (oversight, function, duty, reporting, escalation, commissioning
and the like) by name, or changes a body that the arrangement names."""
judgements = [
  "Nothing listed as a change is in force: the status is that of the day on which the source was written.",
  "A measure that abolishes, merges, splits or renames a body, or gives it another host or line of accountability, touches everything recorded of that body, and nothing of the host that it leaves. A transfer or a delegation touches what that body itself does, of that function where one is named.",
  "In whose area a body lies is no arrangement, and is not counted.",
  "A measure that adds a function to a body's remit touches nothing that the body does now; those already recorded with that function on the same topic are shown beside it, since their work may overlap.",
  "That an arrangement is touched does not mean that it ends: who takes it on is often not said.",
  "The arrangements are those on record up to the date; some may have lapsed, and each is shown with the last day on which its source vouches for it.",
]
caveat = """
Only arrangements taken from the sources read can be listed: the less was read of a body, the fewer. The measures of the Dash review are known from a briefing by a
membership body, those of the Health Bill from summaries and comments, others from announcements; neither the review nor the Bill was read. Units that are recorded as a
class of their own, such as regional teams, are not followed from their parent body."""
empty = "No measure on record touches it. There may be measures that the sources read do not mention."
severity = "medium"
severity_reason = "What a measure touches and nobody reassigns can be left without an owner."
title = "{measure_title} ({status}, not in force when read): {effect}"
summary = "Arrangements on record that it names: {by_name}; of the bodies that it changes ({bodies}): {through_bodies}; of others who already do what it would add: {alongside}."
key = ["measure"]

[parameters.statement]
type = "statement"
optional = true
help = "Only measures that touch this statement, by its sentence or its id."
[parameters.body]
type = "thing"
optional = true
help = "Only measures that change this body."

[columns.measure]
type = "id"
help = "The measure."
[columns.measure_title]
type = "text"
help = "What it would do."
[columns.status]
type = "text"
help = "How far it had come when the source was written."
[columns.operations]
type = "list"
help = "What it would do to whom, in order."
[columns.body_ids]
type = "list"
help = "The bodies that it would change, or that would take something on, by id."
[columns.bodies]
type = "list"
help = "Their names, in the same order."
[columns.count]
type = "integer"
help = "How many recorded arrangements it touches."
[columns.by_name]
type = "integer"
help = "How many of them it names."
[columns.through_bodies]
type = "integer"
help = "How many of them name a body that it changes."
[columns.alongside]
type = "integer"
help = "How many arrangements of others have a function that it would add."
[columns.effect]
type = "text"
help = "The counts in words."

[evidence.measure_proposed]
heading = "What is proposed"
premise = true
[evidence.named]
heading = "Arrangements that it names"
[evidence.touched]
heading = "Arrangements of the bodies that it changes"
[evidence.others]
heading = "Who already has that function on that topic, over these or other bodies"
[evidence.support]
heading = "Who supports it"
[evidence.doubts]
heading = "Who qualifies it, sees risks, asks or opposes"
[evidence.effects]
heading = "What is claimed to follow"
*/
MATCH (m:ReformMeasure)
WHERE coalesce(m.lifecycle, 'proposed') IN ['considered', 'proposed', 'announced', 'accepted', 'enacted']
  AND m.verification <> 'unverified' AND m.known_from <= $as_at AND NOT (m.ended AND m.known_to < $as_at)
WITH m,
  COLLECT {
    MATCH (o:Operation)-[:MEASURE]->(m) MATCH (o)-[:TARGET]->(s:Statement)
    WHERE s.verification <> 'unverified' AND s.known_from <= $as_at AND NOT (s.ended AND s.known_to < $as_at)
    RETURN DISTINCT s
  } AS named,
  COLLECT {
    MATCH (o:Operation)-[:MEASURE]->(m) MATCH (o)-[:TARGET|FROM|TO]->(b:Thing) WITH DISTINCT b ORDER BY b.name RETURN b
  } AS bodies
WITH *,
  COLLECT {
    MATCH (o:Operation)-[:MEASURE]->(m) MATCH (o)-[end:TARGET|FROM]->(b:Thing)
    WHERE type(end) = 'TARGET' OR NOT o.operation IN ['rename', 'change-host', 'change-accountability']
    MATCH (b)<-[:PART_OF*0..3]-(part)<-[role:SUBJECT|OBJECT]-(s:Statement)
    WHERE s.kind IN ['oversight', 'function', 'duty', 'reporting', 'escalation', 'flow', 'commissioning', 'delegation', 'tie', 'applicability']
      AND NOT s IN named AND s.polarity = 'holds' AND coalesce(s.tie, '') <> 'in-area-of'
      AND (part = b OR o.operation IN ['abolish', 'merge', 'split'])
      AND (o.operation IN ['abolish', 'merge', 'split', 'rename', 'change-host', 'change-accountability']
        OR o.operation IN ['transfer', 'delegate'] AND type(role) = 'SUBJECT' AND (o.function IS NULL OR s.function = o.function
          OR s.kind = 'commissioning' AND o.function = 'commission' OR s.kind = 'oversight' AND o.function = 'oversee'))
      AND NOT coalesce(s.lifecycle, '') IN ['considered', 'rejected', 'proposed', 'announced', 'accepted', 'enacted', 'ended']
      AND s.verification <> 'unverified' AND s.known_from <= $as_at AND NOT (s.ended AND s.known_to < $as_at)
    RETURN DISTINCT s
  } AS touched,
  COLLECT {
    MATCH (o:Operation)-[:MEASURE]->(m) WHERE o.operation IN ['change-remit', 'create-role', 'transfer'] AND o.function IS NOT NULL
    MATCH (o)-[:TARGET|TO]->(b:Thing)
    MATCH (m)-[:TOPIC]->()<-[:TOPIC]-(s:Statement)-[:SUBJECT]->(other)
    WHERE other <> b AND NOT other:Sample
      AND NOT EXISTS { (o)-[:FROM]->(other) }
      AND (s.kind IN ['function', 'duty'] AND s.function = o.function OR s.kind = 'oversight' AND s.oversight_kind + ':' + o.function IN
        ['assessment:assess', 'inspection:inspect', 'assurance:assure', 'oversight:oversee'])
      AND s.polarity = 'holds' AND coalesce(s.lifecycle, 'in-force') IN ['in-force', 'commenced', 'piloted'] AND s.verification <> 'unverified' AND s.known_from <= $as_at AND NOT (s.ended AND s.known_to < $as_at)
    RETURN DISTINCT s
  } AS others
WITH *, [s IN others WHERE NOT s IN named + touched] AS beside
WHERE size(named) + size(touched) + size(beside) > 0
  AND ($statement IS NULL OR any(s IN named + touched + beside WHERE s.id = $statement))
  AND ($body IS NULL OR any(b IN bodies WHERE b.id = $body))
WITH *,
  COLLECT {
    MATCH (m)-[:POSITION]->(p:Position) WHERE coalesce(p.stated_at, m.known_from) <= $as_at AND NOT p.id ENDS WITH '-asserted'
    RETURN p
  } AS positions
RETURN m.id AS measure, CASE WHEN m.text ENDS WITH '.' THEN left(m.text, size(m.text) - 1) ELSE m.text END AS measure_title,
  coalesce(m.lifecycle, 'proposed') AS status,
  COLLECT {
    MATCH (o:Operation)-[:MEASURE]->(m) OPTIONAL MATCH (o)-[:TARGET]->(t) OPTIONAL MATCH (o)-[:FROM]->(f) OPTIONAL MATCH (o)-[:TO]->(g)
    WITH o, t, f, g ORDER BY o.step, o.id
    RETURN o.operation + coalesce(' (' + o.function + ')', '') + coalesce(': ' + coalesce(t.name, t.text), '')
      + coalesce(', from ' + f.name, '') + coalesce(', to ' + g.name, '')
  } AS operations,
  [b IN bodies | b.id] AS body_ids, [b IN bodies | b.name] AS bodies, size(named) + size(touched) AS count, size(named) AS by_name, size(touched) AS through_bodies,
  size(beside) AS alongside, [s IN beside | s.id] AS others,
  CASE size(named) + size(touched)
    WHEN 0 THEN 'others already have the function that it adds, in ' + size(beside) + ' recorded arrangement' + CASE size(beside) WHEN 1 THEN '' ELSE 's' END
    WHEN 1 THEN '1 recorded arrangement is touched' ELSE (size(named) + size(touched)) + ' recorded arrangements are touched'
  END AS effect,
  [m.id] AS measure_proposed, [s IN named | s.id] AS named, [s IN touched | s.id] AS touched,
  [p IN positions WHERE p.stance IN ['supports', 'supports-if', 'asserts'] | p.id] AS support,
  [p IN positions WHERE NOT p.stance IN ['supports', 'supports-if', 'asserts'] | p.id] AS doubts,
  COLLECT {
    MATCH (e:ClaimedEffect)-[:EFFECT_OF]->(m) WHERE e.verification <> 'unverified' AND e.known_from <= $as_at AND NOT (e.ended AND e.known_to < $as_at)
    RETURN DISTINCT e.id
  } AS effects
ORDER BY count DESC, measure
