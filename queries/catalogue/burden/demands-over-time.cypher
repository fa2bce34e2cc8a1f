/*
name = "demands-over-time"
question = "Which demands on one kind of body began, and which ended, between two days?"
kind = "burden"
version = 2
definition = """
At least one recorded demand on a class of bodies, or on a wider class that it belongs to, for which a source gives a first or a last day within the span, both ends
included, or the day from which it is not asked for: a duty or expectation, a requirement to report or notify, or an instrument or standard that reaches the class. Counted
apart are those that reach its members in so far as they are also something else."""
judgements = [
  "A demand counts as begun on its first day and as ended on its last, where a source gives that day. One without the day is in neither list: how many these are is said.",
  "What is replaced by a new version ends and begins: it is in both lists, and need not be more or less work.",
  "That something is not asked for from a day, because it is lifted, suspended or excused, is counted apart, and not among what ended. When a suspension ends is not listed: the demand that comes back is.",
  "An instrument that reaches a class and a duty under it, each with its own day, are one demand: the duty is taken.",
  "The day is that of the rule on record, also where another asked for much the same before or after it: a rule for a time of suspension begins and ends with it.",
  "Powers, wishes, what is open to choice, what is only told in interviews, what is only proposed and what is paused are left out.",
]
caveat = """
For most demands no source that was read gives the day on which they began, and for nearly all no day on which they ended: what is listed is what happens to be dated, and
says nothing on whether demands became more or fewer. Two spans or two kinds of body cannot be compared by it."""
empty = """
No demand on record has a first or last day within that span. Most have no day at all, so that demands can have begun or ended; a span whose first day comes after its
last holds nothing."""
severity = "low"
severity_reason = "Few demands are dated, so that the two lists are known to be incomplete; and a demand can protect patients."
title = "{class_name}, {first_day} to {last_day}: of the demands that have a day, {began_count} began, {ended_count} ended and {lifted_count} were lifted or suspended; {undated_count} on record have none"
summary = "Began: {began}. Ended: {ended}. Lifted, suspended or excused: {lifted}. Where a member is also something else: {elsewhere_dated}."
key = ["class"]

[parameters.from]
type = "date"
optional = false
help = "The first day of the span."
[parameters.to]
type = "date"
optional = false
help = "The last day of the span."
[parameters.class]
type = "thing"
optional = true
help = "Only this class of bodies."

[columns.class]
type = "id"
help = "The class of bodies."
[columns.class_name]
type = "text"
help = "Its name."
[columns.first_day]
type = "date"
help = "The first day of the span."
[columns.last_day]
type = "date"
help = "Its last day."
[columns.began_count]
type = "integer"
help = "How many demands on the class as such have their first day in the span."
[columns.ended_count]
type = "integer"
help = "How many of them, or of others, have their last day in it, and had ended by the day asked for."
[columns.lifted_count]
type = "integer"
help = "How many statements that something is not asked for have their first day in it."
[columns.undated_count]
type = "integer"
help = "How many demands on the class as such are on record as in force, without a first or last day: they are in neither list."
[columns.also_count]
type = "integer"
help = "How many more began or ended that reach members which are also something else."
[columns.also_undated]
type = "integer"
help = "How many of that sort have no day."
[columns.began]
type = "list"
help = "What began: its first day, what it asks or rests on, and on what force."
[columns.ended]
type = "list"
help = "What ended, with its last day."
[columns.lifted]
type = "list"
help = "What was lifted, suspended or excused, with its first day."
[columns.elsewhere_dated]
type = "list"
help = "What began or ended for members that are also something else."

[evidence.beginning]
heading = "What began, and has not ended by what was read"
premise = true
[evidence.ending]
heading = "What ended, or began in the span and has ended since"
[evidence.relief]
heading = "What was lifted, suspended or excused"
[evidence.elsewhere]
heading = "What began or ended where a member is also something else"
*/
CALL () {
  MATCH (c:Class)<-[:SUBJECT]-(s:Duty) WHERE s.modality IN ['duty', 'expectation']
  RETURN c, s, '' AS words
  UNION ALL
  MATCH (c:Class)<-[:SUBJECT]-(s:ReportingRequirement)-[:OBJECT]->(to)
  RETURN c, s, 'telling ' + to.name AS words
  UNION ALL
  MATCH (c:Class)<-[:OBJECT]-(s:Applicability)-[:SUBJECT]->(i)
  WHERE NOT EXISTS { (i)<-[:RESTS_ON]-(d:Duty|ReportingRequirement)-[:SUBJECT]->(c) WHERE d.valid_from IS NOT NULL OR s.valid_from IS NULL }
  RETURN c, s, coalesce(i.short_title, i.name) AS words
}
WITH c, s, words
WHERE s.force <> 'none' AND s.force <> 'voluntary' AND coalesce(s.strength, '') <> 'may'
  AND NOT coalesce(s.lifecycle, '') IN ['considered', 'rejected', 'proposed', 'announced', 'accepted', 'enacted', 'paused']
  AND s.verification <> 'unverified' AND s.known_from <= $as_at AND NOT (s.ended AND s.known_to < coalesce(s.valid_from, s.known_from))
