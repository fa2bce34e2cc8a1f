/*
name = "who-is-told"
question = "Who must be told of what, by whom, how soon, through which system and by which rule?"
kind = "profile"
version = 4
definition = "Every requirement on record to report, notify or share information, by the event that sets it off; and what is said not to be required. Asked of one event, it takes in the events that it always is and those that it can also be; asked of one body or class, the classes that it belongs to, those that it can also belong to, and those of the people who work for it."
judgements = [
  "A row is one requirement. That one event is listed several times means that several must be told, or that the rules part by who reports.",
  "What need not be told, by whom and when, stands right below the requirement on the same event and to the same recipient that it is an exception to.",
  "In the order of time: first what has to be told at once, whose words, such as 'without delay', are no number and are shown as the source has them; then hours, days and months from the starting point that is named; then what falls on a day of the calendar; last what has no time in the sources read. Within one time law comes first, then licence and contract, policy, guidance, and what is voluntary.",
  "A working day is reckoned as a fifth of a week, for the order only.",
  "What the body itself is to be told stands below what it has to tell.",
  "What was announced and not in force when read stands last, and says so: it is no requirement yet, and may have become one.",
  "A duty that law lays on a doctor is not one of the doctor's employer: asked of a trust, it is listed with the words that it is laid on those who work there.",
  "A maternal death can also be a death to be notified to a coroner, and a trust can also be an employer under the radiation regulations: such rows say so in the second column, and reach nobody who is not that.",
]
caveat = "Only requirements that were read are in the list. It does not follow that nobody else has to be told. The day until which each is known is the last for which its source speaks: what changed after it is not known."
empty = "No requirement to tell anybody was taken from the sources read. That does not mean that there is none."

[parameters.event]
type = "concept:event"
optional = true
help = "Only requirements that this event sets off."
[parameters.body]
type = "thing"
optional = true
help = "Only what this body or class has to tell, or has to be told."

[columns.event]
type = "text"
help = "What sets it off; empty where the source names no event."
[columns.applies]
type = "text"
help = "What the event, or the body, must be as well for the rule to reach it; empty where it always does."
[columns.rule]
type = "text"
help = "must, should, may or describes, as the source words it; need not where it is said not to be required; announced where it was not in force when read; with a word where sources disagree."
[columns.force]
type = "text"
help = "What kind of rule it is: statute and regulations are law; policy, guidance and what is voluntary are not; none where the source names no rule."
[columns.from_name]
type = "text"
help = "Who has to tell."
[columns.to_name]
type = "text"
help = "Whom."
[columns.deadline]
type = "text"
help = "How soon, and from when the time runs, where the source says so."
[columns.system]
type = "text"
help = "The system through which it goes."
[columns.by_rule]
type = "text"
help = "The instrument and the clause."
[columns.condition]
type = "text"
help = "On what condition."
[columns.known_to]
type = "date"
help = "The last day for which the source speaks."
[columns.text]
type = "text"
help = "The claim, in one sentence."

[evidence.claim]
heading = "Claim"
*/
OPTIONAL MATCH (asked:Concept {id: 'event/' + $event})
OPTIONAL MATCH (bearer:Thing {id: $body})
WITH asked, bearer
MATCH (from)<-[:SUBJECT]-(s:ReportingRequirement)-[:OBJECT]->(to)
WHERE NOT coalesce(s.lifecycle, '') IN ['considered', 'rejected', 'proposed', 'accepted', 'enacted']
  AND s.verification <> 'unverified' AND s.known_from <= $as_at AND NOT (s.ended AND s.known_to < $as_at)
OPTIONAL MATCH (s)-[:EVENT]->(event:Concept)
WITH from, to, s, event, CASE
    WHEN $event IS NULL OR s.event = $event THEN ''
    WHEN EXISTS { (asked)-[:BROADER*1..5]->(event) } THEN ''
    WHEN EXISTS { (asked)-[:BROADER*0..5]->(:Concept)-[:CAN_ALSO_BE]->(:Concept)-[:BROADER*0..5]->(event) } THEN 'where it is also: ' + event.name
    WHEN EXISTS { (event)-[:BROADER*1..5]->(asked) } THEN 'where it is: ' + event.name
  END AS by_event, CASE
    WHEN $body IS NULL OR from.id = $body OR to.id = $body THEN ''
    WHEN EXISTS { (bearer)-[:IN_CLASS|BROADER*1..6]->(from) } THEN ''
    WHEN EXISTS { (bearer)-[:IN_CLASS|BROADER*0..6]->(:Thing)-[:CAN_ALSO_BE]->(:Class)-[:BROADER*0..5]->(from) } THEN 'where it is one of: ' + from.name
    WHEN EXISTS { (bearer)-[:IN_CLASS|BROADER*0..6]->(:Thing)-[:HAS_STAFF]->(:Class)-[:BROADER*0..5]->(from) } THEN 'laid on those who work there: ' + from.name
  END AS by_body
