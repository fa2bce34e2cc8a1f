/*
name = "dates_between"
question = "Does anything that an answer can depend on carry a date between these two, both included?"
*/
MATCH (n:Statement|Position|Instrument|Completeness|Document)
WHERE any(name IN keys(n) WHERE n[name] IS :: DATE AND $first <= n[name] <= $last)
RETURN n.id AS id LIMIT 1
