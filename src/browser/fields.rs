//! What stands in the fields of the page, whatever the page is: taken down, and put back into the same fields of the page drawn
//! anew, as if it were typed there.

use wasm_bindgen::JsCast;
use wasm_bindgen::prelude::*;
use web_sys::{Event, EventInit, NodeList, window};

use crate::domain::sorted::Sorted;

#[wasm_bindgen]
extern "C" {
    /// All elements of a kind: the browser keeps it up to date.
    type Living;
    #[wasm_bindgen(js_namespace = document, js_name = getElementsByTagName)]
    fn living(tag: &str) -> Living;
    #[wasm_bindgen(method, getter)]
    fn length(this: &Living) -> u32;

    /// A field of any kind.
    #[derive(Clone)]
    type Field;
    #[wasm_bindgen(method, getter)]
    fn id(this: &Field) -> String;
    #[wasm_bindgen(method, getter)]
    fn name(this: &Field) -> String;
    #[wasm_bindgen(method, getter, js_name = type)]
    fn kind(this: &Field) -> String;
    #[wasm_bindgen(method, getter)]
    fn value(this: &Field) -> String;
    #[wasm_bindgen(method, setter)]
    fn set_value(this: &Field, value: &str);
    #[wasm_bindgen(method, getter)]
    fn checked(this: &Field) -> bool;
    #[wasm_bindgen(method, getter, js_name = isConnected)]
    fn is_shown(this: &Field) -> bool;
    #[wasm_bindgen(method)]
    fn click(this: &Field);
    #[wasm_bindgen(method, js_name = getAttribute)]
    fn attribute(this: &Field, name: &str) -> Option<String>;
    #[wasm_bindgen(method, js_name = hasAttribute)]
    fn has(this: &Field, name: &str) -> bool;
    #[wasm_bindgen(method, js_name = dispatchEvent)]
    fn dispatch(this: &Field, event: &Event) -> bool;
}

/// What stands in one field: which one it is, and its text; for one that is ticked, whether it is.
pub type Held = (String, String);

/// Which field it is, among those of its kind.
fn which(field: &Field) -> String {
    let label = field.attribute("aria-label").unwrap_or_default();
    let own = if is_ticked(field) {
        field.value()
    } else {
        String::new()
    };
    [&field.kind(), &field.id(), &field.name(), &label, &own]
        .map(String::as_str)
        .join(" ")
}

fn is_ticked(field: &Field) -> bool {
    matches!(field.kind().as_str(), "radio" | "checkbox")
}

fn held(field: &Field) -> String {
    if is_ticked(field) {
        if field.checked() { "1" } else { "" }.to_owned()
    } else {
        field.value()
    }
}

/// All fields of the page but passphrases and files, each with which one it is: those that are called alike are counted.
fn all() -> Vec<(String, Field)> {
    let document = window().and_then(|window| window.document());
    let found: Option<NodeList> = document.and_then(|document| {
        document
            .query_selector_all("main input, main textarea, main select")
            .ok()
    });
    let Some(found) = found else { return Vec::new() };
    let mut all: Vec<(String, Field)> = Vec::new();
    let mut alike: Sorted<usize> = Sorted::new();
    for at in 0..found.length() {
        let Some(field) = found.get(at) else { continue };
        let field: Field = field.unchecked_into();
        if field.has("data-secret") || matches!(field.kind().as_str(), "file" | "password") {
            continue;
        }
        let own = which(&field);
        let before = alike.get(&own).copied().unwrap_or_default();
        all.push((format!("{own} {before}"), field));
        alike.insert(own, before + 1);
    }
    all
}

/// How many fields there are, the others of the page among them.
fn count() -> u32 {
    let counts = ["input", "textarea", "select"].map(|tag| living(tag).length());
    counts.iter().sum()
}

/// The fields as they were read last: to ask the whole page for each of hundreds takes seconds.
struct Seen {
    fields: Vec<(String, Field)>,
    places: Sorted<usize>,
    count: u32,
    /// Whether one was put since, which may have drawn others anew.
    touched: bool,
}

impl Seen {
    fn now() -> Self {
        let fields = all();
        let mut places = Sorted::new();
        for (at, (own, _)) in fields.iter().enumerate() {
            places.insert(own.clone(), at);
        }
        Self {
            fields,
            places,
            count: count(),
            touched: false,
        }
    }

    fn field(&self, own: &str) -> Option<&Field> {
        let at = *self.places.get(own)?;
        self.fields.get(at).map(|(_, field)| field)
    }

    /// Whether the page may hold another one under this name by now.
    fn is_old(&self, own: &str) -> bool {
        self.touched && (self.count != count() || !self.field(own).is_some_and(Field::is_shown))
    }
}

/// What stands in all of them.
#[must_use]
pub fn taken_down() -> Vec<Held> {
    all()
        .into_iter()
        .map(|(own, field)| (own, held(&field)))
        .collect()
}

/// Puts it back where something else stands now. Gives the texts for which there is no field.
#[must_use]
pub fn put_back(all_held: &[Held]) -> Vec<String> {
    let mut homeless = Vec::new();
    let mut seen = Seen::now();
    for (own, value) in all_held {
        if seen.is_old(own) {
            seen = Seen::now();
        }
        match seen.field(own) {
            None if !value.trim().is_empty() && value != "1" => homeless.push(value.clone()),
            Some(field) if held(field) != *value => {
                put(field, value);
                seen.touched = true;
            }
            _ => {}
        }
    }
    homeless
}

fn put(field: &Field, value: &str) {
    if is_ticked(field) {
        field.click();
        return;
    }
    field.set_value(value);
    let how = EventInit::new();
    how.set_bubbles(true);
    for name in ["input", "change"] {
        if let Ok(event) = Event::new_with_event_init_dict(name, &how) {
            field.dispatch(&event);
        }
    }
}
