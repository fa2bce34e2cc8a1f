"""The overlaps that the landscape is known for, each with the question that brings it out."""

from __future__ import annotations

MATERNITY = {
    "trusts-refer-maternity-events-to-mnsi",
    "trusts-tell-family-of-mnsi-referral",
    "trusts-report-maternity-cases-via-steis",
}
BESIDE = {
    "recording-of-incidents-mandatory-in-some-circumstances",
    "registered-persons-tell-those-harmed",
}

BROUGHT_OUT: list[tuple[int, str, dict[str, str], dict[str, set[str]]]] = [
    (
        1,
        "demands-of-one-event",
        {"event": "baby-brain-injury-at-birth", "body": "maternity-providers"},
        {
            "demands": {"en-notify-once-mnsi-confirms"} | MATERNITY,
            "elsewhere": BESIDE,
            "announced": {"perinatal-portal-to-mnsi", "perinatal-portal-to-nhs-resolution"},
        },
    ),
    (
        1,
        "demands-of-one-event",
        {"event": "maternal-death", "body": "maternity-providers"},
        {
            "demands": {"maternal-deaths-to-mbrrace-within-a-week", "trusts-refer-maternal-deaths-to-mnsi"},
            "elsewhere": BESIDE | {"trusts-report-maternity-cases-via-steis"},
            "announced": {"perinatal-portal-to-mnsi-for-mothers", "perinatal-portal-to-mbrrace-for-mothers"},
        },
    ),
    (
        1,
        "demands-of-one-event",
        {"event": "perinatal-death", "body": "maternity-providers"},
        {
            "demands": {"trusts-report-perinatal-deaths-to-mbrrace", "trusts-register-deaths-on-pmrt"},
            "elsewhere": MATERNITY | BESIDE,
            "announced": {"perinatal-portal-to-mbrrace"},
        },
    ),
    (
        1,
        "one-event-many-recipients",
        {"event": "maternal-death"},
        {
            "told": {"maternal-deaths-to-mbrrace-within-a-week", "trusts-refer-maternal-deaths-to-mnsi"},
            "patients": {"registered-persons-tell-those-harmed", "trusts-tell-family-of-mnsi-referral"},
        },
    ),
    (
        2,
        "one-event-many-recipients",
        {"event": "incident-in-a-registered-service"},
        {
            "told": {
                "registered-persons-notify-serious-injuries",
                "recording-of-incidents-mandatory-in-some-circumstances",
            },
            "exceptions": {"told-nhs-england-need-not-notify-cqc-18"},
        },
    ),
    (
        3,
        "demands-of-one-event",
        {"event": "blood-event", "body": "hospital-blood-banks"},
        {
            "demands": {"hospital-blood-banks-report-events-on-sabre"},
            "choice": {"hospitals-may-report-to-shot"},
        },
    ),
    (
        4,
        "one-event-many-recipients",
        {"event": "organ-incident"},
        {
            "told": {"organ-licence-condition-report-rapidly-to-hta", "organ-incidents-reported-to-nhsbt"},
            "exceptions": {"organ-incidents-not-reported-to-hta"},
        },
    ),
    (
        5,
        "one-event-many-recipients",
        {"event": "notifiable-disease"},
        {
            "told": {
                "doctors-notify-suspected-disease-in-writing-in-three-days",
                "doctors-report-routine-disease-to-ukhsa",
            }
        },
    ),
    (
        6,
        "one-event-many-recipients",
        {"event": "radiation-exposure-incident"},
        {
            "told": {
                "employers-notify-radiation-exposures-at-once",
                "registered-persons-notify-serious-injuries",
            }
        },
    ),
    (
        7,
        "one-event-many-recipients",
        {"event": "death-of-person-with-learning-disability-or-autism"},
        {
            "told": {
                "doctors-notify-coroner-of-deaths",
                "attending-practitioners-refer-deaths-to-medical-examiner",
                "registered-persons-notify-deaths",
                "registered-persons-notify-deaths-of-detained-patients",
                "deaths-notified-to-leder",
                "bodies-answer-child-death-review-partners",
                "recipients-answer-coroner-in-56-days",
            }
        },
    ),
    (
        7,
        "may-investigate-same-event",
        {"event": "death-of-person-with-learning-disability-or-autism"},
        {
            "looking": {
                "senior-coroners-must-investigate-certain-deaths",
                "every-death-seen-by-examiner-or-coroner",
                "icbs-see-to-leder-reviews",
                "partners-must-review-deaths-of-resident-children",
                "hssib-investigates-qualifying-incidents",
            },
            "together": {"leder-avoids-duplicate-reviews"},
            "denied": {"leder-reviews-are-no-investigations"},
        },
    ),
    (
        8,
        "many-overseers",
        {"class": "nhs-trusts-and-foundation-trusts"},
        {"oversight": {"nhs-england-assesses-provider-capability", "cqc-assesses-how-trusts-are-led"}},
    ),
    (
        8,
        "standards-from-several-issuers",
        {"class": "nhs-trusts-and-foundation-trusts", "topic": "leadership-and-management"},
        {"reach": {"provider-capability-guidance-reaches-trusts", "well-led-guidance-reaches-trusts"}},
    ),
    (
        8,
        "asked-of-a-class",
        {"class": "nhs-trusts-and-foundation-trusts"},
        {
            "policy": {"trusts-send-capability-self-assessment"},
            "contract": {"trusts-hold-a-licence", "trusts-certify-licence-compliance"},
        },
    ),
    (
        8,
        "asked-of-a-class",
        {"class": "nhs-provider-licensees"},
        {"contract": {"licensees-certify-fit-and-proper-persons", "licensees-have-systems-for-compliance"}},
    ),
    (
        9,
        "complaint-and-feedback-channels",
        {},
        {
            "complaining": {
                "bodies-handle-complaints",
                "health-service-ombudsman-may-investigate-complaints",
            },
            "answering": {"complaints-acknowledged-in-three-working-days"},
            "returns": {
                "complaint-figures-sent-to-nhs-england",
                "gp-complaint-figures-sent-to-nhs-england",
                "dental-complaint-figures-sent-to-nhsbsa",
                "icb-complaint-figures-on-primary-care",
            },
            "disputed": {
                "dash-complaints-data-not-collected-centrally",
                "nhs-england-collects-complaint-figures",
            },
            "counts": {"feedback-channels-70", "feedback-organisations-20"},
        },
    ),
]
"""By number of the case: the question, what it is asked of, and statements that its evidence must hold."""
