/*
name = "matrix_columns"
question = "Which functions are there, and what does each mean?"
*/
CALL () {
  MATCH (c:Concept {scheme: 'function'}) WHERE NOT c.notation IN ['license-or-register', 'enforce']
  RETURN c.notation AS function, c.name AS name, c.definition AS definition
  UNION ALL
  RETURN 'regulate' AS function, 'regulate' AS name,
    'License or register by law, and enforce rules: sources seldom part the one from the other.' AS definition
}
RETURN function, name, definition ORDER BY name
