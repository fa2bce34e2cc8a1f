/*
name = "who-learns-of-a-risk"
question = "Who learns of a risk at each level, from whom, and what is said not to reach them?"
kind = "feedback"
version = 3
definition = """
At each level that the sources tell apart (provider, system, region, nation) the bodies that stand there because risks are raised from them or with them; with the risks raised
with them, the reports and information that they get, and what those heard say does not reach them or cannot be used."""
judgements = [
  "A body stands at the level at which a source puts it when it describes the raising of risks; bodies at no such step are not placed.",
  "Only reports on safety, quality and risk count, or on an event; returns on money and the like do not.",
  "What a sample says does not reach it is said of those heard, never of the class.",
]
caveat = """
That something is to be reported does not say that it arrives. The levels come from one report; the accounts of what does not arrive are of the integrated care boards
and regional teams interviewed for it."""
empty = "No level with a body at it is on record. The sources do not describe every level."
severity = "low"
severity_reason = "It shows who could know of a risk; whether they do is a question of its own."
title = "{body_name} ({level} level), with whom risks are raised by {raised_by:mid}: {gaps}"
summary = "Reports and information come from: {told_by}. Said not to arrive there, or not to be usable: {missing}."
key = ["tier", "body"]
about = "body"

[parameters.tier]
type = "concept:tier"
optional = true
help = "Only this level."

[columns.tier]
type = "id"
help = "The level."
[columns.level]
type = "text"
help = "The level, in words."
[columns.body]
type = "id"
help = "Who learns of risks there."
[columns.body_name]
type = "text"
help = "Its name."
[columns.raised_by]
type = "list"
help = "Who raises risks with it."
[columns.told_by]
type = "list"
help = "Who reports or passes information to it."
[columns.missing]
type = "list"
help = "What is said not to reach it."
[columns.gaps]
type = "text"
help = "Whether anything is said not to reach it, in words."

[evidence.placing]
heading = "What puts it at this level"
premise = true
[evidence.reports]
heading = "What it is told"
[evidence.shortfalls]
heading = "What is said not to reach it, or not to be usable"
*/
MATCH (s:EscalationStep)
WHERE s.polarity = 'holds' AND coalesce(s.lifecycle, 'in-force') IN ['in-force', 'commenced', 'piloted'] AND s.verification <> 'unverified' AND s.known_from <= $as_at AND NOT (s.ended AND s.known_to < $as_at)
CALL (s) {
  MATCH (s)-[:SUBJECT]->(body) RETURN body, s.tier_from AS tier
  UNION
  MATCH (s)-[:OBJECT]->(body) RETURN body, s.tier_to AS tier
}
WITH body, tier, collect(DISTINCT s) AS placing
WHERE tier IS NOT NULL AND ($tier IS NULL OR tier = $tier)
WITH *, [body] + COLLECT { MATCH (x:Sample)-[:DRAWN_FROM]->(body) RETURN x } AS voices
WITH *,
  COLLECT {
    UNWIND voices AS x MATCH (x)<-[:OBJECT]-(r:Statement)
    WHERE (r.kind = 'flow' OR r.kind = 'reporting' AND (r.topic IN ['safety', 'quality', 'risk-management'] OR r.event IS NOT NULL)) AND r.polarity = 'holds' AND coalesce(r.lifecycle, 'in-force') IN ['in-force', 'commenced', 'piloted'] AND r.verification <> 'unverified' AND r.known_from <= $as_at AND NOT (r.ended AND r.known_to < $as_at)
    RETURN DISTINCT r
  } AS reports,
  COLLECT {
    UNWIND voices AS x MATCH (x)<-[:OBJECT]-(f:Flow {polarity: 'does-not-hold'}) WHERE f.verification <> 'unverified' AND f.known_from <= $as_at AND NOT (f.ended AND f.known_to < $as_at) RETURN DISTINCT f
  } AS shortfalls
RETURN tier, CASE tier WHEN 'region' THEN 'regional' WHEN 'nation' THEN 'national' ELSE tier END AS level, body.id AS body, body.name AS body_name,
  CASE WHEN none(s IN placing WHERE s.tier_to = tier AND EXISTS { (s)-[:OBJECT]->(body) }) THEN ['nobody on record'] ELSE
    COLLECT {
      UNWIND placing AS s MATCH (x)<-[:SUBJECT]-(s)-[:OBJECT]->(body) WITH DISTINCT x.name AS name ORDER BY name RETURN name
    } END AS raised_by,
  CASE WHEN reports = [] THEN ['nobody on record'] ELSE
    COLLECT { UNWIND reports AS r MATCH (r)-[:SUBJECT]->(x) WITH DISTINCT x.name AS name ORDER BY name RETURN name } END AS told_by,
  CASE WHEN shortfalls = [] THEN ['nothing on record'] ELSE
    COLLECT { UNWIND shortfalls AS f WITH DISTINCT f.carries + coalesce(' (' + f.condition + ')', '') AS what ORDER BY what RETURN what } END AS missing,
  CASE WHEN shortfalls = [] THEN 'nothing is on record of what fails to arrive there' ELSE 'some of what is needed there is said to fall short' END AS gaps,
  [s IN placing | s.id] AS placing, [r IN reports | r.id] AS reports, [f IN shortfalls | f.id] AS shortfalls
ORDER BY CASE tier WHEN 'provider' THEN 1 WHEN 'system' THEN 2 WHEN 'region' THEN 3 ELSE 4 END, body_name
