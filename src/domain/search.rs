//! Search over everything there is to read and to write: instant, and forgiving of slips of the keyboard.
//!
//! In: the words. Out: an [`Index`], made once, and for what was typed the places that fit best. No list of words comes with the
//! packs: it is made from the texts on the device, in one pass, when somebody comes to search.

use super::Words;
use super::alphabet;
use super::pack::PARAGRAPH;

/// A place that can be found.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Place {
    /// Its address, without `#/`.
    pub address: String,
    /// Its name.
    pub title: &'static str,
    /// Its texts, one after another, marks included.
    lines: Vec<&'static str>,
}

/// A place that was found.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Found<'i> {
    /// Where.
    pub place: &'i Place,
    /// The first of its texts that holds one of the words, or its first one.
    pub line: &'static str,
}

/// Words of all places, each with the places where it stands.
#[derive(Debug, Default)]
pub struct Index {
    places: Vec<Place>,
    /// All different words one after another, folded.
    letters: String,
    entries: Vec<Entry>,
    /// Entry numbers by the hash of their word, plus one; 0 is free. Its length is a power of two.
    table: Vec<u32>,
    /// How many of the words were read.
    read: usize,
    /// Whether there is nothing left to read.
    whole: bool,
}

/// One word.
#[derive(Debug)]
struct Entry {
    start: usize,
    end: usize,
    /// Places and how much the word weighs there.
    stands: Vec<(u16, u16)>,
}

/// A word in a title says more than one in a text.
const TITLE: u16 = 12;
const TEXT: u16 = 1;
/// As many times as a word is counted in one place.
const OFTEN: u16 = 24;
/// Longer input is cut: nobody searches for a page of text.
const TYPED: usize = 120;
/// As many places are shown.
const SHOWN: usize = 12;
/// The first entries of the table; enough for one language, so that it is seldom made anew.
const ROOM: usize = 1 << 14;

/// Pages that list everything would be found for everything.
const LISTS: [&str; 2] = ["page.coverage", "page.unknown"];

/// Screens of the app: address, id of the name, ids of texts.
const SCREENS: [(&str, &str, &[&str]); 22] = [
    ("assess", "assess.title", &["interview.assess.lead"]),
    ("result", "assess.result.title", &["assess.result.finding"]),
    ("situation", "situation.title", &["interview.situation.lead"]),
    ("plan", "plan.title", &["home.plan.text"]),
    ("respond", "lens.respond.find", &["lens.respond.lead"]),
    ("respond/plan", "lens.respond.find-plan", &["lens.respond.lead"]),
    ("handle", "lens.handle.find", &["lens.handle.lead"]),
    ("handle/plan", "lens.handle.find-plan", &["lens.handle.lead"]),
    ("answers", "answers.title", &["answers.lead"]),
    ("map", "map.title", &["map.lead"]),
    (
        "ledger",
        "log.steps.title",
        &[
            "ledger.stages",
            "log.steps.list",
            "log.steps.lead",
            "log.steps.note",
        ],
    ),
    ("told", "log.told.title", &["log.told.lead", "log.told.note"]),
    (
        "papers",
        "log.papers.title",
        &["log.papers.list", "log.papers.lead", "log.papers.note"],
    ),
    ("names", "names.title", &["names.lead", "names.column.name.label"]),
    ("hand-over", "handover.title", &["handover.lead", "handover.care"]),
    (
        "hand-over/open",
        "handover.receive.title",
        &["handover.receive.lead", "handover.receive.care"],
    ),
    ("write", "write.title", &["write.lead"]),
    ("write/respond", "write.find-respond", &["write.group.answer"]),
    ("write/handle", "write.find-handle", &["write.group.officer"]),
    (
        "notes",
        "notes.title",
        &[
            "notes.lead",
            "keep.shared-title",
            "keep.forget-title",
            "keep.forget",
        ],
    ),
    ("practice", "practice.page.title", &["practice.page.lead"]),
    (
        "practice/print",
        "practice.page.print-title",
        &["practice.page.print-lead"],
    ),
];

