/*
name = "notations"
question = "The values of a concept scheme."
*/
MATCH (c:Concept {scheme: $scheme}) RETURN c.notation AS notation ORDER BY notation
