//! Ways out: what a mail program reads back is what was written, and nothing can be smuggled into a header.

#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    reason = "helpers of tests may fail loudly"
)]

mod support;

use waymark::domain::Words;
use waymark::domain::letters::{AddressError, Addressee, Copied, Draft, Form, letter, parse_address};
use waymark::domain::routing::MessageKind;
use waymark::export::everything::{self, Held};
use waymark::export::{ExportError, eml, mailto, text};

fn words() -> &'static Words {
    static ONCE: std::sync::OnceLock<&Words> = std::sync::OnceLock::new();
    ONCE.get_or_init(support::words)
}

/// A message as another program reads it: unfolded headers, decoded, and the decoded body.
struct Read {
    headers: Vec<(String, String)>,
    body: String,
}

impl Read {
    fn header(&self, name: &str) -> &str {
        self.headers
            .iter()
            .find(|(own, _)| own == name)
            .map_or("", |(_, value)| value)
    }
}

/// Reads a message back, knowing nothing of how it was written; also checks the form of every line.
fn read(file: &str) -> Read {
    assert!(file.is_ascii() && !file.replace("\r\n", "").contains(['\r', '\n', '\0']));
    let (head, body) = file.split_once("\r\n\r\n").unwrap();
    assert!(
        file.split("\r\n").all(|line| line.len() <= 76),
        "{:?}",
        file.split("\r\n").find(|line| line.len() > 76)
    );
    let mut headers: Vec<(String, String)> = Vec::new();
    for line in head.split("\r\n") {
        if let Some(more) = line.strip_prefix(' ') {
            let value = &mut headers.last_mut().unwrap().1;
            let glued = value.ends_with("?=") && more.starts_with("=?");
            value.push_str(if glued { "" } else { " " });
            value.push_str(more);
        } else {
            let (name, value) = line.split_once(": ").unwrap();
            headers.push((name.to_owned(), value.to_owned()));
        }
    }
    for (_, value) in &mut headers {
        *value = encoded_words(value);
    }
    Read {
        headers,
        body: printable(body).replace("\r\n", "\n"),
    }
}

fn unhex(text: &str) -> Vec<u8> {
    let bytes = text.as_bytes();
    let mut out = Vec::new();
    let mut at = 0;
    while at < bytes.len() {
        if bytes[at] == b'=' {
            out.push(u8::from_str_radix(&text[at + 1..at + 3], 16).unwrap());
            at += 3;
        } else {
            out.push(bytes[at]);
            at += 1;
        }
    }
    out
}

fn encoded_words(value: &str) -> String {
    let mut out = String::new();
    let mut rest = value;
    while let Some((before, after)) = rest.split_once("=?UTF-8?Q?") {
        out.push_str(before);
        let (word, tail) = after.split_once("?=").unwrap();
        assert!(!word.contains([' ', '?']) && word.len() <= 63);
        out.push_str(std::str::from_utf8(&unhex(&word.replace('_', " "))).expect("each word is whole"));
        rest = tail;
    }
    out + rest
}

fn printable(body: &str) -> String {
    String::from_utf8(unhex(&body.replace("=\r\n", ""))).unwrap()
}

fn email(observed: &str) -> Draft {
    of_kind(MessageKind::Email, observed)
}

fn of_kind(kind: MessageKind, text: &str) -> Draft {
    let part = Form::of(words(), kind).parts().next().unwrap();
    Draft::new(kind).with(part, text)
}

#[test]
fn what_is_read_back_is_what_was_written() {
    let long = "word ".repeat(300);
    let texts = [
        "x",
        "Größe = 50 % – „so“ 🙂 שלום 你好",
        "a\u{a0}b ",
        ". dot\n.\n..",
        "=3D=\n=",
        "tab\tend",
        long.trim_end(),
    ];
    for observed in texts {
        for name in ["", "Ines", "Łucja O'Neil, \"Jr\" <x>", "名前"] {
            let draft = email(observed)
                .with("to-name", name)
                .with("to-address", "ines@nsb.example")
                .with("subject", &observed.replace('\n', " "))
                .with("from-name", "Ada\u{301}");
            let made = letter(words(), &draft);
            let back = read(&eml::write(words(), words(), &draft).unwrap());
            assert_eq!(back.body, text::body(&made));
            assert_eq!(back.header("Subject"), made.subject);
            let to = if name.is_empty() {
                "ines@nsb.example".into()
            } else {
                format!("{name} <ines@nsb.example>")
            };
            assert_eq!(back.header("To"), to);
            assert_eq!(back.header("X-Unsent"), "1");
            assert_eq!(back.header("Content-Type"), "text/plain; charset=utf-8");
            let names: Vec<_> = back.headers.iter().map(|(name, _)| name.as_str()).collect();
            let expected = [
                "X-Unsent",
                "To",
                "Subject",
                "MIME-Version",
                "Content-Type",
                "Content-Transfer-Encoding",
            ];
            assert_eq!(names, expected);
        }
    }
}

