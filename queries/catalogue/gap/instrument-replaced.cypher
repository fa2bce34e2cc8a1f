/*
name = "instrument-replaced"
question = "What is still on record as resting on a framework or rule that has since been replaced?"
kind = "gap"
version = 2
definition = """
Statements that hold rest on an instrument; another, in force on the date asked for or with no date stated, is recorded as having replaced it; and nobody has
recorded that the statements have ended."""
judgements = [
  "That an instrument was replaced does not mean that what it said has ended: the new one may say the same. What was read of the new one on the same bodies is shown beside it.",
  "An edition that has not come into force on that day replaces nothing.",
]
caveat = "The new one was often read for single facts only. Look in it before relying on what the old one said, or on its having gone."
empty = "Nothing on record rests on a framework or rule that is known to have been replaced. Replacements that the sources do not mention are not known."
severity = "medium"
severity_reason = "Who acts on the old text may ask for what nobody asks any more, or miss what is new."
title = "{old_name}: replaced by {new_names}; {how_many} {rest} on it"
summary = "About: {about_whom}. On the same bodies, {read_since}."
key = ["instrument"]

[parameters.instrument]
type = "thing"
optional = true
help = "Only what rested on this instrument."

[columns.instrument]
type = "id"
help = "The instrument that was replaced."
[columns.old_name]
type = "text"
help = "Its name."
[columns.new_names]
type = "list"
help = "What replaced it."
[columns.newer_instruments]
type = "list"
help = "What replaced it, where nothing of it was read."
[columns.how_many]
type = "text"
help = "How many statements rest on the old one."
[columns.rest]
type = "text"
help = "The verb that goes with it."
[columns.about_whom]
type = "list"
help = "The bodies and classes that the statements are about."
[columns.read_since]
type = "text"
help = "How many statements on the same bodies rest on the new one, and whether any is from its own text."

[evidence.old]
heading = "What rests on the old one"
premise = true
[evidence.new]
heading = "What was read of the new one, on the same bodies"
*/
MATCH (old:Instrument)<-[:REPLACES*1..3]-(new:Instrument)
WHERE ($instrument IS NULL OR old.id = $instrument) AND coalesce(new.in_force_from, new.issued, $as_at) <= $as_at
WITH old, collect(DISTINCT new) AS newer
WITH *,
  COLLECT {
    MATCH (s:Statement)-[:RESTS_ON]->(old)
    WHERE s.polarity = 'holds' AND coalesce(s.lifecycle, 'in-force') IN ['in-force', 'commenced', 'piloted']
      AND s.verification <> 'unverified' AND s.known_from <= $as_at AND NOT (s.ended AND s.known_to < $as_at)
    RETURN DISTINCT s
  } AS rests
WHERE size(rests) > 0
WITH *, COLLECT { UNWIND rests AS s MATCH (s)-[:SUBJECT|OBJECT]->(x) WHERE NOT x:Instrument RETURN DISTINCT x } AS whom
WITH *,
  COLLECT {
    UNWIND newer AS n MATCH (t:Statement)-[:RESTS_ON]->(n) WHERE EXISTS { (t)-[:SUBJECT|OBJECT]->(x) WHERE x IN whom }
      AND t.verification <> 'unverified' AND t.known_from <= $as_at AND NOT (t.ended AND t.known_to < $as_at)
    RETURN DISTINCT t
  } AS since
RETURN old.id AS instrument, coalesce(old.short_title, old.name) AS old_name,
  COLLECT { UNWIND newer AS n WITH coalesce(n.short_title, n.name) AS name ORDER BY name RETURN name } AS new_names,
  CASE size(since) WHEN 0 THEN COLLECT { UNWIND newer AS n WITH coalesce(n.short_title, n.name) AS name ORDER BY name RETURN name } ELSE [] END AS newer_instruments,
  CASE size(rests) WHEN 1 THEN 'one statement on record' ELSE size(rests) + ' statements on record' END AS how_many,
  CASE size(rests) WHEN 1 THEN 'still rests' ELSE 'still rest' END AS rest,
  COLLECT { UNWIND whom AS x WITH x.name AS name ORDER BY name RETURN name } AS about_whom,
  CASE size(since) WHEN 0 THEN 'nothing of what replaced it has been read'
    ELSE CASE size(since) WHEN 1 THEN 'one statement rests' ELSE size(since) + ' statements rest' END + ' on what replaced it'
      + CASE WHEN any(t IN since WHERE t.basis = 'text-of-the-instrument') THEN ''
        ELSE ', as its issuer or others describe it: its own text has not been read' END
  END AS read_since,
  [s IN rests | s.id] AS old, [t IN since | t.id] AS new
ORDER BY old_name
