//! The names table of a case: who is who. Texts work with stand-ins ("Person A"); the names come last.
//!
//! In: rows of a stand-in and a name, as the person typed them; a text. Out: the same text with stand-ins in the place of the
//! names, and which rows stood in it how often. Nothing here decides for the person who is meant by a word: every name of the
//! table is replaced wherever it stands as a whole word.
//!
//! The table is kept among the logs of the case, under a key of its own: versions that do not know it leave it as it is
//! ([`Logs`]), and whatever goes through [`Log::ALL`](super::logs::Log::ALL) does not see it.

use super::Words;
use super::alphabet::{is_letter_or_digit, small};
use super::logs::{Logs, Row};
use super::sorted::sorted;

/// The key of the table among the logs.
const TABLE: &str = "names";
/// The column with what stands in the texts.
pub const STAND_IN: &str = "stand-in";
/// The column with who that is: a name, and other spellings of it after semicolons.
pub const NAME: &str = "name";
/// The columns, in the order in which they are asked for.
pub const COLUMNS: [&str; 2] = [STAND_IN, NAME];

/// Why a row does not do. Sentences: its id, and the next step under `<id>.next`.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum NamesError {
    /// No stand-in was given.
    NoStandIn,
    /// Another row has this stand-in.
    SameStandIn,
    /// No name was given.
    NoName,
    /// The name, or one of its spellings, stands in another row.
    SameName,
    /// A name of the table stands in a stand-in, so replacing it would not take it out.
    NameInStandIn,
}

impl NamesError {
    /// The id of its sentence.
    #[must_use]
    pub const fn id(self) -> &'static str {
        match self {
            Self::NoStandIn => "error.names-no-stand-in",
            Self::SameStandIn => "error.names-same-stand-in",
            Self::NoName => "error.names-no-name",
            Self::SameName => "error.names-same-name",
            Self::NameInStandIn => "error.names-in-stand-in",
        }
    }

    /// The column that it is about.
    #[must_use]
    pub const fn column(self) -> &'static str {
        match self {
            Self::NoStandIn | Self::SameStandIn | Self::NameInStandIn => STAND_IN,
            Self::NoName | Self::SameName => NAME,
        }
    }
}

/// The rows of the names table.
#[must_use]
pub fn table(logs: &Logs) -> &[Row] {
    logs.under(TABLE)
}

/// Puts rows in the place of those that the table had; what holds nothing is no row.
pub fn set(logs: &mut Logs, mut rows: Vec<Row>) {
    rows.retain(|row| !row.is_empty());
    logs.put(TABLE, rows);
}

/// A row of the two columns that this version knows.
#[must_use]
pub fn known(row: &Row) -> Row {
    let mut made = Row::default();
    for column in COLUMNS {
        made.set(column, row.get(column));
    }
    made
}

/// The stand-in for the next row: the first letter that no row has yet.
#[must_use]
pub fn next(words: &Words, rows: &[Row]) -> String {
    let alphabet: Vec<&str> = words.t("names.letters").split(' ').collect();
    let made = (0..=rows.len()).map(|at| words.fill("names.person", &[("letter", &letters(&alphabet, at))]));
    let mut free = made.filter(|one| !rows.iter().any(|row| same(row.get(STAND_IN), one)));
    free.next().unwrap_or_default()
}

/// A, B, ... Z, AA, AB, ..., in the letters that a language counts with.
fn letters(alphabet: &[&str], at: usize) -> String {
    let mut out = String::new();
    let mut rest = at + 1;
    while rest > 0 {
        rest -= 1;
        out.insert_str(
            0,
            alphabet.get(rest % alphabet.len()).copied().unwrap_or_default(),
        );
        rest /= alphabet.len();
    }
    out
}

/// What is wrong with a row, if something is.
#[must_use]
pub fn wrong(rows: &[Row], at: usize) -> Option<NamesError> {
    let row = rows.get(at)?;
    let others = || rows.iter().enumerate().filter(move |(other, _)| *other != at);
    let (stand_in, names) = (row.get(STAND_IN), spellings(row.get(NAME)));
    if plain(stand_in).is_empty() {
        return Some(NamesError::NoStandIn);
    }
    if others().any(|(_, other)| same(other.get(STAND_IN), stand_in)) {
        return Some(NamesError::SameStandIn);
    }
    if names.is_empty() {
        return Some(NamesError::NoName);
    }
    let taken = |name| others().any(|(_, other)| spellings(other.get(NAME)).contains(name));
    if names.iter().any(taken) {
        return Some(NamesError::SameName);
    }
    let mut finder = Finder::new(rows);
    for row in rows {
        let _ = finder.without_names(row.get(STAND_IN));
    }
    let touched = finder.times.iter().any(|times| *times > 0);
    touched.then_some(NamesError::NameInStandIn)
}

/// Whether two texts read the same, but for capitals, spaces and marks that nobody sees.
fn same(one: &str, other: &str) -> bool {
    plain(one) == plain(other)
}

/// The spellings that stand in one field, as they are compared.
fn spellings(names: &str) -> Vec<Vec<char>> {
    let all = names.split([';', '\u{61b}', '\u{ff1b}']).map(plain);
    all.filter(|one| !one.is_empty()).collect()
}

/// Small letters, one space for any white space, nothing that cannot be seen.
fn plain(text: &str) -> Vec<char> {
    let mut out: Vec<char> = Vec::new();
    for c in text.trim().chars().filter(|c| !unseen(*c)) {
        if !c.is_whitespace() {
            out.push(small(c));
        } else if out.last().is_some_and(|last| *last != ' ') {
            out.push(' ');
        }
    }
    while out.last() == Some(&' ') {
        out.pop();
    }
    out
}

