/*
name = "who-may-visit-or-ask"
question = "Who may visit, inspect, judge or ask for information, of which kind of body?"
kind = "burden"
version = 3
definition = """
A class of bodies is inspected, assessed or asked for assurance or data by somebody on record, and two or more bodies do so, may do so, or are sent reports or
notifications by it as a matter of rule: by the class itself or a wider class that it belongs to, or, counted apart, by its members in so far as they are
also something else."""
judgements = [
  "Visiting or judging, asking, and being sent what a rule requires are three different things, and are counted apart.",
  "How often each does so, and how long it takes, is not on record: a body that may inspect need not do so.",
  "Regulation by law is no visit: it is counted only where inspection, assessment or the asking for information is on record as well.",
  "Visits by which assurance is sought are counted as visits: those of which the statement speaks as visits.",
  "What is told by choice, and what those heard said in interviews, is marked as such. What is conditional is counted and marked. Patients and carers are left out, on either side.",
  "What people heard say that they do themselves stands under the class or body that they come from, marked with how many were heard; it alone makes nobody one of the two.",
]
caveat = """
Only what the sources read speak of is in it, and few of them list powers of entry: for most bodies more is missing than is here. A body that is absent from the list may have such a power."""
empty = "No class is on record with two bodies that may visit, inspect or ask. The sources do not list them all."
severity = "low"
severity_reason = "A count of who may ask says nothing of how much is asked, and the list is known to be incomplete."
title = "{class_name}: on record as visiting, inspecting or judging them: {visit_count} ({visit_told} of these as told in interviews only), and {also_count} more where one is also something else, such as a registered provider; as asking for assurance or data: {ask_count} ({ask_told} as told in interviews only); as being sent reports: {sent_count}"
summary = "Visit, inspect or judge: {visitors}. Ask: {askers}. Are sent reports: {told}. Where one is also something else, such as a registered provider: {others}."
key = ["class"]

[parameters.class]
type = "thing"
optional = true
help = "Only this class of bodies."

[columns.class]
type = "id"
help = "The class that is visited, asked or sends."
[columns.class_name]
type = "text"
help = "Its name."
[columns.count]
type = "integer"
help = "How many bodies or kinds of body in all, for the class as such."
[columns.visit_count]
type = "integer"
help = "How many of them inspect or assess, or may."
[columns.visit_told]
type = "integer"
help = "How many of these are named in interviews only."
[columns.ask_count]
type = "integer"
help = "How many of them seek assurance or collect data."
[columns.ask_told]
type = "integer"
help = "How many of these are named in interviews only."
[columns.sent_count]
type = "integer"
help = "How many of them are sent reports or notifications."
[columns.also_count]
type = "integer"
help = "How many more inspect or assess members that are also something else, or may."
[columns.visitors]
type = "list"
help = "Who inspects or assesses, on what that rests."
[columns.askers]
type = "list"
help = "Who seeks assurance or collects data."
[columns.told]
type = "list"
help = "Who is sent reports or notifications."
[columns.others]
type = "list"
help = "Who does which of these to members that are also something else."

[evidence.visits]
heading = "Who visits, inspects or judges"
premise = true
[evidence.asks]
heading = "Who asks for assurance or data"
premise = true
[evidence.sent]
heading = "Who is sent what a rule requires"
premise = true
[evidence.elsewhere]
heading = "Where a member is also something else"
[evidence.conclusions]
heading = "What sources conclude of visits and requests"
*/
CALL () {
  MATCH (c:Class)<-[:OBJECT]-(s:Oversight|FunctionAssignment|Duty)
  WHERE s.oversight_kind IN ['inspection', 'assessment', 'assurance'] OR s.function IN ['inspect', 'assess', 'assure', 'collect-data']
    AND (s.modality IS NULL OR s.modality IN ['duty', 'power', 'expectation'])
  MATCH (s)-[:SUBJECT]->(who)
  RETURN c, s, who, CASE
      WHEN s.text =~ '(?is).*\\bvisit(s|ing)?\\b.*' THEN 'visits'
      WHEN s.oversight_kind = 'assurance' OR s.function IN ['assure', 'collect-data'] THEN 'asks'
      ELSE 'visits'
    END AS how
  UNION ALL
  MATCH (c:Class)<-[:SUBJECT]-(s:ReportingRequirement)-[:OBJECT]->(who)
  RETURN c, s, who, 'sent' AS how
}
OPTIONAL MATCH (who)-[:DRAWN_FROM]->(source)
WITH c, s, how, CASE WHEN who:Sample THEN source ELSE who END AS who, CASE WHEN who:Sample THEN who END AS heard
WHERE who IS NOT NULL AND who.id <> 'patients-and-carers' AND s.polarity = 'holds' AND coalesce(s.lifecycle, 'in-force') IN ['in-force', 'commenced', 'piloted']
  AND s.verification <> 'unverified' AND s.known_from <= $as_at AND NOT (s.ended AND s.known_to < $as_at)
