/*
name = "things"
question = "What is there to look at, and how much is said of each thing?"
*/
MATCH (t:Thing)
WHERE t:Organisation OR t:Class OR t:Sample OR t:Instrument OR t:Document OR t:System
RETURN t.id AS id, t.name AS name, t.initials AS initials, t.short_title AS short_title, t.other_names AS other_names,
  labels(t) AS labels, COUNT { (t)<-[:SUBJECT|OBJECT]-(:Statement) } AS claims
ORDER BY name
