/*
name = "thing"
question = "What is this thing, and what is it part of on that day?"
*/
MATCH (t:Thing {id: $id})
RETURN properties(t) AS properties, labels(t) AS labels,
  COLLECT {
    MATCH (k:Concept) WHERE (t)-[:KIND]->(k) OR t:Instrument AND k.id = 'instrument-kind/' + t.kind
    WITH k WHERE k.notation <> 'other' RETURN k.name
  } AS kinds,
  [(t)-[:PART_OF|IN_CLASS|BROADER|DRAWN_FROM|PUBLISHER|ISSUER|OPERATOR]->(x:Thing) | {id: x.id, name: x.name}] AS above,
  [(x:Thing)-[:PART_OF|IN_CLASS|BROADER|DRAWN_FROM]->(t) | {id: x.id, name: x.name}] AS below,
  [(t)-[:PART_OF]->(x) | {id: x.id, name: x.name}] AS part_of,
  [(x)-[:PART_OF]->(t) | {id: x.id, name: x.name}] AS parts,
  [(t)-[:IN_CLASS]->(x) | {id: x.id, name: x.name}] AS classes,
  COLLECT {
    MATCH (t)-[:IN_CLASS|BROADER*0..6]->(:Thing)-[:CAN_ALSO_BE]->(x:Class) WHERE NOT (t)-[:IN_CLASS|BROADER*1..6]->(x)
    RETURN DISTINCT {id: x.id, name: x.name}
  } AS can_be,
  COLLECT {
    MATCH (t)-[:IN_CLASS|BROADER*0..6]->(:Thing)-[:HAS_STAFF]->(x:Class) RETURN DISTINCT {id: x.id, name: x.name}
  } AS staff,
  [(t)-[:IN_CLASS|BROADER*1..6]->(x:Class) | {id: x.id, name: x.name}] AS wider,
  [(c:Code)-[:CODE_OF]->(t) | {scheme: c.code_scheme, code: c.code, seen_on: c.seen_on}] AS codes,
  [(x)-[:IN_CLASS]->(t) WHERE coalesce(x.opened, $as_at) <= $as_at AND coalesce(x.closed, $as_at) >= $as_at | {id: x.id, name: x.name}] AS members,
  [(x)-[:IN_CLASS]->(t) WHERE x.closed < $as_at | {id: x.id, name: x.name}] AS past_members,
  [(t)-[:BROADER]->(x:Class) | {id: x.id, name: x.name}] AS broader,
  [(x:Class)-[:BROADER]->(t) | {id: x.id, name: x.name}] AS narrower,
  [(x:Sample)-[:DRAWN_FROM]->(t) | {id: x.id, name: x.name, number: x.number, out_of: x.out_of}] AS samples,
  [(t)-[:DRAWN_FROM]->(x) | {id: x.id, name: x.name}] AS drawn_from,
  [(t)-[:SOURCE]->(d:Document) | {id: d.id, name: coalesce(d.short_title, d.name)}] AS rule_source,
  [(t)-[:PUBLISHER]->(x) | {id: x.id, name: x.name}] AS publisher,
  [(t)-[:ISSUER]->(x) | {id: x.id, name: x.name}] AS issuer,
  [(t)-[:OPERATOR]->(x) | {id: x.id, name: x.name}] AS operator,
  [(t)-[:REPLACES]->(x) | {id: x.id, name: x.name}] AS replaces,
  [(x)-[:REPLACES]->(t) | {id: x.id, name: x.name}] AS replaced_by,
  [(t)-[:AMENDS]->(x) | {id: x.id, name: x.name}] AS amends,
  [(x)-[:AMENDS]->(t) | {id: x.id, name: x.name}] AS amended_by
