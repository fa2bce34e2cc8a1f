/*
name = "names"
question = "What every thing is called."
*/
MATCH (t:Thing) RETURN t.id AS id, t.name AS name, t.initials AS initials, t.other_names AS other_names ORDER BY id
