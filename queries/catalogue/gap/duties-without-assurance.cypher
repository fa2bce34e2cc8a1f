/*
name = "duties-without-assurance"
question = "For which duties in law, licence or contract is nobody on record who checks that they are kept?"
kind = "gap"
version = 4
definition = """
An instrument puts a duty on a body or class, and nothing that was read gives anybody oversight of that body or class that could reach the duty: none by another body under the same
instrument, none on the same topic, and none by a body that licenses, registers or regulates it. Nor is it on record that it answers to another in general, or has a sponsor."""
judgements = [
  "Whoever licenses, registers or regulates a body is taken to check all its duties, and so is whoever a statute has assess it, since such an assessment can take in any of them; so is whoever oversees it on the same topic, and another body that oversees anybody under the same instrument. Oversight of a wider class, or of one that it can also belong to, counts, as does a function to assess, inspect, assure, oversee or enforce, also where it is disputed or holds under a condition.",
  "Support and co-ordination are no check, nor is oversight that is only proposed, paused or ended.",
  "Ministers, their departments and executive agencies answer to Parliament for their duties, and are left out; so is whoever is recorded as answering to another, or as sponsored by one, as a body. To answer in general is less than to have each duty checked, but that nobody checks could then not fairly be said. That courts can review what any public body does is not counted for or against anybody.",
  "Expectations and aspirations are no duties, and powers oblige nobody: none of them is listed. That an act is an offence is for the courts, and is no duty that somebody would check.",
]
caveat = """
This is a list of what to look up, and says nothing of whether the duties are kept. The clauses that give somebody oversight were read for few of these bodies, and of none
of them is it on record to whom it answers: that may well be laid down elsewhere. Audit, annual reports and the review of professional bodies were mostly not read. Some bodies are independent on purpose."""
empty = "For every duty on record somebody is recorded who could check it, or no duty is on record. It does not follow that it is checked."
severity = "low"
severity_reason = "It shows where to look; it does not show that a duty goes unchecked."
title = "{bearer_name}: nothing that was read says who checks {how_many} under the {instrument_name}"
summary = "What the law or contract asks: {duties_in_words}"
key = ["bearer", "instrument"]
about = "bearer"
absence_of = ["oversight", "function", "tie"]

[parameters.bearer]
type = "thing"
optional = true
help = "Only duties of this body or class."

[columns.bearer]
type = "id"
help = "Who has the duty."
[columns.bearer_name]
type = "text"
help = "Its name."
[columns.instrument]
type = "id"
help = "The instrument that sets it."
[columns.instrument_name]
type = "text"
help = "Its name."
[columns.how_many]
type = "text"
help = "How many duties, in words."
[columns.duties_in_words]
type = "text"
help = "The duties, in one sentence each, with their conditions."

[evidence.duties]
heading = "The duties"
premise = true
[evidence.other_oversight]
heading = "Who oversees it, on something else"
[evidence.powers]
heading = "What law lets others do in respect of it"
[evidence.told]
heading = "Whom it reports to"
*/
MATCH (bearer)<-[:SUBJECT]-(d:Duty {modality: 'duty'})-[:RESTS_ON]->(instrument)
WHERE ($bearer IS NULL OR bearer.id = $bearer) AND coalesce(d.strength, 'must') = 'must'
  AND d.force IN ['statute', 'regulations', 'licence-condition', 'contract'] AND d.polarity = 'holds'
  AND coalesce(d.lifecycle, 'in-force') IN ['in-force', 'commenced', 'piloted']
  AND d.verification <> 'unverified' AND d.known_from <= $as_at AND NOT (d.ended AND d.known_to < $as_at)
  AND NOT EXISTS { (bearer)-[:PART_OF*0..2]->(b) WHERE b.kind IN ['government-department', 'executive-agency'] }
WITH bearer, instrument, collect(DISTINCT d) AS all_duties
WITH *, COLLECT { MATCH (bearer)-[:IN_CLASS|BROADER|CAN_ALSO_BE|PART_OF*0..3]->(w) RETURN DISTINCT w } AS wider
WHERE NOT EXISTS {
  UNWIND wider AS w MATCH (tie:Tie {polarity: 'holds'})
  WHERE (tie.tie = 'accountable-to' AND EXISTS { (tie)-[:SUBJECT]->(w) } OR tie.tie = 'sponsors' AND EXISTS { (tie)-[:OBJECT]->(w) })
    AND coalesce(tie.lifecycle, 'in-force') IN ['in-force', 'commenced', 'piloted']
    AND tie.verification <> 'unverified' AND tie.known_from <= $as_at AND NOT (tie.ended AND tie.known_to < $as_at)
}
WITH *,
  COLLECT {
    UNWIND wider AS w MATCH (w)<-[:OBJECT]-(o:Statement)
    WHERE (o.kind = 'oversight' AND NOT o.oversight_kind IN ['support', 'co-ordination']
        OR o.kind = 'function' AND o.function IN ['assess', 'inspect', 'assure', 'oversee', 'enforce', 'license-or-register'])
      AND o.polarity = 'holds' AND coalesce(o.lifecycle, 'in-force') IN ['in-force', 'commenced', 'piloted']
      AND o.verification <> 'unverified' AND o.known_from <= $as_at AND NOT (o.ended AND o.known_to < $as_at)
    RETURN DISTINCT o
  } AS over
WHERE NOT any(o IN over WHERE coalesce(o.oversight_kind, '') = 'regulation' OR coalesce(o.function, '') IN ['enforce', 'license-or-register']
    OR coalesce(o.oversight_kind, '') = 'assessment' AND o.force = 'statute')
  AND NOT EXISTS {
    MATCH (instrument)<-[:RESTS_ON]-(o:Oversight)-[:SUBJECT]->(overseer) WHERE overseer <> bearer AND NOT o.oversight_kind IN ['support', 'co-ordination']
      AND o.polarity = 'holds' AND coalesce(o.lifecycle, 'in-force') IN ['in-force', 'commenced', 'piloted']
      AND o.verification <> 'unverified' AND o.known_from <= $as_at AND NOT (o.ended AND o.known_to < $as_at)
  }
WITH *, [d IN all_duties WHERE NOT any(o IN over WHERE o.topic = d.topic)] AS duties
WHERE size(duties) > 0
RETURN bearer.id AS bearer, bearer.name AS bearer_name, instrument.id AS instrument, coalesce(instrument.short_title, instrument.name) AS instrument_name,
  CASE size(duties) WHEN 1 THEN 'a duty' ELSE size(duties) + ' duties' END AS how_many,
  reduce(words = '', text IN COLLECT { UNWIND duties AS d WITH d ORDER BY d.id RETURN d.text + coalesce(' (Condition: ' + d.condition + '.)', '') } | words + CASE words WHEN '' THEN '' ELSE ' ' END + text) AS duties_in_words,
  [d IN duties | d.id] AS duties, [o IN over | o.id] AS other_oversight,
  COLLECT {
    MATCH (bearer)<-[:OBJECT]-(p:Duty {modality: 'power', polarity: 'holds'})
    WHERE p.verification <> 'unverified' AND p.known_from <= $as_at AND NOT (p.ended AND p.known_to < $as_at)
    RETURN DISTINCT p.id
  } AS powers,
  COLLECT {
    MATCH (bearer)<-[:SUBJECT]-(r:ReportingRequirement {polarity: 'holds'})-[:RESTS_ON]->(instrument)
    WHERE r.verification <> 'unverified' AND r.known_from <= $as_at AND NOT (r.ended AND r.known_to < $as_at)
    RETURN DISTINCT r.id
  } AS told
ORDER BY bearer_name, instrument_name
