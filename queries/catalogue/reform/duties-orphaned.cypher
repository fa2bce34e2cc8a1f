/*
name = "duties-orphaned"
question = "Which duties and reports are owed to or by a body that would end, with nobody named to take its place?"
kind = "reform"
version = 3
definition = """
A measure that is considered, proposed, announced, accepted or enacted would end a body; and a duty, a report, a power or a raising of risks on record is owed by that
body or to it, for which what was read names nobody, or several bodies without saying which."""
judgements = [
  "A body that would be merged into another leaves no orphans: the other takes its place.",
  "A duty without a function of its own is taken on by whoever is named to take over in general.",
  "A report to a body that would end is an orphan too: those who send it would not know where to.",
  "Receivers of parts of the work, such as by sector, are named with their part; that the work on record is meant by it is not said there.",
  "The answer rests on not having found a receiver. It is a yes only where a source lists every measure for that body, and not known until one does.",
]
caveat = """
Only what was read of each body and of each measure can be listed, and the measures were read at second hand: the Bill or the review may name who takes the place.
Nothing listed is in force, and a duty that would end may have been meant to."""
empty = "No duty is on record that a measure would leave with nobody. There may be duties and measures that the sources read do not mention."
severity = "medium"
severity_reason = "Somebody goes on owing a report that nobody receives, or stops being owed one."
title = "{body_name} would end ({status}, not in force when read): {lack} {count_words}{otherwise}"
summary = "{measure_title}. Owed with: {others}. Bodies named to take over in general: {receivers}."
key = ["measure", "body"]
about = "body"
absence_of = ["reform"]

[parameters.body]
type = "thing"
optional = true
help = "Only this body."

[columns.measure]
type = "id"
help = "The measure."
[columns.measure_title]
type = "text"
help = "What it would do."
[columns.status]
type = "text"
help = "How far it had come when the source was written."
[columns.body]
type = "id"
help = "The body that would end."
[columns.body_name]
type = "text"
help = "Its name."
[columns.count_words]
type = "text"
help = "How many duties and reports, in words."
[columns.others]
type = "list"
help = "By whom or to whom they are owed."
[columns.receivers]
type = "list"
help = "Bodies that are named to take over, without saying what; and for whom, where that is said."
[columns.otherwise]
type = "text"
help = "Whether another measure names somebody."
[columns.lack]
type = "text"
help = "Whether no receiver is named, or several without saying which."

[evidence.measure_proposed]
heading = "What is proposed (not in force)"
premise = true
[evidence.duties]
heading = "What is owed to the body or by it"
premise = true
[evidence.elsewhere]
heading = "Other measures that name a receiver for this body's functions"
*/
MATCH (m:ReformMeasure)<-[:MEASURE]-(:Operation {operation: 'abolish'})-[:TARGET]->(body:Thing)
WHERE ($body IS NULL OR body.id = $body) AND coalesce(m.lifecycle, 'proposed') IN ['considered', 'proposed', 'announced', 'accepted', 'enacted']
  AND m.verification <> 'unverified' AND m.known_from <= $as_at AND NOT (m.ended AND m.known_to < $as_at)
  AND NOT EXISTS { MATCH (m)<-[:MEASURE]-(o:Operation {operation: 'merge'})-[:TARGET]->(body) WHERE EXISTS { (o)-[:TO]->() } }
WITH DISTINCT m, body
WITH *,
  COLLECT {
    MATCH (m)<-[:MEASURE]-(o:Operation {operation: 'transfer'})-[:TO]->(x)
    WHERE o.function IS NULL AND EXISTS { (o)-[:TARGET|FROM]->(body) }
    WITH DISTINCT x ORDER BY x.name RETURN x.name
  } AS general,
  COLLECT {
    MATCH (m)<-[:MEASURE]-(o:Operation {operation: 'transfer'})-[:TO]->(x)
    WHERE o.function IS NULL AND EXISTS { (o)-[:TARGET|FROM]->(body) }
    OPTIONAL MATCH (o)-[:OVER]->(over)
    WITH DISTINCT x.name + coalesce(' (' + toLower(left(over.name, 1)) + substring(over.name, 1) + ')', '') AS name ORDER BY name RETURN name
  } AS named,
  NOT EXISTS {
    MATCH (m)<-[:MEASURE]-(o:Operation {operation: 'transfer'})-[:TO]->()
    WHERE o.function IS NULL AND EXISTS { (o)-[:TARGET|FROM]->(body) } AND NOT EXISTS { (o)-[:OVER]->() }
  } AS by_sector,
  COLLECT {
    MATCH (m)<-[:MEASURE]-(o:Operation {operation: 'transfer'}) WHERE EXISTS { (o)-[:TARGET|FROM]->(body) } AND EXISTS { (o)-[:TO]->() } AND o.function IS NOT NULL
    RETURN DISTINCT o.function
  } AS given
WHERE size(general) <> 1
WITH *,
  COLLECT {
    MATCH (body)<-[:SUBJECT|OBJECT]-(s:Statement)
    WHERE s.kind IN ['duty', 'reporting', 'escalation'] AND (s.function IS NULL OR NOT s.function IN given) AND s.polarity = 'holds' AND coalesce(s.lifecycle, 'in-force') IN ['in-force', 'commenced', 'piloted'] AND s.verification <> 'unverified' AND s.known_from <= $as_at AND NOT (s.ended AND s.known_to < $as_at)
    RETURN DISTINCT s
  } AS duties
WHERE size(duties) > 0
WITH *,
  COLLECT {
    MATCH (other:ReformMeasure)<-[:MEASURE]-(o:Operation)-[:TARGET|FROM]->(body)
    WHERE other <> m AND o.operation IN ['transfer', 'merge'] AND EXISTS { (o)-[:TO]->() } AND other.verification <> 'unverified' AND other.known_from <= $as_at AND NOT (other.ended AND other.known_to < $as_at)
    RETURN DISTINCT other.id
  } AS elsewhere
RETURN m.id AS measure, CASE WHEN m.text ENDS WITH '.' THEN left(m.text, size(m.text) - 1) ELSE m.text END AS measure_title,
  coalesce(m.lifecycle, 'proposed') AS status, body.id AS body, body.name AS body_name,
  CASE size(duties) WHEN 1 THEN 'one duty or report' ELSE size(duties) + ' duties and reports' END + ' owed to it or by it' AS count_words,
  COLLECT { UNWIND duties AS s MATCH (s)-[:SUBJECT|OBJECT]->(x) WITH DISTINCT x WHERE x <> body WITH x.name AS name ORDER BY name RETURN name } AS others,
  CASE WHEN named = [] THEN ['none'] ELSE named END AS receivers,
  CASE WHEN general = [] THEN 'as read, this measure names nobody to take over'
    WHEN by_sector THEN 'as read, this measure divides its work between ' + size(general) + ' receivers, and does not mention'
    ELSE 'as read, this measure names ' + size(general) + ' bodies to take over, and does not say which takes'
  END AS lack,
  CASE WHEN general = [] AND elsewhere <> [] THEN ', though another measure does' ELSE '' END AS otherwise,
  [m.id] AS measure_proposed, [s IN duties | s.id] AS duties,
  elsewhere
ORDER BY body_name, measure
