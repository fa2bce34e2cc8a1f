/*
name = "matrix_columns"
question = "Which functions are there, and what does each mean?"
*/
MATCH (c:Concept {scheme: 'function'}) RETURN c.notation AS function, c.name AS name, c.definition AS definition ORDER BY name
