//! Search over everything there is to read and to write: instant, and forgiving of slips of the keyboard.
//!
//! In: the words. Out: an [`Index`], made once, and for what was typed the places that fit best. No list of words comes with the
//! packs: it is made from the texts on the device, in one pass, when somebody comes to search.

mod likeness;
mod places;

use super::Words;
use super::alphabet;
use super::answers::Answers;
use super::interview::{Question, path};
use super::pack::PARAGRAPH;
use likeness::{alike, each_word};
use places::{INTERVIEWS, LISTS, SCREENS};

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
/// A word that stands nowhere is shortened from its end, letter by letter, down to so many letters and to half of it.
const STEM: usize = 4;
/// Longer input is cut: nobody searches for a page of text.
const TYPED: usize = 120;
/// As many places are shown.
const SHOWN: usize = 12;
/// The first entries of the table; enough for one language, so that it is seldom made anew.
const ROOM: usize = 1 << 14;

/// The index of everything that these words hold, made at once.
#[must_use]
pub fn index(words: &Words) -> Index {
    let mut index = Index::default();
    index.go_on(words, usize::MAX);
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
            } else if let Some(id) = id
                .strip_prefix("question.")
                .and_then(|id| id.strip_suffix(".ask"))
            {
                read += self.add_question(words, id, text);
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

    /// What can be answered leads to its question; where only other answers lead there, to the beginning of its interview. Says how much
    /// was read.
    fn add_question(&mut self, words: &Words, id: &str, ask: &'static str) -> usize {
        let asked = |(questions, at, name): &(&'static [Question], &'static str, &'static str)| {
            let question = questions.iter().find(|question| question.id == id)?;
            let first = path(questions, &Answers::default())
                .iter()
                .any(|one| one.id == id);
            Some((question, *at, if first { ask } else { words.get(name)? }, first))
        };
        let Some((question, at, title, first)) = INTERVIEWS.iter().find_map(asked) else {
            return 0;
        };
        let says = |option: &&str| {
            let part = |part: &str| words.get(&format!("question.{id}.option.{option}.{part}"));
            [part("say"), part("help")]
        };
        let options = question.options().iter().flat_map(says).flatten();
        let lines: Vec<&'static str> = std::iter::once(ask).chain(options).collect();
        let read = lines.iter().map(|line| line.len()).sum();
        let address = if first {
            format!("{at}/{id}")
        } else {
            at.to_owned()
        };
        // What a page says about a matter comes before where it is asked.
        self.add_weighed(address, title, lines, TEXT);
        read
    }

    fn add(&mut self, address: String, title: &'static str, lines: Vec<&'static str>) {
        self.add_weighed(address, title, lines, TITLE);
    }

    fn add_weighed(&mut self, address: String, title: &'static str, lines: Vec<&'static str>, named: u16) {
        let Ok(number) = u16::try_from(self.places.len()) else {
            return;
        };
        let weighed = std::iter::once((title, named)).chain(lines.iter().map(|line| (*line, TEXT)));
        for (text, weight) in weighed {
            each_word(text, |word| self.count(word, number, weight));
        }
        // A clause is known by its number, a page by its address; nobody knows a practice card by its own.
        if !address.starts_with("practice/") && named == TITLE {
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
            for (number, likeness) in self.like(term, open && at + 1 == terms.len()) {
                let entry = &self.entries[number];
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
            // Several questions may lead to the beginning of their interview.
            if found
                .iter()
                .any(|one: &Found<'_>| one.place.address == place.address)
            {
                continue;
            }
            found.push(Found {
                place,
                line: self.line(place, &near),
            });
        }
        found
    }

    /// The words that are like a typed one, and how much. Where there is none, those that begin as it does, as far as any does.
    fn like(&self, term: &str, open: bool) -> Vec<(usize, u32)> {
        let all = || (0..self.entries.len()).map(|number| (number, self.word(number)));
        let whole: Vec<(usize, u32)> = all()
            .map(|(number, word)| (number, alike(term, word, open)))
            .filter(|(_, likeness)| *likeness > 0)
            .collect();
        let letters = term.chars().count();
        let fewest = STEM.max(letters.div_ceil(2));
        if !whole.is_empty() || letters <= STEM || term.starts_with(|c: char| c.is_ascii_digit()) {
            return whole;
        }
        let mut longest = fewest;
        let mut begun: Vec<(usize, u32)> = Vec::new();
        for (number, word) in all() {
            let common = term.chars().zip(word.chars()).take_while(|(a, b)| a == b).count();
            if common > longest {
                longest = common;
                begun.clear();
            }
            if common == longest {
                begun.push((number, 1));
            }
        }
        begun
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
