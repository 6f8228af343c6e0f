//! Draws shapes as SVG elements. They are made one by one, never through HTML text.

use web_sys::{Document, Element, window};

use crate::document::picture::Shape;

/// Puts a picture into the element with this id, in place of what was there.
pub fn picture(id: &str, shape: &Shape) {
    let Some(document) = window().and_then(|window| window.document()) else {
        return;
    };
    let Some(frame) = document.get_element_by_id(id) else {
        return;
    };
    frame.set_text_content(None);
    if let Some(made) = element(&document, shape) {
        // Fails only if the new element were an ancestor of the frame.
        let _ = frame.append_child(&made);
    }
}

fn element(document: &Document, shape: &Shape) -> Option<Element> {
    let made = document
        .create_element_ns(Some("http://www.w3.org/2000/svg"), shape.tag)
        .ok()?;
    for (name, value) in &shape.attributes {
        made.set_attribute(name, value).ok()?;
    }
    if !shape.text.is_empty() {
        made.set_text_content(Some(&shape.text));
    }
    for child in &shape.children {
        let child = element(document, child)?;
        made.append_child(&child).ok()?;
    }
    Some(made)
}
