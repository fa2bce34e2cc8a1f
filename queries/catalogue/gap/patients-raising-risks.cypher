/*
name = "patients-raising-risks"
question = "How can a patient or carer raise a risk that lies between providers, and who is said not to be able to?"
kind = "gap"
version = 2
definition = """
Somebody heard, or the author of a source, says something of how patients and carers can raise what worries them, or who of them is heard: an account or a conclusion about
patients and carers, on the experience of users or on equal treatment. Each is an answer; the ways that are on record are shown beside it."""
judgements = [
  "A way is somebody who is recorded as speaking for patients, as gathering what they say of their care or as handling complaints, to whom patients are said to bring information or risks, or with whom a source says that they can raise them. Whether it reaches over several providers is said where a source says it.",
  "What is said of how patients fare is the account of those who were heard, mostly staff; it is no count of patients.",
  "What happened in one case is not used here.",
]
caveat = """
Complaints law was read in parts only, and not every complaints service is on record; duties to take complaints are listed with the channels for complaints and feedback, not here. So a
way that is missing here may well exist. No patient but one carer was heard by the sources."""
empty = "No source says that patients or carers cannot raise a risk. It does not follow that they can."
severity = "medium"
severity_reason = "A risk between providers may be seen first, or only, by the patient."
title = "{people}: {told}"
summary = "Said by: {said_by}. Ways on record at that time, each in its own field: {ways}."
key = ["statement"]

[parameters.people]
type = "thing"
optional = true
help = "Only what is said of these people."

[columns.statement]
type = "id"
help = "What is said."
[columns.people]
type = "text"
help = "Of whom."
[columns.told]
type = "text"
help = "What is said, in one sentence."
[columns.said_by]
type = "text"
help = "Who says so."
[columns.ways]
type = "list"
help = "Bodies and classes that are recorded as a way to raise a risk."

[evidence.said]
heading = "What is said to stand in the way"
premise = true
[evidence.otherwise]
heading = "Who says otherwise, or qualifies it"
[evidence.ways_on_record]
heading = "Ways on record"
[evidence.conclusions]
heading = "What sources conclude on the experience of users and on complaints"
*/
MATCH (people:Class {id: 'patients-and-carers'})<-[:OBJECT]-(s:Statement)
WHERE ($people IS NULL OR people.id = $people) AND s.kind IN ['account', 'published-finding'] AND s.topic IN ['user-experience', 'equity'] AND s.polarity = 'holds'
  AND s.verification <> 'unverified' AND s.known_from <= $as_at AND NOT (s.ended AND s.known_to < $as_at)
WITH people, collect(DISTINCT s) AS told,
  COLLECT {
    MATCH (w:Statement)-[:OBJECT]->(people)
    WHERE (w.kind = 'function' AND (w.function IN ['advocate', 'handle-complaints'] OR w.function = 'collect-data' AND w.topic = 'user-experience') OR w.kind = 'effect' AND w.topic = 'user-experience')
      AND w.polarity = 'holds' AND coalesce(w.lifecycle, 'in-force') IN ['in-force', 'commenced', 'piloted']
      AND w.verification <> 'unverified' AND w.known_from <= $as_at AND NOT (w.ended AND w.known_to < $as_at)
    RETURN DISTINCT w
  } + COLLECT {
    MATCH (people)<-[:SUBJECT]-(w:Statement) WHERE w.kind IN ['escalation', 'flow'] AND w.polarity = 'holds'
      AND coalesce(w.lifecycle, 'in-force') IN ['in-force', 'commenced', 'piloted']
      AND w.verification <> 'unverified' AND w.known_from <= $as_at AND NOT (w.ended AND w.known_to < $as_at)
    RETURN DISTINCT w
  } AS routes
UNWIND told AS s
MATCH (s)-[:SUBJECT]->(voice)
RETURN s.id AS statement, people.name AS people,
  CASE WHEN s.text ENDS WITH '.' THEN left(s.text, size(s.text) - 1) ELSE s.text END AS told,
  voice.name + CASE WHEN voice:Sample AND voice.number IS NOT NULL THEN ' (' + voice.number + ' heard' + coalesce(' of ' + voice.out_of, '')
      + CASE s.quantifier
          WHEN 'all' THEN '; all said so' WHEN 'majority' THEN '; most said so' WHEN 'many' THEN '; many said so'
          WHEN 'some' THEN '; some said so' WHEN 'one' THEN '; one said so' WHEN 'not-stated' THEN '; how many said so is not stated' ELSE ''
        END + ')'
    ELSE '' END AS said_by,
  COLLECT {
    UNWIND routes AS w MATCH (w)-[r:SUBJECT|OBJECT]->(x) WHERE x <> people WITH DISTINCT x.name AS name ORDER BY name RETURN name
  } AS ways,
  [s.id] AS said,
  COLLECT {
    MATCH (s)-[:POSITION]->(p:Position) WHERE NOT p.stance IN ['asserts', 'supports'] AND coalesce(p.stated_at, s.known_from) <= $as_at
    RETURN p.id
  } AS otherwise,
  [w IN routes | w.id] AS ways_on_record,
  COLLECT {
    MATCH (c:PublishedFinding {topic: 'user-experience'})-[:OBJECT]->(x:Class) WHERE x <> people AND c.finding_kind <> 'other'
      AND c.verification <> 'unverified' AND c.known_from <= $as_at AND NOT (c.ended AND c.known_to < $as_at)
    RETURN DISTINCT c.id
  } AS conclusions
ORDER BY statement
