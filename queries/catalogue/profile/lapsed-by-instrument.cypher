/*
name = "lapsed-by-instrument"
question = "What that was known once is no longer vouched for, by the instrument that it rests on?"
kind = "profile"
version = 1
definition = """
Statements rest on an instrument, nobody has recorded that they have ended, and the last day on which a source vouches for them lies before the date asked for."""
judgements = [
  "Not vouched for is neither true nor untrue: law that was read once mostly still holds, a framework for one year mostly does not.",
  "A source whose day is known vouches for what it says on that day only, unless it is kept up to date or says how long it holds.",
  "An instrument appears with what has lapsed; what is still vouched for is counted beside it.",
]
caveat = "It is a list of what to read again, in the order of how much rests on it."
empty = "All that is on record is vouched for on that day, or nothing is on record."

[parameters.instrument]
type = "thing"
optional = true
help = "Only what rests on this instrument."

[columns.instrument]
type = "text"
help = "The instrument."
[columns.lapsed]
type = "integer"
help = "How many statements are no longer vouched for."
[columns.still]
type = "integer"
help = "How many still are."
[columns.last_day]
type = "date"
help = "The last day on which any of those that have lapsed was vouched for."
[columns.about_whom]
type = "list"
help = "Whom those that have lapsed are about: at most five, most often named first."

[evidence.newest]
heading = "What has lapsed last, at most 20"
premise = true
*/
MATCH (s:Statement)-[:RESTS_ON]->(i:Instrument)
WHERE ($instrument IS NULL OR i.id = $instrument) AND s.verification <> 'unverified' AND s.known_from <= $as_at AND NOT s.ended
WITH i, s ORDER BY s.known_to DESC, s.id
WITH i, collect(s) AS every
WITH *, [s IN every WHERE s.known_to < $as_at] AS gone
WHERE size(gone) > 0
RETURN coalesce(i.short_title, i.name) AS instrument, size(gone) AS lapsed, size(every) - size(gone) AS still, gone[0].known_to AS last_day,
  COLLECT {
    UNWIND gone AS s MATCH (s)-[:SUBJECT|OBJECT]->(x) WHERE NOT x:Instrument WITH x.name AS name, count(*) AS n ORDER BY n DESC, name LIMIT 5 RETURN name
  } AS about_whom,
  [s IN gone[..20] | s.id] AS newest
ORDER BY lapsed DESC, instrument
