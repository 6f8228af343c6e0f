//! The words of one locale: a flat, sorted list of ids and texts, made from `content/` at build time.
//!
//! Format of a pack: a first line `waymark-pack 1 <locale>`, then one line per text, `id TAB text`, sorted by id
//! (byte order). Paragraphs inside a text are separated by U+2029, so a text never holds a line feed or a tab and
//! nothing needs decoding: reading a pack is one pass over the lines, a look-up is a binary search.
//!
//! A locale has three packs of this form: the first holds what is needed until somebody can answer a first question, the third
//! the words of letters, the second everything else. These two arrive after the app is up. The third one of another locale is
//! enough to write a letter in its language: it can be read by itself.

use std::borrow::Cow;
use std::fmt;
use std::sync::OnceLock;

use super::apart::set_apart;
use super::locale;

/// First word of a pack and the version of its format.
const MAGIC: &str = "waymark-pack 1 ";

/// Separates paragraphs inside one text.
pub const PARAGRAPH: char = '\u{2029}';

/// Why a pack cannot be used.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum PackError {
    /// The first line is not that of a pack of this version.
    NotAPack,
    /// A line without a tab, or ids out of order; the number of the line, from 1.
    Damaged(usize),
}

impl fmt::Display for PackError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::NotAPack => f.write_str("not a Waymark pack of version 1"),
            Self::Damaged(line) => write!(f, "damaged pack, line {line}"),
        }
    }
}

impl std::error::Error for PackError {}

/// All words of one locale. Cheap to copy around by reference; texts live as long as the program.
#[derive(Debug)]
pub struct Words {
    locale: &'static str,
    lines: Lines,
    /// The second pack, once it is there.
    more: OnceLock<Lines>,
    /// The words of letters, once they are there.
    letters: OnceLock<Lines>,
}

/// Ids and texts, sorted by id.
type Lines = Vec<(&'static str, &'static str)>;

fn read(pack: &'static str) -> Result<(&'static str, Lines), PackError> {
    let mut rows = pack.lines();
    let locale = rows
        .next()
        .and_then(|first| first.strip_prefix(MAGIC))
        .ok_or(PackError::NotAPack)?;
    let mut lines: Lines = Vec::with_capacity(4096);
    for (number, row) in rows.enumerate() {
        let pair = row.split_once('\t').ok_or(PackError::Damaged(number + 2))?;
        if lines.last().is_some_and(|last| last.0 >= pair.0) {
            return Err(PackError::Damaged(number + 2));
        }
        lines.push(pair);
    }
    Ok((locale, lines))
}

fn find(lines: &Lines, id: &str) -> Option<&'static str> {
    let at = lines.binary_search_by(|line| line.0.cmp(id)).ok()?;
    lines.get(at).map(|line| line.1)
}

impl Words {
    /// Reads the first pack, or the letters of a language in which nothing but letters is read.
    ///
    /// # Errors
    /// [`PackError`] when the text is not a pack of this version or a line is damaged.
    pub fn parse(pack: &'static str) -> Result<Self, PackError> {
        let (locale, lines) = read(pack)?;
        Ok(Self {
            locale,
            lines,
            more: OnceLock::new(),
            letters: OnceLock::new(),
        })
    }

    /// Adds the second pack; one that comes again changes nothing.
    ///
    /// # Errors
    /// As [`Words::parse`], and [`PackError::NotAPack`] for one of another locale.
    pub fn add(&self, pack: &'static str) -> Result<(), PackError> {
        self.put(&self.more, pack)
    }

    /// Adds the words of letters, in the same way.
    ///
    /// # Errors
    /// As [`Words::add`].
    pub fn add_letters(&self, pack: &'static str) -> Result<(), PackError> {
        self.put(&self.letters, pack)
    }

    fn put(&self, place: &OnceLock<Lines>, pack: &'static str) -> Result<(), PackError> {
        let (locale, lines) = read(pack)?;
        if locale != self.locale {
            return Err(PackError::NotAPack);
        }
        let _ = place.set(lines);
        Ok(())
    }

    /// Whether all packs are there.
    #[must_use]
    pub fn whole(&self) -> bool {
        self.more.get().is_some() && self.letters.get().is_some()
    }

