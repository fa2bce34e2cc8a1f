/*
name = "release"
question = "Which release does the store hold, and how many documents were read for it?"
*/
MATCH (r:Release)
RETURN r.id AS id, r.as_at AS as_at, COUNT { MATCH (d:Document {kind: 'read'}) } AS documents,
  COUNT { MATCH (s:Statement) } AS statements
