/*
name = "measures-together"
question = "Which measures depend on one another, or do not fit together?"
kind = "reform"
version = 2
definition = """
Of two measures that are considered, proposed, announced, accepted or enacted, one needs the other (its source says so, or the other creates what it changes or gives to, and it does not), or
they do not fit together as they stand: one gives to a body, or makes it a host, that the other would end or merge; both move the same body, or the same function of it,
to different places; or one changes a body that the other would end without naming who takes over."""
judgements = [
  "Measures of one body or of several, from different years, are compared as they were read: a later one may be meant to replace an earlier one.",
  "Several receivers named by one and the same measure do not count as a conflict.",
  "Measures that name different functions of a body do not conflict, nor do parts of one recommendation that divide its work. Where no function is named, all are meant.",
  "That two measures do not fit is a question to whoever carries them out, not an error in either.",
  "Where a measure would end a body and names nobody to take over, a further measure that would end it too and does name somebody is shown beside the two.",
]
caveat = """
The measures were read in a briefing, in announcements and in what others write of a Bill, not in the review or the Bill themselves. Steps that come one after another,
such as a move first into one body and later into another, can look like a conflict. Nothing listed is in force."""
empty = "No two measures on record depend on one another or fail to fit. There may be measures that the sources read do not mention."
severity = "low"
severity_reason = "It shows in which order measures have to come, or what has to be settled between them."
title = "{thing_name}, {relation}: \"{first_title}\" (not in force when read)"
summary = "{how}: {seconds}.{otherwise}"
key = ["first", "thing"]

[parameters.measure]
type = "statement:reform"
optional = true
help = "Only pairs with this measure, by its sentence or its id."

[columns.first]
type = "id"
help = "One measure."
[columns.first_title]
type = "text"
help = "What it would do."
[columns.first_status]
type = "text"
help = "How far it had come when the source was written."
[columns.thing]
type = "id"
help = "The body or measure over which they meet."
[columns.thing_name]
type = "text"
help = "Its name."
[columns.seconds]
type = "list"
help = "The other measures, with how far they had come when read."
[columns.relation]
type = "text"
help = "Whether one needs the other, or they do not fit together as they stand."
[columns.how]
type = "text"
help = "In what way."
[columns.otherwise]
type = "text"
help = "Which further measure that would end the body names who takes over; empty where none does or where it does not matter."

[evidence.measures]
heading = "The measures (not in force)"
premise = true
least = 2
[evidence.elsewhere]
heading = "Other measures that would end the body and name who takes over (not in force)"
*/
MATCH (m:ReformMeasure)
WHERE coalesce(m.lifecycle, 'proposed') IN ['considered', 'proposed', 'announced', 'accepted', 'enacted']
  AND m.verification <> 'unverified' AND m.known_from <= $as_at AND NOT (m.ended AND m.known_to < $as_at)
