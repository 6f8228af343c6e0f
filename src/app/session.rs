//! The session: what is open now, and the only writer of everything kept.
//!
//! Pages read through it and change through it; every change is kept before the call returns, and the status line says
//! what came of it. `session/backup.rs`: backups; `case.rs`: the answers; `begun.rs`: drafts that are not kept yet; `logs.rs`: what stands in a case beside them; `drafts.rs`; `practice.rs`;
//! `notes.rs`: the list of what is kept; `keep.rs`: how it is kept, and what the line says; `journal.rs`: the second store;
//! `language.rs`: going to another language; `place.rs`: where it is kept, and forgetting it all; `sharing.rs`: choosing memory only; `lock.rs`, `vault.rs`, `screen.rs`, `idle.rs`: the lock; `turn.rs`: which tab writes; `tabs.rs`: what other tabs do.

mod backup;
mod begun;
mod case;
mod drafts;
mod idle;
mod journal;
mod keep;
pub mod language;
mod lock;
mod logs;
mod notes;
mod place;
mod practice;
mod screen;
mod sharing;
mod tabs;
mod turn;
mod vault;

use std::cell::RefCell;
use std::ops::Deref;
use std::rc::Rc;

use leptos::prelude::*;

use super::later::Later;
use crate::browser::tab::Mark;
use crate::browser::{clock, journal as database, local, page};
use crate::document::Route;
use crate::domain::Words;
use crate::domain::case::Case;
use crate::domain::json;
use crate::domain::letters::Draft;
use crate::domain::practice::Filter;
use crate::domain::review::Rules;
use crate::storage::{
    Journalled, Keeper, Kind, LATEST, LOCK, Memory, Pump, Removed, Room, Storage, StorageError,
};
pub use lock::{Ask, Lock};
pub use vault::Wrong;

/// What the status line says.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Status {
    /// Nothing was changed yet; what is kept stays on this device.
    OnDevice,
    /// Being written to this browser's database.
    Saving,
    /// Written to this browser's database at this time.
    Saved(u64),
    /// A backup of everything was made at this time, and nothing was changed since.
    BackedUp(u64),
    /// Kept at this time in the store that a killed browser may lose a little of; the database does not answer.
    Once(u64),
    /// Kept in memory only, by choice.
    Memory,
    /// Another tab had changed it; both are kept.
    CopyKept(u64),
    /// Everything was forgotten in another tab.
    Forgotten,
    /// Not kept; on screen only.
    Failed(StorageError),
}

/// Which tab writes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Turn {
    /// This one, or each of them.
    Ours,
    /// Another one.
    Theirs,
    /// Another one, and it was asked to let this one go on.
    Asked,
    /// This one, as soon as it has read what the other one left.
    Coming,
}

