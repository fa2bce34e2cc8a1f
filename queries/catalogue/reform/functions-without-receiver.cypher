/*
name = "functions-without-receiver"
question = "Whose work would a measure leave with nobody named to take it over?"
kind = "reform"
version = 3
definition = """
A measure that is considered, proposed, announced, accepted or enacted would end a body, and for a function on record of that body what was read names nobody to take
it on, or names several bodies without saying which of them."""
judgements = [
  "A body that would be merged into another passes on all its functions: nothing of it is listed.",
  "One receiver named for 'the functions' of a body receives them all.",
  "A receiver whom another measure names does not count for this one, and is shown beside it.",
  "Receivers of parts of the work, such as by sector, are named with their part; that the work on record is meant by it is not said there.",
  "The answer rests on not having found a receiver. It is a yes only where a source lists every measure for that body, and not known until one does.",
]
caveat = """
The measures were read in a briefing, in announcements and in what others write of a Bill, never in the Bill or the review itself, which may well name a receiver. Only
functions that the sources read mention can be listed. Look there before relying on this; nothing listed is in force."""
empty = "No function is on record that a measure would leave without a receiver. There may be functions and measures that the sources read do not mention."
severity = "medium"
severity_reason = "Work that nobody is given stops on the day on which its body ends."
title = "{body_name} would end ({status}, not in force when read): {lack} {left}{otherwise}"
summary = "{measure_title}. Its work on record {without}: {left}. Bodies named to take over in general: {receivers}."
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
[columns.left]
type = "list"
help = "The functions for which no receiver is named."
[columns.without]
type = "text"
help = "Whether nobody is given that work, or nobody in particular."
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
[evidence.functions]
heading = "Functions for which no receiver was found"
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
    MATCH (body)<-[:SUBJECT]-(s:Statement)
    WHERE s.kind IN ['function', 'duty'] AND s.function IS NOT NULL AND NOT s.function IN given AND s.polarity = 'holds' AND coalesce(s.lifecycle, 'in-force') IN ['in-force', 'commenced', 'piloted'] AND s.verification <> 'unverified' AND s.known_from <= $as_at AND NOT (s.ended AND s.known_to < $as_at)
    RETURN s
  } AS functions
WHERE size(functions) > 0
WITH *,
  COLLECT {
    MATCH (other:ReformMeasure)<-[:MEASURE]-(o:Operation)-[:TARGET|FROM]->(body)
    WHERE other <> m AND o.operation IN ['transfer', 'merge'] AND EXISTS { (o)-[:TO]->() } AND other.verification <> 'unverified' AND other.known_from <= $as_at AND NOT (other.ended AND other.known_to < $as_at)
    RETURN DISTINCT other.id
  } AS elsewhere
RETURN m.id AS measure, CASE WHEN m.text ENDS WITH '.' THEN left(m.text, size(m.text) - 1) ELSE m.text END AS measure_title,
  coalesce(m.lifecycle, 'proposed') AS status, body.id AS body, body.name AS body_name,
  COLLECT { UNWIND functions AS s WITH DISTINCT CASE s.function
      WHEN 'set-standards' THEN 'setting standards' WHEN 'license-or-register' THEN 'licensing or registering' WHEN 'inspect' THEN 'inspecting' WHEN 'assess' THEN 'assessing'
      WHEN 'collect-data' THEN 'collecting data' WHEN 'investigate' THEN 'investigating' WHEN 'advise' THEN 'advising' WHEN 'enforce' THEN 'enforcing rules'
      WHEN 'handle-complaints' THEN 'handling complaints' WHEN 'oversee' THEN 'overseeing' WHEN 'assure' THEN 'seeking assurance' WHEN 'commission' THEN 'commissioning'
      WHEN 'co-ordinate' THEN 'co-ordinating' WHEN 'advocate' THEN 'speaking for patients' WHEN 'train' THEN 'training' WHEN 'improve' THEN 'supporting' ELSE 'managing risks'
    END AS name ORDER BY name RETURN name } AS left,
  CASE WHEN general = [] THEN 'that nobody is given' ELSE 'for which no one receiver is named' END AS without,
  CASE WHEN named = [] THEN ['none'] ELSE named END AS receivers,
  CASE WHEN general = [] THEN 'as read, this measure names nobody to take over'
    WHEN by_sector THEN 'as read, this measure divides its work between ' + size(general) + ' receivers, and does not mention'
    ELSE 'as read, this measure names ' + size(general) + ' bodies to take over, and does not say which takes'
  END AS lack,
  CASE WHEN general = [] AND elsewhere <> [] THEN ', though another measure does' ELSE '' END AS otherwise,
  [m.id] AS measure_proposed, [s IN functions | s.id] AS functions,
  elsewhere
ORDER BY body_name, measure
