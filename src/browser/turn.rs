//! Whose turn it is to write, among the tabs of this browser: the tab that holds the browser's lock.
//!
//! In: requests. Out: what came of them, also later: the lock comes by itself when the writing tab closes, and goes when
//! another tab takes it over. A browser without such locks says so; then every tab writes, and keeps both where two did.

use std::cell::{Cell, RefCell};
use std::rc::Rc;

use js_sys::{Function, Object, Promise, Reflect};
use wasm_bindgen::JsCast;
use wasm_bindgen::prelude::*;
use wasm_bindgen_futures::JsFuture;
use web_sys::{BroadcastChannel, MessageEvent, window};

const NAME: &str = "waymark";

/// What the browser says about the lock.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Told {
    /// This tab writes.
    Ours,
    /// Another tab does.
    Theirs,
    /// Another tab took it over.
    Lost,
    /// This browser has no locks.
    NoLocks,
}

/// How to ask for it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Ask {
    /// Only if no tab has it.
    IfFree,
    /// When it becomes free.
    WhenFree,
    /// At once, whoever has it.
    Now,
}

/// What one tab says to the others.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Word {
    /// The tab of this name wants to go on.
    Want(String),
    /// The tab of this name may: all is kept.
    Free(String),
}

type Listener = Rc<dyn Fn(Told)>;

thread_local! {
    static LISTENER: RefCell<Option<Listener>> = const { RefCell::new(None) };
    /// What was told before anybody listened.
    static EARLY: Cell<Option<Told>> = const { Cell::new(None) };
    /// By which request it is held, and what ends that.
    static HELD: RefCell<Option<(u32, Function)>> = const { RefCell::new(None) };
    static REQUESTS: Cell<u32> = const { Cell::new(0) };
    static QUEUED: Cell<bool> = const { Cell::new(false) };
    static CHANNEL: RefCell<Option<BroadcastChannel>> = const { RefCell::new(None) };
}

/// Asks for the lock before anybody listens; what is given back waits for the browser's first answer, which comes at
/// once; a browser that gives none keeps nobody from the guide.
pub fn begin() -> impl Future<Output = ()> {
    let mut answered = None;
    let answer = Promise::new(&mut |yes, _| answered = Some(yes));
    if let Some(answered) = answered {
        let patient = answered.clone();
        super::page::after_patience(move || drop(patient.call0(&JsValue::NULL)));
        listen(move |told| {
            EARLY.set(Some(told));
            let _ = answered.call0(&JsValue::NULL);
        });
    }
    ask(Ask::IfFree);
    async {
        let _ = JsFuture::from(answer).await;
    }
}

/// Hears what comes of every asking from here on; gives what was told before.
pub fn listen(heard: impl Fn(Told) + 'static) -> Option<Told> {
    LISTENER.set(Some(Rc::new(heard)));
    EARLY.take()
}

/// Whether this tab holds the lock.
#[must_use]
pub fn is_held() -> bool {
    HELD.with_borrow(Option::is_some)
}

fn is_held_by(number: u32) -> bool {
    HELD.with_borrow(|held| held.as_ref().is_some_and(|(by, _)| *by == number))
}

/// Gives it back.
pub fn let_go() {
    if let Some((_, end)) = HELD.take() {
        let _ = end.call0(&JsValue::NULL);
    }
}

/// Gives it back, and asks anew from here on: nobody knows what became of earlier requests.
pub fn let_go_of_all() {
    let_go();
    QUEUED.set(false);
}

/// Asks; the listener hears what comes of it.
pub fn ask(how: Ask) {
    if how == Ask::WhenFree && QUEUED.replace(true) {
        return;
    }
    if request(how).is_err() {
        tell(Told::NoLocks);
    }
}

fn tell(told: Told) {
    if let Some(listener) = LISTENER.with_borrow(Clone::clone) {
        listener(told);
    }
}

fn request(how: Ask) -> Result<(), JsValue> {
    let navigator = window().ok_or(JsValue::NULL)?.navigator();
    let locks = Reflect::get(&navigator, &"locks".into())?;
    let request: Function = Reflect::get(&locks, &"request".into())?.dyn_into()?;
    let options = Object::new();
    match how {
        Ask::IfFree => Reflect::set(&options, &"ifAvailable".into(), &true.into())?,
        Ask::Now => Reflect::set(&options, &"steal".into(), &true.into())?,
        Ask::WhenFree => true,
    };
    let number = REQUESTS.get() + 1;
    REQUESTS.set(number);
    let got = Rc::new(Cell::new(false));
    let heard = Rc::clone(&got);
    let granted = Closure::once_into_js(move |lock: JsValue| {
        heard.set(true);
        granted(how, number, &lock)
    });
    let settled: Promise = request
        .call3(&locks, &NAME.into(), &options, &granted)?
        .dyn_into()?;
    super::page::run(async move {
        if JsFuture::from(settled).await.is_err() {
            // Word that it was taken can come after this tab has taken it back: that is another holding.
            if is_held_by(number) {
                HELD.take();
                tell(Told::Lost);
            } else if !got.get() {
                tell(Told::NoLocks);
            }
        }
    });
    Ok(())
}

/// What the browser waits for before it takes the lock back: nothing, if it was not given or is not wanted any more.
fn granted(how: Ask, number: u32, lock: &JsValue) -> JsValue {
    if how == Ask::WhenFree {
        QUEUED.set(false);
    }
    if lock.is_null() {
        // Asked for twice: this tab may hold it itself.
        if !is_held() {
            tell(Told::Theirs);
        }
        return JsValue::UNDEFINED;
    }
    // Only one holds it: whatever this tab held before is over, even if it has not heard of that yet.
    let held = Promise::new(&mut |end, _| HELD.set(Some((number, end))));
    tell(Told::Ours);
    held.into()
}

/// Says something to the other tabs of this browser.
pub fn say(word: &Word) {
    let text = match word {
        Word::Want(who) => format!("want {who}"),
        Word::Free(who) => format!("free {who}"),
    };
    CHANNEL.with_borrow(|channel| {
        if let Some(channel) = channel {
            // Where it is refused, the button that does not wait is there.
            let _ = channel.post_message(&text.into());
        }
    });
}

/// Hears what they say.
pub fn on_word(heard: impl Fn(Word) + 'static) {
    let Ok(channel) = BroadcastChannel::new(NAME) else {
        return;
    };
    let listener = Closure::<dyn Fn(MessageEvent)>::new(move |event: MessageEvent| {
        let text = event.data().as_string().unwrap_or_default();
        match text.split_once(' ') {
            Some(("want", who)) => heard(Word::Want(who.to_owned())),
            Some(("free", who)) => heard(Word::Free(who.to_owned())),
            _ => {}
        }
    });
    channel.set_onmessage(Some(listener.as_ref().unchecked_ref()));
    listener.forget();
    CHANNEL.set(Some(channel));
}
