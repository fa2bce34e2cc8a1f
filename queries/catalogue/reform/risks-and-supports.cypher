/*
name = "risks-and-supports"
question = "Who supports each proposed measure, and who sees risks in it?"
kind = "reform"
version = 1
definition = """
A measure that is considered, proposed, announced, accepted or enacted, of which somebody other than the government sees a risk, asks a question, makes a remark or
gives support; or from which somebody expects a benefit or a harm."""
judgements = [
  "Each risk and each support is what a party says. None is weighed, and none is a forecast of ours.",
  "The government's acceptance of a whole review is the status of its measures and is shown as such; it makes no row by itself.",
  "A benefit that the proposer itself expects is shown, and is no support by others.",
  "A party that supports the aim and sees a risk in the means stands on both sides.",
  "What a proposer itself adds to its proposal is a remark, not a risk.",
]
caveat = """
Nothing listed here is in force. The risks come almost all from one body that speaks for trusts, from one research charity and from one regulator as reported. Of those
who would be abolished or moved, only leaders of Local Healthwatch were read, in one letter. That nobody is recorded as seeing a risk does not say that there is none."""
empty = "No support and no risk is on record for it. The sources read do not report every view."
severity = "low"
severity_reason = "A view on a proposal shows what to ask before it is decided."
title = "{measure_title} ({status}, not in force when read): {sides}"
summary = "Supported by: {supported_by}. Risks seen by: {risks_by}. Questions or remarks from: {asked_by}."
key = ["measure"]

[parameters.party]
type = "thing"
optional = true
help = "Only measures on which this body or sample is on record."
[parameters.body]
type = "thing"
optional = true
help = "Only measures that would change this body, or give it something."

[columns.measure]
type = "id"
help = "The measure."
[columns.measure_title]
type = "text"
help = "What it would do."
[columns.status]
type = "text"
help = "How far it had come when the source was written."
[columns.sides]
type = "text"
help = "The sides in a few words."
[columns.supported_by]
type = "list"
help = "Who supports it, with or without conditions, or expects a benefit."
[columns.risks_by]
type = "list"
help = "Who sees a risk or a harm in it."
[columns.asked_by]
type = "list"
help = "Who asks about it or makes a remark."

[evidence.measure_proposed]
heading = "What is proposed (not in force)"
premise = true
[evidence.views]
heading = "Risks, questions and remarks"
[evidence.effects]
heading = "What is claimed to follow"
[evidence.support]
heading = "Who supports or accepts it"
*/
MATCH (m:ReformMeasure)
WHERE coalesce(m.lifecycle, 'proposed') IN ['considered', 'proposed', 'announced', 'accepted', 'enacted']
  AND m.verification <> 'unverified' AND m.known_from <= $as_at AND NOT (m.ended AND m.known_to < $as_at)
  AND ($body IS NULL OR EXISTS { MATCH (m)<-[:MEASURE]-(:Operation)-[:TARGET|FROM|TO]->({id: $body}) } OR EXISTS { MATCH (m)-[:OBJECT]->({id: $body}) })
WITH m,
  COLLECT {
    MATCH (m)-[:POSITION]->(p:Position) WHERE coalesce(p.stated_at, m.known_from) <= $as_at AND NOT p.id ENDS WITH '-asserted' RETURN p
  } AS positions,
  COLLECT {
    MATCH (e:ClaimedEffect)-[:EFFECT_OF]->(m) WHERE e.verification <> 'unverified' AND e.known_from <= $as_at AND NOT (e.ended AND e.known_to < $as_at) RETURN DISTINCT e
  } AS effects
WITH *, [p IN positions WHERE p.stance IN ['supports', 'supports-if', 'asserts']] AS for
WHERE (size(effects) > 0 OR size(positions) > size(for) OR any(p IN for WHERE coalesce(p.basis, '') <> 'official-statement'))
  AND ($party IS NULL OR any(p IN positions WHERE EXISTS { (p)-[:PARTY]->({id: $party}) })
    OR any(e IN effects WHERE EXISTS { (e)-[:ASSERTED_BY]->({id: $party}) }))
