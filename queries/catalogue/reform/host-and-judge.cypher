/*
name = "host-and-judge"
question = "Where a measure puts one body's work into another, who judges that work, and does the host judge those it is about?"
kind = "reform"
version = 2
definition = """
A measure that is considered, proposed, announced, accepted or enacted gives a body's work to another, or another as its host. Listed where the host itself oversees those whom
the work is about, where the work is about the host itself, or where somebody is or would be given the task of judging the host on that topic."""
judgements = [
  "The host oversees those whom the work is about where it regulates, oversees, inspects or assesses them, or has a function of that kind, by law, licence or policy.",
  "Classes of which one belongs to the other, or whose members can also be the other, count as the same for this.",
  "That one body would hold both is not a fault: it can join what belongs together. Those who see a conflict are shown, and the host's own view first where it is on record.",
  "Who judges the host now is whoever oversees it, a wider class, or what its members can also be, such as registered providers.",
  "Who would judge the host is taken from measures that would have it judged on the same topic.",
]
caveat = """
Nothing listed as a measure is in force. How a host would keep the two apart, such as in a branch of its own, was not read. Only oversight that the sources read mention
can be seen: that no judge is listed says that none was found."""
empty = "No such hosting is on record. There may be measures that the sources read do not mention."
severity = "medium"
severity_reason = "Whoever holds both has to show each side that the other does not see or sway it; that can be settled before."
title = "{body_name} under {host_name:mid} ({status}, not in force when read): {double}"
summary = "{measure_title}. Whom of these the host itself oversees: {parts}. On record as judging the host now: {judges}. Would judge it on this topic: {would_judge}."
key = ["measure", "body", "host"]

[parameters.host]
type = "thing"
optional = true
help = "Only this host or receiver."

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
help = "Whose work it is."
[columns.body_name]
type = "text"
help = "Its name."
[columns.host]
type = "id"
help = "Who would take the work or host the body."
[columns.host_name]
type = "text"
help = "Its name."
[columns.double]
type = "text"
help = "Whether the host would hold both, in words."
[columns.parts]
type = "list"
help = "Whom the host itself oversees, of those whom the work is about."
[columns.judges]
type = "list"
help = "Who is on record as overseeing the host now."
[columns.would_judge]
type = "list"
help = "Who would be given the task of judging it on the same topic."

[evidence.measure_proposed]
heading = "What is proposed (not in force)"
premise = true
[evidence.work]
heading = "The work that would move or be hosted"
[evidence.own]
heading = "What the host itself does towards them"
[evidence.judging]
heading = "Who oversees the host now"
[evidence.proposed_judges]
heading = "Who would judge it (not in force)"
[evidence.raised]
heading = "Who sees a risk, asks or remarks"
*/
MATCH (m:ReformMeasure)<-[:MEASURE]-(o:Operation)-[:TARGET]->(body:Thing), (o)-[:TO]->(host:Thing)
WHERE o.operation IN ['transfer', 'merge', 'change-host'] AND host <> body AND ($host IS NULL OR host.id = $host) AND coalesce(m.lifecycle, 'proposed') IN ['considered', 'proposed', 'announced', 'accepted', 'enacted']
  AND m.verification <> 'unverified' AND m.known_from <= $as_at AND NOT (m.ended AND m.known_to < $as_at)
WITH m, body, host, collect(DISTINCT o.function) AS named, count(*) AS all, count(o.function) AS with_function
WITH *,
  COLLECT {
    MATCH (body)<-[:SUBJECT]-(s:Statement)-[:OBJECT]->()
    WHERE (s.kind IN ['function', 'oversight'] OR s.kind = 'duty' AND s.force IN ['statute', 'regulations'])
      AND (with_function < all OR s.function IS NULL OR s.function IN named) AND s.polarity = 'holds' AND coalesce(s.lifecycle, 'in-force') IN ['in-force', 'commenced', 'piloted'] AND s.verification <> 'unverified' AND s.known_from <= $as_at AND NOT (s.ended AND s.known_to < $as_at)
    RETURN DISTINCT s
  } AS work,
  COLLECT {
    MATCH (host)-[:IN_CLASS]->(c) RETURN c UNION RETURN host AS c
  } AS hosts
WITH *,
  COLLECT {
    UNWIND work AS s MATCH (s)-[:OBJECT]->(c)<-[:BROADER]-{0,2}(narrow)-[:CAN_ALSO_BE]-{0,1}(about) RETURN about
    UNION
    UNWIND work AS s MATCH (s)-[:OBJECT]->()-[:BROADER]->{1,2}(about) RETURN about
  } AS abouts
