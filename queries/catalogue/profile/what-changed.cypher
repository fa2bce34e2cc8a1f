/*
name = "what-changed"
question = "What began, ended or passed to another body, and on what day?"
kind = "profile"
version = 3
definition = "Successions of bodies, and every statement whose source gives the day on which it began or ended, up to the day asked for; the newest first, and of one day what passed on before what began and what ended."
judgements = [
  "A day is listed only where a source gives it: most statements have none, and when they began is not known.",
  "What was proposed or announced for a day is not listed until a source says that it came about.",
  "What ended is listed with its last day, what began with its first; a succession with the day on which it took effect.",
  "What is said not to be so, or not to be required, from a day is listed as stopped or lifted, with the first day on which it was not; where that itself ended, it is listed as ended.",
]
caveat = "A change of which no source that was read gives the day is not in the list, and most changes are of that sort."
empty = "No source that was read gives a day on which anything began, ended or passed on. That does not mean that nothing did."

[parameters.body]
type = "thing"
optional = true
help = "Only what concerns this body, class or instrument."

[parameters.since]
type = "date"
optional = true
help = "Only what happened on this day or later; what ended has the last day on which it held."

[columns.day]
type = "date"
help = "The first day of what began or passed on, the last day of what ended."
[columns.what]
type = "text"
help = "began, ended, stopped or lifted, or passed on."
[columns.subject_name]
type = "text"
help = "Whom it is about; for a figure, what was counted."
[columns.object_name]
type = "text"
help = "Whom else it concerns; for a succession, the later body."
[columns.kind]
type = "text"
help = "The kind of statement."
[columns.text]
type = "text"
help = "The claim, in one sentence."

[evidence.claim]
heading = "Claim"
*/
MATCH (x:Thing)<-[:SUBJECT]-(s:Statement)
OPTIONAL MATCH (s)-[:OBJECT]->(y)
WITH x, s, y
WHERE ($body IS NULL OR x.id = $body OR y.id = $body)
  AND s.verification <> 'unverified' AND s.known_from <= $as_at
  AND NOT coalesce(s.lifecycle, '') IN ['considered', 'rejected', 'proposed', 'announced', 'accepted', 'enacted']
UNWIND [
  CASE WHEN s.valid_from <= $as_at AND NOT (s.ended AND s.known_to < $as_at)
    THEN {day: s.valid_from, what: CASE WHEN s.kind = 'succession' THEN 'passed on' WHEN s.polarity = 'does-not-hold' THEN 'stopped or lifted' ELSE 'began' END} END,
  CASE WHEN s.valid_to < $as_at THEN {day: s.valid_to, what: 'ended'} END
] AS change
WITH * WHERE change IS NOT NULL AND ($since IS NULL OR change.day >= $since)
RETURN change.day AS day, change.what AS what,
  CASE s.kind WHEN 'statistic' THEN y.name ELSE x.name END AS subject_name, CASE s.kind WHEN 'statistic' THEN null ELSE y.name END AS object_name,
  s.kind AS kind, s.text AS text, [s.id] AS claim
ORDER BY day DESC, CASE what WHEN 'passed on' THEN 0 WHEN 'began' THEN 1 WHEN 'stopped or lifted' THEN 1 ELSE 2 END, CASE s.kind WHEN 'tie' THEN 1 ELSE 0 END, kind, text
