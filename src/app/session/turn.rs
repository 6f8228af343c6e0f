//! Which tab writes: the one that holds the browser's lock. The others show where it is, and can go on here.

use leptos::prelude::*;

use super::{Session, Turn};
use crate::browser::page;
use crate::browser::turn::{self, Ask as How, Told, Word};
use crate::document::Route;
use crate::storage::Safety;

impl Session {
    /// Whether what is changed here is kept. Followed.
    pub fn is_writer(self) -> bool {
        self.writer.get()
    }

    /// The same, without following it.
    pub fn writes(self) -> bool {
        self.turn.get_untracked() == Turn::Ours
    }

    /// From here on this tab hears what the browser says about the lock, and what other tabs want.
    pub(super) fn take_part(self) {
        let told = turn::listen(move |told| self.told(told));
        turn::on_word(move |word| self.heard(word));
        match told {
            Some(told) => self.told(told),
            None => self.ask_for_turn(),
        }
    }

    /// Asks for the lock, where there is something to write to.
    pub(super) fn ask_for_turn(self) {
        if self.keeps_on_device() {
            turn::ask(How::IfFree);
        }
    }

    pub(super) fn keeps_on_device(self) -> bool {
        self.stores.with_value(Option::is_some)
    }

    fn told(self, told: Told) {
        if !self.keeps_on_device() {
            turn::let_go();
            return;
        }
        match told {
            Told::Ours | Told::NoLocks => self.take_turn(),
            Told::Theirs | Told::Lost => {
                // What was taken over while it waited is kept all the same: beside what the other tab has written since.
                self.keep_now();
                self.lock_now();
                self.turn.set(Turn::Theirs);
                turn::ask(How::WhenFree);
            }
        }
    }

    /// This tab writes. What another one wrote last may not have come through the first store yet (Chromium tells its tabs of it by
    /// and by), so the journal is read before anybody types here.
    fn take_turn(self) {
        self.successor.set_value(None);
        self.begin_journal();
        self.follow_lock();
        if self.turn.get_untracked() != Turn::Ours {
            self.turn.set(Turn::Coming);
            let number = self.with_pump(|pump| pump.number());
            page::after_patience(move || {
                // The patience of an earlier turn says nothing about this one.
                if number == self.with_pump(|pump| pump.number()) {
                    self.arrive();
                }
            });
        }
        self.pump();
    }

    /// The stores were brought together, or cannot be: it shows what the others have left, and goes on.
    pub(super) fn arrive(self) {
        if self.turn.get_untracked() != Turn::Coming {
            return;
        }
        // What was read so far may be of yesterday: the case that is open is read first, the rest behind the screen, as at a start.
        self.read_anew();
        match self.case_id.get_untracked() {
            Some(id) => self.follow_case(&id),
            None => {
                self.open_latest();
            }
        }
        self.read_on();
        self.listed.update(|count| *count += 1);
        self.turn.set(Turn::Ours);
        // The page that was held back stands in the place of the button.
        if self.route.with_untracked(Route::writes) {
            page::after_paint(|| page::focus("main h1"));
        }
        self.pump();
    }

    /// The page goes out of sight, or ends. One that the browser puts away whole would hold the lock, and whoever comes back to the guide
    /// in this tab would find that another one writes.
    pub(super) fn leaves(self, ends: bool) {
        self.keep_now();
        if ends {
            turn::let_go_of_all();
        }
    }

    /// The browser had put this page away whole and brings it back: other tabs may have written since, and the lock may be theirs.
    pub(super) fn came_back(self) {
        if self.keeps_on_device() {
            self.lock_now();
            self.turn.set(Turn::Theirs);
            turn::let_go_of_all();
            self.ask_for_turn();
        }
    }

    /// The person wants to go on in this tab: the writing one is asked to save everything and let go.
    pub fn continue_here(self) {
        if turn::is_held() {
            self.take_turn();
            return;
        }
        self.turn.set(Turn::Asked);
        self.tab.with_value(|tab| turn::say(&Word::Want(tab.clone())));
    }

    /// The other tab does not answer: this one goes on without it.
    pub fn continue_regardless(self) {
        // Once: who took over already would take it from itself.
        if !turn::is_held() {
            turn::ask(How::Now);
        }
    }

    fn heard(self, word: Word) {
        match word {
            Word::Want(who) if turn::is_held() => {
                self.keep_now();
                if !self.has_unkept() {
                    self.successor.set_value(Some(who));
                    // What another tab is to open is not open here.
                    self.lock_now();
                    self.make_way();
                }
            }
            Word::Free(who) if self.tab.with_value(|tab| *tab == who) => self.continue_regardless(),
            Word::Want(_) | Word::Free(_) => {}
        }
    }

    /// Lets the tab go on that asked for it, once everything is saved. The lock itself is taken by that tab, so that no third
    /// one comes between.
    pub(super) fn make_way(self) {
        let Some(who) = self.successor.get_value() else {
            return;
        };
        self.keep_now();
        // What could not be saved is in this tab alone: it does not let go.
        if self.safety() == Safety::Saving || self.has_unkept() {
            return;
        }
        self.successor.set_value(None);
        self.turn.set(Turn::Theirs);
        turn::say(&Word::Free(who));
    }
}
