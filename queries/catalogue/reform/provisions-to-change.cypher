/*
name = "provisions-to-change"
question = "Which clauses of law name a body that a measure would end, merge or relieve of work, and may have to change?"
kind = "reform"
version = 3
definition = """
A measure that is considered, proposed, announced, accepted or enacted would end or merge a body, or pass on its functions; and a clause on record of an Act, of
regulations or of a licence rests a duty, a power, a function, an oversight or a report on that body, or owes it to that body."""
judgements = [
  "A clause counts where a statement that rests on it names the body as the one who acts or as the one to whom something is owed.",
  "A measure that moves a body's work on one topic only touches the clauses on that topic.",
  "A clause that would only need another name for the same office counts as well.",
  "A clause is the one that the statement gives, or else the place in the text of the law that is its evidence; of several such places the first.",
  "Guidance, frameworks and contracts are left out: they can be reissued without a change in the law.",
]
caveat = """
Only the clauses that were read can be listed: a few sections of each Act. The list is a lower bound and no draft of amendments. A Bill may change some of these clauses
by one general clause, which was not read. Nothing listed is in force."""
empty = "No clause on record names such a body. Only some clauses of each Act were read."
severity = "low"
severity_reason = "It shows what to look up in a Bill; changing clauses is what a Bill is for."
title = "{body_name} {fate} (not in force when read): {count_words} of the {instrument_name} may have to change, as far as read"
summary = "Clauses that name it: {provisions}. How far the measures had come: {status}."
key = ["body", "instrument"]

[parameters.body]
type = "thing"
optional = true
help = "Only this body."

[columns.status]
type = "list"
help = "How far the measures had come when the sources were written."
[columns.fate]
type = "text"
help = "What the measures would do to the body."
[columns.body]
type = "id"
help = "The body that would end, be merged or pass on its functions."
[columns.body_name]
type = "text"
help = "Its name."
[columns.instrument]
type = "id"
help = "The Act, regulations or licence."
[columns.instrument_name]
type = "text"
help = "Its title."
[columns.provisions]
type = "list"
help = "The clauses, as far as the sources give them."
[columns.count_words]
type = "text"
help = "How many clauses, in words."

[evidence.measures]
heading = "What is proposed (not in force)"
premise = true
[evidence.clauses]
heading = "What rests on these clauses"
premise = true
*/
MATCH (m:ReformMeasure)<-[:MEASURE]-(o:Operation)-[:TARGET]->(body:Thing)
WHERE o.operation IN ['abolish', 'merge', 'transfer'] AND ($body IS NULL OR body.id = $body) AND coalesce(m.lifecycle, 'proposed') IN ['considered', 'proposed', 'announced', 'accepted', 'enacted']
  AND m.verification <> 'unverified' AND m.known_from <= $as_at AND NOT (m.ended AND m.known_to < $as_at)
WITH body, m, o, CASE o.operation WHEN 'transfer' THEN o.topic END AS confined
MATCH (body)<-[:SUBJECT|OBJECT]-(s:Statement)-[:RESTS_ON]->(i:Instrument)
WHERE s.force IN ['statute', 'regulations', 'licence-condition'] AND s.kind IN ['oversight', 'function', 'duty', 'reporting', 'delegation', 'commissioning', 'escalation']
  AND s.polarity = 'holds' AND coalesce(s.lifecycle, 'in-force') IN ['in-force', 'commenced', 'piloted', 'paused'] AND s.verification <> 'unverified' AND s.known_from <= $as_at AND NOT (s.ended AND s.known_to < $as_at)
  AND (confined IS NULL OR s.topic = confined)
WITH body, i, collect(DISTINCT m) AS measures, collect(DISTINCT o.operation) AS operations, collect(DISTINCT s) AS clauses
WITH *, COLLECT {
    UNWIND clauses AS s
    OPTIONAL MATCH (s)-[:EVIDENCE]->(e:Evidence)
    WHERE split(e.locator, ' ')[0] IN ['section', 'regulation', 'Schedule'] AND (s.basis = 'text-of-the-instrument' OR EXISTS { (e)-[:IN_DOCUMENT]->()-[:PUBLISHER]->({id: 'the-national-archives'}) })
    WITH s, e.locator AS place ORDER BY CASE split(place, ' ')[0] WHEN 'Schedule' THEN 1 ELSE 0 END, place
    WITH s, head(collect(place)) AS place
    RETURN coalesce(s.provision, place, '')
  } AS found
WITH *, COLLECT { UNWIND found AS place WITH DISTINCT place WHERE place <> '' ORDER BY place RETURN place } AS places,
  size([place IN found WHERE place = '']) AS unknown
WITH *, [place IN places WHERE none(other IN places WHERE other STARTS WITH place + '(')] AS known
WITH *, known + CASE WHEN unknown = 0 THEN [] WHEN known = [] THEN ['not recorded'] ELSE ['others not recorded'] END AS provisions
RETURN body.id AS body, body.name AS body_name, i.id AS instrument, coalesce(i.short_title, i.name) AS instrument_name, provisions,
  COLLECT { UNWIND measures AS m WITH DISTINCT coalesce(m.lifecycle, 'proposed') AS status ORDER BY status RETURN status } AS status,
  CASE WHEN 'merge' IN operations THEN 'would be merged into another body' WHEN 'abolish' IN operations THEN 'would end' ELSE 'would pass on work' END AS fate,
  CASE WHEN unknown > 0 THEN 'at least ' ELSE '' END
    + CASE size(known) WHEN 0 THEN '1 clause' WHEN 1 THEN '1 clause' ELSE size(known) + ' clauses' END AS count_words,
  [m IN measures | m.id] AS measures, [s IN clauses | s.id] AS clauses
ORDER BY body_name, instrument_name
