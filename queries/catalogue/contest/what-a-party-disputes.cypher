/*
name = "what-a-party-disputes"
question = "What does one party dispute, qualify, ask about or see a risk in?"
kind = "contest"
version = 1
definition = """
Every statement and measure of others on which the party, or people heard from it, is on record as disputing it, qualifying it, asking about it or seeing a risk in it."""
judgements = [
  "People heard from a body or class are listed under it and named as the sample they are: they do not speak for it.",
  "What a body says on its own proposal or statement is left out.",
  "A party's answer when consulted counts as its word at the date of the source.",
]
caveat = """
Only what the sources report is known: a party that was not asked, or whose answer was not printed, is not listed with that. Nothing says what the party would hold
today."""
empty = "This party is not on record as disputing or qualifying anything. It may not have been asked."
severity = "low"
severity_reason = "It gathers what one party has said elsewhere; each is judged by itself."
title = "{party_name} {how}: {claim_title}"
summary = "{words}"
key = ["party", "statement"]

[parameters.party]
type = "thing"
help = "The party: a body, class or sample, by id, name or initials."

[columns.party]
type = "id"
help = "Who is on record."
[columns.party_name]
type = "text"
help = "Its name, with how many were heard."
[columns.statement]
type = "id"
help = "On what."
[columns.claim_title]
type = "text"
help = "What is said or proposed."
[columns.how]
type = "text"
help = "What the party does."
[columns.words]
type = "list"
help = "What the party says, in our words."

[evidence.positions]
heading = "What the party says"
premise = true
[evidence.claim]
heading = "On what"
premise = true
*/
MATCH (wanted:Thing {id: $party})
WITH [wanted] + COLLECT { MATCH (x:Sample)-[:DRAWN_FROM]->(wanted) RETURN x } AS voices
UNWIND voices AS x
MATCH (x)<-[:PARTY]-(p:Position)<-[:POSITION]-(s:Statement)
WHERE p.stance IN ['disputes', 'qualifies', 'asks', 'raises-risk'] AND coalesce(p.stated_at, s.known_from) <= $as_at AND s.verification <> 'unverified' AND s.known_from <= $as_at AND NOT (s.ended AND s.known_to < $as_at) AND NOT EXISTS { (s)-[:ASSERTED_BY]->(x) }
WITH x, s, collect(DISTINCT p) AS positions
RETURN x.id AS party, x.name + CASE WHEN x:Sample AND x.number IS NOT NULL THEN ' (' + x.number + ' heard' + coalesce(' of ' + x.out_of, '') + ')' ELSE '' END AS party_name,
  s.id AS statement, CASE WHEN s.text ENDS WITH '.' THEN left(s.text, size(s.text) - 1) ELSE s.text END AS claim_title,
  CASE
    WHEN any(p IN positions WHERE p.stance = 'disputes') THEN 'disputes'
    WHEN any(p IN positions WHERE p.stance = 'raises-risk') THEN 'sees a risk'
    WHEN any(p IN positions WHERE p.stance = 'qualifies') THEN 'qualifies'
    ELSE 'asks'
  END AS how,
  [p IN positions | p.text] AS words, [p IN positions | p.id] AS positions, [s.id] AS claim
ORDER BY how, statement