OPTIONAL MATCH (s)-[:RESTS_ON]->(i)
WITH c, s, s.polarity = 'holds' AS holds, coalesce(i.short_title, i.name) + coalesce(', ' + s.provision, '') AS rule, words
WITH c, s, holds, CASE words WHEN '' THEN coalesce(rule, s.text) ELSE words END + ' (' + CASE s.kind WHEN 'reporting' THEN coalesce(rule + '; ', '') ELSE '' END + CASE
    WHEN s.force IN ['statute', 'regulations'] THEN 'law'
    WHEN s.force = 'licence-condition' THEN 'licence'
    WHEN s.force = 'policy-or-framework' THEN 'policy'
    ELSE replace(s.force, '-', ' ')
  END + CASE WHEN s.condition IS NULL THEN '' ELSE ', on a condition' END + ')' AS words,
  ['January', 'February', 'March', 'April', 'May', 'June', 'July', 'August', 'September', 'October', 'November', 'December'] AS months,
  s.valid_from >= $from AND s.valid_from <= $to AND s.valid_from <= $as_at AS began, s.valid_to >= $from AND s.valid_to <= $to AND s.valid_to < $as_at AS ended
WITH c, [
    CASE WHEN began THEN {id: s.id, use: CASE WHEN holds THEN 'began' ELSE 'lifted' END, day: s.valid_from, words: words, gone: s.valid_to < $as_at} END,
    CASE WHEN ended AND holds THEN {id: s.id, use: 'ended', day: s.valid_to, words: words} END,
    CASE WHEN holds AND s.valid_from IS NULL AND s.valid_to IS NULL AND NOT s.ended AND coalesce(s.lifecycle, 'in-force') IN ['in-force', 'commenced', 'piloted']
      THEN {id: s.id, use: 'undated', day: null, words: words} END
  ] AS changes, months
UNWIND changes AS change
WITH c, change, CASE WHEN change.day IS NULL THEN '' ELSE change.day.day + ' ' + months[change.day.month - 1] + ' ' + change.day.year + ': ' END + change.words AS words
WHERE change IS NOT NULL
WITH c, collect({id: change.id, use: change.use, gone: coalesce(change.gone, false), day: change.day, words: words}) AS changes
CALL (c) {
  MATCH (class:Class)-[:BROADER*0..5]->(c) RETURN DISTINCT class, true AS itself
  UNION
  MATCH (class:Class)-[:BROADER*0..5]->(:Class)-[:CAN_ALSO_BE]->(:Class)-[:BROADER*0..5]->(c)
  WHERE NOT EXISTS { (class)-[:BROADER*0..5]->(c) }
  RETURN DISTINCT class, false AS itself
}
WITH c, changes, class, itself WHERE $class IS NULL OR class.id = $class
UNWIND changes AS change
WITH class, itself, change ORDER BY change.day, change.words
WITH class, collect(CASE WHEN itself THEN change END) AS own, collect(CASE WHEN NOT itself THEN change END) AS others
WITH class, [x IN own WHERE x.use = 'began'] AS began, [x IN own WHERE x.use = 'ended'] AS ended, [x IN own WHERE x.use = 'lifted'] AS lifted,
  [x IN own WHERE x.use = 'undated'] AS undated, [x IN others WHERE x.use IN ['began', 'ended']] AS elsewhere, [x IN others WHERE x.use = 'undated'] AS also_undated
WHERE size(began) + size(ended) + size(lifted) > 0
RETURN class.id AS class, class.name AS class_name, $from AS first_day, $to AS last_day, size(began) AS began_count, size(ended) AS ended_count, size(lifted) AS lifted_count,
  size(undated) AS undated_count, size(elsewhere) AS also_count, size(also_undated) AS also_undated,
  CASE size(began) WHEN 0 THEN ['none with a day'] ELSE [x IN began | x.words] END AS began,
  CASE size(ended) WHEN 0 THEN ['none with a day'] ELSE [x IN ended | x.words] END AS ended,
  CASE size(lifted) WHEN 0 THEN ['none with a day'] ELSE [x IN lifted | x.words] END AS lifted,
  CASE size(elsewhere) WHEN 0 THEN ['none with a day'] ELSE [x IN elsewhere | x.use + ' ' + x.words] END AS elsewhere_dated,
  [x IN began WHERE NOT x.gone | x.id] AS beginning, [x IN ended | x.id] + [x IN began WHERE x.gone | x.id] AS ending, [x IN lifted | x.id] AS relief, [x IN elsewhere | x.id] AS elsewhere
ORDER BY began_count + ended_count + lifted_count DESC, class
