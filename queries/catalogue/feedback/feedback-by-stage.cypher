/*
name = "feedback-by-stage"
question = "Between which bodies is information required, sent, within reach and usable, and at which stage does it stop?"
kind = "feedback"
version = 2
definition = """
A source says of information between two bodies whether it is required, sent, within reach or usable. Each of the four stages says what is said of it: that it is so, that it is not so,
both, or nothing. A sample of a class stands with the class."""
judgements = [
  "One stage says nothing of the next: what is required need not be sent, and what is within reach need not be usable.",
  "Information of different kinds between the same two bodies is shown side by side, named in each stage; one kind may arrive while another does not.",
  "What a sample says holds for those who were heard.",
  "Required is what an instrument or an official asks for, not what a reader might expect. That a source says a report is not required, or no longer, is shown too.",
]
caveat = """
Almost all of it is what integrated care boards and regional teams told the authors of one report. 'Nothing on record' says that the sources read do not speak of that
stage; it is no sign that the stage fails."""
empty = "Nothing is on record of the stages of information between two bodies."
severity = "low"
severity_reason = "It shows at which stage to ask; the accounts are of those heard."
title = "{from_name} to {to_name:mid}: sent: {sent}; within reach: {accessible}; usable: {usable}"
summary = "Required: {required}. Told by: {told_by}."
key = ["from", "to"]

[parameters.to]
type = "thing"
optional = true
help = "Only what this body or class gets."

[columns.from]
type = "id"
help = "From whom."
[columns.from_name]
type = "text"
help = "Its name."
[columns.to]
type = "id"
help = "To whom."
[columns.to_name]
type = "text"
help = "Its name."
[columns.required]
type = "list"
help = "What is said of its being required."
[columns.sent]
type = "list"
help = "What is said of its being sent."
[columns.accessible]
type = "list"
help = "What is said of its being within reach."
[columns.usable]
type = "list"
help = "What is said of its being usable."
[columns.told_by]
type = "list"
help = "Who says so."

[evidence.stages]
heading = "What is said of the stages"
premise = true
[evidence.required_by]
heading = "What is required"
[evidence.not_required]
heading = "What is said not to be required"
[evidence.others]
heading = "Who says otherwise, or adds to it"
*/
MATCH (x)<-[:SUBJECT]-(f:Flow)-[:OBJECT]->(y)
WHERE coalesce(f.lifecycle, 'in-force') IN ['in-force', 'commenced', 'piloted'] AND f.verification <> 'unverified' AND f.known_from <= $as_at AND NOT (f.ended AND f.known_to < $as_at)
OPTIONAL MATCH (x)-[:DRAWN_FROM]->(x_class) OPTIONAL MATCH (y)-[:DRAWN_FROM]->(y_class)
WITH coalesce(x_class, x) AS from, coalesce(y_class, y) AS to, f
WHERE $to IS NULL OR to.id = $to
WITH from, to, collect(DISTINCT f) AS flows
WITH *,
  COLLECT {
    MATCH (from)<-[:SUBJECT]-(r:ReportingRequirement)-[:OBJECT]->(to)
    WHERE r.strength IN ['must', 'should'] AND r.force <> 'none' AND r.polarity = 'holds' AND coalesce(r.lifecycle, 'in-force') IN ['in-force', 'commenced', 'piloted'] AND r.verification <> 'unverified' AND r.known_from <= $as_at AND NOT (r.ended AND r.known_to < $as_at) RETURN DISTINCT r
  } AS rules,
  COLLECT {
    MATCH (from)<-[:SUBJECT]-(r:ReportingRequirement)-[:OBJECT]->(to)
    WHERE r.strength IN ['must', 'should'] AND r.polarity = 'does-not-hold' AND coalesce(r.lifecycle, 'in-force') IN ['in-force', 'commenced', 'piloted'] AND r.verification <> 'unverified' AND r.known_from <= $as_at AND NOT (r.ended AND r.known_to < $as_at) RETURN DISTINCT r
  } AS denied
RETURN from.id AS from, from.name AS from_name, to.id AS to, to.name AS to_name,
  COLLECT {
    CALL (flows, rules, denied) {
      UNWIND flows AS f WITH f WHERE f.stage = 'required' RETURN f.carries + CASE f.polarity WHEN 'holds' THEN ', yes' ELSE ', said not to be' END AS what
      UNION
      WITH rules WHERE size(rules) > 0 RETURN CASE size(rules) WHEN 1 THEN '1 report by rule' ELSE size(rules) + ' reports by rule' END AS what
      UNION
      WITH denied WHERE size(denied) > 0 RETURN CASE size(denied) WHEN 1 THEN '1 report said not to be required' ELSE size(denied) + ' reports said not to be required' END AS what
      UNION
      WITH flows, rules, denied WHERE rules = [] AND denied = [] AND none(f IN flows WHERE f.stage = 'required') RETURN 'nothing on record' AS what
    }
    WITH DISTINCT what ORDER BY what RETURN what
  } AS required,
  CASE WHEN none(f IN flows WHERE f.stage = 'sent') THEN ['nothing on record'] ELSE COLLECT {
    UNWIND flows AS f WITH DISTINCT f.carries + CASE f.polarity WHEN 'holds' THEN ' (said to be)' ELSE ' (said not to be, or not always)' END AS what, f.stage AS stage
    WHERE stage = 'sent' WITH DISTINCT what ORDER BY what RETURN what } END AS sent,
  CASE WHEN none(f IN flows WHERE f.stage = 'accessible') THEN ['nothing on record'] ELSE COLLECT {
    UNWIND flows AS f WITH DISTINCT f.carries + CASE f.polarity WHEN 'holds' THEN ' (said to be)' ELSE ' (said not to be)' END AS what, f.stage AS stage
    WHERE stage = 'accessible' WITH DISTINCT what ORDER BY what RETURN what } END AS accessible,
  CASE WHEN none(f IN flows WHERE f.stage = 'usable') THEN ['nothing on record'] ELSE COLLECT {
    UNWIND flows AS f WITH DISTINCT f.carries + CASE f.polarity WHEN 'holds' THEN ' (said to be)' ELSE ' (said to be hard)' END AS what, f.stage AS stage
    WHERE stage = 'usable' WITH DISTINCT what ORDER BY what RETURN what } END AS usable,
  COLLECT {
    UNWIND flows AS f MATCH (f)-[:ASSERTED_BY]->(x) WITH DISTINCT x ORDER BY x.name
    RETURN x.name + CASE WHEN x:Sample AND x.number IS NOT NULL THEN ' (' + x.number + ' heard' + coalesce(' of ' + x.out_of, '') + ')' ELSE '' END
  } AS told_by,
  [f IN flows | f.id] AS stages, [r IN rules | r.id] AS required_by, [r IN denied | r.id] AS not_required,
  COLLECT { UNWIND flows AS f MATCH (f)-[:POSITION]->(p:Position) WHERE coalesce(p.stated_at, f.known_from) <= $as_at AND p.stance <> 'asserts' RETURN p.id } AS others
ORDER BY from_name, to_name
