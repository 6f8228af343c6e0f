//! The guide without the app: every page of words as plain HTML, for browsers without WebAssembly or scripts, for text browsers and
//! for search engines.
//!
//! In: a locale, its words, and its packs as the app reads them. Out: files with their names below `dist/guide/`. Links between
//! them are relative, so they work at any address; what only the app can show leads into the app's page of the same language. Nothing
//! here runs: the policy allows the one style sheet, and pictures that stand in the page.

use super::finish::filled_file;
use super::locales::Locale;
use super::{addresses, guide};
use crate::document::inline::{Inline, Text, parse};
use crate::document::name::UNKNOWN;
use crate::document::{Block, Doc, Route, page};
use crate::domain::Words;
use crate::export::html::{self, escape};

/// The folder in `dist/`.
pub const FOLDER: &str = "guide";

/// The folder in `dist/` of all pages in one file ([`Plain::whole`]), a file a language.
pub const WHOLE: &str = "words";

/// The style sheet in that folder: the app's own.
pub const STYLE: &str = "style.css";

/// The page that lists all others of its language.
pub const INDEX: &str = "index";

/// What these pages may do: look as they should.
pub const POLICY: &str =
    "default-src 'none'; style-src 'self'; img-src data:; base-uri 'none'; form-action 'none'";

/// How the list of all pages is put in parts: the page that a part begins with and is named after, and the folder of the others. What
/// belongs to none comes at the end.
const PARTS: [(&str, &str); 7] = [
    ("code", "code"),
    ("process", "process"),
    ("open", "open"),
    ("for/respond", "respond"),
    ("for/handle", "handle"),
    ("for/chair", "chair"),
    ("for/learn", "learn"),
];

/// The plain pages of one language.
pub struct Plain<'a> {
    all: &'a [Locale],
    locale: &'a Locale,
    words: &'static Words,
    shipped: &'static Words,
    icon: String,
    addresses: Vec<&'static str>,
}

impl<'a> Plain<'a> {
    /// `words` are all words of the language, `shipped` those that the app loads: the pages stand there as the build made them.
    ///
    /// # Errors
    /// A sentence naming what is missing.
    pub fn new(
        root: &std::path::Path,
        all: &'a [Locale],
        locale: &'a Locale,
        words: &'static Words,
        shipped: &'static Words,
    ) -> Result<Self, String> {
        // In the order of the documents; what is written by hand, by its address.
        let made: Vec<String> = guide::pages(words)
            .into_iter()
            .map(|(address, _)| address)
            .collect();
        let place = |address: &str| made.iter().position(|one| one == address).unwrap_or(made.len());
        let mut addresses: Vec<&str> = addresses(shipped)
            .into_iter()
            .filter(|address| *address != UNKNOWN)
            .collect();
        addresses.sort_by_key(|address| (place(address), *address));
        if addresses.is_empty() {
            return Err(format!("the packs of `{}` hold no page", locale.tag));
        }
        Ok(Self {
            all,
            locale,
            words,
            shipped,
            icon: filled_file(root, "public/icon.svg")?,
            addresses,
        })
    }

    /// Every page with its file, relative to [`FOLDER`]: `fr/process/2.1.3.html`.
    #[must_use]
    pub fn files(&self) -> Vec<(String, String)> {
        let mut docs: Vec<(&str, Doc)> = vec![(INDEX, self.index())];
        docs.extend(self.docs());
        docs.into_iter()
            .map(|(address, doc)| {
                let file = format!("{}/{address}.html", self.locale.tag);
                (file, self.page(address, &doc))
            })
            .collect()
    }

    /// All pages of words in one file, linked as in the app, which shows them before it is up (`content/early_words.js`): whoever sees that
    /// it is asked for does not learn which of them is read.
    #[must_use]
    pub fn whole(&self) -> String {
        let pages = self.docs().map(|(address, doc)| {
            let page = html::doc(self.words, &doc);
            format!("<article id=\"/{address}\">{page}</article>\n")
        });
        let pages: String = pages.collect();
        let Locale { tag, direction, .. } = self.locale;
        format!(
            "<!doctype html>\n<html lang=\"{tag}\" dir=\"{direction}\">\n<head>\n<meta charset=\"utf-8\" />\n<meta name=\"robots\" content=\"noindex\" />\n<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'\" />\n<title>{}</title>\n</head>\n<body>\n{pages}</body>\n</html>\n",
            escape(self.words.t("app.name")),
        )
    }

