//! Invariant 14: over every letter, every subset of its parts, every addressee and every choice, nothing leaves that was not
//! entered, and what leaves is grammatical.

use waymark::domain::letters::{Draft, Form, NAMES, letter};
use waymark::domain::pack::missing;

use super::helpers::{
    choices, empty, fill, forms, ids, leaves, left_over, of_field, of_part, reads_well, said, tick_all, words,
};

fn look(form: Form, draft: &Draft) {
    let letter = letter(words(), draft);
    let sent = leaves(&letter);
    assert_eq!(left_over(draft, &sent), "", "{:?}\n{sent}", draft.kind);
    reads_well(form, draft, &letter, &sent);
    for part in form.parts() {
        let first = of_part(part);
        let first = first.split("\n\n").next().unwrap();
        assert_eq!(
            sent.contains(first),
            !draft.text(part).is_empty(),
            "{part} in {:?}\n{sent}",
            draft.kind
        );
    }
}

#[test]
fn every_subset_of_parts() {
    let mut seen = 0;
    for form in forms() {
        let parts: Vec<_> = form.parts().collect();
        let ways = choices(form);
        let names: Vec<&str> = NAMES.iter().copied().filter(|id| *id != "to-address").collect();
        for mask in 0_usize..1 << parts.len() {
            let mut draft = empty(form.kind);
            for (at, part) in parts.iter().enumerate().filter(|(at, _)| mask & (1 << at) != 0) {
                draft.set(part, of_part(parts[at]));
                let _ = part;
            }
            for (at, id) in ids(form, "field").iter().chain(&names).enumerate() {
                if (mask + at) % 3 == 0 || mask % 5 == 4 {
                    draft.set(id, of_field(id));
                }
            }
            if mask % 3 == 1 {
                tick_all(form, &mut draft);
            }
            for (at, to) in form.to(&draft).into_iter().enumerate() {
                let mut draft = draft.clone();
                draft.to_party = to;
                for (id, key) in &ways[(at + mask) % ways.len()] {
                    draft.choose(id, key);
                }
                look(form, &draft);
                seen += 1;
            }
        }
    }
    println!("{seen} letters");
    assert!(seen > 2_500);
    assert!(missing::take().is_empty());
}

#[test]
fn every_choice_and_every_single_tick() {
    let mut seen = 0;
    for form in forms() {
        let mut drafts = vec![empty(form.kind), empty(form.kind)];
        fill(form, &mut drafts[1]);
        for row in form.rows().filter(|row| row.verb == "ticks") {
            for key in row.keys() {
                let mut one = empty(form.kind);
                one.tick(row.id(), key, true);
                drafts.push(one);
            }
        }
        for chosen in choices(form) {
            for draft in &drafts {
                let mut draft = draft.clone();
                for (id, key) in &chosen {
                    draft.choose(id, key);
                }
                for to in form.to(&draft) {
                    draft.to_party = to;
                    look(form, &draft);
                    seen += 1;
                }
            }
        }
    }
    println!("{seen} letters");
    assert!(seen > 900);
    assert!(missing::take().is_empty());
}

/// A sentence of ours disappears with the last fact that it needs: one field alone is enough to see it come and go.
#[test]
fn a_frame_stands_only_with_every_field_in_it() {
    let mut seen = 0;
    for form in forms() {
        for row in form.rows().filter(|row| row.verb == "frame") {
            let text = said(form, row.id());
            let Some((before, field)) = text.split_once("{$") else {
                continue;
            };
            let field = field.split('}').next().unwrap();
            let mut draft = empty(form.kind);
            fill(form, &mut draft);
            for (id, key) in row
                .when
                .split(' ')
                .filter_map(|one| one.strip_prefix("choice:")?.split_once('='))
            {
                draft.choose(id, key);
            }
            let whole = format!("{before}{}", of_field(field));
            assert!(leaves(&letter(words(), &draft)).contains(&whole), "{text}");
            draft.set(field, String::new());
            let holed = text.replace(&format!("{{${field}}}"), "");
            assert!(!leaves(&letter(words(), &draft)).contains(&holed), "{text}");
            seen += 1;
        }
    }
    assert!(seen >= 7, "{seen}");
}