#[test]
fn no_header_can_be_smuggled_in() {
    let breaks = [
        "\r\n", "\n", "\r", "\u{2028}", "\u{85}", "\0", "\u{b}", "?=\r\n ", "\r\n\r\n", "\u{202e}",
    ];
    for gap in breaks {
        let nasty = format!("Hello{gap}Bcc: all@lists.example.org");
        let draft = email(&nasty)
            .with("subject", &nasty)
            .with("to-name", &nasty)
            .with("to-address", "a@b.example")
            .with("from-name", &nasty)
            .with("from-role", &nasty);
        let file = eml::write(words(), words(), &draft).unwrap();
        let back = read(&file);
        assert_eq!(back.headers.len(), 6, "{gap:?}: {file}");
        let head = file.split("\r\n\r\n").next().unwrap();
        assert!(!head.to_ascii_lowercase().contains("\nbcc"), "{file}");
        let with_address = draft
            .clone()
            .with("to-address", &format!("a@b.example{gap}Bcc: c@d.example"));
        assert!(eml::write(words(), words(), &with_address).is_err());
        let link = mailto::write(words(), words(), &draft).unwrap();
        assert!(
            link.bytes()
                .all(|b| b.is_ascii_alphanumeric() || b"-._~%@:?&=".contains(&b)),
            "{link}"
        );
        assert_eq!(
            (
                link.matches('?').count(),
                link.matches('&').count(),
                link.matches('=').count()
            ),
            (1, 1, 2)
        );
    }
}

#[test]
fn a_large_paste_passes() {
    let draft = email(&"é=\u{0}. ".repeat(170_000))
        .with("subject", &"ö".repeat(20_000))
        .with("to-name", &"é".repeat(5_000));
    let back = read(&eml::write(words(), words(), &draft).unwrap());
    assert_eq!(back.body, text::body(&letter(words(), &draft)));
    assert!(matches!(
        mailto::write(words(), words(), &draft),
        Err(ExportError::TooLong { .. })
    ));
}

#[test]
fn copies_stand_in_copy() {
    let one = |name: &str, address: &str| Copied {
        party: Addressee::Tpm,
        name: name.into(),
        address: address.into(),
    };
    let mut draft = of_kind(MessageKind::NsbRequest, "x");
    draft.copy = vec![
        one("", "tpm@iso.example"),
        one("Kim", "kim@b.example"),
        one("No address", ""),
    ];
    let back = read(&eml::write(words(), words(), &draft).unwrap());
    assert_eq!(
        (back.header("Cc"), back.header("To")),
        ("tpm@iso.example, Kim <kim@b.example>", "")
    );
    assert!(
        mailto::write(words(), words(), &draft)
            .unwrap()
            .starts_with("mailto:?cc=tpm@iso.example%2Ckim@b.example&subject=")
    );
    let mut first = email("x");
    first.copy = draft.copy;
    assert_eq!(
        read(&eml::write(words(), words(), &first).unwrap()).header("Cc"),
        ""
    );
}

/// Clause 2.2.2 names three who are addressed, not copied; 4.5 names several too.
#[test]
fn those_addressed_together_stand_on_one_line() {
    let one = |party, address: &str| Copied {
        party,
        name: String::new(),
        address: address.into(),
    };
    let mut draft = of_kind(MessageKind::NsbLeaders, "x").with("to-address", "lead@tc.example");
    draft.choose("via", "leader");
    draft.copy = vec![
        one(Addressee::Tpm, "tpm@iso.example"),
        one(Addressee::TheirNsb, "office@nsb.example"),
    ];
    let back = read(&eml::write(words(), words(), &draft).unwrap());
    assert_eq!(
        (back.header("To"), back.header("Cc")),
        ("lead@tc.example, tpm@iso.example, office@nsb.example", "")
    );
    assert!(back.body.starts_with("Dear colleagues,\n"), "{}", back.body);
    assert!(
        mailto::write(words(), words(), &draft)
            .unwrap()
            .starts_with("mailto:lead@tc.example,tpm@iso.example,office@nsb.example?subject=")
    );
    // Invariant 16: the other NSB is not addressed where it is one's own.
    draft.choose("via", "leader-same");
    let back = read(&eml::write(words(), words(), &draft).unwrap());
    assert_eq!(back.header("To"), "lead@tc.example, tpm@iso.example");
}

