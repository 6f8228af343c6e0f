//! Shared by the tests: chance that is the same in every run, and how many rounds are asked for.

#![allow(dead_code, reason = "each test file uses a part")]

/// Numbers that look random and are the same in every run.
pub struct Random(u64);

impl Random {
    pub fn new(seed: u64) -> Self {
        Self(seed.wrapping_mul(0x9E37_79B9_7F4A_7C15) | 1)
    }

    pub fn next(&mut self) -> u64 {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        self.0
    }

    pub fn below(&mut self, end: usize) -> usize {
        usize::try_from(self.next() >> 1).unwrap() % end
    }

    pub fn bytes(&mut self, size: usize) -> Vec<u8> {
        (0..size).map(|_| self.next().to_be_bytes()[3]).collect()
    }

    pub fn entropy(&mut self) -> strongbox::Entropy {
        strongbox::Entropy::new(self.bytes(48).try_into().unwrap())
    }
}

/// How many rounds: what `STRONGBOX_COUNT` asks for, or few.
pub fn count(few: usize) -> usize {
    std::env::var("STRONGBOX_COUNT")
        .ok()
        .and_then(|text| text.parse().ok())
        .unwrap_or(few)
}
