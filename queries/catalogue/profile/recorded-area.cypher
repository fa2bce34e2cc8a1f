/*
name = "recorded-area"
question = "In whose area is a body recorded, and does any source say so for this day?"
kind = "profile"
version = 3
definition = "What registers record of the area in which a body lies: for each record its last day, whether the board or region was still there on the day asked for, and what became of its area."
judgements = [
  "A record is known on the days for which its register speaks, and not known after them.",
  "Where a board had closed by the day asked for, the successors of the board are named; that the body passed to one of them is known only where a register says so.",
]
caveat = "A register records geography. It is no word on who oversees the body, which only a cited instrument can give. Trusts are on record only where the register of trusts was loaded."
empty = "No register that was loaded records the area of such a body. Trusts are on record only where the register of trusts was loaded (run.py build --register)."

[parameters.body]
type = "thing"
optional = true
help = "Only this body."
[parameters.area]
type = "thing"
optional = true
help = "Only what is recorded in the area of this board or region."

[columns.body_name]
type = "text"
help = "Whose area is recorded."
[columns.area]
type = "id"
help = "The board's or region's id."
[columns.area_name]
type = "text"
help = "The board or region in whose area it is recorded."
[columns.state]
type = "text"
help = "recorded on the day asked for; ended, where the body itself has closed; or not known, with the reason."
[columns.last_recorded]
type = "date"
help = "The last day for which a register records it."
[columns.closed]
type = "date"
help = "The day on which the body, or the board or region, closed."
[columns.went_to]
type = "list"
help = "The bodies to which the area or tasks of the one that closed went, whole or in part."

[evidence.claim]
heading = "Claim"
*/
MATCH (body:Organisation)<-[:SUBJECT]-(s:Tie {tie: 'in-area-of'})-[:OBJECT]->(area:Organisation)
WHERE ($body IS NULL OR body.id = $body) AND ($area IS NULL OR area.id = $area)
  AND s.verification <> 'unverified' AND s.known_from <= $as_at AND (NOT (s.ended AND s.known_to < $as_at) OR body.closed < $as_at)
WITH body, area, s, CASE WHEN body.closed < $as_at THEN body WHEN area.closed < $as_at THEN area END AS gone
OPTIONAL MATCH (gone)<-[:SUBJECT]-(p:Succession)-[:OBJECT]->(later:Organisation)
WHERE p.valid_from <= $as_at AND p.verification <> 'unverified'
WITH body, area, s, gone, later ORDER BY later.name
WITH body, area, s, gone, collect(later.name) AS went_to
RETURN body.name AS body_name, area.id AS area, area.name AS area_name,
  CASE
    WHEN body.closed < $as_at THEN 'ended: it has closed'
    WHEN area.closed < $as_at THEN 'not known: the board or region has closed'
    WHEN s.known_to < $as_at THEN 'not known: no register read speaks of a later day'
    ELSE 'recorded'
  END AS state,
  s.known_to AS last_recorded, gone.closed AS closed, went_to, [s.id] AS claim
ORDER BY body_name, last_recorded DESC, area_name
