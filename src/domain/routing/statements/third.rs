//! Statements about the formal request (clause 3), and about cases outside the three stages.

use super::{Basis, Clause, OpenPoint, Said, Statement};

super::statements! {
    ASK_FORMAL_WHY "route.ask-formal-why" says [Clause::C3_1];
    ASK_FORMAL_YOU "route.ask-formal-you" ours;
    ASK_FORMAL_NO_NSB "route.ask-formal-no-nsb" silent OpenPoint::NoNsb;
    ASK_FORMAL_TRIED "route.ask-formal-tried" says [Clause::Intro];
    ASK_FORMAL_DECIDES "route.ask-formal-decides" ours;
    FORMAL_WHY "route.formal-why" says [Clause::C3_1];
    FORMAL_ORDER "route.formal-order" says [Clause::Intro];
    FORMAL_DETAIL "route.formal-detail" says [Clause::C3_1];
    FORMAL_CORROBORATION "route.formal-corroboration" silent OpenPoint::Corroboration;
    FORMAL_ANSWER "route.formal-answer" says [Clause::C3_2];
    FORMAL_DISCRETION "route.formal-discretion" says [Clause::C3_1];
    TMB_REMOVE "route.tmb-remove" says [Clause::C3_1_1];
    TMB_CHAIR "route.tmb-chair" says [Clause::C3_1_2];
    TMB_MANAGER "route.tmb-manager" says [Clause::C3_1_3];
    TMB_LIAISON "route.tmb-liaison" says [Clause::C3_1_4];
    TMB_OBSERVER "route.tmb-observer" says [Clause::C3_1_5];
    TMB_OBSERVER_REACH "route.tmb-observer-reach" silent OpenPoint::TmbActions;
    TMB_NOT_STAFF "route.tmb-not-staff" silent OpenPoint::TmbActions;
    TMB_POSSIBLE "route.tmb-possible" ours;
    FORMAL_APPEAL "route.formal-appeal" says [Clause::C3_3];
    FORMAL_APPEAL_TIME "route.formal-appeal-time" elsewhere OpenPoint::Appeal;
    DECIDED_APPEAL_TIME "route.formal-appeal-time" silent OpenPoint::Appeal;
    FORMAL_FAILS "route.formal-fails" ours;
    AT_TMB_TELL "route.at-tmb-tell" ours;
    DECIDED_TOLD "route.decided-told" silent OpenPoint::Closing;
    DECIDED_NOTE "route.decided-note" ours;
    DECIDED_LEADS "route.decided-leads" ours;
    RETALIATION_SAYS "route.retaliation-says" says [Clause::C4_3_2, Clause::C4_3_4];
    RETALIATION_WHERE "route.retaliation-where" silent OpenPoint::Retaliation;
    RETALIATION_NOTE "route.retaliation-note" ours;
    RETALIATION_LEADS "route.retaliation-leads" says [Clause::C4_3_4];
    RETALIATION_FAILS "route.retaliation-fails" ours;
    SECTION_D_WHY "route.section-d-why" silent OpenPoint::NsbItself;
    SECTION_D_WHO "route.section-d-who" silent OpenPoint::NsbItself;
    SECTION_D_ASK "route.section-d-ask" ours;
    SECTION_D_LEADS "route.section-d-leads" ours;
    SECTION_D_FAILS "route.section-d-fails" ours;
    GUEST_WHY "route.guest-why" silent OpenPoint::Guest;
    GUEST_ASK "route.guest-ask" ours;
    GUEST_LEADS "route.guest-leads" ours;
    GUEST_FAILS "route.guest-fails" ours;
    OUTSIDER_WHY "route.outsider-why" silent OpenPoint::OutsiderRaises;
    OUTSIDER_ASK "route.outsider-ask" ours;
    OUTSIDER_LEADS "route.outsider-leads" ours;
    OUTSIDER_FAILS "route.outsider-fails" ours;
    LET_KNOW_WHY "route.let-know-why" says [Clause::Intro];
    LET_KNOW_ASK "route.let-know-ask" ours;
    LET_KNOW_LEADS "route.let-know-leads" ours;
    LET_KNOW_FAILS "route.let-know-fails" ours;
}
