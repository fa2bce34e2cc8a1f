/*
name = "what-rests-on"
question = "What rests on an Act, a set of regulations or a framework, and on which clause of it?"
kind = "profile"
version = 2
definition = "Every statement that names the instrument as what it rests on, with the clause, in the order of the clauses. With a first and a last section, only what rests on sections from the one to the other: what would lose its ground if those went."
judgements = [
  "A clause is the one that the statement gives, or the place in the text of the instrument that is its evidence.",
  "Sections whose numbers have letters, such as 14Z59, and Schedules are listed only where no range of sections is asked for: look at the Schedules of a Part beside it.",
]
caveat = "What rests on a clause that went might be kept by another rule or put into a new one: the list says what has to be looked at, not what would end. Statements on instruments that were not read are listed too, without a clause."
empty = "No statement on record names this instrument, or these sections of it. That does not mean that nothing rests on them."

[parameters.instrument]
type = "thing"
optional = true
help = "Only what rests on this instrument."
[parameters.first]
type = "integer"
optional = true
help = "The first section, as a number."
[parameters.last]
type = "integer"
optional = true
help = "The last section, as a number."

[columns.instrument_name]
type = "text"
help = "The instrument."
[columns.clause]
type = "text"
help = "The clause; empty where none is on record."
[columns.kind]
type = "text"
help = "The kind of statement."
[columns.subject_name]
type = "text"
help = "On whom it lies."
[columns.object_name]
type = "text"
help = "Towards whom; empty where nobody is named."
[columns.known_to]
type = "date"
help = "The last day for which the source speaks."
[columns.text]
type = "text"
help = "The claim, in one sentence."

[evidence.claim]
heading = "Claim"
*/
MATCH (instrument:Instrument)<-[:RESTS_ON]-(s:Statement)-[:SUBJECT]->(subject)
WHERE ($instrument IS NULL OR instrument.id = $instrument)
  AND s.verification <> 'unverified' AND s.known_from <= $as_at AND NOT (s.ended AND s.known_to < $as_at)
OPTIONAL MATCH (s)-[:OBJECT]->(object)
OPTIONAL MATCH (s)-[:EVIDENCE]->(e:Evidence)
WHERE split(e.locator, ' ')[0] IN ['section', 'regulation', 'Schedule', 'paragraph']
  AND (s.basis = 'text-of-the-instrument' OR split(e.locator, ' ')[0] <> 'paragraph' AND EXISTS { (e)-[:IN_DOCUMENT]->()-[:PUBLISHER]->({id: 'the-national-archives'}) })
WITH instrument, s, subject, object, e ORDER BY CASE split(e.locator, ' ')[0] WHEN 'section' THEN 0 WHEN 'regulation' THEN 0 ELSE 1 END, e.locator
WITH instrument, s, subject, object, head(collect(e.locator)) AS place
WITH *, coalesce(s.provision, place) AS clause
WITH *, toInteger(split(split(replace(replace(coalesce(clause, ''), 'sections ', ''), 'section ', ''), '(')[0], ' ')[0]) AS number
WHERE ($first IS NULL OR number >= $first) AND ($last IS NULL OR number <= $last)
RETURN coalesce(instrument.short_title, instrument.name) AS instrument_name, clause, s.kind AS kind,
  subject.name AS subject_name, object.name AS object_name, s.known_to AS known_to, s.text AS text, [s.id] AS claim
ORDER BY instrument_name, number, clause, kind, text
