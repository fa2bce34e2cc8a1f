/*
name = "not-looked-at"
question = "What do the sources say that they did not look at, did not tell apart, or saw from one side only?"
kind = "unknown"
version = 2
definition = "A source states a limit of its own: whom it did not hear, what it did not tell apart or examine, or whose view it gives."
judgements = [
  "Only limits that a source states itself are listed. That it has others is certain.",
  "What is said of the same body elsewhere is shown beside it, because the limit bears on it.",
]
caveat = "A limit that a source states is a mark of care, and no fault. It says where a conclusion should not be leant on."
empty = "No source states such a limit. That does not mean that it has none."
severity = "medium"
severity_reason = "A decision about a body that was not heard may rest on what others say of it."
title = "{about_name}: {limit} ({source})"
summary = "{text}"
key = ["limitation"]

[parameters.body]
type = "thing"
optional = true
help = "Only limits that concern this body, class or instrument."

[columns.limitation]
type = "id"
help = "The limit."
[columns.about]
type = "id"
help = "What it concerns."
[columns.about_name]
type = "text"
help = "Its name."
[columns.limit]
type = "text"
help = "What kind of limit it is."
[columns.source]
type = "text"
help = "The source that states it."
[columns.text]
type = "text"
help = "The limit, in one sentence."

[evidence.stated]
heading = "What the source says of itself"
premise = true
[evidence.bears_on]
heading = "What it bears on"
*/
MATCH (l:Limitation)-[:SUBJECT]->(source)
MATCH (l)-[:OBJECT]->(about)
WHERE ($body IS NULL OR about.id = $body)
  AND l.verification <> 'unverified' AND l.known_from <= $as_at AND NOT (l.ended AND l.known_to < $as_at)
RETURN l.id AS limitation, about.id AS about, about.name AS about_name,
  CASE l.limitation_kind
    WHEN 'not-heard' THEN 'not heard by the source'
    WHEN 'not-distinguished' THEN 'kinds not told apart by those heard'
    WHEN 'not-examined' THEN 'not looked into by the source'
    ELSE 'seen from one side only, as the source says'
  END AS limit,
  coalesce(source.short_title, source.name) AS source, l.text AS text, [l.id] AS stated,
  COLLECT {
    MATCH (s:Statement)-[:SUBJECT|OBJECT]->(about)
    WHERE about:Class AND l.limitation_kind IN ['not-heard', 'not-distinguished']
      AND s.kind IN ['oversight', 'account', 'published-finding', 'flow', 'effect']
      AND EXISTS { (s)-[:EVIDENCE]->()-[:IN_DOCUMENT]->(source) }
      AND s.verification <> 'unverified' AND s.known_from <= $as_at AND NOT (s.ended AND s.known_to < $as_at)
    RETURN DISTINCT s.id
  } AS bears_on
ORDER BY about_name, limitation
