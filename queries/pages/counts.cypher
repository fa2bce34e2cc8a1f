/*
name = "counts"
question = "How much does the release hold?"
*/
MATCH (s:Statement) WHERE s.verification <> 'unverified'
RETURN s.kind AS kind, count(*) AS statements, sum(CASE WHEN s.contested THEN 1 ELSE 0 END) AS contested
ORDER BY statements DESC, kind
