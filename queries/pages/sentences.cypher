/*
name = "sentences"
question = "What do the statements that count say, all or those of one kind?"
*/
MATCH (s:Statement) WHERE s.verification <> 'unverified' AND ($kind IS NULL OR s.kind = $kind)
RETURN s.id AS id, s.text AS text ORDER BY id
