//! SCREENS AS DATA: a page is a list of typed blocks, made from words and rules, drawn elsewhere.
//!
//! In: [`crate::domain::Words`] and results of the domain. Out: [`Doc`], which the app draws as DOM, `export` as text or
//! HTML, and the build walks to find which clause stands on which screen. Pure: no leptos, no web-sys.

pub mod answers;
pub mod flow;
pub mod home;
pub mod inline;
pub mod ledger;
pub mod logs;
pub mod map;
pub mod name;
pub mod page;
pub mod picture;
pub mod plan;
pub mod practice;
pub mod question;
pub mod result;
pub mod route;

pub use flow::Flow;
pub use inline::{Inline, Text};
pub use route::{Reason, Route};

/// Whose statement it is: the three labels (product.md, point 2). Told apart by word and line, never by colour alone.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Voice {
    /// The text says.
    Says,
    /// The text is silent, or clauses pull against each other.
    Silent,
    /// Our suggestion.
    Suggests,
}

impl Voice {
    /// The id of its label.
    #[must_use]
    pub const fn label(self) -> &'static str {
        match self {
            Self::Says => "label.says",
            Self::Silent => "label.silent",
            Self::Suggests => "label.suggests",
        }
    }

    /// Its class in the style sheet.
    #[must_use]
    pub const fn class(self) -> &'static str {
        match self {
            Self::Says => "says",
            Self::Silent => "silent",
            Self::Suggests => "suggests",
        }
    }
}

/// State of a mark on a trail.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum MarkState {
    /// Done.
    Done,
    /// Where one is.
    Now,
    /// Open, not begun.
    Open,
    /// Cannot start yet.
    Locked,
}

impl MarkState {
    /// Its key, in classes and word ids (`mark-state.<key>`).
    #[must_use]
    pub const fn key(self) -> &'static str {
        match self {
            Self::Done => "done",
            Self::Now => "now",
            Self::Open => "open",
            Self::Locked => "locked",
        }
    }
}

/// One line of the recipients table.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct WhoRow {
    /// To, Copy, Do not copy.
    pub line: String,
    /// The party.
    pub who: Text,
    /// The reason, with its clause or "our suggestion".
    pub why: Text,
}

/// One mark of a trail.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Mark {
    /// Its state.
    pub state: MarkState,
    /// Its name.
    pub name: Text,
    /// A quiet line below.
    pub note: Text,
}

/// A row that leads elsewhere.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Door {
    /// Where to.
    pub route: Route,
    /// Its name, the link.
    pub name: String,
    /// What is there.
    pub note: Text,
    /// A quiet word at the end of the row, such as how long it takes; mostly empty.
    pub aside: String,
}

/// A block of a page.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Block {
    /// The opening sentence.
    Lead(Text),
    /// A heading of level 2 or 3.
    Heading(u8, String),
    /// A paragraph.
    Para(Text),
    /// A paragraph in the quiet voice.
    Quiet(Text),
    /// A list with bullets.
    List(Vec<Text>),
    /// A numbered list.
    Steps(Vec<Text>),
    /// A labelled statement; each text is a paragraph.
    Voice(Voice, Vec<Text>),
    /// Care: safety and loss. Heading and paragraphs.
    Care(String, Vec<Text>),
    /// Terms and their explanations; the first of each is an element id for links, or empty.
    Terms(Vec<(String, String, Vec<Text>)>),
    /// Who to write to and who not.
    Who(Vec<WhoRow>),
    /// A trail of marks.
    Trail(Vec<Mark>),
    /// Rows that lead elsewhere.
    Doors(Vec<Door>),
    /// The main ways on: the first is the main button.
    Actions(Vec<(Route, String)>),
    /// A link that leaves the guide, opened only on a click: address, name, note.
    Outside(String, String, Text),
    /// Something that opens on a click: summary and blocks.
    Details(String, Vec<Block>),
    /// A card to print: title and blocks, in large type.
    Card(String, Vec<Block>),
    /// A table: head and rows.
    Table(Vec<String>, Vec<Vec<Text>>),
}

/// A page: its title (the one h1) and its blocks.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Doc {
    /// The h1.
    pub title: String,
    /// What follows.
    pub blocks: Vec<Block>,
}
