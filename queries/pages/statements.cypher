/*
name = "statements"
question = "Everything that is shown of these statements, with their passages."
*/
MATCH (s:Statement) WHERE s.id IN $ids
RETURN s.id AS id, 'statement' AS what, s.kind AS kind, 'asserts' AS stance, s.id AS statement, s.text AS text,
  s.polarity AS polarity, s.condition AS condition, s.force AS force, s.strength AS strength,
  s.basis AS basis, s.lifecycle AS lifecycle, s.verification AS verification, s.quantifier AS quantifier,
  s.topic AS topic, coalesce(s.oversight_kind, s.modality, s.reporting_kind, s.tie) AS manner, s.note AS note, s.known_from AS known_from, s.known_to AS known_to,
  EXISTS {
    (s)-[:POSITION]->(p:Position {stance: 'disputes'}) WHERE coalesce(p.stated_at, s.known_from) <= $as_at
  } AS contested,
  [(s)-[:ASSERTED_BY]->(x) | {id: x.id, name: x.name, number: x.number, out_of: x.out_of}] AS parties,
  [(s)-[:SUBJECT]->(x) | {id: x.id, name: coalesce(x.name, x.text)}] AS subjects,
  [(s)-[:OBJECT]->(x) | {id: x.id, name: coalesce(x.name, x.text)}] AS objects,
  [(s)-[:RESTS_ON]->(x) | {id: x.id, name: coalesce(x.short_title, x.name)}] AS instruments,
  [(s)-[:EVIDENCE]->(e:Evidence)-[:IN_DOCUMENT]->(d:Document) | {
    locator: e.locator, start: e.text_start, document: d.id, title: d.name,
    short_title: coalesce(d.short_title, d.name), url: d.url, origin: d.origin, interest: d.interest,
    published: d.published, confirmed_to: d.confirmed_to,
    cites: [(e)-[:CITES]->(c) | coalesce(c.short_title, c.name)]
  }] AS passages
