/*
name = "completeness"
question = "Which kinds of statement does which source list completely about these things?"
*/
MATCH (c:Completeness {complete: true})-[:ABOUT]->(listed:Thing)
MATCH (c)-[:SOURCE]->(d:Document)
MATCH (t:Thing) WHERE t.id IN $ids AND (t = listed OR (t)-[:IN_CLASS]->(listed))
RETURN t.id AS thing, c.kind AS kind, c.topic AS topic, c.from AS first, c.to AS last, d.id AS document, c.reason AS reason
