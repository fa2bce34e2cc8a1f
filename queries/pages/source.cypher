/*
name = "source"
question = "What was taken from this document, passage by passage?"
*/
MATCH (e:Evidence)-[:IN_DOCUMENT]->(:Document {id: $id})
MATCH (taken)-[:EVIDENCE]->(e) WHERE NOT taken.id ENDS WITH '-asserted'
RETURN e.locator AS locator, e.text_start AS start, collect(DISTINCT taken.id) AS ids