/// The index of everything that these words hold, made at once.
#[must_use]
pub fn index(words: &Words) -> Index {
    let mut index = Index::default();
    index.finish(words);
    index
}

impl Index {
    /// Reads so many bytes of the texts more, and says whether that was the rest: made a little at a time, it keeps nobody waiting.
    pub fn go_on(&mut self, words: &Words, most: usize) -> bool {
        if self.whole {
            return true;
        }
        if self.table.is_empty() {
            self.table = vec![0; ROOM];
            for (address, name, texts) in SCREENS {
                // One whose words did not arrive has nothing to be found by.
                if let Some(name) = words.get(name) {
                    let texts = texts.iter().filter_map(|id| words.get(id));
                    self.add(address.to_owned(), name, texts.collect());
                }
            }
        }
        let mut read = 0;
        for (id, text) in words.iter().skip(self.read) {
            if read >= most {
                return false;
            }
            self.read += 1;
            if let Some(address) = id.strip_prefix("page.").filter(|_| !LISTS.contains(&id)) {
                let mut lines = text.split(PARAGRAPH);
                let title = lines.next().unwrap_or_default();
                let title = title.strip_prefix("# ").unwrap_or(title);
                self.add(address.to_owned(), title, lines.collect());
            } else if let Some(key) = id
                .strip_prefix("message.")
                .and_then(|id| id.strip_suffix(".name"))
            {
                let more = ["lead", "when"].map(|part| words.get(&format!("message.{key}.{part}")));
                self.add(format!("begin/{key}"), text, more.into_iter().flatten().collect());
            } else if let Some(key) = id
                .strip_prefix("practice.card.")
                .and_then(|id| id.strip_suffix(".title"))
            {
                let story = words.get(&format!("practice.card.{key}.story"));
                self.add(format!("practice/{key}"), text, story.into_iter().collect());
            } else {
                continue;
            }
            read += text.len();
        }
        for number in 0..self.places.len() {
            let keywords = words.get(&format!("find.{}", self.places[number].address));
            self.also_by(number, keywords.unwrap_or_default());
        }
        self.whole = true;
        true
    }

    /// Reads the rest.
    pub fn finish(&mut self, words: &Words) {
        self.go_on(words, usize::MAX);
    }

    fn add(&mut self, address: String, title: &'static str, lines: Vec<&'static str>) {
        let Ok(number) = u16::try_from(self.places.len()) else {
            return;
        };
        let weighed = std::iter::once((title, TITLE)).chain(lines.iter().map(|line| (*line, TEXT)));
        for (text, weight) in weighed {
            each_word(text, |word| self.count(word, number, weight));
        }
        // A clause is known by its number, a page by its address; nobody knows a practice card by its own.
        if !address.starts_with("practice/") {
            each_word(&address, |word| self.count(word, number, TITLE));
        }
        self.places.push(Place {
            address,
            title,
            lines,
        });
    }

    /// Makes a place known by words that do not stand on it.
    fn also_by(&mut self, place: usize, keywords: &str) {
        if let Ok(number) = u16::try_from(place) {
            each_word(keywords, |word| self.count(word, number, TITLE));
        }
    }

    fn count(&mut self, word: &str, place: u16, weight: u16) {
        let at = self.slot(word);
        if self.table[at] == 0 {
            let start = self.letters.len();
            self.letters.push_str(word);
            let stands = Vec::new();
            self.entries.push(Entry {
                start,
                end: self.letters.len(),
                stands,
            });
            self.table[at] = u32::try_from(self.entries.len()).unwrap_or(u32::MAX);
            if self.entries.len() * 2 > self.table.len() {
                self.grow();
            }
        }
        let at = self.slot(word);
        let Some(entry) = self.entries.get_mut(self.table[at] as usize - 1) else {
            return;
        };
        match entry.stands.last_mut() {
            Some((last, sum)) if *last == place => *sum = (*sum + weight).min(OFTEN),
            _ => entry.stands.push((place, weight)),
        }
    }

