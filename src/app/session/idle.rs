//! Locking by itself: when nobody has touched a key or the screen for so many minutes, also when the device slept that long. Comes with the second module.

use std::cell::Cell;

use leptos::prelude::*;

use super::{Lock, Session};
use crate::browser::{activity, clock};

/// So long before it locks it says so, in milliseconds.
const NOTICE: u64 = 20_000;
const MINUTE: u64 = 60_000;

thread_local! {
    /// When somebody last showed a sign.
    static LAST: Cell<u64> = const { Cell::new(0) };
    static WATCHES: Cell<bool> = const { Cell::new(false) };
}

impl Session {
    /// Watches from here on, once.
    pub(super) fn watch(self) {
        LAST.set(clock::now());
        if WATCHES.replace(true) {
            return;
        }
        activity::on_sign(move || {
            // The first key after a long sleep does not keep it open.
            if self.look_at_clock() {
                LAST.set(clock::now());
                if self.warned.get_untracked() {
                    self.warned.set(false);
                }
            }
        });
        activity::on_look(move || {
            self.look_at_clock();
        });
        Effect::new(move |_: Option<()>| {
            self.route.track();
            if self.lock.get() == Lock::Open {
                self.put_back_fields();
            }
        });
    }

    /// Says beforehand that it will lock, and locks when it is time; says whether it is still open.
    fn look_at_clock(self) -> bool {
        if self.lock.get_untracked() != Lock::Open {
            return false;
        }
        let minutes = self.lock_record().map_or(0, |lock| lock.minutes);
        let now = clock::now();
        if now < LAST.get() {
            // Somebody has set the clock back.
            LAST.set(now);
        }
        let idle = now - LAST.get();
        let limit = u64::from(minutes) * MINUTE;
        if minutes == 0 || idle < limit - NOTICE {
            return true;
        }
        if idle >= limit {
            self.lock_now();
            return false;
        }
        if !self.warned.get_untracked() {
            self.warned.set(true);
        }
        true
    }
}