/// Marks that change nothing one can see: soft hyphens, joiners, directions.
const fn unseen(c: char) -> bool {
    matches!(c, '\u{ad}' | '\u{61c}' | '\u{200b}'..='\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2060}'..='\u{206f}' | '\u{fe00}'..='\u{fe0f}' | '\u{feff}')
}

/// Letters of scripts that put no spaces between words: there any place may be the end of one.
const fn unspaced(c: char) -> bool {
    matches!(c, '\u{e00}'..='\u{eff}' | '\u{1000}'..='\u{109f}' | '\u{1780}'..='\u{17ff}' | '\u{2e80}'..='\u{d7ff}' | '\u{f900}'..='\u{faff}' | '\u{ff66}'..='\u{ffdc}' | '\u{20000}'..)
}

/// Whether a word goes on between these two.
const fn goes_on(one: char, other: char) -> bool {
    let accent = matches!(other, '\u{300}'..='\u{36f}');
    is_letter_or_digit(one) && (is_letter_or_digit(other) || accent) && !unspaced(one) && !unspaced(other)
}

/// Puts stand-ins in the place of names, and counts.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Finder {
    /// Spelling and row, the longest spelling first.
    names: Vec<(Vec<char>, usize)>,
    stand_ins: Vec<String>,
    /// How often each row was found so far.
    pub times: Vec<usize>,
}

impl Finder {
    /// One for this table.
    #[must_use]
    pub fn new(rows: &[Row]) -> Self {
        let names = rows.iter().enumerate().flat_map(|(at, row)| {
            let spelled = spellings(row.get(NAME)).into_iter();
            spelled.map(move |one| (one, at))
        });
        Self {
            names: sorted(names, |one, other| one.0.len() < other.0.len()),
            stand_ins: rows
                .iter()
                .map(|row| row.get(STAND_IN).trim().to_owned())
                .collect(),
            times: vec![0; rows.len()],
        }
    }

    /// The text with each name replaced by its stand-in; everything else is as it was. What follows a name, such as the end of a
    /// possessive, stays.
    #[must_use]
    pub fn without_names(&mut self, text: &str) -> String {
        let chars: Vec<char> = text.chars().collect();
        // For each character the number of the finding that it belongs to, from 1: long names first, and where two overlap, what
        // is left of the shorter one goes as well.
        let mut owner = vec![0; chars.len()];
        let mut found = Vec::new();
        for (name, row) in &self.names {
            for start in 0..chars.len() {
                let Some(end) = reaches(&chars, start, name) else {
                    continue;
                };
                if owner[start..end].contains(&0) {
                    found.push(*row);
                    for one in owner[start..end].iter_mut().filter(|one| **one == 0) {
                        *one = found.len();
                    }
                }
            }
        }
        let mut out = String::with_capacity(text.len());
        let mut last = 0;
        for (c, number) in chars.into_iter().zip(owner) {
            if number == 0 {
                out.push(c);
            } else if number != last {
                let row = found[number - 1];
                if last != 0 {
                    out.push(' ');
                }
                out.push_str(&self.stand_ins[row]);
                self.times[row] += 1;
            }
            last = number;
        }
        out
    }
}

/// Where the name ends that begins here as a whole word, if it does.
fn reaches(chars: &[char], start: usize, name: &[char]) -> Option<usize> {
    let first = *chars.get(start)?;
    if small(first) != *name.first()? {
        return None;
    }
    let before = chars[..start].iter().rev().find(|c| !unseen(**c));
    if before.is_some_and(|before| goes_on(*before, first)) {
        return None;
    }
    let mut at = start;
    for wanted in name {
        while chars.get(at).is_some_and(|c| unseen(*c)) {
            at += 1;
        }
        let given = *chars.get(at)?;
        at += 1;
        if *wanted == ' ' {
            if !given.is_whitespace() {
                return None;
            }
            while chars.get(at).is_some_and(|c| c.is_whitespace() || unseen(*c)) {
                at += 1;
            }
        } else if small(given) != *wanted {
            return None;
        }
    }
    // What says how an emoji is drawn belongs to it.
    while matches!(chars.get(at), Some('\u{fe00}'..='\u{fe0f}')) {
        at += 1;
    }
    let after = chars[at..].iter().find(|c| !unseen(**c));
    match after {
        Some(after) if name.last().is_some_and(|last| goes_on(*last, *after)) => None,
        _ => Some(at),
    }
}

/// The text without e-mail addresses: `instead` stands in the place of each.
#[must_use]
pub fn without_addresses(text: &str, instead: &str) -> String {
    let chars: Vec<char> = text.chars().collect();
    let mut out = String::with_capacity(text.len());
    let mut at = 0;
    while at < chars.len() {
        let end = chars[at..]
            .iter()
            .position(|c| around(*c))
            .map_or(chars.len(), |far| at + far);
        let word = &chars[at..end];
        let inner = word.iter().position(|c| *c == '@');
        if inner.is_some_and(|inner| inner > 0 && inner + 1 < word.len()) {
            // A full stop behind it belongs to the sentence.
            let dots = word.iter().rev().take_while(|c| **c == '.').count();
            out.push_str(instead);
            out.extend(std::iter::repeat_n('.', dots));
        } else {
            out.extend(word);
        }
        out.extend(chars.get(end));
        at = end + 1;
    }
    out
}

/// What can stand around an address, and not in it.
const fn around(c: char) -> bool {
    c.is_whitespace()
        || matches!(
            c,
            '<' | '>'
                | '('
                | ')'
                | '['
                | ']'
                | '{'
                | '}'
                | ','
                | ';'
                | ':'
                | '"'
                | '“'
                | '”'
                | '«'
                | '»'
                | '。'
                | '，'
                | '；'
                | '：'
        )
}
