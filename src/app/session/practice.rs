//! How far somebody is with the practice cards: one record of its own kind, read anew each time, so that tabs add to each other.

use super::Session;
use crate::browser::clock;
use crate::document::practice as pages;
use crate::domain::practice::{Progress, cards};
use crate::storage::{Entry, Kind};

impl Session {
    /// What was answered. More than one record of it can come only from memory that met a device: all count, the newest first.
    pub fn progress(self) -> Progress {
        merged(&self.kept_progress())
    }

    /// Keeps a choice.
    pub fn practised(self, card: &str, option: &str) {
        let kept = self.kept_progress();
        let mut progress = merged(&kept);
        progress.choose(card, option);
        let id = kept.first().map_or_else(clock::fresh_id, |(id, _)| id.clone());
        self.keep_progress(&id, &progress);
    }

    /// Forgets every choice; [`Session::undo`] brings them back.
    pub fn practise_anew(self) {
        let kept = self.kept_progress();
        if let [(newest, _), _, ..] = kept.as_slice() {
            // What comes back is one record.
            self.keep_progress(newest, &merged(&kept));
        }
        for (id, _) in kept.iter().rev() {
            self.delete(id, self.words.t("practice.page.kept"));
        }
    }

    /// The same to read: titles of cards and the sentences chosen.
    pub(super) fn practice_in_words(self) -> Vec<(&'static str, &'static str)> {
        let (words, progress) = (self.words, self.progress());
        let row = |card| {
            let sentence = pages::say(words, &card, progress.answer(&card)?);
            Some((pages::title(words, card.id)?, sentence))
        };
        cards(words).into_iter().filter_map(row).collect()
    }

    fn keep_progress(self, id: &str, progress: &Progress) {
        let title = self.words.t("practice.page.kept");
        self.keep(id, Kind::Progress, title, &progress.write());
    }

    /// The records, the newest first. One whose text is not ours stays as it lies.
    fn kept_progress(self) -> Vec<(String, Progress)> {
        let ours = |entry: &Entry| entry.kind == Some(Kind::Progress);
        let (entries, _) = self.newest(usize::MAX, &ours);
        entries
            .into_iter()
            .filter_map(|entry| {
                self.reread(&entry.id);
                let progress = Progress::read(&self.record(&entry.id)?.body)?;
                Some((entry.id, progress))
            })
            .collect()
    }
}

fn merged(kept: &[(String, Progress)]) -> Progress {
    let mut all = Progress::default();
    for (_, progress) in kept.iter().rev() {
        all.merge(progress);
    }
    all
}
