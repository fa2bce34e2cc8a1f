/*
name = "kinds-not-listed"
question = "Of what does no source list all that there is, and for which kinds of body?"
kind = "unknown"
version = 1
definition = """
Something of a kind (oversight, functions, duties, required reports, risks raised, flows of information, commissioning, delegations, ties, instruments that reach a class) is on
record of a class of bodies, and no source that was read is known to list all of that kind for that class on that date."""
judgements = [
  "A source lists a kind completely only where it says so itself, or is the whole of what could say it: data/completeness.csv holds each such case with the reason.",
  "A list that is confined to one topic does not make the kind complete.",
  "What is said of a wider class holds of a narrower one, and is not counted again there.",
]
caveat = """
So far nearly nothing is known to be listed completely: what is not on record may well exist, and a count of what is on record is a count of what was read. A kind of body of which nothing is on record is not named, and is not known either."""
empty = "Whatever is on record of any class is listed completely, or nothing is on record of a class."
severity = "low"
severity_reason = "It says where an answer cannot be taken for the whole, and where reading more would help."
title = "{kind_name}: on record for {how_many}, and no source lists them all for {any_of_them}"
summary = "Most are on record for: {most}. How many are on record for each: {classes}."
key = ["kind"]

[parameters.class]
type = "thing"
optional = true
help = "Only what is on record of this class."

[columns.kind]
type = "id"
help = "The kind of statement."
[columns.kind_name]
type = "text"
help = "The kind in words."
[columns.how_many]
type = "text"
help = "For how many classes something is on record and not known to be complete."
[columns.any_of_them]
type = "text"
help = "How the title refers to them."
[columns.most]
type = "list"
help = "The three classes of which most is on record."
[columns.classes]
type = "list"
help = "All of these classes, each with how many statements are on record."

[evidence.example]
heading = "One of them, the one that is vouched for longest"
premise = true
*/
MATCH (class:Class)<-[:SUBJECT|OBJECT]-(s:Statement)
WHERE ($class IS NULL OR class.id = $class)
  AND s.kind IN ['oversight', 'function', 'duty', 'reporting', 'escalation', 'flow', 'commissioning', 'delegation', 'tie', 'applicability']
  AND s.verification <> 'unverified' AND s.known_from <= $as_at AND NOT (s.ended AND s.known_to < $as_at)
WITH s.kind AS kind, class, collect(DISTINCT s) AS statements
WHERE NOT EXISTS { MATCH (c:Completeness)-[:ABOUT]->(class) WHERE c.kind = kind AND c.complete AND c.topic IS NULL AND c.from <= $as_at AND c.to >= $as_at }
ORDER BY size(statements) DESC, class.name
WITH kind, collect(class.name + ' (' + size(statements) + ')') AS classes, collect(class.name) AS names, collect(statements) AS lists
RETURN kind,
  CASE kind
    WHEN 'oversight' THEN 'Oversight' WHEN 'function' THEN 'Functions' WHEN 'duty' THEN 'Duties and expectations' WHEN 'reporting' THEN 'Required reports' WHEN 'escalation' THEN 'Risks raised'
    WHEN 'flow' THEN 'Flows of information' WHEN 'commissioning' THEN 'Commissioning' WHEN 'delegation' THEN 'Delegations' WHEN 'tie' THEN 'Ties between bodies' ELSE 'Instruments that reach them'
  END AS kind_name,
  CASE size(names) WHEN 1 THEN 'one kind of body' ELSE size(names) + ' kinds of body' END AS how_many, CASE size(names) WHEN 1 THEN 'it' ELSE 'any of these' END AS any_of_them,
  names[..3] AS most, classes, COLLECT { UNWIND lists AS list UNWIND list AS s WITH DISTINCT s ORDER BY s.known_to DESC, s.id LIMIT 1 RETURN s.id } AS example
ORDER BY size(names) DESC, kind
