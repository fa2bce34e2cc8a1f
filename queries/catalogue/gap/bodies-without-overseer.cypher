/*
name = "bodies-without-overseer"
question = "Which bodies that watch, investigate or license others have nobody on record who watches them?"
kind = "gap"
version = 3
definition = """
An instrument, a body's own account or another body's has a body or class oversee, assess, inspect, investigate, license or enforce, over others or when something
happens; and nothing that was read has anybody oversee that
body or class, or answer for it."""
judgements = [
  "Any form of oversight but support and co-ordination counts, by any body, a court and Parliament among them; so does a function to assess, inspect, assure, oversee or license it, a power in law to do any of these, and a tie by which another sponsors it or it answers to another. It counts also where it is disputed, holds under a condition, or is of a wider class or of the body of which this one is a part. A class of which one kind is overseen, or whose members are overseen as something else, is left out.",
  "Ministers, their departments and executive agencies answer to Parliament, and are left out. A power to direct a single task, such as an investigation, is no oversight of the body, and is shown beside. That courts can review what any public body does is not counted for or against anybody.",
  "What only interviewees say that a body does, and what is only expected of it, is left out: it says nothing of the body's standing.",
  "Being independent is no fault. Many of these bodies are meant to be, such as an ombudsman, and account for themselves in ways that were not read.",
  "A programme answers to whoever runs it, and is left out.",
]
caveat = """
Most national bodies are sponsored by a department and report to Parliament under laws that were not read for this: that none of it is on record says so, and no more. A list
of what to look up, not of failings."""
empty = "The sheets record no such body without also recording somebody who oversees it or to whom it answers. Of bodies, and of oversight, that were not read nothing follows."
severity = "low"
severity_reason = "It shows where to look; it does not show that a body is not overseen."
title = "{body_name}: nothing that was read names an overseer"
summary = "Listed for what it does to others or after events: {tasks}."
key = ["body"]
about = "body"
absence_of = ["oversight", "tie"]

[parameters.body]
type = "thing"
optional = true
help = "Only this body or class."

[columns.body]
type = "id"
help = "The body or class."
[columns.body_name]
type = "text"
help = "Its name."
[columns.tasks]
type = "list"
help = "What it does to others, in a word each."

[evidence.task]
heading = "What it does to others"
premise = true
[evidence.others]
heading = "What else it does"
[evidence.powers]
heading = "What law lets others do in respect of it"
[evidence.bound]
heading = "Who hosts, pays or appoints it, and to whom it reports"
[evidence.said]
heading = "What is said of its being overseen, proposed or not in force"
*/
MATCH (body)<-[:SUBJECT]-(s:Statement)
WHERE ($body IS NULL OR body.id = $body) AND NOT body:Sample AND NOT body:Programme
  AND (s.kind = 'oversight' AND NOT s.oversight_kind IN ['support', 'co-ordination']
    OR s.kind IN ['function', 'duty'] AND s.function IN ['assess', 'inspect', 'investigate', 'oversee', 'enforce', 'license-or-register']
      AND coalesce(s.modality, 'duty') IN ['duty', 'power'])
  AND (s.force <> 'none' OR s.basis IN ['body-on-itself', 'official-statement']
    OR s.basis = 'body-on-another' AND NOT EXISTS { (s)-[:ASSERTED_BY]->(:Sample) }) AND s.polarity = 'holds'
  AND (EXISTS { (s)-[:OBJECT]->(o) WHERE o <> body } OR EXISTS { (s)-[:EVENT]->() } AND NOT EXISTS { (s)-[:OBJECT]->(body) })
  AND coalesce(s.lifecycle, 'in-force') IN ['in-force', 'commenced', 'piloted']
  AND s.verification <> 'unverified' AND s.known_from <= $as_at AND NOT (s.ended AND s.known_to < $as_at)
  AND NOT EXISTS { (body)-[:PART_OF*0..2]->(b) WHERE b.kind IN ['government-department', 'executive-agency'] }
