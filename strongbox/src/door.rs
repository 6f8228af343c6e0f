//! The door of the module: what the page calls (`src/browser/strongbox.rs` of the app). One thing at a time.
//!
//! Bytes go in through a room: the page asks for one of a size, writes into the module's memory there, and says what to do with it.
//! Bytes come out from where [`strongbox_result`] says. Every answer is a number: 0 is fine, others are a [`Refusal`].

// The one exception to the rule of the house: the compiler counts giving a function its own name among the unsafe attributes, since
// two of one name would clash. In a module of its own, with this one prefix, they cannot. No unsafe block stands here.
#![allow(unsafe_code, reason = "exported functions need #[unsafe(no_mangle)]")]

use std::cell::RefCell;

use zeroize::{Zeroize, Zeroizing};

use crate::{Entropy, Job, LOG_N, Refusal};

#[derive(Default)]
struct Inside {
    room: Zeroizing<Vec<u8>>,
    job: Option<Job>,
    result: Zeroizing<Vec<u8>>,
}

thread_local! {
    static INSIDE: RefCell<Inside> = RefCell::default();
}

fn inside<T>(act: impl FnOnce(&mut Inside) -> T) -> T {
    INSIDE.with_borrow_mut(act)
}

/// Makes room for so many bytes and says where; 0 when there is none.
#[unsafe(no_mangle)]
extern "C" fn strongbox_room(size: usize) -> usize {
    inside(|inside| {
        inside.room.zeroize();
        if inside.room.try_reserve_exact(size).is_err() {
            return 0;
        }
        inside.room.resize(size, 0);
        inside.room.as_ptr().expose_provenance()
    })
}

/// Begins to seal. In the room: 48 bytes of chance, the passphrase, which ends at `content`, and the content.
#[unsafe(no_mangle)]
extern "C" fn strongbox_seal(content: usize) -> u32 {
    begin(|room| {
        let (chance, rest) = room.split_first_chunk().ok_or(Refusal::Damaged)?;
        let passphrase = content.checked_sub(chance.len()).ok_or(Refusal::Damaged)?;
        let (passphrase, content) = rest.split_at_checked(passphrase).ok_or(Refusal::Damaged)?;
        Job::seal(passphrase, content.to_vec(), LOG_N, Entropy::new(*chance))
    })
}

/// Begins to open. In the room: the passphrase, which ends at `file`, and the file.
#[unsafe(no_mangle)]
extern "C" fn strongbox_open(file: usize) -> u32 {
    begin(|room| {
        let (passphrase, file) = room.split_at_checked(file).ok_or(Refusal::Damaged)?;
        Job::open(passphrase, file.to_vec())
    })
}

fn begin(make: impl FnOnce(&[u8]) -> Result<Job, Refusal>) -> u32 {
    inside(|inside| {
        let job = make(&inside.room);
        inside.room.zeroize();
        answer(job.map(|job| inside.job = Some(job)))
    })
}

/// Goes on by a part in `parts` of all the work; says how many thousandths are done.
#[unsafe(no_mangle)]
extern "C" fn strongbox_step(parts: u32) -> u32 {
    inside(|inside| match &mut inside.job {
        None => 1000,
        Some(job) => {
            let derivation = job.derivation();
            let steps = derivation.steps();
            derivation.step(steps / parts.max(1) + 1);
            // In this order it stays within 32 bits.
            derivation.done() / (steps / 1000).max(1)
        }
    })
}

/// Ends the work; what came of it is then the result.
#[unsafe(no_mangle)]
extern "C" fn strongbox_finish() -> u32 {
    inside(|inside| {
        let made = inside.job.take().ok_or(Refusal::Damaged).and_then(Job::finish);
        answer(made.map(|bytes| inside.result = Zeroizing::new(bytes)))
    })
}

/// Where the result stands.
#[unsafe(no_mangle)]
extern "C" fn strongbox_result() -> usize {
    inside(|inside| inside.result.as_ptr().expose_provenance())
}

/// How long the result is.
#[unsafe(no_mangle)]
extern "C" fn strongbox_size() -> usize {
    inside(|inside| inside.result.len())
}

fn answer(done: Result<(), Refusal>) -> u32 {
    done.map_or_else(|refusal| refusal.code().into(), |()| 0)
}
