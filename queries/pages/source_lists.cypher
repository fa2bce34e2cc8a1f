/*
name = "source_lists"
question = "What does this document list completely and what not, whom did it hear, and what does it not cover?"
*/
MATCH (d:Document {id: $id})
RETURN
  [(c:Completeness {complete: true})-[:SOURCE]->(d) |
    {kind: c.kind, topic: c.topic, first: c.from, last: c.to, reason: c.reason, about: [(c)-[:ABOUT]->(t) | coalesce(t.short_title, t.name)][0]}
  ] AS complete,
  COLLECT {
    MATCH (c:Completeness {complete: false})-[:SOURCE]->(d) RETURN {kind: c.kind, reason: c.reason} ORDER BY c.kind
  } AS incomplete,
  [(x:Sample)-[:HEARD_BY]->(d) | {id: x.id, name: x.name, number: x.number, out_of: x.out_of, how: x.how}] AS heard,
  COLLECT {
    MATCH (s:Limitation)-[:SUBJECT]->(d) WHERE s.verification <> 'unverified' RETURN s.id
  } AS limits