WITH c, collect({id: s.id, who: who.id, name: who.name, how: how, heard: heard IS NOT NULL, on: CASE
    WHEN heard IS NOT NULL THEN 'as told in interviews' + coalesce(' with ' + heard.number + coalesce(' of ' + heard.out_of, ''), '')
    WHEN s.strength = 'may' AND s.kind = 'reporting' OR s.force = 'voluntary' THEN 'by choice'
    WHEN s.force IN ['statute', 'regulations'] THEN 'law'
    WHEN s.force = 'licence-condition' THEN 'licence'
    WHEN s.force = 'none' THEN CASE s.basis WHEN 'interview-account' THEN 'as told in interviews' ELSE 'as described' END
    WHEN s.force = 'policy-or-framework' THEN 'policy'
    WHEN s.force = 'ministerial-statement' THEN 'a minister\'s statement'
    ELSE replace(s.force, '-', ' ')
  END + CASE WHEN s.condition IS NULL THEN '' ELSE ', on a condition' END}) AS acts
CALL (c) {
  MATCH (class:Class)-[:BROADER*0..5]->(c) RETURN DISTINCT class, true AS itself
  UNION
  MATCH (class:Class)-[:BROADER*0..5]->(:Class)-[:CAN_ALSO_BE]->(:Class)-[:BROADER*0..5]->(c)
  WHERE NOT EXISTS { (class)-[:BROADER*0..5]->(c) }
  RETURN DISTINCT class, false AS itself
}
WITH c, acts, class, itself WHERE class.id <> 'patients-and-carers' AND ($class IS NULL OR class.id = $class)
UNWIND acts AS act
WITH class, collect({act: act, itself: itself, class: c.name, direct: class = c}) AS all
WHERE any(x IN all WHERE x.direct) AND any(x IN all WHERE x.itself AND x.act.how <> 'sent')
WITH class, all, [x IN all WHERE x.itself] AS own
CALL (own) {
  UNWIND own AS x
  WITH x.act.how AS how, x.act.who AS who, x.act.name AS name, collect(DISTINCT x.act.on) AS on ORDER BY name
  RETURN collect({how: how, who: who, told: all(each IN on WHERE each STARTS WITH 'as told'), words: name + ' (' + reduce(words = on[0], each IN tail(on) | words + '; ' + each) + ')'}) AS bodies
}
CALL (all, own) {
  UNWIND all AS x WITH x, own WHERE NOT x.itself
  WITH x, own ORDER BY x.class
  WITH x.act.name AS name, own, x.act.who AS who, collect(DISTINCT x.class) AS classes, collect(DISTINCT x.act.how) AS hows ORDER BY name
  WITH *, [how IN ['visits', 'asks', 'sent'] WHERE how IN hows | CASE how WHEN 'visits' THEN 'visits or judges' WHEN 'asks' THEN 'asks' ELSE 'is sent reports' END] AS does
  RETURN collect(name + ' (' + reduce(words = does[0], each IN tail(does) | words + ', ' + each)
    + '; as: ' + reduce(words = classes[0], each IN tail(classes) | words + '; ' + each) + ')') AS others,
    count(CASE WHEN 'visits' IN hows AND NOT any(x IN own WHERE x.act.who = who AND x.act.how = 'visits') THEN 1 END) AS also_count
}
WITH *, size(COLLECT { UNWIND bodies AS b RETURN DISTINCT b.who }) AS count,
  size(COLLECT { UNWIND own AS x WITH x WHERE NOT x.act.heard RETURN DISTINCT x.act.who }) AS counted
WHERE counted > 1
RETURN class.id AS class, class.name AS class_name, count, size([b IN bodies WHERE b.how = 'visits']) AS visit_count,
  size([b IN bodies WHERE b.how = 'visits' AND b.told]) AS visit_told,
  size([b IN bodies WHERE b.how = 'asks']) AS ask_count, size([b IN bodies WHERE b.how = 'asks' AND b.told]) AS ask_told,
  size([b IN bodies WHERE b.how = 'sent']) AS sent_count, also_count,
  CASE WHEN any(b IN bodies WHERE b.how = 'visits') THEN [b IN bodies WHERE b.how = 'visits' | b.words] ELSE ['nobody on record'] END AS visitors,
  CASE WHEN any(b IN bodies WHERE b.how = 'asks') THEN [b IN bodies WHERE b.how = 'asks' | b.words] ELSE ['nobody on record'] END AS askers,
  CASE WHEN any(b IN bodies WHERE b.how = 'sent') THEN [b IN bodies WHERE b.how = 'sent' | b.words] ELSE ['nobody on record'] END AS told,
  CASE size(others) WHEN 0 THEN ['nobody on record'] ELSE others END AS others,
  [x IN own WHERE x.act.how = 'visits' | x.act.id] AS visits, [x IN own WHERE x.act.how = 'asks' | x.act.id] AS asks,
  [x IN own WHERE x.act.how = 'sent' | x.act.id] AS sent, [x IN all WHERE NOT x.itself | x.act.id] AS elsewhere,
  COLLECT {
    MATCH (f:PublishedFinding {finding_kind: 'overlap'})-[:OBJECT]->(class)
    WHERE f.verification <> 'unverified' AND f.known_from <= $as_at AND NOT (f.ended AND f.known_to < $as_at)
    RETURN DISTINCT f.id
  } AS conclusions
ORDER BY count DESC, class
