/*
name = "source_lists"
question = "What does this document list completely, whom did it hear, and what does it not cover?"
*/
MATCH (d:Document {id: $id})
RETURN
  [(c:Completeness)-[:SOURCE]->(d) |
    {kind: c.kind, topic: c.topic, first: c.from, last: c.to, reason: c.reason, about: [(c)-[:ABOUT]->(t) | t.name][0]}
  ] AS complete,
  [(x:Sample)-[:HEARD_BY]->(d) | {id: x.id, name: x.name, number: x.number, out_of: x.out_of, how: x.how}] AS heard,
  COLLECT {
    MATCH (s:Limitation)-[:SUBJECT]->(d) WHERE s.verification <> 'unverified' RETURN s.id
  } AS limits