#[test]
fn the_link_holds_the_message_or_says_why_not() {
    let draft = email("ü\nx")
        .with("to-address", "a+b@c.example")
        .with("subject", "50 % & more?");
    let link = mailto::write(words(), words(), &draft).unwrap();
    assert!(
        link.starts_with("mailto:a%2Bb@c.example?subject=50%20%25%20%26%20more%3F&body=Hello%2C%0D%0A%0D%0A"),
        "{link}"
    );
    assert!(link.contains("%C3%BC%0D%0Ax"));
    let room = mailto::LIMIT - mailto::write(words(), words(), &email("x")).unwrap().len();
    let fits = mailto::write(words(), words(), &email(&"x".repeat(room + 1))).unwrap();
    assert_eq!(fits.len(), mailto::LIMIT);
    let error = mailto::write(words(), words(), &email(&"x".repeat(room + 2))).unwrap_err();
    assert_eq!(
        error,
        ExportError::TooLong {
            length: mailto::LIMIT + 1,
            limit: mailto::LIMIT
        }
    );
    assert!(error.says(words()).contains("2001") && !error.next(words()).is_empty());
}

#[test]
fn an_address_is_one_plain_address_or_empty() {
    use AddressError::{Character, Incomplete, Several, TooLong};
    // As long as mail systems carry it, behind as long a name as may stand before it.
    let longest = format!("{}@b.example", "a".repeat(244));
    let named = format!("{} <a@b.example>", "N".repeat(494));
    for (typed, read) in [
        (longest.as_str(), Some(longest.as_str())),
        (&named, Some("a@b.example")),
        ("MAILTO:a@b.example", Some("a@b.example")),
        ("", None),
        ("  ", None),
        ("a@b.example", Some("a@b.example")),
        (" mailto:A.b+c@d-e.example ", Some("A.b+c@d-e.example")),
        ("Łucja <l@b.example>", Some("l@b.example")),
    ] {
        assert_eq!(
            parse_address(typed)
                .unwrap()
                .as_ref()
                .map(waymark::domain::letters::Address::as_str),
            read,
            "{typed:?}"
        );
    }
    let long = format!("a{longest}");
    let (named, many) = (format!("N{named}"), "a@b.example, ".repeat(60));
    let huge = "x".repeat(1_000_000);
    for (typed, error) in [
        ("a@b.example, c@d.example", Several),
        ("a@b.example;", Several),
        ("a@b,c.example", Several),
        (&many, Several),
        (&named, TooLong),
        ("a.@b.example", Incomplete),
        (".a@b.example", Incomplete),
        ("a@b-.example", Incomplete),
        ("a@.example", Incomplete),
        ("a@b.example.", Incomplete),
        ("ines", Incomplete),
        ("@b.example", Incomplete),
        ("a@", Incomplete),
        ("a@b", Incomplete),
        ("a..b@c.example", Incomplete),
        ("a@-b.example", Incomplete),
        ("a b@c.example", Character),
        ("ü@b.example", Character),
        ("a@b.example\r\nBcc", Character),
        ("\u{202e}a@b.example", Character),
        (&long, TooLong),
        (&huge, TooLong),
    ] {
        assert_eq!(parse_address(typed), Err(error), "{typed:.40}");
        assert!(!words().t(&format!("error.{}.next", error.key())).is_empty());
        assert!(!ExportError::Address(error).says(words()).is_empty());
    }
}

#[test]
fn names_of_files_say_nothing() {
    assert_eq!(
        (eml::FILE_NAME, text::FILE_NAME),
        ("message-draft.eml", "message-draft.txt")
    );
    for kind in MessageKind::ALL {
        let draft = of_kind(*kind, "Only this.");
        let sent = text::write(words(), &letter(words(), &draft));
        assert!(sent.contains("Only this.") && sent.ends_with('\n') && !sent.starts_with('\n'));
        let all = everything::write(words(), &[("A".to_owned(), Held::Draft(Box::new(draft)))]);
        assert!(all.contains("Only this."), "{all}");
    }
}
