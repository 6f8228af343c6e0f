//! The words that rules know, each with a number and its classes; found by hash, so that a long text costs little.

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

/// All words known.
#[derive(Debug)]
pub struct Vocabulary {
    /// Numbers of words, at the places that their hashes say; more than half are 0, which is no word.
    slots: Vec<u16>,
    entries: Vec<(&'static str, u8)>,
}

impl Default for Vocabulary {
    fn default() -> Self {
        Self {
            slots: vec![0; 64],
            entries: vec![("", 0)],
        }
    }
}

impl Vocabulary {
    /// The number of a word, from 1; a new one for a new word.
    pub fn number(&mut self, word: &'static str) -> u16 {
        let at = self.place(word);
        if self.slots[at] != 0 {
            return self.slots[at];
        }
        let number = u16::try_from(self.entries.len()).unwrap_or(u16::MAX);
        self.slots[at] = number;
        self.entries.push((word, 0));
        if self.entries.len() * 2 > self.slots.len() {
            self.slots = vec![0; self.slots.len() * 2];
            for (number, (word, _)) in (0..).zip(&self.entries).skip(1) {
                let at = self.place(word);
                self.slots[at] = number;
            }
        }
        number
    }

    /// Puts words into a class.
    pub fn class(&mut self, words: Vec<&'static str>, class: u8) {
        for word in words.into_iter().flat_map(str::split_ascii_whitespace) {
            let number = self.number(word);
            self.entries[usize::from(number)].1 |= class;
        }
    }

    /// The number of a word in small letters; 0 when it is not known.
    pub fn find(&self, word: &str) -> u16 {
        if word.len() > LONGEST {
            return 0;
        }
        self.slots[self.place(word)]
    }

    /// The place of a word, or the free one where it would stand.
    fn place(&self, word: &str) -> usize {
        let mask = self.slots.len() - 1;
        let mut at = hash(word) & mask;
        loop {
            let number = self.slots[at];
            if number == 0 || self.entries[usize::from(number)].0 == word {
                return at;
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
