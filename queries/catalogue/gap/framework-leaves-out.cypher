/*
name = "framework-leaves-out"
question = "Which frameworks are said not to reach a kind of body that has duties on the same matter?"
kind = "gap"
version = 2
definition = """
A source says that an instrument does not reach a class of bodies; and a duty or an expectation on the same topic, which another instrument in force sets, is laid on that
class, or on a wider class to which all its members belong or one that they can also be."""
judgements = [
  "That a framework leaves a class out may be what was meant: another regime may cover it. What is recorded of one is shown beside, and named in the summary.",
  "A duty that rests on the very framework that does not reach the class is no duty of that class.",
  "A duty on a wider class covers the class; one of a class that its members can also be covers those of them who are. Both are shown as what they are.",
  "An aspiration binds nobody, and does not count; nor does a duty or expectation that holds under a condition. That an act is an offence is for the courts, and is no duty that somebody would follow up.",
  "Oversight on a condition, by an instrument that is itself said not to reach the class, is no other regime for that class.",
]
caveat = """
Only frameworks and other rules of which a source says that they do not reach somebody are listed. That one is silent on a kind of body is not taken to mean that it leaves it out."""
empty = "No framework on record is said not to reach a kind of body that has duties on the same matter."
severity = "medium"
severity_reason = "Where a duty reaches further than the framework by which it is followed up, nobody may follow it up; or another regime does."
title = "{instrument_name}: said not to reach {class_name:mid}, who have {how_many} on {topic} elsewhere"
summary = "{text} {other_regime}"
key = ["statement"]

[parameters.class]
type = "thing"
optional = true
help = "Only what does not reach this class."

[columns.statement]
type = "id"
help = "The statement that the instrument does not reach the class."
[columns.instrument_name]
type = "text"
help = "The instrument."
[columns.class]
type = "id"
help = "The class that it does not reach."
[columns.class_name]
type = "text"
help = "Its name."
[columns.topic]
type = "text"
help = "On what."
[columns.how_many]
type = "text"
help = "How many duties and expectations are on record."
[columns.other_regime]
type = "text"
help = "Who is recorded as overseeing the class otherwise."
[columns.text]
type = "text"
help = "The statement, in one sentence."

[evidence.left_out]
heading = "What is said not to reach them"
premise = true
[evidence.duties]
heading = "What is asked of them on the same topic"
[evidence.otherwise]
heading = "Who oversees them otherwise"
[evidence.also_not]
heading = "What else is said not to be required of them"
[evidence.disputes]
heading = "Who disputes it"
*/
MATCH (instrument:Instrument)<-[:SUBJECT]-(s:Applicability {polarity: 'does-not-hold'})-[:OBJECT]->(class)
WHERE ($class IS NULL OR class.id = $class)
  AND coalesce(s.lifecycle, 'in-force') IN ['in-force', 'commenced', 'piloted']
  AND s.verification <> 'unverified' AND s.known_from <= $as_at AND NOT (s.ended AND s.known_to < $as_at)
WITH *,
  COLLECT { MATCH (class)-[:BROADER|CAN_ALSO_BE*0..3]->(w) RETURN DISTINCT w } AS wider
WITH *,
  COLLECT {
    UNWIND wider AS w MATCH (w)<-[:SUBJECT]-(d:Duty) WHERE d.topic = s.topic AND d.modality IN ['duty', 'expectation'] AND d.force <> 'none' AND d.condition IS NULL
      AND NOT (d.modality = 'duty' AND coalesce(d.strength, 'must') = 'describes')
      AND NOT EXISTS { (d)-[:RESTS_ON]->(instrument) }
      AND d.polarity = 'holds' AND coalesce(d.lifecycle, 'in-force') IN ['in-force', 'commenced', 'piloted']
      AND d.verification <> 'unverified' AND d.known_from <= $as_at AND NOT (d.ended AND d.known_to < $as_at)
    RETURN DISTINCT d
  } AS duties,
  COLLECT {
    UNWIND wider AS w MATCH (w)<-[:OBJECT]-(o:Oversight)-[:SUBJECT]->(overseer) WHERE NOT o.oversight_kind IN ['support', 'co-ordination']
      AND NOT EXISTS { (o)-[:RESTS_ON]->(instrument) } AND NOT overseer:Sample
      AND NOT (o.condition IS NOT NULL AND EXISTS {
        MATCH (o)-[:RESTS_ON]->()<-[:SUBJECT]-(no:Applicability {polarity: 'does-not-hold'})-[:OBJECT]->(class)
        WHERE no.verification <> 'unverified' AND no.known_from <= $as_at AND NOT (no.ended AND no.known_to < $as_at)
      })
      AND o.polarity = 'holds' AND coalesce(o.lifecycle, 'in-force') IN ['in-force', 'commenced', 'piloted']
      AND o.verification <> 'unverified' AND o.known_from <= $as_at AND NOT (o.ended AND o.known_to < $as_at)
    RETURN DISTINCT o
  } AS otherwise
WHERE size(duties) > 0
WITH *, COLLECT { UNWIND otherwise AS o MATCH (o)-[:SUBJECT]->(x) WITH DISTINCT x.name AS name ORDER BY name RETURN name } AS overseers
RETURN s.id AS statement, coalesce(instrument.short_title, instrument.name) AS instrument_name, class.id AS class, class.name AS class_name,
  head(COLLECT { MATCH (s)-[:TOPIC]->(t) RETURN t.name }) AS topic,
  CASE size(duties) WHEN 1 THEN 'a duty or expectation' ELSE size(duties) + ' duties or expectations' END AS how_many,
  CASE size(overseers)
    WHEN 0 THEN 'Nobody is on record who oversees them otherwise.'
    ELSE 'On record as overseeing them otherwise, all or some of them: ' + reduce(w = '', name IN overseers | w + CASE w WHEN '' THEN '' ELSE ', ' END + name) + '.'
  END AS other_regime,
  s.text AS text, [s.id] AS left_out, [d IN duties | d.id] AS duties, [o IN otherwise | o.id] AS otherwise,
  COLLECT {
    MATCH (class)<-[:SUBJECT]-(d:Duty {polarity: 'does-not-hold'}) WHERE d.verification <> 'unverified' AND d.known_from <= $as_at AND NOT (d.ended AND d.known_to < $as_at)
    RETURN DISTINCT d.id
  } AS also_not,
  COLLECT { MATCH (s)-[:POSITION]->(p:Position {stance: 'disputes'}) WHERE coalesce(p.stated_at, s.known_from) <= $as_at RETURN p.id } AS disputes
ORDER BY instrument_name, class_name, statement
