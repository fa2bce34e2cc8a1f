/*
name = "lists_of"
question = "What does this document list completely?"
*/
MATCH (c:Completeness)-[:SOURCE]->(:Document {id: $id})
OPTIONAL MATCH (c)-[:ABOUT]->(t:Thing)
RETURN c.kind AS kind, t.id AS about, t.name AS name, c.from AS first, c.to AS last, c.reason AS reason ORDER BY kind, name
