//! Every numbered clause of the Guidance and Process for addressing misconduct, and its introduction.

/// Makes the enum, the list of all and both directions of the spelling from one table.
macro_rules! clauses {
    ($($variant:ident $number:literal $key:literal),+ $(,)?) => {
        /// A clause of the process; `Intro` is the introduction with its two notes.
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
        #[allow(non_camel_case_types, reason = "C2_1_4 reads as clause 2.1.4; C214 does not")]
        pub enum Clause { $(#[doc = concat!("Clause ", $number, ".")] $variant),+ }

        impl Clause {
            /// All clauses in the order of the text.
            pub const ALL: &'static [Self] = &[$(Self::$variant),+];

            /// The number as people cite it, `"2.1.4"`; `"intro"` for the introduction.
            #[must_use]
            pub const fn number(self) -> &'static str {
                match self { $(Self::$variant => $number),+ }
            }

            /// The key of its words in `content/`: `clause.<key>`, dashes for dots.
            #[must_use]
            pub const fn key(self) -> &'static str {
                match self { $(Self::$variant => $key),+ }
            }
        }
    };
}

clauses! {
    Intro "intro" "intro",
    C1 "1" "1",
    C1_1 "1.1" "1-1",
    C1_2 "1.2" "1-2",
    C1_3 "1.3" "1-3",
    C1_4 "1.4" "1-4",
    C1_5 "1.5" "1-5",
    C1_5_1 "1.5.1" "1-5-1",
    C1_5_2 "1.5.2" "1-5-2",
    C1_5_3 "1.5.3" "1-5-3",
    C1_6 "1.6" "1-6",
    C1_7 "1.7" "1-7",
    C1_8 "1.8" "1-8",
    C2 "2" "2",
    C2_1 "2.1" "2-1",
    C2_1_1 "2.1.1" "2-1-1",
    C2_1_2 "2.1.2" "2-1-2",
    C2_1_3 "2.1.3" "2-1-3",
    C2_1_4 "2.1.4" "2-1-4",
    C2_1_4_1 "2.1.4.1" "2-1-4-1",
    C2_1_4_2 "2.1.4.2" "2-1-4-2",
    C2_1_4_3 "2.1.4.3" "2-1-4-3",
    C2_1_4_4 "2.1.4.4" "2-1-4-4",
    C2_2 "2.2" "2-2",
    C2_2_1 "2.2.1" "2-2-1",
    C2_2_2 "2.2.2" "2-2-2",
    C2_2_3 "2.2.3" "2-2-3",
    C2_2_3_1 "2.2.3.1" "2-2-3-1",
    C2_2_3_2 "2.2.3.2" "2-2-3-2",
    C2_2_3_3 "2.2.3.3" "2-2-3-3",
    C2_2_3_4 "2.2.3.4" "2-2-3-4",
    C2_3 "2.3" "2-3",
    C3 "3" "3",
    C3_1 "3.1" "3-1",
    C3_1_1 "3.1.1" "3-1-1",
    C3_1_2 "3.1.2" "3-1-2",
    C3_1_3 "3.1.3" "3-1-3",
    C3_1_4 "3.1.4" "3-1-4",
    C3_1_5 "3.1.5" "3-1-5",
    C3_2 "3.2" "3-2",
    C3_3 "3.3" "3-3",
    C4 "4" "4",
    C4_1 "4.1" "4-1",
    C4_1_1 "4.1.1" "4-1-1",
    C4_1_2 "4.1.2" "4-1-2",
    C4_1_3 "4.1.3" "4-1-3",
    C4_1_4 "4.1.4" "4-1-4",
    C4_1_5 "4.1.5" "4-1-5",
    C4_2 "4.2" "4-2",
    C4_2_1 "4.2.1" "4-2-1",
    C4_2_2 "4.2.2" "4-2-2",
    C4_3 "4.3" "4-3",
    C4_3_1 "4.3.1" "4-3-1",
    C4_3_2 "4.3.2" "4-3-2",
    C4_3_3 "4.3.3" "4-3-3",
    C4_3_4 "4.3.4" "4-3-4",
    C4_4 "4.4" "4-4",
    C4_5 "4.5" "4-5",
    C4_5_1 "4.5.1" "4-5-1",
    C4_5_2 "4.5.2" "4-5-2",
}

impl Clause {
    /// Reads `"2.1.4"` or `"intro"`; `None` for a number that the process does not have.
    #[must_use]
    pub fn parse(text: &str) -> Option<Self> {
        Self::ALL.iter().copied().find(|clause| clause.number() == text)
    }

    /// The clause it stands under: 2.1.4.1 under 2.1.4; `None` for 1 to 4 and the introduction.
    #[must_use]
    pub fn parent(self) -> Option<Self> {
        self.number()
            .rsplit_once('.')
            .and_then(|(parent, _)| Self::parse(parent))
    }

    /// The clauses directly under it, in order.
    pub fn children(self) -> impl Iterator<Item = Self> {
        Self::ALL
            .iter()
            .copied()
            .filter(move |clause| clause.parent() == Some(self))
    }
}