WITH collect(m) AS measures
CALL (measures) {
  UNWIND measures AS a MATCH (a)-[:DEPENDS_ON]->(b:ReformMeasure)-[:OBJECT]->(x) WHERE b IN measures
  RETURN a, b, x, 1 AS way
  UNION
  UNWIND measures AS b MATCH (b)<-[:MEASURE]-(:Operation {operation: 'create'})-[:TARGET]->(x)
  MATCH (x)<-[:TARGET|TO|FROM]-(:Operation)-[:MEASURE]->(a) WHERE a IN measures AND NOT EXISTS { (a)<-[:MEASURE]-(:Operation {operation: 'create'})-[:TARGET]->(x) }
  RETURN a, b, x, 2 AS way
  UNION
  UNWIND measures AS b MATCH (b)<-[:MEASURE]-(e:Operation)-[:TARGET]->(x) WHERE e.operation IN ['abolish', 'merge']
  MATCH (x)<-[:TO]-(:Operation)-[:MEASURE]->(a) WHERE a IN measures AND a <> b
  RETURN a, b, x, 3 AS way
  UNION
  UNWIND measures AS a MATCH (a)<-[:MEASURE]-(o:Operation)-[:TARGET]->(x), (o)-[:TO]->(to)
  MATCH (x)<-[:TARGET]-(e:Operation)-[:MEASURE]->(b), (e)-[:TO]->(other)
  WHERE b IN measures AND a.id < b.id AND (a.reference IS NULL OR b.reference IS NULL OR a.reference <> b.reference)
    AND o.operation IN ['transfer', 'merge', 'delegate'] AND e.operation IN ['transfer', 'merge', 'delegate'] AND to <> other
    AND (o.function IS NULL OR e.function IS NULL OR o.function = e.function)
    AND NOT EXISTS { MATCH (b)<-[:MEASURE]-(same:Operation)-[:TO]->(to) WHERE EXISTS { (same)-[:TARGET]->(x) } }
  RETURN a, b, x, 4 AS way
  UNION
  UNWIND measures AS a MATCH (a)<-[:MEASURE]-(o:Operation)-[:TARGET]->(x)
  MATCH (x)<-[:TARGET]-(:Operation {operation: 'abolish'})-[:MEASURE]->(b)
  WHERE b IN measures AND a <> b AND o.operation IN ['transfer', 'change-host', 'change-remit', 'add-duty', 'create-role']
    AND NOT EXISTS { MATCH (b)<-[:MEASURE]-(:Operation {operation: 'transfer'})-[:TARGET]->(x) }
    AND NOT EXISTS { MATCH (a)<-[:MEASURE]-(:Operation {operation: 'abolish'})-[:TARGET]->(x) }
  RETURN a, b, x, 5 AS way
}
WITH measures, a, x, collect(DISTINCT b) AS others, min(way) AS way
WITH *,
  COLLECT {
    UNWIND CASE way WHEN 5 THEN measures ELSE [] END AS m
    MATCH (m)<-[:MEASURE]-(:Operation {operation: 'abolish'})-[:TARGET]->(x) WHERE m <> a AND NOT m IN others
    MATCH (m)<-[:MEASURE]-(o:Operation)-[:TO]->() WHERE o.operation IN ['transfer', 'merge'] AND EXISTS { (o)-[:TARGET|FROM]->(x) }
    WITH DISTINCT m ORDER BY m.id
    RETURN {id: m.id, words: '"' + CASE WHEN m.text ENDS WITH '.' THEN left(m.text, size(m.text) - 1) ELSE m.text END + '" (' + coalesce(m.lifecycle, 'proposed') + ' when read)'}
  } AS named
WHERE $measure IS NULL OR any(m IN others + a WHERE m.id = $measure)
RETURN a.id AS first, CASE WHEN a.text ENDS WITH '.' THEN left(a.text, size(a.text) - 1) ELSE a.text END AS first_title, coalesce(a.lifecycle, 'proposed') AS first_status,
  x.id AS thing, coalesce(x.name, x.text) AS thing_name,
  CASE WHEN way < 3 THEN 'a measure that needs another' ELSE 'measures that do not fit as they stand' END AS relation,
  CASE way
    WHEN 1 THEN 'its source says that it rests on what another would bring about'
    WHEN 2 THEN 'it gives to, or changes, what another would create'
    WHEN 3 THEN 'it gives to a body that another would end or merge'
    WHEN 4 THEN 'another would give the work of the same body to a different place'
    ELSE 'it changes a body that another would end, naming nobody to take over'
  END AS how,
  CASE named WHEN [] THEN '' ELSE ' A further measure that would end it names who takes over: ' + reduce(words = named[0].words, each IN tail(named) | words + '; ' + each.words) + '.' END AS otherwise,
  [m IN others | '"' + CASE WHEN m.text ENDS WITH '.' THEN left(m.text, size(m.text) - 1) ELSE m.text END + '"' + ' (' + coalesce(m.lifecycle, 'proposed') + ' when read)'] AS seconds,
  [m IN others + a | m.id] AS measures, [each IN named | each.id] AS elsewhere
ORDER BY way, first, thing
