/*
name = "recommendations"
question = "Which recommendations, and measures that a review recommended, are on record, with who answered and with what they are grouped?"
# a measure counts where a review put it forward: what a government or a body plans itself is no recommendation
*/
MATCH (s:Statement)-[:SUBJECT]->(issuer:Thing)
WHERE (s:Recommendation OR (s:ReformMeasure AND issuer.kind = 'review'))
  AND s.polarity = 'holds' AND s.verification <> 'unverified' AND s.known_from <= $as_at
  AND NOT (s.ended AND s.known_to < $as_at)
RETURN s.id AS id, s.reference AS reference, s.recommendation_kind AS kind, s.response_owed AS owed,
  s.response AS response, [(s)-[:TOPIC]->(t:Concept) | t.name][0] AS topic,
  [(s)-[:POSITION]->(p:Position) WHERE p.stance <> 'asserts' AND coalesce(p.stated_at, s.known_from) <= $as_at | p.id]
    AS positions,
  [(f:Flow)-[:ANSWERS]->(s) WHERE f.verification <> 'unverified' AND f.known_from <= $as_at | f.id] AS flows,
  [(party:Organisation)<-[:PARTY]-(p:Position)<-[:POSITION]-(s)
    WHERE party.kind = 'government-department' OR (s:Recommendation AND EXISTS { (s)-[:OBJECT]->(party) }) | p.id]
    AS answering,
  [(g:Grouping)-[:MEMBER]->(s) | {group: g.alike_in, reason: g.reason}] AS groups
ORDER BY id
