//! Nodes of the page: made, filled, listened to and replaced one by one, never through HTML text.
//!
//! The browser's methods are declared here rather than taken from web-sys: what they are asked for cannot fail, so nothing has
//! to be carried back and checked at every one of their thousands of calls, and the program is smaller for it.

use wasm_bindgen::JsCast;
use wasm_bindgen::prelude::*;
pub use web_sys::HtmlElement;
use web_sys::{Event, window};

#[wasm_bindgen]
extern "C" {
    /// Anything that stands in the page: an element, a text, or several in a row (a fragment).
    #[derive(Clone, PartialEq)]
    pub type Node;
    /// An element.
    #[wasm_bindgen(extends = Node)]
    #[derive(Clone)]
    pub type Element;

    /// Makes an element.
    #[wasm_bindgen(js_namespace = document, js_name = createElement)]
    pub fn element(tag: &str) -> Element;
    /// Makes a text.
    #[wasm_bindgen(js_namespace = document, js_name = createTextNode)]
    pub fn text(text: &str) -> Node;
    /// Makes room for several nodes in a row.
    #[wasm_bindgen(js_namespace = document, js_name = createDocumentFragment)]
    pub fn fragment() -> Node;
    #[wasm_bindgen(js_namespace = document, js_name = createComment)]
    fn comment(text: &str) -> Node;

    /// Adds a node at the end.
    #[wasm_bindgen(method, js_name = appendChild)]
    pub fn append(this: &Node, child: &Node);
    /// Replaces the text.
    #[wasm_bindgen(method, setter = textContent)]
    pub fn set_text(this: &Node, text: &str);
    #[wasm_bindgen(method, getter = parentNode)]
    fn parent(this: &Node) -> Option<Node>;
    #[wasm_bindgen(method, getter = firstChild)]
    fn first(this: &Node) -> Option<Node>;
    #[wasm_bindgen(method, getter = nextSibling)]
    fn next(this: &Node) -> Option<Node>;
    #[wasm_bindgen(method, getter = previousSibling)]
    fn previous(this: &Node) -> Option<Node>;
    /// Takes it out of the page.
    #[wasm_bindgen(method)]
    pub fn remove(this: &Node);
    /// Puts another node before it.
    #[wasm_bindgen(method)]
    pub fn before(this: &Node, other: &Node);

    /// Sets an attribute.
    #[wasm_bindgen(method, js_name = setAttribute)]
    pub fn set_attribute(this: &Element, name: &str, value: &str);
    /// Removes an attribute.
    #[wasm_bindgen(method, js_name = removeAttribute)]
    pub fn remove_attribute(this: &Element, name: &str);
    /// Sets what stands in a field.
    #[wasm_bindgen(method, setter)]
    pub fn set_value(this: &Element, value: &str);
    /// Ticks a box or a radio button, or clears it.
    #[wasm_bindgen(method, setter)]
    pub fn set_checked(this: &Element, checked: bool);
    #[wasm_bindgen(method, js_name = addEventListener)]
    fn listen(this: &Element, name: &str, run: &JsValue);
    #[wasm_bindgen(method, js_name = removeEventListener)]
    fn unlisten(this: &Element, name: &str, run: &JsValue);
}

/// Adds a node at the end of an element that stands in `index.html`.
pub fn mount(parent: &HtmlElement, node: &Node) {
    parent.unchecked_ref::<Node>().append(node);
}

/// Somebody who listens to an element; stops when dropped.
pub struct Listener {
    element: Element,
    name: &'static str,
    run: Closure<dyn FnMut(Event)>,
}

impl Listener {
    /// Listens to an event.
    #[must_use]
    pub fn new(element: &Element, name: &'static str, run: Box<dyn FnMut(Event)>) -> Self {
        let run = Closure::wrap(run);
        element.listen(name, run.as_ref());
        let element = element.clone();
        Self { element, name, run }
    }
}

impl Drop for Listener {
    fn drop(&mut self) {
        self.element.unlisten(self.name, self.run.as_ref());
    }
}

/// A place whose nodes are replaced: everything between two comments.
pub struct Place {
    from: Node,
    to: Node,
}

impl Place {
    /// An empty place at the end of a node.
    #[must_use]
    pub fn new(parent: &Node) -> Self {
        let [from, to] = ["", ""].map(comment);
        parent.append(&from);
        parent.append(&to);
        Self { from, to }
    }

    /// Puts a node here instead of what was here.
    pub fn put(&self, node: &Node) {
        while let Some(old) = self.from.next().filter(|old| *old != self.to) {
            old.remove();
        }
        self.to.before(node);
    }

    /// As [`Place::put`]; when the focus was inside, it goes to what stands there now, not to the top of the page.
    pub fn put_keeping_focus(&self, node: &Node) {
        let path = self.path_to_focus();
        self.put(node);
        let found = path.and_then(|path| {
            let mut steps = path.iter().rev();
            let mut at = along(self.from.next(), *steps.next()?)?;
            for step in steps {
                at = along(at.first(), *step)?;
            }
            at.dyn_into::<HtmlElement>().ok()
        });
        if let Some(element) = found {
            let _ = element.focus();
        }
    }

    /// How many siblings stand before the focused element and before each element around it, the innermost first.
    fn path_to_focus(&self) -> Option<Vec<u32>> {
        let mut node: Node = window()?.document()?.active_element()?.unchecked_into();
        let mut path = Vec::new();
        loop {
            let mut before = 0;
            let mut sibling = node.previous();
            while let Some(other) = sibling {
                if other == self.to {
                    return None;
                }
                if other == self.from {
                    path.push(before);
                    return Some(path);
                }
                before += 1;
                sibling = other.previous();
            }
            path.push(before);
            node = node.parent()?;
        }
    }
}

fn along(first: Option<Node>, steps: u32) -> Option<Node> {
    (0..steps).try_fold(first?, |node, _| node.next())
}
