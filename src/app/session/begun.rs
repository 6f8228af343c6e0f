//! A draft that was begun and in which nothing was entered: it is kept with the first change, and gone with the page. So whoever
//! only looks at a letter leaves nothing behind in "My notes".

use leptos::prelude::*;

use super::Session;
use crate::browser::clock;
use crate::domain::letters::Draft;

impl Session {
    /// Begins a draft without keeping it, and gives the id under which its first change keeps it. The letter is in the language of
    /// the page, until another one is chosen.
    pub fn begin_draft(self, mut draft: Draft) -> String {
        draft.in_language(self.words.locale());
        let id = clock::fresh_id();
        self.begun.set_value(Some((id.clone(), draft)));
        id
    }

    /// The draft that was begun under this id.
    pub(super) fn begun(self, id: &str) -> Option<Draft> {
        self.begun.with_value(|begun| {
            let (begun, draft) = begun.as_ref()?;
            (begun == id).then(|| draft.clone())
        })
    }

    /// It is kept now, or forgotten: the list of what is kept knows about it from here on.
    pub(super) fn begun_no_more(self, id: &str) {
        if self.begun(id).is_some() {
            self.begun.set_value(None);
        }
    }
}
