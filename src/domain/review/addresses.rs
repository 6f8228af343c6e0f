//! E-mail addresses in running text, and whether an address reaches more than one person (4.2.1; invariant 12).

use std::ops::Range;

use crate::domain::Words;

/// How many people an address seems to reach.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Reach {
    /// One person, as far as the address shows.
    One,
    /// An office's mailbox: several people may read it.
    Mailbox,
    /// A list, a group, a reflector.
    Group,
}

/// The words by which such addresses are known.
#[derive(Debug)]
pub struct Known {
    group: Vec<&'static str>,
    domains: Vec<&'static str>,
    mailbox: Vec<&'static str>,
}

impl Known {
    /// Reads them from the words of a locale.
    #[must_use]
    pub fn new(words: &Words) -> Self {
        Self {
            group: words.list("review.group-address.words"),
            domains: words.list("review.group-address.domains"),
            mailbox: words.list("review.group-address.mailboxes"),
        }
    }

    /// What the address shows. Decided by the words of its local part, cut at dots, dashes, underscores and plus signs and
    /// freed of digits at their ends (`wg3`), and by the labels of its domain (`lists`).
    #[must_use]
    pub fn reach(&self, address: &str) -> Reach {
        let address = address.trim().to_ascii_lowercase();
        let (local, domain) = address.split_once('@').unwrap_or((&address, ""));
        let names = |known: &[&str]| {
            local
                .split(['.', '-', '_', '+', '/'])
                .any(|word| known.contains(&word.trim_end_matches(|c: char| c.is_ascii_digit())))
        };
        if names(&self.group) || domain.split('.').any(|label| self.domains.contains(&label)) {
            Reach::Group
        } else if names(&self.mailbox) {
            Reach::Mailbox
        } else {
            Reach::One
        }
    }
}

/// Whether a byte may stand in an address in running text.
const fn of_address(b: u8) -> bool {
    b.is_ascii_alphanumeric() || matches!(b, b'.' | b'-' | b'_' | b'+' | b'%' | b'\'')
}

/// Where addresses stand in a text. One pass: the look to either side of an `@` ends where the last one ended.
#[must_use]
pub fn find(text: &str) -> Vec<Range<usize>> {
    let bytes = text.as_bytes();
    let mut found = Vec::new();
    let mut floor = 0;
    for (at, _) in text.match_indices('@') {
        if at < floor {
            continue;
        }
        let mut start = at;
        while start > floor && of_address(bytes[start - 1]) {
            start -= 1;
        }
        let mut end = at + 1;
        while end < bytes.len() && of_address(bytes[end]) {
            end += 1;
        }
        floor = end;
        while end > at && matches!(bytes[end - 1], b'.' | b'-' | b'\'' | b'_') {
            end -= 1;
        }
        if start < at && bytes[at..end].contains(&b'.') {
            found.push(start..end);
        }
    }
    found
}