/// How what comes after the first screen stands: the second pack of words and the second module of code.
#[derive(Clone, Copy)]
pub enum Rest {
    /// On its way.
    Coming,
    /// There.
    There(&'static Later),
    /// It did not arrive; what came before works.
    Lost,
}

/// Handed to every page. A reference, since every button and field of a page carries one.
#[derive(Clone, Copy)]
pub struct Session(&'static State);

/// What a session holds; it lasts as long as the program.
pub struct State {
    /// The words of the language chosen.
    pub words: &'static Words,
    /// Whether the words to read are there.
    pub rest: RwSignal<Rest>,
    /// Whether a newer version of the guide waits.
    pub newer: RwSignal<bool>,
    /// The screen shown.
    pub route: RwSignal<Route>,
    /// The screen before the one on which a language is chosen.
    pub before: StoredValue<Route>,
    /// What the status line says.
    pub status: RwSignal<Status>,
    /// Whether everything is in memory only ("this is a shared computer").
    pub shared: RwSignal<bool>,
    /// Whether it is asked first if that is meant, and what has the focus after it.
    pub sharing: RwSignal<Option<&'static str>>,
    /// Rises with each change of the list of what is kept.
    pub listed: RwSignal<u32>,
    /// What can be brought back.
    pub deleted: RwSignal<Option<Undo>>,
    /// Which practice cards are shown.
    pub filter: RwSignal<Filter>,
    /// Which tab writes.
    pub turn: RwSignal<Turn>,
    /// Whether it is this one.
    writer: Memo<bool>,
    /// How much room is left.
    pub room: RwSignal<Room>,
    /// How what is kept lies on this device.
    lock: RwSignal<Lock>,
    /// Whether it cannot be read now.
    locked: Memo<bool>,
    /// Whether it is about to lock by itself.
    pub warned: RwSignal<bool>,
    /// Whether something waits to be sealed.
    sealing: StoredValue<bool>,
    keeper: StoredValue<Option<Keeper>, LocalStorage>,
    /// The two stores of this device, where it is they that keep.
    stores: StoredValue<Option<Rc<Journalled>>, LocalStorage>,
    pump: StoredValue<Rc<RefCell<Pump>>, LocalStorage>,
    /// Whether something was kept and the line does not say yet that it is saved.
    unsaid: StoredValue<bool>,
    /// Counts what the line was told to say saved of.
    told: StoredValue<u32>,
    /// The tab that waits for this one to have saved everything.
    successor: StoredValue<Option<String>>,
    /// What this tab is called among the others.
    tab: StoredValue<String>,
    /// Whether the browser allows no storage, so that everything is in memory against the person's will.
    blocked: StoredValue<bool>,
    case_id: RwSignal<Option<String>>,
    /// Whether somebody chose what is open, or changed it. Until then it is the case written last, as far as that is known.
    chosen: StoredValue<bool>,
    case: RwSignal<Case>,
    /// The draft shown last: its id, and it as it is on screen.
    shown: StoredValue<Option<(String, Draft)>>,
    /// The draft begun last, while nothing was entered in it.
    begun: StoredValue<Option<(String, Draft)>>,
    /// Whether another tab has changed the case since it was read.
    case_behind: StoredValue<bool>,
    /// The rules of the second pair of eyes, and the language they are for.
    rules: StoredValue<Option<(&'static str, Rules)>>,
}

/// A record that was deleted, and its name.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Undo {
    /// Its name, for the sentence that offers to bring it back.
    pub title: String,
    record: Removed,
}

impl Deref for Session {
    type Target = State;

    fn deref(&self) -> &State {
        self.0
    }
}

impl Session {
    /// Opens what is kept in this browser; where that is blocked, memory, and the status says so. A page opened from a file
    /// shares its storage with every other such page, so there it is memory too.
    /// `handed` is what another tab had in memory and handed to this one.
    pub fn open(
        words: &'static Words,
        rest: RwSignal<Rest>,
        newer: RwSignal<bool>,
        route: Route,
        handed: Option<Rc<Memory>>,
    ) -> Self {
        let shared = handed.is_some() || Mark::Shared.is_set() || page::is_from_disk();
        let pump = Rc::new(RefCell::new(Pump::default()));
        let memory = || Keeper::open(handed.unwrap_or_default()).ok();
        let stores = Rc::new(stores(&pump));
        let is_locked = !shared && stores.read(LOCK).is_ok_and(|there| there.is_some());
        let mut latest = String::new();
        let (keeper, status) = if shared {
            (memory(), Status::Memory)
        } else if is_locked {
            (None, Status::OnDevice)
        } else {
            let opened = stores.read(LATEST).and_then(|there| {
                latest = there.unwrap_or_default();
                Keeper::open_at(Rc::clone(&stores) as Rc<dyn Storage>, &latest, Kind::Case)
            });
            match opened {
                Ok(keeper) => (Some(keeper), Status::OnDevice),
                Err(error) => (memory(), Status::Failed(error)),
            }
        };
        let in_part = keeper.as_ref().is_some_and(|keeper| !keeper.is_whole());
        let turn = RwSignal::new(Turn::Ours);
        let on_device = status == Status::OnDevice;
        let lock = RwSignal::new(if is_locked { Lock::Locked } else { Lock::Off });
        let session = Self(Box::leak(Box::new(State {
            words,
            rest,
            newer,
            before: StoredValue::new(Route::Home),
            route: RwSignal::new(route),
            status: RwSignal::new(status),
            shared: RwSignal::new(shared),
            sharing: RwSignal::new(None),
            listed: RwSignal::new(0),
            deleted: RwSignal::new(None),
            filter: RwSignal::new(Filter::default()),
            turn,
            writer: Memo::new(move |_| turn.get() == Turn::Ours),
            room: RwSignal::new(Room::Plenty),
            lock,
            locked: Memo::new(move |_| lock.get() == Lock::Locked),
            warned: RwSignal::new(false),
            sealing: StoredValue::new(false),
            keeper: StoredValue::new_local(keeper),
            stores: StoredValue::new_local(on_device.then_some(stores)),
            pump: StoredValue::new_local(pump),
            unsaid: StoredValue::new(false),
            told: StoredValue::new(0),
            successor: StoredValue::new(None),
            tab: StoredValue::new(clock::fresh_id()),
            blocked: StoredValue::new(matches!(status, Status::Failed(_))),
            case_id: RwSignal::new(None),
            chosen: StoredValue::new(false),
            case: RwSignal::new(Case::default()),
            shown: StoredValue::new(None),
            begun: StoredValue::new(None),
            case_behind: StoredValue::new(false),
            rules: StoredValue::new(None),
        })));
        if in_part {
            session.show_case(&latest);
            session.read_on();
        } else {
            session.open_latest();
            session.count_room();
        }
        // A page from disk would hear any other file.
        if !page::is_from_disk() {
            local::on_other_tab(move |what| session.changed_elsewhere(what));
        }
        page::on_leaving(move |ends| session.leaves(ends));
        page::on_return(move || session.came_back());
        database::on_lost(move || session.begin_journal());
        session.take_part();
        session
    }
}

/// The two stores of this device.
fn stores(pump: &Rc<RefCell<Pump>>) -> Journalled {
    Journalled::new(Rc::new(local::Local), Rc::clone(pump), clock::now)
}

fn written(value: &impl serde::Serialize) -> String {
    json::write(value).unwrap_or_default()
}
