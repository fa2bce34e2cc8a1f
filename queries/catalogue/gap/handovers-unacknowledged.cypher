/*
name = "handovers-unacknowledged"
question = "In the case that a source tells, where did responsibility for a patient pass on without anybody having to take it?"
kind = "gap"
version = 2
definition = """
A source that tells a case describes that responsibility for a patient passes from those who were involved to others, and says that the others need not acknowledge it, or
did not know of it."""
judgements = [
  "It is about the case only. It is counted for no class of bodies, and stands on no class's page: what happened to one patient says nothing of how often it happens.",
  "That no acknowledgement is required does not mean that nobody was accountable: those who discharged the patient hold that the next provider was.",
  "Only what the source says of acknowledgement and of what the receiver knew is used; nothing follows from our having found nothing.",
]
caveat = """
Those who tell of it are people interviewed about one case, and not all of them were heard on each step. Look at the case in the source before relying on it."""
empty = "No case on record describes such a handover. It does not follow that handovers are acknowledged."
severity = "high"
severity_reason = "Between one provider that has let go and another that does not know, nobody may act for the patient."
title = "{from_name}: responsibility passes on {how} (one case)"
summary = "{text} Told by: {tellers}. Condition: {condition}."
key = ["handover"]

[parameters.from]
type = "thing"
optional = true
help = "Only what these people or bodies hand over."

[columns.handover]
type = "id"
help = "The handover."
[columns.from_name]
type = "text"
help = "Who hands over."
[columns.to_name]
type = "text"
help = "To whom, as a kind of body."
[columns.how]
type = "text"
help = "What is missing: an acknowledgement, or the receiver's knowing."
[columns.tellers]
type = "list"
help = "Who tells it."
[columns.condition]
type = "text"
help = "When it holds."
[columns.text]
type = "text"
help = "The handover, in one sentence."

[evidence.told]
heading = "What is said of it"
premise = true
[evidence.others]
heading = "Who says otherwise, or qualifies it"
[evidence.case]
heading = "What else is told of the case, by whoever tells it"
*/
MATCH (from:Sample)<-[:SUBJECT]-(s:Handover {polarity: 'holds'})-[:OBJECT]->(to)
WHERE ($from IS NULL OR from.id = $from) AND (s.acknowledgement_required = false OR s.receiver_aware = false)
  AND s.verification <> 'unverified' AND s.known_from <= $as_at AND NOT (s.ended AND s.known_to < $as_at)
RETURN s.id AS handover, from.name AS from_name, to.name AS to_name,
  CASE
    WHEN s.receiver_aware = false AND s.acknowledgement_required = false THEN "without the receiver's knowing or having to acknowledge it"
    WHEN s.receiver_aware = false THEN "without the receiver's knowing of it" ELSE "without the receiver's having to acknowledge it"
  END AS how,
  COLLECT { MATCH (s)-[:ASSERTED_BY]->(teller) RETURN teller.name AS name ORDER BY name } AS tellers,
  coalesce(s.condition, 'none stated') AS condition, s.text AS text, [s.id] AS told,
  COLLECT {
    MATCH (s)-[:POSITION]->(p:Position) WHERE NOT p.stance IN ['asserts', 'supports'] AND coalesce(p.stated_at, s.known_from) <= $as_at
    RETURN p.id
  } AS others,
  COLLECT {
    MATCH (s)-[:EVIDENCE]->()-[:IN_DOCUMENT]->(d)<-[:IN_DOCUMENT]-()<-[:EVIDENCE]-(c:CaseEvent|PublishedFinding)
    WHERE c.basis = 'case' AND c.topic = s.topic
      AND c.verification <> 'unverified' AND c.known_from <= $as_at AND NOT (c.ended AND c.known_to < $as_at)
    RETURN DISTINCT c.id AS id ORDER BY id
  } AS case
ORDER BY handover