WITH *,
  COLLECT {
    CALL (m, for, effects) {
      UNWIND for AS p MATCH (p)-[:PARTY]->(x)
      RETURN x, p.quantifier AS q, CASE WHEN p.stance = 'supports-if' THEN ' (on conditions)' WHEN p.basis = 'official-statement' THEN ' (accepted it)' ELSE '' END AS how
      UNION
      UNWIND effects AS e WITH e WHERE e.effect_kind = 'benefit' MATCH (e)-[:ASSERTED_BY]->(x) WHERE NOT EXISTS { (m)-[:ASSERTED_BY]->(x) }
      RETURN x, e.quantifier AS q, '' AS how
    }
    WITH x, max(q) AS quantifier, max(how) AS how ORDER BY x.name
    RETURN x.name + CASE
      WHEN NOT x:Sample OR x.number IS NULL AND quantifier IS NULL THEN ''
      ELSE ' (' + coalesce(x.number + ' heard' + coalesce(' of ' + x.out_of, ''), '')
        + CASE WHEN x.number IS NULL OR quantifier IS NULL THEN '' ELSE '; ' END
        + CASE quantifier
            WHEN 'all' THEN 'all said so' WHEN 'majority' THEN 'most said so' WHEN 'many' THEN 'many said so'
            WHEN 'some' THEN 'some said so' WHEN 'one' THEN 'one said so' WHEN 'not-stated' THEN 'how many said so is not stated'
            ELSE ''
          END + ')'
    END + how
  } AS supporters,
  COLLECT {
    CALL (positions, effects) {
      UNWIND positions AS p WITH p WHERE p.stance = 'raises-risk' OR p.stance = 'disputes' MATCH (p)-[:PARTY]->(x) RETURN x, p.quantifier AS q
      UNION
      UNWIND effects AS e WITH e WHERE e.effect_kind <> 'benefit' MATCH (e)-[:ASSERTED_BY]->(x) RETURN x, e.quantifier AS q
    }
    WITH x, max(q) AS quantifier ORDER BY x.name
    RETURN x.name + CASE
      WHEN NOT x:Sample OR x.number IS NULL AND quantifier IS NULL THEN ''
      ELSE ' (' + coalesce(x.number + ' heard' + coalesce(' of ' + x.out_of, ''), '')
        + CASE WHEN x.number IS NULL OR quantifier IS NULL THEN '' ELSE '; ' END
        + CASE quantifier
            WHEN 'all' THEN 'all said so' WHEN 'majority' THEN 'most said so' WHEN 'many' THEN 'many said so'
            WHEN 'some' THEN 'some said so' WHEN 'one' THEN 'one said so' WHEN 'not-stated' THEN 'how many said so is not stated'
            ELSE ''
          END + ')'
    END
  } AS worried,
  COLLECT {
    UNWIND positions AS p WITH p WHERE p.stance IN ['asks', 'qualifies'] MATCH (p)-[:PARTY]->(x)
    WITH x, max(p.quantifier) AS quantifier ORDER BY x.name
    RETURN x.name + CASE
      WHEN NOT x:Sample OR x.number IS NULL AND quantifier IS NULL THEN ''
      ELSE ' (' + coalesce(x.number + ' heard' + coalesce(' of ' + x.out_of, ''), '')
        + CASE WHEN x.number IS NULL OR quantifier IS NULL THEN '' ELSE '; ' END
        + CASE quantifier
            WHEN 'all' THEN 'all said so' WHEN 'majority' THEN 'most said so' WHEN 'many' THEN 'many said so'
            WHEN 'some' THEN 'some said so' WHEN 'one' THEN 'one said so' WHEN 'not-stated' THEN 'how many said so is not stated'
            ELSE ''
          END + ')'
    END
  } AS asking
RETURN m.id AS measure, CASE WHEN m.text ENDS WITH '.' THEN left(m.text, size(m.text) - 1) ELSE m.text END AS measure_title,
  coalesce(m.lifecycle, 'proposed') AS status,
  CASE
    WHEN size(worried) > 0 AND size(supporters) > 0 THEN 'supported, and risks are seen in it'
    WHEN size(worried) > 0 THEN 'risks are seen in it'
    WHEN size(supporters) > 0 AND size(asking) > 0 THEN 'supported, with questions or remarks'
    WHEN size(supporters) > 0 THEN 'supported'
    WHEN size(asking) > 0 THEN 'questions or remarks'
    ELSE 'whoever proposes it expects a benefit'
  END AS sides,
  CASE WHEN supporters = [] THEN ['nobody on record'] ELSE supporters END AS supported_by,
  CASE WHEN worried = [] THEN ['nobody on record'] ELSE worried END AS risks_by,
  CASE WHEN asking = [] THEN ['nobody on record'] ELSE asking END AS asked_by,
  [m.id] AS measure_proposed, [p IN positions WHERE NOT p IN for | p.id] AS views, [e IN effects | e.id] AS effects,
  [p IN for | p.id] AS support
ORDER BY size(worried) DESC, size(asking) DESC, measure
