/*
name = "claims_in"
question = "What was taken from this document, passage by passage?"
*/
MATCH (d:Document {id: $id})<-[:IN_DOCUMENT]-(e:Evidence)<-[:EVIDENCE]-(x)
WHERE x:Statement OR NOT x.id ENDS WITH '-asserted'
RETURN DISTINCT x.id AS id, e.locator AS locator, e.text_start AS start ORDER BY start, locator, id
