/*
name = "heard-not-stated"
question = "About which bodies does a source conclude that something is lacking, unclear, uneven or doubled, without saying whether it heard them?"
kind = "unknown"
version = 4
definition = """
A source concludes that there is a gap, an overlap, an ambiguity or an uneven practice about a body or class, and does not say whether it heard those whom the conclusion is about."""
judgements = [
  "That a source does not say whom it heard does not mean that it heard nobody.",
  "Each conclusion counts by itself: that the source heard the body on another matter is not taken for this one.",
  "A conclusion that a report repeats from another source is the other source's, and whom that one heard was often not read.",
]
caveat = "A conclusion that touches a body need not blame it: what is lacking may be the work of others. The Dash review was read only in the account of a membership body. The review itself may say whom it heard."
empty = "For every such conclusion the source says whether it heard those concerned, or none is on record."
severity = "low"
severity_reason = "It shows what to ask the source before relying on its conclusion."
title = "{about_name}: {source_name}{reported} draws {how_many}, and is not on record as saying whether it heard them"
summary = "What is concluded: {kinds}."
key = ["source", "about"]

[parameters.body]
type = "thing"
optional = true
help = "Only conclusions about this body or class."

[columns.source]
type = "id"
help = "Who concludes."
[columns.source_name]
type = "text"
help = "Its name."
[columns.reported]
type = "text"
help = "Through whom the conclusions are known, where the source itself was not read."
[columns.about]
type = "id"
help = "Whom or what it is about."
[columns.about_name]
type = "text"
help = "Its name."
[columns.how_many]
type = "text"
help = "How many conclusions."
[columns.kinds]
type = "list"
help = "How many of each kind."

[evidence.concluded]
heading = "What the source concludes"
premise = true
[evidence.otherwise]
heading = "Who disputes or qualifies it"
*/
MATCH (source)<-[:SUBJECT]-(f:PublishedFinding {heard: 'not-stated', polarity: 'holds'})-[:OBJECT]->(about)
WHERE ($body IS NULL OR about.id = $body) AND f.finding_kind IN ['gap', 'overlap', 'ambiguity', 'variation'] AND NOT about:Instrument
  AND f.verification <> 'unverified' AND f.known_from <= $as_at AND NOT (f.ended AND f.known_to < $as_at)
WITH source, about, collect(DISTINCT f) AS found
WITH *, COLLECT {
  UNWIND found AS f
  MATCH (f)-[:EVIDENCE]->()-[:IN_DOCUMENT]->()-[:PUBLISHER]->(reporter) WHERE f.basis = 'body-on-another' AND reporter <> source
  RETURN DISTINCT reporter.name ORDER BY reporter.name
} AS reporters
RETURN source.id AS source, source.name AS source_name, CASE reporters WHEN [] THEN '' ELSE ', as ' + reduce(names = reporters[0], each IN tail(reporters) | names + ' and ' + each) +
    CASE size(reporters) WHEN 1 THEN ' reports it,' ELSE ' report it,' END END AS reported, about.id AS about, about.name AS about_name,
  CASE size(found) WHEN 1 THEN 'a conclusion that touches them' ELSE size(found) + ' conclusions that touch them' END AS how_many,
  COLLECT {
    UNWIND found AS f WITH f.finding_kind AS kind, count(*) AS n ORDER BY kind
    RETURN CASE kind WHEN 'gap' THEN 'something is lacking (' WHEN 'overlap' THEN 'several do or ask for the same (' WHEN 'ambiguity' THEN 'something is unclear (' ELSE 'practice is uneven (' END + n + ')'
  } AS kinds,
  [f IN found | f.id] AS concluded,
  COLLECT {
    UNWIND found AS f MATCH (f)-[:POSITION]->(p:Position) WHERE NOT p.stance IN ['asserts', 'supports'] AND coalesce(p.stated_at, f.known_from) <= $as_at
    RETURN p.id
  } AS otherwise
ORDER BY source_name, about_name
