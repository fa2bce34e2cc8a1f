/*
name = "statement_ids"
question = "Every statement's id."
*/
MATCH (s:Statement) RETURN s.id AS id ORDER BY id
