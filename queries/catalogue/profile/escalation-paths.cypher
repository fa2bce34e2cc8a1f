/*
name = "escalation-paths"
question = "By which steps can a risk reach the national level from a provider, and who says so of each step?"
kind = "profile"
version = 1
definition = """
Chains of escalation steps, each starting where the one before it ends, from the tier of providers to the national tier. One row for each step of each path, with every
statement about that step."""
judgements = [
  "Two steps join only where the body that receives in one is the body that raises in the next; a tier alone does not join them.",
  "Each step is cited by itself: no source need describe the path as a whole, and steps of one path may be known from different sources.",
  "A step that is only told stands in a path beside one that guidance sets out; the column says which is which.",
]
caveat = """
A path shows where a risk can go, as described, not that risks arrive, nor that anyone answers for them on the way. There may be paths that the sources read do not
describe."""
empty = "The steps on record do not join up from a provider to the national level. There may be steps that the sources read do not describe."

[parameters.from]
type = "thing"
optional = true
help = "Only paths that start with this body or class."

[columns.path]
type = "text"
help = "The bodies along the path."
[columns.hop]
type = "integer"
help = "The number of the step within its path."
[columns.from_name]
type = "text"
help = "Who raises the risk."
[columns.to_name]
type = "text"
help = "With whom."
[columns.forces]
type = "list"
help = "What the statements about the step rest on; 'none' is an account."
[columns.accountability]
type = "list"
help = "What is said of accountability at this step."
[columns.conditions]
type = "list"
help = "Conditions on the step."
[columns.known_to]
type = "date"
help = "The last day on which the sources vouch for every statement about the step."

[evidence.steps]
heading = "Step"
[evidence.feedback]
heading = "Feedback on it"
*/
MATCH (start) (
  (x)<-[:SUBJECT]-(s:EscalationStep WHERE s.polarity = 'holds' AND coalesce(s.lifecycle, 'in-force') IN ['in-force', 'commenced', 'piloted']
    AND s.verification <> 'unverified' AND s.known_from <= $as_at AND NOT (s.ended AND s.known_to < $as_at))-[:OBJECT]->(y)
){1,6} (finish)
WHERE s[0].tier_from = 'provider' AND s[-1].tier_to = 'nation' AND ($from IS NULL OR start.id = $from)
WITH DISTINCT [start] + y AS bodies
WHERE all(i IN range(0, size(bodies) - 2) WHERE NOT bodies[i] IN bodies[i + 1..])
UNWIND range(0, size(bodies) - 2) AS i
WITH bodies, i, bodies[i] AS from, bodies[i + 1] AS to
WITH *,
  COLLECT {
    MATCH (from)<-[:SUBJECT]-(s:EscalationStep {polarity: 'holds'})-[:OBJECT]->(to)
    WHERE coalesce(s.lifecycle, 'in-force') IN ['in-force', 'commenced', 'piloted'] AND s.verification <> 'unverified' AND s.known_from <= $as_at AND NOT (s.ended AND s.known_to < $as_at)
    RETURN DISTINCT s
  } AS steps
RETURN reduce(text = bodies[0].name, b IN bodies[1..] | text + ' → ' + b.name) AS path, i + 1 AS hop,
  from.name AS from_name, to.name AS to_name,
  COLLECT { UNWIND steps AS s WITH DISTINCT s.force AS force ORDER BY force RETURN force } AS forces,
  COLLECT { UNWIND steps AS s WITH DISTINCT coalesce(s.accountability, 'not-stated') AS what ORDER BY what RETURN what } AS accountability,
  [s IN steps WHERE s.condition IS NOT NULL | s.condition] AS conditions,
  reduce(least = null, s IN steps | CASE WHEN least IS NULL OR s.known_to < least THEN s.known_to ELSE least END) AS known_to,
  [s IN steps | s.id] AS steps,
  COLLECT {
    UNWIND steps AS s MATCH (f:Flow)-[:ANSWERS]->(s)
    WHERE f.verification <> 'unverified' AND f.known_from <= $as_at AND NOT (f.ended AND f.known_to < $as_at)
    RETURN DISTINCT f.id
  } AS feedback
ORDER BY path, hop
