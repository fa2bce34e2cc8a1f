/*
name = "matrix"
question = "Which body does which function, on which statement?"
*/
CALL () {
  MATCH (holder)<-[:SUBJECT]-(s:FunctionAssignment)
  RETURN holder, s, s.function AS function, 'does' AS how
  UNION ALL
  MATCH (holder)<-[:SUBJECT]-(s:Duty) WHERE s.function IS NOT NULL AND s.modality IN ['duty', 'power', 'expectation']
    AND (s.polarity = 'holds' OR s.force <> 'none')
  RETURN holder, s, s.function AS function, s.modality AS how
  UNION ALL
  MATCH (holder)<-[:SUBJECT]-(s:Oversight)
  WITH holder, s, CASE s.oversight_kind
      WHEN 'inspection' THEN 'inspect' WHEN 'assessment' THEN 'assess' WHEN 'assurance' THEN 'assure'
      WHEN 'oversight' THEN 'oversee' WHEN 'co-ordination' THEN 'co-ordinate' WHEN 'regulation' THEN 'regulate'
    END AS function
  RETURN holder, s, function, 'does' AS how
  UNION ALL
  MATCH (holder)<-[:SUBJECT]-(s:Commissioning)
  RETURN holder, s, 'commission' AS function, 'does' AS how
  UNION ALL
  MATCH (holder)<-[:OBJECT]-(s:Delegation)
  RETURN holder, s, s.function AS function, 'delegate' AS how
  UNION ALL
  MATCH (o:Operation)-[:MEASURE]->(s:ReformMeasure), (o)-[:TARGET|FROM|TO]->(holder:Thing)
  WHERE o.function IS NOT NULL
  RETURN DISTINCT holder, s, o.function AS function, 'change' AS how
}
WITH holder, s, how, CASE WHEN function IN ['license-or-register', 'enforce'] THEN 'regulate' ELSE function END AS function
WHERE (holder:Organisation OR holder:Class) AND coalesce(s.lifecycle, '') <> 'rejected'
  AND s.verification <> 'unverified' AND s.known_from <= $as_at AND NOT (s.ended AND s.known_to < $as_at)
  AND (how <> 'change' OR s.lifecycle IS NULL OR s.lifecycle IN ['considered', 'proposed', 'announced', 'accepted', 'enacted'])
OPTIONAL MATCH (s)-[:OBJECT]->(object:Thing)
OPTIONAL MATCH (s)-[:SUBJECT]->(subject:Thing)
WITH holder, s, function, how, CASE how WHEN 'change' THEN null WHEN 'delegate' THEN subject ELSE object END AS other
RETURN DISTINCT holder.id AS body, holder.name AS name, holder.initials AS initials, labels(holder) AS labels, s.id AS id, s.text AS text,
  function, how, s.kind AS kind, s.oversight_kind AS oversight_kind, s.polarity AS polarity, s.lifecycle AS lifecycle, s.condition AS condition,
  coalesce(s.force, 'none') AS force, s.basis AS basis, s.sharing AS sharing, s.topic AS topic, s.known_from AS known_from, s.known_to AS known_to,
  other.id AS other, other.name AS other_name, other:Class AS other_is_class,
  EXISTS {
    (s)-[:POSITION]->(p:Position) WHERE p.stance = 'disputes' AND coalesce(p.stated_at, s.known_from) <= $as_at
  } AS contested
ORDER BY name, body, function, id
