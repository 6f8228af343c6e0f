//! Letters: what a person writes for one message, kept as a record, and what leaves when it is put together.
//!
//! In: a [`Draft`] (the person's own words, by id), a [`Form`] (the letter as data, `content/logic/letters.toml`) and
//! [`Words`](super::Words) (the few sentences that connect them). Out: a [`Letter`], made of what was entered and of
//! frames from `content/words/<locale>/letters.toml`; nothing else.

mod address;
mod addressee;
mod around;
mod begin;
mod clean;
mod compose;
mod departure;
mod draft;
mod form;
mod keyed;
mod labels;
mod needs;
mod take_over;

pub use address::{Address, AddressError, parse as parse_address};
pub use addressee::{Addressee, Line};
pub use around::{around, begun, readers, reasons};
pub use begin::{begin, locked, offered};
pub use clean::{line as clean_line, paragraphs as clean_paragraphs};
pub use compose::{Letter, Para, composed, letter};
pub use departure::{Caution, Departure, Way, address_field, departure, receivers, tick_field, ways};
pub use draft::{ACCOUNT, Copied, Draft, Keys, NAMES, SUBJECT, kind_from};
pub use form::{Form, Manner, Row};
pub use labels::{
    FieldWords, KindWords, PartWords, account_probes, addressee as addressee_name, input_words, kind_words,
    option, part_words, ready, tick,
};
pub use needs::{Need, formal_needs};
pub use take_over::{SOURCES, take_over};

use keyed::keyed;

/// Whether something was written, and not only spaces.
fn given(text: &str) -> bool {
    !text.trim().is_empty()
}
