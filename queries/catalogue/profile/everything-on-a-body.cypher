/*
name = "everything-on-a-body"
question = "What do the sources say about one body, class of bodies, role, forum, system or rule?"
kind = "profile"
version = 3
definition = """
Every statement and position in which the body has a part: as the one that acts or is acted on, as the one that asserts or disputes, or as what a measure would
change; what rests on it, where it is an instrument; and those laid on a class that it belongs to."""
judgements = [
  "What is laid on a class reaches its members, so it is listed for each of them, with the class named. What is said of a narrower class is listed for the wider one, named too.",
  "What was said by a sample drawn from a class is listed for the class, under the sample's name: it is the account of those heard.",
  "What is said not to hold, or not to be required, stands in a group of its own, and is never counted among what the body does.",
  "To support, co-ordinate, advise, train, investigate or commission is no oversight: it stands under what the body does. To register, enforce, assess, inspect or ask for assurance is a check, and stands with oversight.",
  "What is proposed, announced or accepted but not in force stands in a group of its own; so does what a source calls paused, and so does a change that has been made or begun.",
  "What a body says, finds or defines itself stands with what it says, not with what is said about it.",
]
caveat = "The list holds what was taken from the sources read. It does not follow that the body does, owes or reports nothing else."
empty = "Nothing about it was taken from the sources read; that does not mean that there is nothing."

[parameters.body]
type = "thing"
help = "The body, class, role, forum, programme, system or instrument: its id, name or initials."

[columns.group]
type = "text"
help = "What the claim is to the body: oversees, overseen, does, done, must-do, owed, reports, receives, tied, became, rules, rests-on, figures, case, said-about, not, paused, changed, proposed, recommended, limits or says."
[columns.role]
type = "text"
help = "The body's part: subject, object, asserts, position, accountable, budget-holder, measure or instrument."
[columns.via]
type = "id"
help = "The class, part of the class or sample through which the claim reaches it; empty where it names the body itself."
[columns.via_name]
type = "text"
help = "Its name."
[columns.how]
type = "text"
help = "How it belongs: itself, member, narrower or sample."
[columns.kind]
type = "text"
help = "The kind of statement."
[columns.text]
type = "text"
help = "The claim, in one sentence."
[columns.known_to]
type = "date"
help = "The last day on which its sources vouch for it; before the date asked for, it is not known whether it still holds."

[evidence.claim]
heading = "Claim"
*/
MATCH (body:Thing {id: $body})
CALL (body) {
  RETURN body AS thing, 'itself' AS how, 0 AS distance
  UNION MATCH (body)-[:IN_CLASS]->(:Class)-[:BROADER*0..]->(thing:Class)
  WHERE coalesce(body.opened, $as_at) <= $as_at AND coalesce(body.closed, $as_at) >= $as_at
  RETURN thing, 'member' AS how, 1 AS distance
  UNION MATCH (body:Class)-[:BROADER*1..]->(thing:Class) RETURN thing, 'member' AS how, 1 AS distance
  UNION MATCH (thing:Class)-[:BROADER*1..]->(body:Class) RETURN thing, 'narrower' AS how, 2 AS distance
  UNION MATCH (thing:Sample)-[:DRAWN_FROM]->(body) RETURN thing, 'sample' AS how, 3 AS distance
}
CALL (thing) {
  MATCH (s:Statement)-[:SUBJECT]->(thing) RETURN s, null AS p, 'subject' AS role, 0 AS order
  UNION MATCH (s:Statement)-[:OBJECT]->(thing) RETURN s, null AS p, 'object' AS role, 1 AS order
  UNION MATCH (s:Statement)-[:ACCOUNTABLE]->(thing) RETURN s, null AS p, 'accountable' AS role, 2 AS order
  UNION MATCH (s:Statement)-[:BUDGET_HOLDER]->(thing) RETURN s, null AS p, 'budget-holder' AS role, 3 AS order
  UNION MATCH (s:Statement)-[:SYSTEM]->(thing) RETURN s, null AS p, 'system' AS role, 4 AS order
  UNION MATCH (s:Statement)<-[:MEASURE]-(:Operation)-[:TARGET|FROM|TO]->(thing) RETURN s, null AS p, 'measure' AS role, 5 AS order
  UNION MATCH (s:Statement)-[:RESTS_ON]->(thing) RETURN s, null AS p, 'instrument' AS role, 6 AS order
  UNION MATCH (s:Statement)-[:ASSERTED_BY]->(thing) WHERE s.basis <> 'register-entry' RETURN s, null AS p, 'asserts' AS role, 7 AS order
  UNION MATCH (s:Statement)-[:POSITION]->(p:Position)-[:PARTY]->(thing) WHERE NOT p.id ENDS WITH '-asserted'
  RETURN s, p, 'position' AS role, 8 AS order
}
WITH s, p, role, order, thing, how, distance
WHERE s.verification <> 'unverified' AND s.known_from <= $as_at AND NOT (s.ended AND s.known_to < $as_at)
  AND coalesce(p.stated_at, s.known_from) <= $as_at