    /// Where a word stands in the table, or would.
    fn slot(&self, word: &str) -> usize {
        let mask = self.table.len() - 1;
        let hash = word.bytes().fold(0x811c_9dc5_u32, |hash, byte| {
            (hash ^ u32::from(byte)).wrapping_mul(0x0100_0193)
        });
        let mut at = hash as usize & mask;
        while self.table[at] != 0 && self.word(self.table[at] as usize - 1) != word {
            at = (at + 1) & mask;
        }
        at
    }

    fn grow(&mut self) {
        self.table = vec![0; self.table.len() * 2];
        for number in 0..self.entries.len() {
            let at = self.slot(self.word(number));
            self.table[at] = u32::try_from(number + 1).unwrap_or(u32::MAX);
        }
    }

    fn word(&self, number: usize) -> &str {
        &self.letters[self.entries[number].start..self.entries[number].end]
    }

    /// The places that hold every word typed, as it stands or nearly, the best first.
    #[must_use]
    pub fn find(&self, typed: &str) -> Vec<Found<'_>> {
        let typed: String = typed.chars().take(TYPED).collect();
        let mut terms: Vec<String> = Vec::new();
        each_word(&typed, |word| terms.push(word.to_owned()));
        // The last word may still be in the making.
        let open = typed
            .chars()
            .next_back()
            .is_some_and(alphabet::is_letter_or_digit);
        let mut scores = vec![0_u32; self.places.len()];
        let mut met = vec![0_usize; self.places.len()];
        let mut near: Vec<usize> = Vec::new();
        for (at, term) in terms.iter().enumerate() {
            let mut best = vec![0_u32; self.places.len()];
            for (number, entry) in self.entries.iter().enumerate() {
                let likeness = alike(term, self.word(number), open && at + 1 == terms.len());
                if likeness == 0 {
                    continue;
                }
                near.push(number);
                // A word that stands everywhere says little.
                let rare = 4096
                    / (u32::try_from(entry.stands.len())
                        .unwrap_or(u32::MAX)
                        .saturating_add(8));
                for (place, weight) in &entry.stands {
                    let score = likeness * rare * u32::from(*weight + 4);
                    let there = &mut best[usize::from(*place)];
                    *there = (*there).max(score);
                }
            }
            for (place, score) in best.iter().enumerate().filter(|(_, score)| **score > 0) {
                scores[place] = scores[place].saturating_add(*score);
                met[place] += 1;
            }
        }
        let most = met.iter().copied().max().unwrap_or(0);
        let mut found = Vec::new();
        while found.len() < SHOWN && most > 0 {
            let open = scores
                .iter()
                .enumerate()
                .filter(|(place, score)| **score > 0 && met[*place] == most);
            let Some(best) = open.fold(None, |best: Option<(usize, u32)>, (place, score)| match best {
                Some((_, top)) if top >= *score => best,
                _ => Some((place, *score)),
            }) else {
                break;
            };
            scores[best.0] = 0;
            let place = &self.places[best.0];
            found.push(Found {
                place,
                line: self.line(place, &near),
            });
        }
        found
    }

    fn line(&self, place: &Place, near: &[usize]) -> &'static str {
        let holds = |line: &str| {
            let mut there = false;
            each_word(line, |word| {
                let at = self.slot(word);
                there |= self.table[at] > 0 && near.contains(&(self.table[at] as usize - 1));
            });
            there
        };
        let first = place
            .lines
            .iter()
            .find(|line| holds(line))
            .or(place.lines.first());
        first.copied().unwrap_or_default()
    }
}