    /// Writes a pack from ids and texts, which must already be sorted by id and free of tabs and line feeds.
    #[must_use]
    pub fn write<'a>(locale: &str, texts: impl Iterator<Item = (&'a str, &'a str)>) -> String {
        let mut pack = format!("{MAGIC}{locale}\n");
        for (id, text) in texts {
            pack.push_str(id);
            pack.push('\t');
            pack.push_str(text);
            pack.push('\n');
        }
        pack
    }

    /// The language tag, `"en"`.
    #[must_use]
    pub fn locale(&self) -> &'static str {
        self.locale
    }

    /// The text with this id, if there is one.
    #[must_use]
    pub fn get(&self, id: &str) -> Option<&'static str> {
        find(&self.lines, id)
            .or_else(|| find(self.more.get()?, id))
            .or_else(|| find(self.letters.get()?, id))
    }

    /// The text with this id. A missing one shows as nothing; the build refuses a pack with a gap.
    #[must_use]
    pub fn t(&self, id: &str) -> &'static str {
        let found = self.get(id);
        #[cfg(feature = "pack")]
        if found.is_none() {
            missing::note(id);
        }
        found.unwrap_or_default()
    }

    /// What is wrong, and what to do next: the text with this id, and the one under `<id>.next`.
    #[must_use]
    pub fn problem(&self, id: &str) -> String {
        [self.t(id), self.t(&[id, ".next"].concat())].join(" ")
    }

    /// The text with this id, its `{$name}` marks filled in. What is filled in stays as it is, whatever marks stand in it.
    #[must_use]
    pub fn fill(&self, id: &str, values: &[(&str, &str)]) -> String {
        let mut made = String::new();
        let mut rest = self.t(id);
        while let Some((before, after)) = rest.split_once("{$") {
            let named = after.split_once('}').and_then(|(name, tail)| {
                let value = values.iter().find(|value| value.0 == name)?;
                Some((value.1, tail))
            });
            let (text, tail) = named.unwrap_or(("{$", after));
            made.push_str(before);
            made.push_str(text);
            rest = tail;
        }
        made.push_str(rest);
        made
    }

    /// As [`fill`](Self::fill), with what people typed: it keeps its own order in a text that is read from right to left.
    #[must_use]
    pub fn fill_typed(&self, id: &str, values: &[(&str, &str)]) -> String {
        let around = self.t(id);
        let apart: Vec<(&str, Cow<'_, str>)> = values
            .iter()
            .map(|(name, typed)| (*name, set_apart(around, typed)))
            .collect();
        let values: Vec<(&str, &str)> = apart
            .iter()
            .map(|(name, typed)| (*name, typed.as_ref()))
            .collect();
        self.fill(id, &values)
    }

    /// The text for so many: that of the plural category which the number takes, `id.one`, `id.few` and so on, its `{$count}` filled in.
    #[must_use]
    pub fn count(&self, id: &str, count: usize) -> String {
        let id = format!("{id}.{}", locale::plural(self.locale, count));
        self.fill(&id, &[("count", &count.to_string())])
    }

    /// A label and its text on one line, with what stands between them in this language. It comes with the words of letters.
    #[must_use]
    pub fn line(&self, label: &str, text: &str) -> String {
        let id = if asks(label) {
            "letter.line-asked"
        } else {
            "letter.line"
        };
        self.fill(id, &[("label", label), ("text", text)])
    }

    /// A label above its text: with what closes it in this language, unless it ends with a mark of its own. It comes with the words of letters.
    #[must_use]
    pub fn labelled(&self, label: &str) -> String {
        if asks(label) {
            label.to_owned()
        } else {
            self.fill("letter.labelled", &[("label", label)])
        }
    }

    /// Several in one line, with what stands between two of them in this language. It comes with the words of letters.
    #[must_use]
    pub fn joined<T: AsRef<str>>(&self, all: &[T]) -> String {
        let mut all = all.iter().map(AsRef::as_ref);
        let first = all.next().unwrap_or_default().to_owned();
        all.fold(first, |one, next| {
            self.fill("letter.between", &[("one", &one), ("next", next)])
        })
    }

    /// The items of the list with this id: `id.0`, `id.1` and so on. At least one is expected.
    #[must_use]
    pub fn list(&self, id: &str) -> Vec<&'static str> {
        let items: Vec<_> = (0..).map_while(|n| self.get(&format!("{id}.{n}"))).collect();
        #[cfg(feature = "pack")]
        if items.is_empty() {
            missing::note(id);
        }
        items
    }

    /// All ids and texts, those of each pack sorted by id.
    pub fn iter(&self) -> impl Iterator<Item = (&'static str, &'static str)> {
        self.lines
            .iter()
            .chain(self.more.get().into_iter().flatten())
            .chain(self.letters.get().into_iter().flatten())
            .copied()
    }
}

