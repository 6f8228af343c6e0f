//! A small element builder: it makes nodes of the page at once; Leptos' signals keep the live parts up to date.
//!
//! Why not Leptos' own views: each differently typed element compiles its own copy of the rendering code, and with one type for
//! all every element still carries what it takes to compare and rebuild it. Here a page is made once and thrown away when the
//! next one comes; a live part replaces its own nodes only (measured in ARCHITECTURE.md). What a page listens to and follows
//! belongs to the reactive owner it was made under, and ends with it.

use std::collections::VecDeque;

use leptos::ev;
use leptos::prelude::*;

use crate::browser::dom::{self, Element, HtmlElement, Listener, Node, Place};

/// A finished part of a page.
pub struct View(Node);

impl View {
    /// Adds it to the page, at the end of an element.
    pub fn mount(&self, parent: &HtmlElement) {
        dom::mount(parent, &self.0);
    }
}

/// An element in the making.
pub struct El(Element);

/// Begins an element. The browser remembers, checks and sends nothing of what is typed into a field: no field can be without
/// that, so it is said here and nowhere else.
pub fn el(tag: &'static str) -> El {
    let made = El(dom::element(tag));
    if matches!(tag, "input" | "textarea" | "select") {
        return made
            // Whoever writes in another language than that of the page sees it in its own direction.
            .attr("dir", "auto")
            .attr("autocomplete", "off")
            .attr("spellcheck", "false")
            .attr("writingsuggestions", "false");
    }
    made
}

/// Begins an element with a class.
pub fn classed(tag: &'static str, class: &str) -> El {
    el(tag).attr("class", class)
}

/// A text as a view.
pub fn text(text: impl AsRef<str>) -> View {
    View(dom::text(text.as_ref()))
}

/// No view at all.
pub fn nothing() -> View {
    View(dom::fragment())
}

/// Several views in a row.
pub fn row(views: impl IntoIterator<Item = View>) -> View {
    let row = dom::fragment();
    views.into_iter().for_each(|view| row.append(&view.0));
    View(row)
}

/// A view that is made anew whenever a signal that it reads changes. The focus stays where it was in it.
pub fn live(make: impl Fn() -> View + 'static) -> View {
    replaced(Box::new(make), Place::put_keeping_focus)
}

/// As [`live`], for the whole page: the focus does not stay, since a new page is read from its beginning.
pub fn live_page(make: impl Fn() -> View + 'static) -> View {
    replaced(Box::new(make), Place::put)
}

fn replaced(make: Box<dyn Fn() -> View>, put: fn(&Place, &Node)) -> View {
    let frame = dom::fragment();
    let place = Place::new(&frame);
    follow(Box::new(move || put(&place, &make().0)));
    View(frame)
}

/// A text that follows its signals; a text that stays the same is left alone, so that nothing is read out twice.
pub fn live_text(make: impl Fn() -> String + 'static) -> View {
    let node = dom::text("");
    let text = node.clone();
    follow_text(
        Box::new(move || Some(make())),
        Box::new(move |new| text.set_text(new.unwrap_or_default())),
    );
    View(node)
}

/// An element whose rows follow their signals, an element each: only those whose text changed are touched, so that a key in a long
/// text lays out one of them.
pub fn live_rows(frame: El, class: &'static str, make: impl Fn() -> Vec<String> + 'static) -> El {
    let parent = frame.0.clone();
    let mut rows: Vec<(Element, String)> = Vec::new();
    follow(Box::new(move || {
        let new = make();
        while rows.len() > new.len() {
            if let Some((row, _)) = rows.pop() {
                row.remove();
            }
        }
        for (at, text) in new.into_iter().enumerate() {
            match rows.get_mut(at) {
                Some((_, old)) if *old == text => {}
                Some((row, old)) => {
                    row.set_text(&text);
                    *old = text;
                }
                None => {
                    let row = classed("div", class).attr("dir", "auto").text(&text).0;
                    parent.append(&row);
                    rows.push((row, text));
                }
            }
        }
    }));
    frame
}

