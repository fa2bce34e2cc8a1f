/*
name = "positions"
question = "Everything that is shown of these positions, with their passages."
# the force, condition and lifecycle of the statement are not the position's: an account is never a rule
*/
MATCH (s:Statement)-[:POSITION]->(p:Position) WHERE p.id IN $ids
RETURN p.id AS id, 'position' AS what, s.kind AS kind, p.stance AS stance, s.id AS statement,
  coalesce(p.text, s.text) AS text, 'holds' AS polarity, null AS condition, null AS force,
  null AS strength, p.basis AS basis, null AS lifecycle, s.verification AS verification,
  p.quantifier AS quantifier, coalesce(p.topic, s.topic) AS topic, null AS manner, p.note AS note,
  coalesce(p.stated_at, s.known_from) AS known_from, null AS known_to, true AS contested,
  [(p)-[:PARTY]->(x) | {id: x.id, name: x.name, number: x.number, out_of: x.out_of}] AS parties,
  [(s)-[:SUBJECT]->(x) | {id: x.id, name: coalesce(x.name, x.text)}] AS subjects,
  [(s)-[:OBJECT]->(x) | {id: x.id, name: coalesce(x.name, x.text)}] AS objects,
  [] AS instruments,
  [(p)-[:EVIDENCE]->(e:Evidence)-[:IN_DOCUMENT]->(d:Document) | {
    locator: e.locator, start: e.text_start, document: d.id, title: d.name,
    short_title: coalesce(d.short_title, d.name), url: d.url, origin: d.origin, interest: d.interest,
    published: d.published, confirmed_to: d.confirmed_to,
    cites: [(e)-[:CITES]->(c) | coalesce(c.short_title, c.name)]
  }] AS passages
