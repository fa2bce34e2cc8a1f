/*
name = "alike-recommendations"
question = "Which recommendations go to the same body on the same topic?"
kind = "overlap"
version = 2
definition = "Two or more recommendations, observations or learning points on one topic are addressed to one body or class, by one issuer or several."
judgements = [
  "The same addressee and the same topic do not make two recommendations the same: they may ask for different things. Read them side by side.",
  "A recommendation that is on record as owed an answer is counted apart from one of which that is not stated, and from observations and learning points, which ask for none.",
  "On record as owed follows the kind of recommendation: the reports that were read name no rule by which an answer is owed.",
  "That one issuer comes back to a topic is shown as such, and is no duplication by several.",
  "Recommendations to a wider or narrower class are not joined to these.",
]
caveat = "Few recommendations are on record, and those of most issuers were not looked for. Whether an earlier one was carried out is said only where a source says so."
empty = "No two recommendations on record go to one body on one topic. Most issuers' recommendations were not read."
severity = "low"
severity_reason = "It costs an addressee time to answer several alike, and it can be a sign that the first was not carried out."
title = "{addressee_name}, on {topic_name}: {count} recommendations or suggestions that may be alike"
summary = "From: {issuers}. Answers: {owed_words}."
key = ["addressee", "topic"]

[parameters.addressee]
type = "thing"
optional = true
help = "Only what is addressed to this body or class."
[parameters.topic]
type = "concept:topic"
optional = true
help = "Only this topic."

[columns.addressee]
type = "id"
help = "To whom they are addressed."
[columns.addressee_name]
type = "text"
help = "Its name."
[columns.topic]
type = "id"
help = "The topic."
[columns.topic_name]
type = "text"
help = "Its name."
[columns.count]
type = "integer"
help = "How many there are."
[columns.owed]
type = "integer"
help = "How many of them are on record as owed an answer."
[columns.owed_words]
type = "list"
help = "How many are on record as owed an answer, for how many that is not stated, and how many ask for none."
[columns.issuer_count]
type = "integer"
help = "How many issue them."
[columns.issuers]
type = "list"
help = "Who issues them, and how many."

[evidence.recommended]
heading = "What is recommended, observed or offered as learning"
premise = true
least = 2
[evidence.answers]
heading = "What is recorded in answer"
*/
MATCH (to)<-[:OBJECT]-(s:Recommendation)-[:SUBJECT]->(issuer)
MATCH (s)-[:TOPIC]->(topic:Concept)
WHERE ($addressee IS NULL OR to.id = $addressee) AND ($topic IS NULL OR topic.notation = $topic)
  AND s.polarity = 'holds' AND s.verification <> 'unverified' AND s.known_from <= $as_at AND NOT (s.ended AND s.known_to < $as_at)
WITH to, topic, collect(s) AS made, collect(issuer) AS issuers
WHERE size(made) > 1
WITH *, COLLECT { UNWIND issuers AS i WITH i.name AS name, count(*) AS times ORDER BY name RETURN name + ' (' + times + ')' } AS issuers_named
RETURN to.id AS addressee, to.name AS addressee_name, topic.notation AS topic, topic.name AS topic_name, size(made) AS count,
  size([s IN made WHERE s.response_owed]) AS owed,
  COLLECT {
    UNWIND made AS s
    WITH CASE WHEN s.response_owed THEN 'on record as owed' WHEN s.recommendation_kind IN ['observation', 'learning-point'] THEN 'none asked for' ELSE 'not stated whether owed' END AS what, count(*) AS n
    ORDER BY what DESC RETURN what + ' (' + n + ')'
  } AS owed_words, size(issuers_named) AS issuer_count, issuers_named AS issuers, [s IN made | s.id] AS recommended,
  COLLECT {
    MATCH (f:Flow)-[:ANSWERS]->(s) WHERE s IN made AND f.verification <> 'unverified' AND f.known_from <= $as_at AND NOT (f.ended AND f.known_to < $as_at)
    RETURN DISTINCT f.id
  } AS answers
ORDER BY count DESC, addressee_name, topic_name
