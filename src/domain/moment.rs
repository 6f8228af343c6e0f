//! A moment as people read it: the day with the month in words, since 3/4 means two days, depending on who reads it.
//!
//! In: the parts of a moment by the device's own zone. Out: its text in the language of the words. Asking the browser for it would
//! take a list on an old phone a tenth of a second before its first line is there.

use super::Words;

/// A moment, by the device's own clock and zone.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Moment {
    /// The year, such as 2026.
    pub year: u32,
    /// 1 to 12.
    pub month: u32,
    /// 1 to 31.
    pub day: u32,
    /// 0 to 23.
    pub hour: u32,
    /// 0 to 59.
    pub minute: u32,
}

impl Moment {
    /// Hours and minutes, `09:05`: the same in every language of the guide.
    #[must_use]
    pub fn time(self) -> String {
        format!("{:02}:{:02}", self.hour, self.minute)
    }

    /// The day as ISO 8601 writes it, `2026-03-09`.
    #[must_use]
    pub fn date(self) -> String {
        format!("{:04}-{:02}-{:02}", self.year, self.month, self.day)
    }

    /// Day and time in the language of these words.
    #[must_use]
    pub fn written(self, words: &Words) -> String {
        let at = usize::try_from(self.month).unwrap_or_default().saturating_sub(1);
        let month = words.t("date.months").split(' ').nth(at).unwrap_or_default();
        words.fill(
            "date.moment",
            &[
                ("day", &self.day.to_string()),
                ("month", month),
                ("year", &self.year.to_string()),
                ("time", &self.time()),
            ],
        )
    }
}