WITH *,
  COLLECT {
    UNWIND hosts AS x MATCH (x)<-[:SUBJECT]-(s:Statement)-[:OBJECT]->(c) WHERE c IN abouts
      AND (s.kind = 'oversight' AND s.oversight_kind IN ['regulation', 'oversight', 'assessment', 'inspection', 'performance-management']
        OR s.kind IN ['function', 'duty'] AND s.function IN ['oversee', 'assess', 'inspect', 'license', 'regulate'])
      AND s.force <> 'none' AND s.polarity = 'holds' AND coalesce(s.lifecycle, 'in-force') IN ['in-force', 'commenced', 'piloted'] AND s.verification <> 'unverified' AND s.known_from <= $as_at AND NOT (s.ended AND s.known_to < $as_at)
    RETURN DISTINCT s
  } AS own,
  [s IN work WHERE EXISTS { MATCH (s)-[:OBJECT]->(c) WHERE c IN hosts }] AS self,
  COLLECT {
    UNWIND hosts AS x MATCH (x)-[:BROADER*0..3]->()-[:CAN_ALSO_BE*0..1]->(y)<-[:OBJECT]-(s:Oversight) WHERE s.oversight_kind IN ['regulation', 'oversight', 'assessment', 'inspection', 'performance-management', 'assurance'] AND s.force <> 'none' AND s.polarity = 'holds' AND coalesce(s.lifecycle, 'in-force') IN ['in-force', 'commenced', 'piloted'] AND s.verification <> 'unverified' AND s.known_from <= $as_at AND NOT (s.ended AND s.known_to < $as_at) RETURN DISTINCT s
  } AS judging,
  COLLECT {
    UNWIND hosts AS x MATCH (x)<-[:OVER]-(o:Operation {function: 'assess'})-[:MEASURE]->(j:ReformMeasure) MATCH (o)-[:TARGET]->(by)
    WHERE by <> host AND EXISTS { (j)-[:TOPIC]->()<-[:TOPIC]-(m) } AND coalesce(j.lifecycle, 'proposed') IN ['considered', 'proposed', 'announced', 'accepted', 'enacted']
  AND j.verification <> 'unverified' AND j.known_from <= $as_at AND NOT (j.ended AND j.known_to < $as_at)
    RETURN DISTINCT {measure: j.id, by: by.name}
  } AS would
WHERE size(own) > 0 OR size(self) > 0 OR size(would) > 0
RETURN m.id AS measure, CASE WHEN m.text ENDS WITH '.' THEN left(m.text, size(m.text) - 1) ELSE m.text END AS measure_title,
  coalesce(m.lifecycle, 'proposed') AS status, body.id AS body, body.name AS body_name, host.id AS host, host.name AS host_name,
  CASE
    WHEN size(own) > 0 AND size(self) > 0 THEN 'the work is about the host itself, and the host oversees others whom it is about'
    WHEN size(own) > 0 THEN 'the new host itself oversees those whom the work is about'
    WHEN size(self) > 0 THEN 'the work is about the host itself'
    ELSE would[0].by + ' would judge the host on this topic'
  END AS double,
  CASE WHEN own = [] THEN ['none on record'] ELSE
    COLLECT { UNWIND own AS s MATCH (s)-[:OBJECT]->(c) WITH DISTINCT c.name AS name ORDER BY name RETURN name } END AS parts,
  CASE WHEN judging = [] THEN ['nobody on record'] ELSE
    COLLECT { UNWIND judging AS s MATCH (s)-[:SUBJECT]->(x) WITH DISTINCT x ORDER BY x.name
      RETURN x.name + CASE WHEN EXISTS { MATCH (x)<-[:SUBJECT]-(u) WHERE u IN judging AND u.condition IS NULL } THEN '' ELSE ' (on a condition)' END } END AS judges,
  CASE WHEN would = [] THEN ['nobody on record'] ELSE
    COLLECT { UNWIND would AS w WITH DISTINCT w.by AS name ORDER BY name RETURN name } END AS would_judge,
  [m.id] AS measure_proposed, [s IN work | s.id] AS work, [s IN own | s.id] AS own, [s IN judging | s.id] AS judging,
  [w IN would | w.measure] AS proposed_judges,
  COLLECT {
    MATCH (m)-[:POSITION]->(p:Position) WHERE coalesce(p.stated_at, m.known_from) <= $as_at AND p.stance IN ['raises-risk', 'asks', 'disputes', 'qualifies'] RETURN p.id
  } AS raised
ORDER BY size(own) DESC, body_name, host_name, measure