/// Calls `visit` for each word of a text, folded. Numbers keep their dots: 2.1.3 is one word.
fn each_word(text: &str, mut visit: impl FnMut(&str)) {
    let mut word = String::new();
    // Whether the character before stands in a pair with this one.
    let mut ends_run = false;
    let mut chars = text.chars().peekable();
    while let Some(c) = chars.next() {
        if alphabet::is_ideograph(c) {
            // No blanks between words: two characters side by side are looked for as one.
            if !word.is_empty() {
                visit(&word);
                word.clear();
            }
            let mut pair = String::from(c);
            if let Some(next) = chars.peek().filter(|next| alphabet::is_ideograph(**next)) {
                pair.push(*next);
            } else if ends_run {
                ends_run = false;
                continue;
            }
            ends_run = pair.len() > c.len_utf8();
            visit(&pair);
            continue;
        }
        let dot = c == '.'
            && word.bytes().all(|byte| byte.is_ascii_digit() || byte == b'.')
            && chars.peek().is_some_and(char::is_ascii_digit);
        if alphabet::is_letter_or_digit(c) || (dot && !word.is_empty()) {
            fold(c, &mut word);
        } else if !word.is_empty() && !matches!(c, '’' | '\'') {
            visit(&word);
            word.clear();
        }
    }
    if !word.is_empty() {
        visit(&word);
    }
}

/// A letter without its accent, small; the letters of Arabic as they are read, whichever way they are written.
fn fold(c: char, word: &mut String) {
    const LATIN: &[u8; 64] = b"aaaaaaaceeeeiiiidnooooo*ouuuuypsaaaaaaaceeeeiiiidnooooo*ouuuuypy";
    match c {
        '\u{c0}'..='\u{ff}' => word.push(char::from(LATIN[c as usize - 0xc0])),
        'ё' | 'Ё' => word.push('е'),
        'آ' | 'أ' | 'إ' => word.push('ا'),
        'ى' => word.push('ي'),
        'ة' => word.push('ه'),
        '\u{640}' | '\u{64b}'..='\u{652}' | '\u{670}' => {}
        c => word.push(alphabet::small(c)),
    }
}

/// How alike a typed word and a word are: 0 not at all, 8 the same.
fn alike(term: &str, word: &str, open: bool) -> u32 {
    if term == word {
        return 8;
    }
    let digits = term.starts_with(|c: char| c.is_ascii_digit());
    let long = term.chars().count();
    if word.starts_with(term) && (open || digits || long >= 4) {
        return if open { 5 } else { 4 };
    }
    let slips = match long {
        _ if digits => 0,
        0..4 => 0,
        4..8 => 1,
        _ => 2,
    };
    if slips == 0 {
        return 0;
    }
    let near = if term.is_ascii() {
        nearly(term.as_bytes(), word.as_bytes(), slips, open)
    } else {
        let letters = |text: &str| text.chars().collect::<Vec<char>>();
        nearly(&letters(term), &letters(word), slips, open)
    };
    if near { 2 } else { 0 }
}

/// Whether a word, or its beginning where it is still being typed, differs by a slip only.
fn nearly<T: PartialEq>(term: &[T], word: &[T], slips: usize, open: bool) -> bool {
    let begun = open && word.len() > term.len();
    within(term, word, slips) || (begun && within(term, &word[..term.len()], 1))
}

/// Whether one becomes the other by at most so many letters left out, put in, changed or swapped with the next.
fn within<T: PartialEq>(one: &[T], other: &[T], slips: usize) -> bool {
    match (one, other) {
        _ if one.len().abs_diff(other.len()) > slips => false,
        ([], []) => true,
        ([a, rest @ ..], [b, tail @ ..]) if a == b => within(rest, tail, slips),
        _ if slips == 0 => false,
        ([a, b, rest @ ..], [c, d, tail @ ..]) if a == d && b == c && within(rest, tail, slips - 1) => true,
        ([_, rest @ ..], [_, tail @ ..]) if within(rest, tail, slips - 1) => true,
        ([_, rest @ ..], _) if within(rest, other, slips - 1) => true,
        (_, [_, tail @ ..]) => within(one, tail, slips - 1),
        _ => false,
    }
}