/// The build's and the tests' record of look-ups that found nothing.
#[cfg(feature = "pack")]
pub mod missing {
    use std::cell::RefCell;
    use std::collections::BTreeSet;

    thread_local! {
        static SEEN: RefCell<BTreeSet<String>> = const { RefCell::new(BTreeSet::new()) };
    }

    /// Remembers that `id` was asked for and not found.
    pub fn note(id: &str) {
        SEEN.with_borrow_mut(|seen| seen.insert(id.to_owned()));
    }

    /// What was asked for and not found on this thread since the last call.
    #[must_use]
    pub fn take() -> BTreeSet<String> {
        SEEN.take()
    }
}

/// Whether a label is a question: then no colon stands behind it.
fn asks(label: &str) -> bool {
    label.ends_with(['?', '\u{61f}', '\u{ff1f}'])
}

#[cfg(test)]
mod tests {
    use super::{PackError, Words};

    const FIRST: &str = "waymark-pack 1 en\na\tone\nb.0\tfirst\nb.1\tsecond\nc.one\t{$count} thing\nc.other\t{$count} things\n";
    const LETTERS: &str = "waymark-pack 1 en\nletter.between\t{$one}, {$next}\nletter.labelled\t{$label}:\nletter.line\t{$label}: {$text}\n\
         letter.line-asked\t{$label} {$text}\n";

    fn words() -> Words {
        Words::parse(FIRST).unwrap()
    }

    #[test]
    fn a_pack_that_is_none_says_which_line() {
        for (pack, error) in [
            ("", PackError::NotAPack),
            ("waymark-pack 2 en\na\tone", PackError::NotAPack),
            ("waymark-pack 1 en\na one", PackError::Damaged(2)),
            ("waymark-pack 1 en\na\tone\nb", PackError::Damaged(3)),
            ("waymark-pack 1 en\na\tone\na\ttwo", PackError::Damaged(3)),
            (
                "waymark-pack 1 en\na\tone\nc\ttwo\nb\tthree",
                PackError::Damaged(4),
            ),
        ] {
            assert_eq!(Words::parse(pack).err(), Some(error), "{pack}");
        }
    }

    #[test]
    fn more_words_come_of_the_same_language_and_once() {
        let words = words();
        assert_eq!(words.add("waymark-pack 1 fr\nd\tun"), Err(PackError::NotAPack));
        assert_eq!(words.get("d"), None);
        assert_eq!(words.add("waymark-pack 1 en\nd\tfour"), Ok(()));
        assert_eq!(words.add("waymark-pack 1 en\nd\tagain\ne\tfive"), Ok(()));
        assert_eq!(
            (words.get("d"), words.get("e"), words.whole()),
            (Some("four"), None, false)
        );
        assert_eq!(words.add_letters(LETTERS), Ok(()));
        assert!(words.whole());
        let letters_alone = self::words();
        assert_eq!(letters_alone.add_letters(LETTERS), Ok(()));
        assert!(!letters_alone.whole());
    }

    #[test]
    fn what_stands_between_the_words_is_put_there() {
        let words = words();
        assert_eq!(words.add_letters(LETTERS), Ok(()));
        assert_eq!(words.list("b"), ["first", "second"]);
        assert_eq!(
            [1, 2].map(|count| words.count("c", count)),
            ["1 thing", "2 things"]
        );
        assert_eq!(words.joined(&["x", "y", "{$one}"]), "x, y, {$one}");
        assert_eq!(words.joined::<&str>(&[]), "");
        assert_eq!(words.line("Who", "me"), "Who: me");
        assert_eq!(words.labelled("Who"), "Who:");
        for asked in ["Who?", "من؟", "谁？"] {
            assert_eq!(words.line(asked, "me"), format!("{asked} me"));
            assert_eq!(words.labelled(asked), asked);
        }
        let written = Words::write("en", words.iter().filter(|(id, _)| !id.starts_with("letter")));
        assert_eq!(written, FIRST);
    }
}
