/*
name = "powers-that-do-not-travel"
question = "Which powers and protections in law may not travel with a body that a measure would move or end?"
kind = "reform"
version = 2
definition = """
A measure that is considered, proposed, announced, accepted or enacted would end a body, merge it or pass its functions to another; law gives that body a power, or forbids
it something, such as disclosing what it was told; and nothing that was read of that or another such measure says what would become of the power or the ban."""
judgements = [
  "A power in law belongs to the body that the law names. It passes to another only if the law is changed: until then a move of functions does not move it.",
  "A ban counts as a protection: it is listed where our sentence on the clause says that the body must not do something.",
  "A power may well be meant by 'functions'. That it is not named is all that is said here.",
  "Whether the power ought to travel is not judged. Those who raise it are shown with their words.",
  "The answer rests on not having found a word on it. It is a yes only where a source lists every measure for that body, and not known until one does.",
]
caveat = """
The measures were read in a briefing, in announcements and in what others write of a Bill. The review and the Bill themselves were not read: either may carry the powers
over in full. Of the law on each body only some sections were read. Nothing listed is in force."""
empty = "No such power or protection is on record. Of the law on each body only some sections were read."
severity = "medium"
severity_reason = "People who gave information under a protection can ask whether it still holds after a move; that has to be settled before."
title = "{body_name}, if its work moved (not in force when read): nothing read says what would become of {count_words}"
summary = "In law now: {provisions}. Receiver: {receivers}. How far the measures had come: {status}."
key = ["body"]
about = "body"
absence_of = ["reform"]

[parameters.body]
type = "thing"
optional = true
help = "Only this body."

[columns.status]
type = "list"
help = "How far the measures had come when the sources were written."
[columns.body]
type = "id"
help = "The body that would end or pass on its functions."
[columns.body_name]
type = "text"
help = "Its name."
[columns.count_words]
type = "text"
help = "How many powers and bans, in words."
[columns.provisions]
type = "list"
help = "Where in the law they stand."
[columns.receivers]
type = "list"
help = "Who would take over its functions."

[evidence.measures]
heading = "What is proposed (not in force)"
premise = true
[evidence.powers]
heading = "Powers of the body and bans on it, in law now"
premise = true
[evidence.named]
heading = "Measures that name another power of it or ban on it (not in force)"
[evidence.raised]
heading = "Who raises it"
*/
MATCH (m:ReformMeasure)<-[:MEASURE]-(o:Operation)-[:TARGET]->(body:Thing)
WHERE o.operation IN ['abolish', 'merge', 'transfer'] AND ($body IS NULL OR body.id = $body) AND coalesce(m.lifecycle, 'proposed') IN ['considered', 'proposed', 'announced', 'accepted', 'enacted']
  AND m.verification <> 'unverified' AND m.known_from <= $as_at AND NOT (m.ended AND m.known_to < $as_at)
WITH body, collect(DISTINCT m) AS measures
WITH *,
  COLLECT {
    MATCH (body)<-[:SUBJECT]-(s:Duty)
    WHERE s.force IN ['statute', 'regulations'] AND (s.modality = 'power' OR s.text =~ '.*\\b(must|may|shall) not\\b.*')
      AND s.polarity = 'holds' AND coalesce(s.lifecycle, 'in-force') IN ['in-force', 'commenced', 'piloted'] AND s.verification <> 'unverified' AND s.known_from <= $as_at AND NOT (s.ended AND s.known_to < $as_at)
    RETURN {rule: s, named: COLLECT {
      MATCH (s)<-[:TARGET]-(:Operation)-[:MEASURE]->(n:ReformMeasure)
      WHERE coalesce(n.lifecycle, 'proposed') IN ['considered', 'proposed', 'announced', 'accepted', 'enacted'] AND n.verification <> 'unverified' AND n.known_from <= $as_at AND NOT (n.ended AND n.known_to < $as_at)
      RETURN n.id
    }}
  } AS rules
WITH body, measures, [x IN rules WHERE x.named = [] | x.rule] AS powers, COLLECT { UNWIND rules AS x UNWIND x.named AS id RETURN DISTINCT id } AS named
WHERE size(powers) > 0
WITH *, size([s IN powers WHERE s.modality = 'power']) AS of_power, size([s IN powers WHERE s.modality <> 'power']) AS of_ban
RETURN body.id AS body, body.name AS body_name,
  COLLECT { UNWIND measures AS m WITH DISTINCT coalesce(m.lifecycle, 'proposed') AS status ORDER BY status RETURN status } AS status,
  CASE of_power WHEN 0 THEN '' WHEN 1 THEN '1 power' ELSE of_power + ' powers' END
    + CASE WHEN of_power > 0 AND of_ban > 0 THEN ' and ' ELSE '' END
    + CASE of_ban WHEN 0 THEN '' WHEN 1 THEN '1 ban' ELSE of_ban + ' bans' END AS count_words,
  COLLECT {
    UNWIND powers AS s OPTIONAL MATCH (s)-[:RESTS_ON]->(i)
    WITH DISTINCT coalesce(coalesce(i.short_title, i.name) + ', ', '') + coalesce(s.provision, 'clause not recorded') AS place ORDER BY place RETURN place
  } AS provisions,
  COLLECT {
    UNWIND measures AS m MATCH (m)<-[:MEASURE]-(o:Operation)-[:TO]->(x) WHERE EXISTS { (o)-[:TARGET|FROM]->(body) }
    WITH DISTINCT x.name AS name ORDER BY name RETURN name
  } AS receivers,
  [m IN measures | m.id] AS measures, [s IN powers | s.id] AS powers, named,
  COLLECT {
    UNWIND measures AS m MATCH (m)-[:POSITION]->(p:Position)
    WHERE coalesce(p.stated_at, m.known_from) <= $as_at AND p.stance IN ['raises-risk', 'asks', 'disputes', 'qualifies'] RETURN p.id
  } AS raised
ORDER BY body_name
