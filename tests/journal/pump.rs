//! The pump by itself: what it asks for, and what it says.

use waymark::storage::{Pump, Safety, Step};

fn read() -> Pump {
    let mut pump = Pump::default();
    assert_eq!(pump.step(), Step::Read(0));
    assert!(pump.was_read(0, true));
    pump
}

fn row(key: &str, text: &str) -> (String, Option<String>) {
    (key.to_owned(), Some(text.to_owned()))
}

fn note(pump: &mut Pump, key: &str, text: &str) {
    pump.note(key, Some(text.to_owned()));
}

#[test]
fn nothing_is_written_before_the_journal_was_read() {
    let mut pump = Pump::default();
    note(&mut pump, "a", "1");
    assert_eq!(pump.safety(), Safety::Once);
    assert_eq!(pump.step(), Step::Read(0));
    assert_eq!(pump.step(), Step::Rest, "one step at a time");
    assert!(pump.was_read(0, true));
    assert_eq!(pump.safety(), Safety::Saving);
    assert_eq!(pump.step(), Step::Write(0, vec![row("a", "1")]));
}

#[test]
fn of_each_record_only_the_newest_waits_and_saved_is_said_when_all_is_done() {
    let mut pump = read();
    assert_eq!(pump.safety(), Safety::Saved);
    note(&mut pump, "a", "1");
    assert_eq!(pump.step(), Step::Write(0, vec![row("a", "1")]));
    for text in ["2", "3", "4"] {
        note(&mut pump, "a", text);
    }
    note(&mut pump, "b", "1");
    assert_eq!(pump.step(), Step::Rest);
    pump.was_written(0, true);
    assert_eq!(pump.safety(), Safety::Saving, "the newest still waits");
    assert_eq!(pump.step(), Step::Write(0, vec![row("a", "4"), row("b", "1")]));
    assert_eq!(pump.safety(), Safety::Saving);
    pump.was_written(0, true);
    assert_eq!(pump.safety(), Safety::Saved);
    assert_eq!(pump.step(), Step::Rest);
}

#[test]
fn a_step_that_failed_is_tried_again_and_takes_nothing_newer_back() {
    let mut pump = read();
    note(&mut pump, "a", "1");
    note(&mut pump, "b", "1");
    assert!(matches!(pump.step(), Step::Write(..)));
    note(&mut pump, "a", "2");
    pump.was_written(0, false);
    assert_eq!(pump.safety(), Safety::Once);
    assert_eq!(pump.step(), Step::Write(0, vec![row("a", "2"), row("b", "1")]));
    assert_eq!(
        pump.safety(),
        Safety::Once,
        "it is not called saving after a failure"
    );
    pump.was_written(0, true);
    assert_eq!(pump.safety(), Safety::Saved);
}

#[test]
fn a_browser_without_a_journal_is_asked_less_and_less() {
    let mut pump = Pump::default();
    let mut asked = 0;
    for _ in 0..1000 {
        note(&mut pump, "a", "1");
        while let Step::Read(number) = pump.step() {
            assert_eq!(
                pump.has_tried(),
                asked > 1,
                "it is tried twice before it is given up"
            );
            asked += 1;
            pump.was_read(number, false);
        }
        assert_eq!(pump.safety(), Safety::Once);
    }
    assert!((5..30).contains(&asked), "{asked}");
}

#[test]
fn an_answer_from_before_a_new_beginning_counts_for_nothing() {
    let mut pump = read();
    note(&mut pump, "a", "old");
    assert!(matches!(pump.step(), Step::Write(0, _)));
    pump.begin();
    pump.was_written(0, true);
    assert!(!pump.was_read(0, true));
    assert_eq!(pump.safety(), Safety::Once);
    assert_eq!(pump.step(), Step::Read(1));
    assert!(pump.was_read(1, true));
    assert_eq!(
        pump.step(),
        Step::Rest,
        "what waited before is in the first store"
    );
}

#[test]
fn after_forgetting_the_journal_is_empty_and_not_read_again() {
    let mut pump = read();
    note(&mut pump, "a", "1");
    pump.begin_empty();
    assert_eq!(pump.step(), Step::Rest);
    assert_eq!(pump.safety(), Safety::Saved);
    note(&mut pump, "b", "1");
    assert_eq!(pump.step(), Step::Write(1, vec![row("b", "1")]));
}

#[test]
fn a_journal_that_has_fallen_silent_is_not_waited_for() {
    let mut pump = read();
    note(&mut pump, "a", "1");
    assert!(matches!(pump.step(), Step::Write(..)));
    for number in 0..101 {
        assert_eq!(pump.safety(), Safety::Saving, "{number}");
        note(&mut pump, "a", "2");
    }
    assert_eq!(pump.safety(), Safety::Once);
    // It answers after all.
    pump.was_written(0, true);
    assert!(matches!(pump.step(), Step::Write(..)));
    assert_eq!(pump.safety(), Safety::Saving);
    pump.was_written(0, true);
    assert_eq!(pump.safety(), Safety::Saved);
}
