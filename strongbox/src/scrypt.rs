//! scrypt (RFC 7914) with r = 8 and p = 1, in steps: a passphrase becomes a key slowly and with much memory, so that guessing is
//! dear, and whoever waits sees how far it is.

use pbkdf2::pbkdf2_hmac;
use sha2::Sha256;
use zeroize::{Zeroize, Zeroizing};

use crate::Refusal;

/// Words in one block of the function beneath, and in the state, which is 16 of them.
const BLOCK: usize = 16;
const STATE: usize = 16 * BLOCK;

type State = [u32; STATE];

/// A key in the making.
pub struct Derivation {
    passphrase: Zeroizing<Vec<u8>>,
    state: Zeroizing<State>,
    /// Every state of the first half, which the second half reads at random.
    memory: Zeroizing<Vec<u32>>,
    rounds: u32,
    done: u32,
}

impl Derivation {
    /// Begins.
    ///
    /// # Errors
    /// [`Refusal::NoMemory`] when the device has no room: 128 bytes times 8 for each of the `2^log_n` states.
    pub fn start(passphrase: &[u8], salt: &[u8], log_n: u8) -> Result<Self, Refusal> {
        let rounds = 1u32.checked_shl(log_n.into()).ok_or(Refusal::NoMemory)?;
        let words = (rounds as usize).checked_mul(STATE).ok_or(Refusal::NoMemory)?;
        let mut memory = Vec::new();
        memory.try_reserve_exact(words).map_err(|_| Refusal::NoMemory)?;
        let mut bytes = Zeroizing::new([0; STATE * 4]);
        pbkdf2_hmac::<Sha256>(passphrase, salt, 1, &mut bytes[..]);
        let mut state = Zeroizing::new([0; STATE]);
        for (word, four) in state.iter_mut().zip(bytes.as_chunks::<4>().0) {
            *word = u32::from_le_bytes(*four);
        }
        Ok(Self {
            passphrase: Zeroizing::new(passphrase.to_vec()),
            state,
            memory: Zeroizing::new(memory),
            rounds,
            done: 0,
        })
    }

    /// How many steps there are in all.
    #[must_use]
    pub fn steps(&self) -> u32 {
        2 * self.rounds
    }

    /// How many steps are done.
    #[must_use]
    pub fn done(&self) -> u32 {
        self.done
    }

    /// Goes on by at most so many steps; says whether that was the last one.
    pub fn step(&mut self, most: u32) -> bool {
        let mut mixed = [0; STATE];
        let end = self.steps().min(self.done.saturating_add(most));
        while self.done < end {
            if self.done < self.rounds {
                self.memory.extend_from_slice(&self.state[..]);
            } else {
                let which = (self.state[STATE - BLOCK] & (self.rounds - 1)) as usize;
                let old = &self.memory[which * STATE..][..STATE];
                for (word, old) in self.state.iter_mut().zip(old) {
                    *word ^= old;
                }
            }
            mix(&self.state, &mut mixed);
            *self.state = mixed;
            self.done += 1;
        }
        mixed.zeroize();
        self.done == self.steps()
    }

    /// The key, after the steps that are left.
    #[must_use]
    pub fn key(mut self) -> Zeroizing<[u8; 32]> {
        while !self.step(u32::MAX) {}
        let mut bytes = Zeroizing::new([0; STATE * 4]);
        for (four, word) in bytes.as_chunks_mut::<4>().0.iter_mut().zip(self.state.iter()) {
            *four = word.to_le_bytes();
        }
        let mut key = Zeroizing::new([0; 32]);
        pbkdf2_hmac::<Sha256>(&self.passphrase, &bytes[..], 1, &mut key[..]);
        key
    }
}

/// Mixes the blocks of a state, each with the one before: those at even places first, then those at odd places.
fn mix(from: &State, to: &mut State) {
    let mut block = [0; BLOCK];
    block.copy_from_slice(&from[STATE - BLOCK..]);
    for (number, next) in from.as_chunks::<BLOCK>().0.iter().enumerate() {
        for (word, next) in block.iter_mut().zip(next) {
            *word ^= next;
        }
        salsa(&mut block);
        let place = number / 2 + number % 2 * 8;
        to[place * BLOCK..][..BLOCK].copy_from_slice(&block);
    }
}

/// The core of Salsa20 with eight rounds: columns, then rows.
fn salsa(block: &mut [u32; BLOCK]) {
    let mut x = *block;
    for _ in 0..4 {
        quarter::<0, 4, 8, 12>(&mut x);
        quarter::<5, 9, 13, 1>(&mut x);
        quarter::<10, 14, 2, 6>(&mut x);
        quarter::<15, 3, 7, 11>(&mut x);
        quarter::<0, 1, 2, 3>(&mut x);
        quarter::<5, 6, 7, 4>(&mut x);
        quarter::<10, 11, 8, 9>(&mut x);
        quarter::<15, 12, 13, 14>(&mut x);
    }
    for (word, x) in block.iter_mut().zip(x) {
        *word = word.wrapping_add(x);
    }
}

/// One quarter of a round. With its places known to the compiler, the sixteen words stay in registers.
#[expect(
    clippy::inline_always,
    reason = "measured: without it the key takes twice as long"
)]
#[inline(always)]
fn quarter<const A: usize, const B: usize, const C: usize, const D: usize>(x: &mut [u32; BLOCK]) {
    x[B] ^= x[A].wrapping_add(x[D]).rotate_left(7);
    x[C] ^= x[B].wrapping_add(x[A]).rotate_left(9);
    x[D] ^= x[C].wrapping_add(x[B]).rotate_left(13);
    x[A] ^= x[D].wrapping_add(x[C]).rotate_left(18);
}
