//! Typical people, as the answers they give; what they do not say is answered "unknown".

/// People before or during their first steps, as they come. The last column is how many questions they may meet.
pub const SITUATIONS: &[(&str, &str)] = &[
    (
        "expert mocked by another delegate",
        "stake=experienced setting=meeting-open safety=safe raiser=expert capacity=delegate first=not-yet",
    ),
    (
        "expert humiliated by the chair",
        "stake=experienced setting=virtual safety=power-gap raiser=expert capacity=chair recurrence=repeated first=not-yet",
    ),
    (
        "young delegate touched at a dinner",
        "stake=experienced setting=social safety=fear lawful=maybe-unlawful raiser=expert capacity=delegate first=not-yet",
    ),
    (
        "delegate threatened",
        "stake=experienced setting=chat safety=danger lawful=maybe-unlawful raiser=expert capacity=wg-expert recurrence=ongoing first=not-yet",
    ),
    (
        "project leader angry about a ballot",
        "stake=experienced setting=email safety=safe raiser=leader capacity=committee-manager first=not-yet",
    ),
    (
        "bystander who saw it",
        "stake=saw setting=meeting-open safety=safe raiser=expert capacity=convenor first=not-yet recurrence=once",
    ),
    (
        "colleague who was told",
        "stake=told setting=social raiser=expert capacity=head-of-delegation first=not-yet",
    ),
    (
        "liaison representative left out",
        "stake=experienced setting=email raiser=liaison capacity=convenor first=not-yet recurrence=ongoing",
    ),
    (
        "observer insulted online",
        "stake=experienced setting=social-media raiser=observer capacity=wg-expert first=not-yet",
    ),
    (
        "expert and the TPM",
        "stake=experienced setting=email raiser=expert capacity=tpm first=not-yet recurrence=repeated",
    ),
    (
        "staff member shouted at",
        "stake=experienced setting=meeting-aside raiser=iso-cs capacity=delegate first=not-yet",
    ),
    (
        "NSB officer who hears of it",
        "stake=told setting=meeting-open raiser=nsb-officer capacity=chair first=not-yet",
    ),
    ("expert who knows very little", "first=unknown"),
    (
        "expert who settled it",
        "stake=experienced setting=meeting-aside safety=safe raiser=expert capacity=delegate first=spoke-settled recurrence=once",
    ),
];

/// People who come in the middle of the process without having answered anything before.
pub const LATER: &[(&str, &str)] = &[
    (
        "spoke, not settled, still going on",
        "safety=safe raiser=expert capacity=delegate first=spoke-unsettled recurrence=ongoing informal=not-yet",
    ),
    (
        "the NSB does not act",
        "safety=fear raiser=expert capacity=convenor first=help-unsettled recurrence=repeated informal=nsb-refused",
    ),
    (
        "settled, then again",
        "safety=safe raiser=leader capacity=project-leader first=settled-again recurrence=ongoing informal=settled",
    ),
];

/// What people come with. Themes and facts; the rest is answered "unknown".
pub const ASSESSMENTS: &[(&str, &str)] = &[
    (
        "humiliated in a meeting",
        "nearest=treatment conduct=shouted+belittled",
    ),
    ("touched at a dinner", "nearest=treatment conduct=touch+sexual"),
    (
        "pressed to vote",
        "nearest=treatment+interests conduct=pressure favour=condition interest=none",
    ),
    (
        "interrupted all the time",
        "nearest=voice+treatment voice=cut-off conduct=belittled",
    ),
    (
        "comments lost",
        "nearest=voice+decision voice=unanswered decision=votes",
    ),
    (
        "lost a ballot and angry",
        "nearest=disagreement+decision disagreement=lost+technical decision=result",
    ),
    ("minutes rewritten", "nearest=decision decision=record"),
    ("work held up", "nearest=role role=stalled"),
    (
        "an undeclared patent",
        "nearest=interests interest=patent declared=no favour=none",
    ),
    ("drafts online", "nearest=material assets=copies information=none"),
    ("prices over lunch", "nearest=rules rules=prices"),
    (
        "concern hushed up",
        "nearest=dispute+treatment dispute=silenced conduct=threat",
    ),
    (
        "agreement not kept",
        "nearest=dispute dispute=broken agreement=clear",
    ),
    (
        "pressure, then left out",
        "nearest=treatment+voice+dispute conduct=pressure voice=left-out dispute=made-to-pay",
    ),
];
