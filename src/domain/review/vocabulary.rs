//! The words that rules know, each with a number and its classes; found by hash, so that a long text costs little.

use std::collections::BTreeMap;

/// Class: may begin a sentence before a name, and is no name.
pub const STARTER: u8 = 1;
/// Class: a capitalised word that belongs to no person's name.
pub const NOT_NAME: u8 = 2;
/// Class: stands before a name.
pub const TITLE: u8 = 4;
/// Class: a small word inside a name.
pub const PARTICLE: u8 = 8;
/// Class: shouted when it stands in capitals.
pub const SHOUT: u8 = 16;

/// Longest word that a rule may know, in bytes.
const LONGEST: usize = 40;

/// Words being collected.
#[derive(Debug, Default)]
pub struct Collect(BTreeMap<&'static str, (u16, u8)>);

impl Collect {
    /// The number of a word, from 1; a new one for a new word.
    pub fn number(&mut self, word: &'static str) -> u16 {
        let next = u16::try_from(self.0.len() + 1).unwrap_or(u16::MAX);
        self.0.entry(word).or_insert((next, 0)).0
    }

    /// Puts words into a class.
    pub fn class(&mut self, words: Vec<&'static str>, class: u8) {
        for word in words.into_iter().flat_map(str::split_ascii_whitespace) {
            self.number(word);
            if let Some(entry) = self.0.get_mut(word) {
                entry.1 |= class;
            }
        }
    }

    /// Closes the collection.
    pub fn close(self) -> Vocabulary {
        let size = (self.0.len() * 2 + 2).next_power_of_two();
        let mut slots = vec![0; size];
        let mut entries = vec![("", 0); self.0.len() + 1];
        for (word, (number, class)) in self.0 {
            let mut at = hash(word) & (size - 1);
            while slots[at] != 0 {
                at = (at + 1) & (size - 1);
            }
            slots[at] = number;
            entries[usize::from(number)] = (word, class);
        }
        Vocabulary { slots, entries }
    }
}

/// All words known.
#[derive(Debug)]
pub struct Vocabulary {
    slots: Vec<u16>,
    entries: Vec<(&'static str, u8)>,
}

impl Vocabulary {
    /// The number of a word in small letters; 0 when it is not known.
    pub fn find(&self, word: &str) -> u16 {
        if word.len() > LONGEST {
            return 0;
        }
        let mask = self.slots.len() - 1;
        let mut at = hash(word) & mask;
        loop {
            let number = self.slots[at];
            if number == 0 || self.entries[usize::from(number)].0 == word {
                return number;
            }
            at = (at + 1) & mask;
        }
    }

    /// Whether the word with this number is in a class.
    pub fn is(&self, word: u16, class: u8) -> bool {
        self.entries[usize::from(word)].1 & class != 0
    }
}

/// FNV-1a.
fn hash(word: &str) -> usize {
    let mixed = word.bytes().fold(0x811c_9dc5_u32, |hash, byte| {
        (hash ^ u32::from(byte)).wrapping_mul(0x0100_0193)
    });
    (mixed ^ (mixed >> 15)) as usize
}
