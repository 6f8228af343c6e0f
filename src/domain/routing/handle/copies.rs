//! The TPM in copy of what a desk writes (4.1.4).

use super::{Desk, Way};
use crate::domain::lens::{Arrived, Handler};
use crate::domain::routing::recipients::copy;
use crate::domain::routing::statements::{first, lines};
use crate::domain::routing::{Line, Party, Step};

/// Puts the TPM in copy of what a desk writes (4.1.4), unless it goes to the TPM, is the TPM's own or about the TPM. Clause 1 names no
/// copies, so none is chosen where somebody asks for help (open point `records`).
pub(super) fn copy_tpm(step: &mut Step, desk: Desk) {
    let why = match desk.who().way() {
        _ if desk.handler == Handler::Tpm || desk.arrived == Arrived::Help => return,
        _ if step.on(Line::To).any(|party| party == Party::Tpm) => return,
        Way::Tpm => return,
        Way::Staff | Way::CeoOffice => lines::COPY_TPM_STAFF,
        Way::Unclear => lines::COPY_TPM_UNCLEAR,
        _ => lines::COPY_TPM_STAGE,
    };
    step.recipients.push(copy(Party::Tpm, why));
}

/// Where help is asked for, why no copy is chosen.
pub(super) fn no_copy_chosen(step: &mut Step, desk: Desk) {
    if desk.arrived == Arrived::Help && desk.handler != Handler::Tpm && !desk.who().tpm_concerned() {
        step.why.push(first::APPROACH_NO_COPIES);
    }
}