WITH body, collect(DISTINCT s) AS tasks
WITH *, COLLECT { MATCH (body)-[:IN_CLASS|BROADER|CAN_ALSO_BE|PART_OF*0..3]->(w) RETURN DISTINCT w } AS wider
WHERE NOT EXISTS {
  UNWIND wider AS w MATCH (w)<-[:OBJECT]-(o:Statement)
  WHERE (o.kind = 'oversight' AND NOT o.oversight_kind IN ['support', 'co-ordination']
      OR o.kind = 'function' AND o.function IN ['assess', 'inspect', 'assure', 'oversee', 'enforce', 'license-or-register']
      OR o.kind = 'duty' AND o.modality = 'power' AND o.function IN ['assess', 'inspect', 'assure', 'oversee', 'enforce', 'license-or-register'] OR o.kind = 'tie' AND o.tie = 'sponsors')
    AND o.polarity = 'holds' AND coalesce(o.lifecycle, 'in-force') IN ['in-force', 'commenced', 'piloted']
    AND o.verification <> 'unverified' AND o.known_from <= $as_at AND NOT (o.ended AND o.known_to < $as_at)
}
AND NOT EXISTS {
  UNWIND wider AS w MATCH (w)<-[:SUBJECT]-(o:Tie {tie: 'accountable-to', polarity: 'holds'})
  WHERE o.verification <> 'unverified' AND o.known_from <= $as_at AND NOT (o.ended AND o.known_to < $as_at)
}
AND NOT (body:Class AND EXISTS {
  MATCH (body)<-[:BROADER|CAN_ALSO_BE*1..2]-()<-[:OBJECT]-(o:Oversight) WHERE NOT o.oversight_kind IN ['support', 'co-ordination'] AND o.polarity = 'holds'
    AND coalesce(o.lifecycle, 'in-force') IN ['in-force', 'commenced', 'piloted'] AND o.verification <> 'unverified' AND o.known_from <= $as_at AND NOT (o.ended AND o.known_to < $as_at)
})
WITH *, COLLECT { UNWIND tasks AS s RETURN s ORDER BY s.known_to DESC, s.id } AS newest
RETURN body.id AS body, body.name AS body_name,
  COLLECT {
    UNWIND tasks AS s
    WITH DISTINCT CASE
        WHEN s.kind = 'oversight' THEN CASE s.oversight_kind WHEN 'performance-management' THEN 'performance management' ELSE s.oversight_kind END
        ELSE CASE s.function
          WHEN 'assess' THEN 'assessment' WHEN 'inspect' THEN 'inspection' WHEN 'investigate' THEN 'investigation' WHEN 'oversee' THEN 'oversight'
          WHEN 'enforce' THEN 'enforcement' ELSE 'licensing or registration'
        END
      END AS word ORDER BY word
    RETURN word
  } AS tasks,
  [newest[0].id] AS task, [s IN newest[1..] | s.id] AS others,
  COLLECT {
    MATCH (body)<-[:OBJECT]-(p:Duty {modality: 'power', polarity: 'holds'})
    WHERE p.verification <> 'unverified' AND p.known_from <= $as_at AND NOT (p.ended AND p.known_to < $as_at)
    RETURN DISTINCT p.id
  } AS powers,
  COLLECT {
    MATCH (t:ReportingRequirement|Tie {polarity: 'holds'})
    WHERE (t.kind = 'reporting' AND EXISTS { (t)-[:SUBJECT]->(body) } OR t.tie IN ['hosts', 'funds', 'appoints', 'employs'] AND EXISTS { (t)-[:OBJECT]->(body) })
      AND t.verification <> 'unverified' AND t.known_from <= $as_at AND NOT (t.ended AND t.known_to < $as_at)
    RETURN DISTINCT t.id AS id ORDER BY id
  } AS bound,
  COLLECT {
    MATCH (body)<-[:OBJECT]-(o:Oversight)
    WHERE o.verification <> 'unverified' AND o.known_from <= $as_at AND NOT (o.ended AND o.known_to < $as_at)
    RETURN DISTINCT o.id
  } AS said
ORDER BY body_name
