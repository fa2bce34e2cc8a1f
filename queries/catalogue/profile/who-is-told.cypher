/*
name = "who-is-told"
question = "Who must be told of what, by whom, how soon and by which rule?"
kind = "profile"
version = 1
definition = "Every requirement on record to report, notify or share information, by the event that sets it off; and what is said not to be required."
judgements = [
  "A row is one requirement. That one event is listed several times means that several must be told, or that the rules part by who reports.",
  "What need not be told, by whom and when, stands beside the requirement that it is an exception to.",
  "Words such as 'without delay' are no number: a deadline is shown only where the source gives a time.",
]
caveat = "Only requirements that were read are in the list, and few were. It does not follow that nobody else has to be told."
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
[columns.rule]
type = "text"
help = "must, should, may or describes, as the source words it; need not where it is said not to be required."
[columns.from_name]
type = "text"
help = "Who has to tell."
[columns.to_name]
type = "text"
help = "Whom."
[columns.deadline]
type = "text"
help = "How soon, where the source gives a time, and from when the time runs."
[columns.by_rule]
type = "text"
help = "The instrument and the clause."
[columns.condition]
type = "text"
help = "On what condition."
[columns.text]
type = "text"
help = "The claim, in one sentence."

[evidence.claim]
heading = "Claim"
*/
MATCH (from)<-[:SUBJECT]-(s:ReportingRequirement)-[:OBJECT]->(to)
WHERE ($event IS NULL OR s.event = $event) AND ($body IS NULL OR from.id = $body OR to.id = $body)
  AND NOT coalesce(s.lifecycle, '') IN ['considered', 'rejected', 'proposed', 'announced', 'accepted', 'enacted']
  AND s.verification <> 'unverified' AND s.known_from <= $as_at AND NOT (s.ended AND s.known_to < $as_at)
OPTIONAL MATCH (s)-[:RESTS_ON]->(instrument)
OPTIONAL MATCH (s)-[:EVENT]->(event:Concept)
WITH from, to, s, instrument, event.name AS event
RETURN event, CASE s.polarity WHEN 'holds' THEN s.strength ELSE 'need not' END AS rule, from.name AS from_name, to.name AS to_name,
  CASE WHEN s.deadline IS NULL AND s.deadline_from IS NULL THEN null ELSE coalesce(s.deadline, 'no number given') + coalesce(', from ' + s.deadline_from, '') END AS deadline,
  CASE WHEN instrument IS NULL THEN s.provision ELSE coalesce(instrument.short_title, instrument.name) + coalesce(', ' + s.provision, '') END AS by_rule,
  s.condition AS condition, s.text AS text, [s.id] AS claim
ORDER BY event, s.polarity DESC, from_name, to_name, text
