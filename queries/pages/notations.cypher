/*
name = "notations"
question = "The values of a concept scheme, and what each is called."
*/
MATCH (c:Concept {scheme: $scheme}) RETURN c.notation AS notation, c.name AS name ORDER BY notation