WHERE by_event IS NOT NULL AND by_body IS NOT NULL
OPTIONAL MATCH (s)-[:RESTS_ON]->(instrument)
OPTIONAL MATCH (s)-[:SYSTEM]->(system)
WITH *, [reach IN [by_event, by_body] WHERE reach <> ''] AS reaches, s.deadline AS time, s.polarity = 'holds' AS holds,
  split(split(toLower(coalesce(s.how_soon, '')), ' working days')[0], ' ')[-1] AS working_days
WITH *, CASE
    WHEN time =~ 'PT\\d+H' THEN substring(time, 2, size(time) - 3) + ' hours'
    WHEN time =~ 'P\\d+D' THEN substring(time, 1, size(time) - 2) + ' days'
    WHEN time =~ 'P\\d+M' THEN substring(time, 1, size(time) - 2) + ' months'
    WHEN time =~ 'P\\d+Y' THEN substring(time, 1, size(time) - 2) + ' years'
    ELSE coalesce(time, s.how_soon)
  END AS soon, CASE
    WHEN time IS NOT NULL THEN duration.inSeconds(datetime({year: 2001}), datetime({year: 2001}) + duration(time)).hours
    WHEN s.how_soon =~ '(?i)(at once|immediately|without delay|as soon as|at the time of).*' THEN 0
    WHEN s.how_soon CONTAINS ' working days' THEN 34 * coalesce(toInteger(working_days),
      [i IN range(0, 9) WHERE ['one', 'two', 'three', 'four', 'five', 'six', 'seven', 'eight', 'nine', 'ten'][i] = working_days | i + 1][0])
    WHEN s.how_soon IS NOT NULL THEN 1000000
    ELSE 2000000
  END AS hours, coalesce(s.lifecycle, '') = 'announced' AS announced, CASE
    WHEN s.force IN ['statute', 'regulations'] THEN 0
    WHEN s.force IN ['statutory-guidance', 'licence-condition', 'contract'] THEN 1
    WHEN s.force IN ['policy-or-framework', 'ministerial-statement'] THEN 2
    WHEN s.force = 'guidance' THEN 3
    WHEN s.force = 'voluntary' THEN 4
    ELSE 5
  END AS rank
WITH event, to, collect({s: s, from: from, instrument: instrument, system: system, reaches: reaches, soon: soon, holds: holds, announced: announced,
    place: 10 * hours + rank + CASE WHEN announced THEN 40000000 ELSE 0 END}) AS alike
WITH *, reduce(least = null, other IN alike | CASE WHEN other.holds AND NOT other.announced AND (least IS NULL OR other.place < least) THEN other.place ELSE least END) AS least
UNWIND alike AS row
WITH row, to, row.s AS s, row.from AS from, event.name AS event, row.instrument AS instrument, row.system AS system, row.reaches AS reaches, row.soon AS soon,
  CASE WHEN row.holds OR row.announced THEN row.place WHEN event IS NOT NULL THEN least END AS place
RETURN event, CASE size(reaches) WHEN 0 THEN null WHEN 1 THEN reaches[0] ELSE reaches[0] + '; ' + reaches[1] END AS applies,
  CASE WHEN row.announced THEN 'announced, not in force when read' WHEN row.holds THEN s.strength ELSE 'need not' END + CASE s.verification WHEN 'contradictory' THEN ', but sources disagree' ELSE '' END AS rule,
  replace(s.force, '-', ' ') AS force, from.name AS from_name, to.name AS to_name,
  CASE WHEN soon IS NULL AND s.deadline_from IS NULL THEN null ELSE coalesce(soon, 'no time given') + coalesce(', from ' + s.deadline_from, '') END AS deadline,
  coalesce(system.initials, system.name) AS system,
  CASE WHEN instrument IS NULL THEN s.provision ELSE coalesce(instrument.short_title, instrument.name) + coalesce(', ' + s.provision, '') END AS by_rule,
  s.condition AS condition, s.known_to AS known_to, s.text AS text, [s.id] AS claim
ORDER BY CASE to.id WHEN $body THEN 1 ELSE 0 END, coalesce(place, row.place), event, to_name, row.holds DESC, applies, from_name, text
