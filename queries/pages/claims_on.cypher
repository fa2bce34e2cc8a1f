/*
name = "claims_on"
question = "Which statements and positions involve this thing, and as what?"
*/
MATCH (t:Thing {id: $id})
CALL (t) {
  MATCH (t)<-[:SUBJECT]-(s:Statement) RETURN s.id AS id, 'subject' AS role, s.kind AS kind, s.contested AS contested
  UNION
  MATCH (t)<-[:OBJECT]-(s:Statement) RETURN s.id AS id, 'object' AS role, s.kind AS kind, s.contested AS contested
  UNION
  MATCH (t)<-[:TARGET|FROM|TO]-(:Operation)-[:MEASURE]->(s:Statement)
  RETURN s.id AS id, 'touched' AS role, s.kind AS kind, s.contested AS contested
  UNION
  MATCH (t)<-[:PARTY]-(p:Position)<-[:POSITION]-(s:Statement) WHERE p.stance <> 'asserts'
  RETURN p.id AS id, 'party' AS role, s.kind AS kind, s.contested AS contested
  UNION
  MATCH (t)<-[:RESTS_ON]-(s:Statement) RETURN s.id AS id, 'instrument' AS role, s.kind AS kind, s.contested AS contested
}
RETURN DISTINCT id, role, kind, contested ORDER BY id
