/*
name = "find"
question = "Which things have this in their name or initials?"
*/
MATCH (t:Thing)
WITH t, [word IN [t.name, t.initials, t.short_title] + coalesce(t.other_names, []) WHERE word IS NOT NULL] AS words
WITH t, [word IN words WHERE toLower(word) CONTAINS $text] AS matches
WHERE size(matches) > 0
WITH t, matches, CASE
  WHEN any(word IN matches WHERE toLower(word) IN [$text, $text + 's']) THEN 0
  WHEN any(word IN matches WHERE toLower(word) STARTS WITH $text) THEN 1
  WHEN any(word IN matches WHERE toLower(word) CONTAINS ' ' + $text) THEN 2
  ELSE 3
END AS rank
RETURN t.id AS id, t.name AS name, t.initials AS initials, labels(t) AS labels, matches[0] AS matched, rank
ORDER BY rank, size(name), name LIMIT $limit
