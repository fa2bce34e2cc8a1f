/*
name = "documents"
question = "Which documents were read or cited, and how much was taken from each?"
*/
MATCH (d:Document)
RETURN d.id AS id, d.name AS name, coalesce(d.short_title, d.name) AS short_title, d.kind AS kind,
  d.published AS published, d.stated_at AS stated_at, d.confirmed_to AS confirmed_to, d.url AS url,
  d.licence AS licence, d.attribution AS attribution, d.interest AS interest, d.origin AS origin,
  d.dating_note AS dating_note,
  COUNT { MATCH (s)-[:EVIDENCE]->(:Evidence)-[:IN_DOCUMENT]->(d) WHERE NOT s.id ENDS WITH '-asserted' RETURN DISTINCT s } AS taken
ORDER BY taken DESC, short_title
