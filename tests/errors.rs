//! Whatever goes wrong is said in a sentence of its own, and what to do about it in another.

#![allow(clippy::unwrap_used, reason = "tests")]

mod support;

use std::collections::BTreeSet;

use support::words;
use waymark::domain::backup::BackupError;
use waymark::domain::handover::HandoverError;
use waymark::domain::letters::AddressError;
use waymark::domain::names::NamesError;
use waymark::export::ExportError;
use waymark::storage::StorageError;

/// Each of these ids has a sentence and a next step, and no two the same sentence.
fn each_is_said(ids: &[&str]) {
    let mut said = BTreeSet::new();
    for id in ids {
        assert!(said.insert(words().t(id)) && !words().t(id).is_empty(), "{id:?}");
        assert!(!words().t(&format!("{id}.next")).is_empty(), "{id:?}");
    }
}

#[test]
fn what_storage_refuses() {
    use StorageError::{Blocked, Full, Left, Locked, NearlyFull, ReadOnly, Unfaithful};
    let all = [Blocked, Full, NearlyFull, Unfaithful, ReadOnly, Left, Locked];
    each_is_said(&all.map(StorageError::id));
}

#[test]
fn files_that_are_not_what_was_asked_for() {
    use BackupError as B;
    use HandoverError as H;
    each_is_said(&[B::NotOurs, B::HandOver, B::Damaged, B::Newer].map(BackupError::id));
    each_is_said(
        &[H::TooBig, H::NotOurs, H::Backup, H::Damaged, H::Newer, H::TooMuch].map(HandoverError::id),
    );
}

#[test]
fn rows_of_the_names_table_that_do_not_do() {
    use NamesError::{NameInStandIn, NoName, NoStandIn, SameName, SameStandIn};
    let all = [NoStandIn, SameStandIn, NoName, SameName, NameInStandIn];
    each_is_said(&all.map(NamesError::id));
}

#[test]
fn messages_that_cannot_leave() {
    use AddressError::{Character, Incomplete, Several, TooLong};
    let link = ExportError::TooLong {
        length: 2345,
        limit: 2000,
    };
    let said = link.says(words());
    assert!(said.contains("2345") && said.contains("2000"), "{said}");
    let mut all = BTreeSet::from([said]);
    for error in [Several, Incomplete, Character, TooLong].map(ExportError::Address) {
        assert!(all.insert(error.says(words())), "{error:?}");
        assert!(!error.next(words()).is_empty(), "{error:?}");
    }
    assert!(!all.contains("") && !link.next(words()).is_empty());
}