    /// The pages of words with their addresses.
    pub fn docs(&self) -> impl Iterator<Item = (&'static str, Doc)> {
        self.addresses
            .iter()
            .filter_map(|address| Some((*address, page::page(self.shipped, address)?)))
    }

    /// The list of all pages.
    fn index(&self) -> Doc {
        let mut blocks = vec![Block::Lead(parse(self.words, self.words.t("plain.lead")))];
        let mut rest = self.addresses.clone();
        for (head, folder) in PARTS {
            let below = format!("{folder}/");
            let mut part = Vec::new();
            rest.retain(|address| {
                let belongs = *address == head || address.starts_with(&below);
                if belongs {
                    part.push(*address);
                }
                !belongs
            });
            part.sort_by_key(|address| *address != head);
            let title = page::title(self.shipped, head).unwrap_or_default();
            blocks.extend(self.part(title, &part));
        }
        blocks.extend(self.part(self.words.t("app.footer"), &rest));
        Doc {
            title: self.words.t("plain.title").to_owned(),
            blocks,
        }
    }

    fn part(&self, title: &str, addresses: &[&str]) -> [Block; 2] {
        let links = addresses.iter().map(|address| {
            let title = page::title(self.shipped, address).unwrap_or_default();
            vec![Inline::Link(Route::page(address), title.to_owned())]
        });
        [Block::Heading(2, title.to_owned()), Block::List(links.collect())]
    }

    /// Where a link on the page at this address leads.
    fn leads(&self, from: &str, to: &Route) -> String {
        let own = "../".repeat(from.matches('/').count());
        match to {
            Route::Page(address) if self.addresses.contains(&address.as_str()) => {
                format!("{own}{address}.html")
            }
            Route::Term(term) => format!("{own}glossary.html#term-{term}"),
            other => format!("{own}../../{}{}", self.locale.page(self.all), other.href()),
        }
    }

    /// One page: the same head, frame and foot around each.
    fn page(&self, address: &str, doc: &Doc) -> String {
        let Self { words, locale, .. } = self;
        let leads = |route: &Route| self.leads(address, route);
        let t = |id: &str| escape(words.t(id));
        let link = |href: &str, name: &str| format!("<a href=\"{}\">{}</a>", escape(href), escape(name));
        let to = |address: &str, id: &str| link(&leads(&Route::page(address)), words.t(id));
        let up = "../".repeat(address.matches('/').count());
        let (index, style) = (format!("{up}{INDEX}.html"), format!("{up}../{STYLE}"));
        let name = address.rsplit('/').next().unwrap_or(address);
        let (here, place) = if address == INDEX {
            ("plain.app", Route::Home)
        } else {
            ("plain.here", Route::page(address))
        };
        let into_app = format!("{up}../../{}{}", locale.page(self.all), place.href());
        let unofficial = if self.all.first() == Some(locale) {
            String::new()
        } else {
            format!("<p class=\"quiet\">{}</p>", t("language.unofficial"))
        };
        let foot = [
            to("promise", "promise.title"),
            to("open", "open.title"),
            to("glossary", "glossary.title"),
            to("coverage", "coverage.title"),
            to("official", "official.title"),
            to("accessibility", "app.accessibility"),
        ]
        .concat();
        let lines = [
            "<!doctype html>".to_owned(),
            format!("<html lang=\"{}\" dir=\"{}\">", locale.tag, locale.direction),
            "<head>".to_owned(),
            "<meta charset=\"utf-8\" />".to_owned(),
            format!("<meta http-equiv=\"Content-Security-Policy\" content=\"{POLICY}\" />"),
            "<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\" />".to_owned(),
            "<meta name=\"referrer\" content=\"no-referrer\" />".to_owned(),
            "<meta name=\"color-scheme\" content=\"light dark\" />".to_owned(),
            format!(
                "<title>{}</title>",
                escape(&words.fill("app.title", &[("page", &doc.title)]))
            ),
            format!(
                "<meta name=\"description\" content=\"{}\" />",
                escape(&self.description(doc))
            ),
            format!("<link rel=\"canonical\" href=\"{name}.html\" />"),
            self.elsewhere(address, &up),
            format!("<link rel=\"stylesheet\" href=\"{style}\" />"),
            format!("<link rel=\"icon\" href=\"{}\" />", self.icon),
            "</head>".to_owned(),
            "<body>".to_owned(),
            format!("<a class=\"skip\" href=\"#main\">{}</a>", t("app.skip")),
            format!(
                "<header class=\"top\"><div class=\"page top__row\"><a class=\"top__name\" href=\"{index}\">{}</a><nav class=\"top__nav\" aria-label=\"{}\">{}{}{}</nav><nav class=\"top__nav\" aria-label=\"{}\">{}</nav></div></header>",
                t("app.name"),
                t("app.nav"),
                to("code", "nav.code"),
                to("process", "nav.process"),
                link(&index, words.t("plain.all")),
                t("language.title"),
                self.languages(address, &up),
            ),
            format!(
                "<main id=\"main\" class=\"page main flow\" tabindex=\"-1\" data-print=\"{}\">",
                t("app.on-paper")
            ),
            format!(
                "<p class=\"quiet no-print\">{} {}</p>",
                t("plain.missing"),
                link(&into_app, words.t(here))
            ),
            html::page(words, doc, &leads),
            "</main>".to_owned(),
            format!(
                "<footer class=\"foot\"><div class=\"page flow\"><nav class=\"foot__links\" aria-label=\"{}\">{foot}</nav><p class=\"quiet\">{}</p><p class=\"quiet\">{}</p>{unofficial}</div></footer>",
                t("app.footer"),
                t("app.not-iso"),
                html::text(&parse(words, words.t("app.prevails")), &leads),
            ),
            "</body>".to_owned(),
            "</html>".to_owned(),
        ];
        lines.join("\n") + "\n"
    }