/// An element whose rows follow their signals, each made from what it shows: one that shows the same as before stays as it is, with
/// whatever a person is doing in it, so that a change of one of them costs what one of them costs.
pub fn live_list<T: PartialEq + 'static>(
    frame: El,
    shown: impl Fn() -> Vec<T> + 'static,
    make: impl Fn(&T) -> El + 'static,
) -> El {
    struct Row<T> {
        shows: T,
        element: Element,
        owner: Owner,
    }
    let parent = frame.0.clone();
    // Rows outlive the run that made them.
    let page = Owner::current().unwrap_or_default();
    let mut rows: VecDeque<Row<T>> = VecDeque::new();
    follow(Box::new(move || {
        let mut old = std::mem::take(&mut rows);
        for shows in shown() {
            let kept = old.iter().position(|row| row.shows == shows);
            for gone in old.drain(..kept.unwrap_or_default()) {
                gone.element.remove();
                gone.owner.cleanup();
            }
            let kept = kept.and_then(|_| old.pop_front());
            rows.push_back(kept.unwrap_or_else(|| {
                let owner = page.child();
                let element = owner.with(|| untrack(|| make(&shows))).0;
                match old.front() {
                    Some(next) => next.element.before(&element),
                    None => parent.append(&element),
                }
                Row {
                    shows,
                    element,
                    owner,
                }
            }));
        }
        for gone in old {
            gone.element.remove();
            gone.owner.cleanup();
        }
    }));
    frame
}

/// Puts a text where it belongs; `None` takes it away.
type Put = Box<dyn Fn(Option<&str>)>;

fn follow_text(make: Box<dyn Fn() -> Option<String>>, set: Put) {
    let mut last = None;
    follow(Box::new(move || {
        let new = make();
        if last != new {
            set(new.as_deref());
            last = new;
        }
    }));
}

/// Runs now and after each change of a signal that it read, until the owner ends.
fn follow(mut run: Box<dyn FnMut()>) {
    let effect = RenderEffect::new(move |_: Option<()>| run());
    on_cleanup(move || drop(effect));
}

impl El {
    /// Sets an attribute.
    pub fn attr(self, name: &'static str, value: impl AsRef<str>) -> Self {
        self.0.set_attribute(name, value.as_ref());
        self
    }

    /// Sets an attribute that follows its signals; `None` removes it.
    pub fn live_attr(self, name: &'static str, value: impl Fn() -> Option<String> + 'static) -> Self {
        let element = self.0.clone();
        follow_text(
            Box::new(value),
            Box::new(move |value| match value {
                Some(value) => element.set_attribute(name, value),
                None => element.remove_attribute(name),
            }),
        );
        self
    }

    /// Sets an attribute without a value when the condition holds.
    pub fn flag(self, name: &'static str, set: bool) -> Self {
        if set { self.attr(name, "") } else { self }
    }

    /// Sets the value of a field once, as a property.
    pub fn value(self, value: impl AsRef<str>) -> Self {
        self.0.set_value(value.as_ref());
        self
    }

    /// Ticks a box or a radio button as its signals say.
    pub fn live_checked(self, checked: impl Fn() -> bool + 'static) -> Self {
        let element = self.0.clone();
        follow(Box::new(move || element.set_checked(checked())));
        self
    }

    /// Listens to an event by its name.
    pub fn on(self, name: &'static str, run: impl FnMut(ev::Event) + 'static) -> Self {
        self.listen(name, Box::new(run))
    }

    /// Runs on a click.
    pub fn on_click(self, mut run: impl FnMut() + 'static) -> Self {
        self.listen("click", Box::new(move |_| run()))
    }

    fn listen(self, name: &'static str, run: Box<dyn FnMut(ev::Event)>) -> Self {
        // The owner keeps it, and drops it with the page.
        StoredValue::new_local(Listener::new(&self.0, name, run));
        self
    }

    /// Adds a child.
    pub fn child(self, child: View) -> Self {
        self.0.append(&child.0);
        self
    }

    /// Adds a text.
    pub fn text(self, content: impl AsRef<str>) -> Self {
        self.child(text(content))
    }

    /// Adds children.
    pub fn children(self, children: impl IntoIterator<Item = View>) -> Self {
        children.into_iter().for_each(|child| self.0.append(&child.0));
        self
    }

    /// The finished element.
    pub fn view(self) -> View {
        View(self.0.into())
    }
}
