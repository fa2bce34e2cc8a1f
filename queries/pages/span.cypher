/*
name = "span"
question = "From which day to which do the statements that count speak?"
*/
MATCH (s:Statement) WHERE s.verification <> 'unverified'
UNWIND [s.known_from, s.valid_from, s.known_to, s.valid_to] AS day
RETURN min(CASE day WHEN s.known_from THEN day END) AS first, max(day) AS last
