//! What people type or paste -> text that can leave: no control characters, one kind of line end, nothing else changed.

/// Whether a character turns the direction of what follows it and could make a header read as something else.
const fn turns_direction(c: char) -> bool {
    matches!(c, '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}')
}

/// Whether a character ends a line, whoever wrote it.
const fn ends_line(c: char) -> bool {
    matches!(
        c,
        '\n' | '\r' | '\u{b}' | '\u{c}' | '\u{85}' | '\u{2028}' | '\u{2029}'
    )
}

/// One line for names, roles and subjects: white space collapsed, controls and direction overrides dropped.
#[must_use]
pub fn line(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    let mut gap = false;
    for c in text.chars() {
        if c.is_whitespace() || ends_line(c) {
            gap = true;
        } else if !c.is_control() && !turns_direction(c) && c != '\u{feff}' {
            if gap && !out.is_empty() {
                out.push(' ');
            }
            gap = false;
            out.push(c);
        }
    }
    out
}

/// The paragraphs of a longer text: a blank line separates them, a single line end stays one, spaces at the ends of
/// lines go.
#[must_use]
pub fn paragraphs(text: &str) -> Vec<String> {
    let mut all = Paragraphs::default();
    // Most text is plain, and this runs at every keystroke: then whole lines are copied instead of single characters.
    if text
        .bytes()
        .all(|byte| byte == b'\n' || matches!(byte, b' '..=b'~'))
    {
        for row in text.split('\n') {
            all.add(row.trim());
        }
    } else {
        let kept = |c: &char| *c == '\t' || !c.is_control() && *c != '\u{feff}';
        for row in text.replace("\r\n", "\n").split(ends_line) {
            let row: String = row
                .chars()
                .filter(kept)
                .map(|c| if c == '\t' { ' ' } else { c })
                .collect();
            all.add(row.trim());
        }
    }
    all.finished()
}

/// Paragraphs being collected, row by row.
#[derive(Default)]
struct Paragraphs {
    done: Vec<String>,
    now: String,
}

impl Paragraphs {
    fn add(&mut self, row: &str) {
        if row.is_empty() {
            self.end();
            return;
        }
        if !self.now.is_empty() {
            self.now.push('\n');
        }
        self.now.push_str(row);
    }

    fn end(&mut self) {
        if !self.now.is_empty() {
            self.done.push(std::mem::take(&mut self.now));
        }
    }

    fn finished(mut self) -> Vec<String> {
        self.end();
        self.done
    }
}