    /// Where this page is in every language, for search engines.
    fn elsewhere(&self, address: &str, up: &str) -> String {
        let link = |tag: &str, of: &Locale| {
            let file = &of.tag;
            format!("<link rel=\"alternate\" hreflang=\"{tag}\" href=\"{up}../{file}/{address}.html\" />")
        };
        let own = self.all.iter().map(|locale| link(&locale.tag, locale));
        let first = self.all.first().map(|locale| link("x-default", locale));
        own.chain(first).collect::<Vec<_>>().join("\n")
    }

    /// The same for people: each language by its own name.
    fn languages(&self, address: &str, up: &str) -> String {
        let link = |locale: &Locale| {
            let current = if locale == self.locale {
                " aria-current=\"true\""
            } else {
                ""
            };
            format!(
                "<a href=\"{up}../{tag}/{address}.html\" lang=\"{tag}\" hreflang=\"{tag}\"{current}>{}</a>",
                escape(&locale.name),
                tag = locale.tag
            )
        };
        self.all.iter().map(link).collect()
    }

    /// What a search engine shows below the title: the first paragraph.
    fn description(&self, doc: &Doc) -> String {
        let first = doc.blocks.iter().find_map(|block| match block {
            Block::Lead(text) | Block::Para(text) => Some(said(text)),
            _ => None,
        });
        first.unwrap_or_else(|| self.words.t("app.description").to_owned())
    }
}

/// Running text without its links.
fn said(text: &Text) -> String {
    let piece = |piece: &Inline| match piece {
        Inline::Str(text) | Inline::Principle(_, text) | Inline::Link(_, text) | Inline::Unknown(text) => {
            text.clone()
        }
        Inline::Clause(clause) => clause.number().to_owned(),
    };
    text.iter().map(piece).collect()
}

/// The words of one locale as the app has them: its first and its second pack.
///
/// # Errors
/// A sentence naming the locale whose packs do not read.
pub fn shipped(locale: &Locale, first: String, second: String) -> Result<&'static Words, String> {
    let named = |_| format!("the packs of `{}` cannot be read", locale.tag);
    let words = Words::parse(Box::leak(first.into_boxed_str())).map_err(named)?;
    words.add(Box::leak(second.into_boxed_str())).map_err(named)?;
    Ok(Box::leak(Box::new(words)))
}
