/*
name = "response-owed"
question = "Which recommendations are owed a response, with none on record?"
kind = "feedback"
version = 1
definition = "A recommendation asks for a response, and no response to it was read."
judgements = [
  "Observations and learning points ask for none, and are not listed.",
  "That a response is owed follows the kind of recommendation: no passage that was read names a rule by which it is.",
  "The answer rests on an absence: it is a yes only where a source lists every answer to the body that recommends. Until one does, it is not known.",
]
caveat = """
A response comes after the report that holds the recommendation, so that the report cannot show it. Look in the log of the body that made it before relying on this."""
empty = "No recommendation without a response is on record."
severity = "low"
severity_reason = "It shows where to look; it does not show that no response was given."
title = "{reference}, made to {addressee_name:mid} by {issuer_name:mid}: no response was read"
summary = "{text}"
key = ["issuer", "recommendation"]
about = "issuer"
absence_of = ["flow"]

[parameters.addressee]
type = "thing"
optional = true
help = "Only recommendations to this body."

[columns.issuer]
type = "id"
help = "Who recommends."
[columns.issuer_name]
type = "text"
help = "Its name."
[columns.recommendation]
type = "id"
help = "The recommendation."
[columns.reference]
type = "text"
help = "Its reference in the source."
[columns.addressee_name]
type = "text"
help = "To whom it is made."
[columns.text]
type = "text"
help = "What it asks, in one sentence."

[evidence.recommendation_made]
heading = "What is recommended"
premise = true
*/
MATCH (issuer)<-[:SUBJECT]-(r:Recommendation {response_owed: true})-[:OBJECT]->(addressee)
WHERE ($addressee IS NULL OR addressee.id = $addressee) AND r.response IS NULL
  AND r.verification <> 'unverified' AND r.known_from <= $as_at AND NOT (r.ended AND r.known_to < $as_at)
  AND NOT EXISTS {
    MATCH (f:Flow)-[:ANSWERS]->(r) WHERE f.verification <> 'unverified' AND f.known_from <= $as_at AND NOT (f.ended AND f.known_to < $as_at)
  }
RETURN issuer.id AS issuer, issuer.name AS issuer_name, r.id AS recommendation, coalesce(r.reference, r.id) AS reference,
  addressee.name AS addressee_name, r.text AS text, [r.id] AS recommendation_made
ORDER BY reference
