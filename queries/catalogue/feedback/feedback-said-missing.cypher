/*
name = "feedback-said-missing"
question = "Where is a report or a risk passed on, and feedback said to be late, partial or missing?"
kind = "feedback"
version = 3
definition = """
A source describes a report, a notification or the raising of a risk from one body to another, and says that what ought to come back does not, or not as it should."""
judgements = [
  "The answer rests on what was said about feedback, not on our having found none: that is the question 'feedback-not-recorded'.",
  "The sender's account and the recipient's are both shown; neither is taken for a measurement.",
  "Work under way to mend it is shown beside it.",
]
caveat = """
These are accounts of people heard for one report; what came back to others, or has come back since, is not known. Guidance may ask for no feedback at all:
where it is not stated whether any was owed, the answer does not say so."""
empty = "No source says that feedback is late, partial or missing. It does not follow that it is given."
severity = "medium"
severity_reason = "Who hears nothing back cannot tell whether a risk is being dealt with, and may stop raising it."
title = "{from_name} to {to_name:mid}: feedback is said to fall short"
summary = "Said of the feedback: {how}. Told by: {told_by}. Whether it was owed: {owed}."
key = ["from", "to"]

[parameters.from]
type = "thing"
optional = true
help = "Only what this body or class passes on."

[columns.from]
type = "id"
help = "Who reports or raises a risk."
[columns.from_name]
type = "text"
help = "Its name."
[columns.to]
type = "id"
help = "To whom."
[columns.to_name]
type = "text"
help = "Its name."
[columns.how]
type = "list"
help = "In what way the feedback is said to fall short, in the words of the record."
[columns.owed]
type = "list"
help = "Whether the source says that it was owed."
[columns.told_by]
type = "list"
help = "Who says so."

[evidence.told]
heading = "What is said of the feedback"
premise = true
[evidence.step]
heading = "What is passed on"
premise = true
[evidence.mending]
heading = "What is given, or under way"
[evidence.accounts]
heading = "What those heard say of it"
*/
MATCH (flow:Flow {polarity: 'does-not-hold'})-[:ANSWERS]->(step:Statement)
MATCH (from)<-[:SUBJECT]-(step)-[:OBJECT]->(to)
WHERE ($from IS NULL OR from.id = $from)
  AND flow.verification <> 'unverified' AND flow.known_from <= $as_at AND NOT (flow.ended AND flow.known_to < $as_at)
  AND step.verification <> 'unverified' AND step.known_from <= $as_at AND NOT (step.ended AND step.known_to < $as_at)
WITH from, to, collect(DISTINCT flow) AS flows, collect(DISTINCT step) AS steps
RETURN from.id AS from, from.name AS from_name, to.id AS to, to.name AS to_name,
  COLLECT {
    UNWIND flows AS f WITH DISTINCT coalesce(f.condition, 'not given') AS how ORDER BY how RETURN how
  } AS how,
  COLLECT {
    UNWIND flows AS f WITH DISTINCT replace(coalesce(f.owed, 'not-stated'), '-', ' ') AS owed ORDER BY owed RETURN owed
  } AS owed,
  COLLECT {
    UNWIND flows AS f MATCH (f)-[:ASSERTED_BY]->(x)
    WITH x, collect(f.quantifier)[0] AS quantifier ORDER BY x.name
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
  } AS told_by,
  [f IN flows | f.id] AS told, [s IN steps | s.id] AS step,
  COLLECT {
    UNWIND steps AS s MATCH (f:Flow {polarity: 'holds'})-[:ANSWERS]->(s)
    WHERE f.verification <> 'unverified' AND f.known_from <= $as_at AND NOT (f.ended AND f.known_to < $as_at)
    RETURN DISTINCT f.id
  } AS mending,
  COLLECT {
    UNWIND steps AS s MATCH (a:Account)-[:CONCERNS]->(s)
    WHERE a.verification <> 'unverified' AND a.known_from <= $as_at AND NOT (a.ended AND a.known_to < $as_at)
    RETURN DISTINCT a.id
  } AS accounts
ORDER BY from_name, to_name