WITH * ORDER BY distance, order
WITH coalesce(p.id, s.id) AS id, s, p, collect({role: role, thing: thing, how: how})[0] AS first
WITH id, s, p, first.role AS role, first.thing AS thing, first.how AS how
RETURN
  CASE
    WHEN role = 'position' OR role = 'asserts' THEN 'says'
    WHEN role = 'instrument' THEN 'rests-on'
    WHEN s.kind = 'limitation' THEN 'limits'
    WHEN s.kind = 'case-event' THEN 'case'
    WHEN s.kind = 'statistic' THEN CASE role WHEN 'object' THEN 'figures' ELSE 'says' END
    WHEN s.kind = 'recommendation' THEN CASE role WHEN 'object' THEN 'recommended' ELSE 'says' END
    WHEN s.lifecycle = 'paused' THEN 'paused'
    WHEN s.kind = 'reform' AND s.lifecycle IN ['commenced', 'piloted', 'in-force', 'ended'] THEN 'changed'
    WHEN s.kind = 'reform' OR coalesce(s.lifecycle, '') IN ['considered', 'proposed', 'announced', 'accepted', 'enacted'] THEN 'proposed'
    WHEN s.kind IN ['account', 'published-finding', 'definition'] AND role = 'subject' AND EXISTS { (s)-[:ASSERTED_BY]->(thing) } THEN 'says'
    WHEN s.kind IN ['account', 'published-finding', 'constraint', 'effect', 'definition'] THEN 'said-about'
    WHEN s.polarity = 'does-not-hold' THEN 'not'
    WHEN s.kind = 'oversight' AND NOT coalesce(s.oversight_kind, '') IN ['support', 'co-ordination']
      OR s.kind = 'function' AND s.function IN ['license-or-register', 'enforce', 'oversee', 'assess', 'inspect', 'assure']
      THEN CASE role WHEN 'object' THEN 'overseen' ELSE 'oversees' END
    WHEN s.kind IN ['oversight', 'function', 'commissioning', 'delegation'] THEN CASE role WHEN 'object' THEN 'done' ELSE 'does' END
    WHEN s.kind = 'duty' THEN CASE role WHEN 'object' THEN 'owed' ELSE 'must-do' END
    WHEN s.kind IN ['reporting', 'flow', 'escalation', 'handover'] THEN CASE role WHEN 'object' THEN 'receives' ELSE 'reports' END
    WHEN s.kind = 'applicability' THEN 'rules'
    WHEN s.kind = 'succession' THEN 'became'
    ELSE 'tied'
  END AS group,
  role, CASE how WHEN 'itself' THEN null ELSE thing.id END AS via, CASE how WHEN 'itself' THEN null ELSE thing.name END AS via_name,
  how, s.kind AS kind, coalesce(p.text, s.text) AS text, s.known_to AS known_to, [id] AS claim
ORDER BY group, how, kind, text
