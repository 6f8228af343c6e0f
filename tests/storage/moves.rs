//! "This is a shared computer": everything into memory and back, with nothing lost on either side.

use std::rc::Rc;

use waymark::storage::shelf::forget;
use waymark::storage::{Kind, Memory, Saved, Storage};

use super::helpers::{
    body, case, company_is_untouched, contents, draft, fresh, key, listed, no_copy, open, texts, with_company,
};

#[test]
fn into_memory_and_back_is_lossless() {
    let (local, mut shelf) = fresh();
    shelf
        .create("case", Kind::Case, "Situation 1", &body(&case()), 1)
        .unwrap();
    for at in 0..20 {
        shelf
            .create(&format!("draft{at}"), Kind::Draft, "Tuesday", &body(&draft()), at)
            .unwrap();
    }
    local.write(&key("damaged"), "{\"odd\":1}").unwrap();
    local.write(&key("newer"), "waymark-record 9 x\n").unwrap();
    let mut shelf = open(&local);
    let (before, list) = (texts(&*local), listed(&shelf));
    let memory = Rc::new(Memory::default());
    shelf.move_to(Rc::clone(&memory) as Rc<dyn Storage>).unwrap();
    forget(&*local).unwrap();
    assert!(texts(&*local).is_empty(), "nothing is left on a shared computer");
    company_is_untouched(&*local);
    assert_eq!((texts(&*memory), listed(&shelf)), (before.clone(), list.clone()));
    assert_eq!(
        shelf.save("draft3", "Tuesday", "typed in memory", 50, no_copy),
        Ok(Saved::Here)
    );
    assert!(texts(&*local).is_empty(), "what is typed then stays in memory");
    shelf.move_to(Rc::clone(&local) as Rc<dyn Storage>).unwrap();
    let mut expected = before;
    expected.insert(key("draft3"), memory.read(&key("draft3")).unwrap().unwrap());
    assert_eq!(
        (texts(&*local), listed(&shelf)),
        (expected.clone(), listed(&open(&local)))
    );
    assert_eq!(listed(&shelf), list);
    // Moving to where it is already changes nothing.
    shelf.move_to(Rc::clone(&local) as Rc<dyn Storage>).unwrap();
    assert_eq!(texts(&*local), expected);
    assert_eq!(
        shelf.save("draft3", "Tuesday", "typed again", 51, no_copy),
        Ok(Saved::Here)
    );
    println!("{} records there and back", list.len());
}

#[test]
fn what_another_tab_added_since_moves_too() {
    let (local, mut shelf) = fresh();
    shelf.create("a", Kind::Draft, "A", "ours", 1).unwrap();
    let mut other = open(&local);
    other.create("b", Kind::Draft, "B", "theirs", 2).unwrap();
    other.save("a", "A", "theirs on top", 2, no_copy).unwrap();
    let memory = Rc::new(Memory::default());
    shelf.move_to(Rc::clone(&memory) as Rc<dyn Storage>).unwrap();
    forget(&*local).unwrap();
    assert_eq!(shelf.record("b").unwrap().body, "theirs");
    let saved = shelf.save("a", "A", "ours on screen", 3, || "c".to_owned());
    assert_eq!(
        saved,
        Ok(Saved::Copy("c".to_owned())),
        "what the other tab wrote is still noticed"
    );
    assert_eq!(shelf.list().len(), 3);
}

#[test]
fn coming_back_writes_over_nothing() {
    let (local, mut shelf) = fresh();
    shelf.create("a", Kind::Draft, "A", "first", 1).unwrap();
    let mut other = open(&local);
    shelf.move_to(Rc::new(Memory::default())).unwrap();
    forget(&*local).unwrap();
    // The other tab still has it on screen and types on.
    assert_eq!(other.save("a", "A", "theirs", 2, no_copy), Ok(Saved::Here));
    other.create("b", Kind::Draft, "B", "theirs too", 2).unwrap();
    assert_eq!(shelf.save("a", "A", "ours", 3, no_copy), Ok(Saved::Here));
    shelf.move_to(Rc::clone(&local) as Rc<dyn Storage>).unwrap();
    let kept = contents(&*local).into_values().collect::<Vec<_>>().join("\n");
    for text in ["|theirs", "|theirs too", "|ours"] {
        assert!(kept.lines().any(|line| line.ends_with(text)), "{text} is lost");
    }
    assert_eq!(
        listed(&shelf),
        listed(&open(&local)),
        "the list shows what is there"
    );
    let saved = shelf.save("a", "A", "ours, more", 4, || "c".to_owned());
    assert_eq!(saved, Ok(Saved::Copy("c".to_owned())));
    assert_eq!(open(&local).record("a").unwrap().body, "theirs");
}

#[test]
fn others_keys_stay_where_they_are() {
    let (local, mut shelf) = fresh();
    shelf.create("a", Kind::Draft, "A", "text", 1).unwrap();
    let memory = with_company();
    shelf.move_to(Rc::clone(&memory) as Rc<dyn Storage>).unwrap();
    let deleted = shelf.delete("a").unwrap();
    shelf.undelete(&deleted).unwrap();
    shelf.forget().unwrap();
    company_is_untouched(&*memory);
    company_is_untouched(&*local);
}
