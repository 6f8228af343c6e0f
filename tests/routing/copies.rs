//! Who is copied on a letter: what the composer asks says the same as the plan, and the plan the same as itself.

use waymark::domain::routing::statements::{lines, second};
use waymark::domain::routing::{Line, MessageKind, Party, Standing, StepKind, Way, Who, copies, route, step};
use waymark::domain::situation::{Facets, First, Informal};

use super::helpers::reachable;

const LEADERS: [Party; 3] = [
    Party::CommitteeLeadership,
    Party::GroupLeadership,
    Party::OtherLeaders,
];

/// The same person, with what was tried.
fn facets(who: Who, first: First, informal: Informal) -> Facets {
    Facets {
        raiser: who.raiser,
        capacity: who.capacity,
        affiliation: who.affiliation,
        group: who.group,
        first,
        informal,
        ..Facets::default()
    }
}

/// Whether 2.1.3 has the leaders copied by the one who raises it: at committee level, and about a liaison representative.
fn leaders_are_copied(who: Who) -> bool {
    matches!(who.way(), Way::Committee | Way::Liaison | Way::Unclear) && !who.same_nsb()
}

#[test]
fn a_request_to_ones_own_nsb_copies_leaders_only_where_2_1_3_has_them_copied() {
    for who in Who::all().filter(|who| who.standing() == Standing::Nsb) {
        let plan = route(&facets(who, First::SpokeUnsettled, Informal::NotYet));
        // Whether or not a step offers the letter now, the answer is the same.
        let start = route(&facets(who, First::NotYet, Informal::NotYet));
        let lines = copies(MessageKind::NsbRequest, who, &plan);
        if !matches!(who.way(), Way::Guest) {
            assert_eq!(lines, copies(MessageKind::NsbRequest, who, &start), "{who:?}");
        }
        let on = |line, party| lines.iter().any(|one| one.line == line && one.party == party);
        for &party in who.leaders() {
            assert_eq!(on(Line::Copy, party), leaders_are_copied(who), "{who:?}");
            let left_out = !leaders_are_copied(who) && !matches!(who.way(), Way::Body | Way::Guest);
            assert_eq!(on(Line::DoNotCopy, party), left_out, "{who:?}");
        }
        let tpm = !who.tpm_concerned() && who.way() != Way::Body;
        assert_eq!(on(Line::Copy, Party::Tpm), tpm, "4.1.4: {who:?}");
        assert!(!lines.iter().any(|one| one.line == Line::To), "{who:?}");
        assert!(!on(Line::Copy, Party::PersonConcerned), "{who:?}");
    }
}

#[test]
fn why_leaders_are_left_out_names_the_clause_of_the_route() {
    for who in Who::all().filter(|who| who.standing() == Standing::Nsb) {
        let made = step(StepKind::AskNsb, who);
        let why = made
            .recipients
            .iter()
            .find(|one| one.line == Line::DoNotCopy && LEADERS.contains(&one.party))
            .map(|one| one.why);
        let expected = match who.way() {
            Way::Lead | Way::LeadLiaison => Some(lines::NOT_LEADERS_LEAD),
            Way::Staff | Way::Tpm | Way::CeoOffice => Some(lines::NOT_LEADERS_STAFF),
            _ if who.same_nsb() => Some(lines::NOT_LEADERS_SAME),
            _ => None,
        };
        assert_eq!(why, expected, "{who:?}");
    }
}

#[test]
fn no_step_says_that_leaders_are_copied_where_they_are_addressed() {
    for (who, kind, made) in reachable() {
        let lead = matches!(who.way(), Way::Lead | Way::LeadLiaison);
        let wrong = if lead {
            second::NSB_LEADER
        } else {
            second::NSB_LEADER_LEAD
        };
        assert!(!made.why.contains(&wrong), "{kind:?} {who:?}");
    }
}

#[test]
fn a_letter_that_no_step_offers_has_no_copies_of_ours() {
    let who = Who::default();
    let plan = route(&Facets::default());
    assert!(copies(MessageKind::Thanks, who, &plan).is_empty());
    // A first message names no copies (1.2).
    let lines = copies(MessageKind::Email, who, &plan);
    assert!(lines.iter().all(|one| one.line == Line::DoNotCopy));
}

/// 2.1.3 is about messages to NSBs: what goes to the TMB has the TPM in copy by 4.1.4 alone, whichever lens writes it.
#[test]
fn the_copy_of_a_formal_request_does_not_rest_on_2_1_3() {
    let officers = reachable()
        .iter()
        .filter(|(_, kind, _)| *kind == StepKind::Formal)
        .map(|(_, _, step)| step);
    let desks = super::handle_keys::reachable()
        .iter()
        .filter(|(_, kind, _)| *kind == StepKind::Formal)
        .map(|(_, _, step)| step);
    let mut by_stage = 0;
    for step in officers.chain(desks) {
        for line in step.recipients.iter().filter(|one| one.line == Line::Copy) {
            assert_eq!(line.party, Party::Tpm);
            assert_ne!(line.why, lines::COPY_TPM, "{line:?}");
            by_stage += usize::from(line.why == lines::COPY_TPM_STAGE);
        }
    }
    assert!(by_stage > 0);
}
