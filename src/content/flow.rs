//! Which answers lead to which question, drawn: one SVG for each interview.
//!
//! In: the tables of `domain/questions`, and the words for the titles. Out: a file name and an SVG for each. What is drawn is found by
//! trying every combination of the answers that a condition looks at on [`interview::path`], not by reading the condition; so a
//! picture says what people meet. Every question has a row of its own, from top to bottom as they are asked; whatever depends on
//! another one stands in a column to its right. So no line crosses a box.

use std::collections::BTreeSet;
use std::fmt::Write as _;

use crate::domain::interview::{self, Kind, Question, When};
use crate::domain::questions::{ASSESS, HANDLE, RESPOND, SITUATION};
use crate::domain::{Answer, Answers, Words};
use crate::export::html::escape;

/// The interviews by name.
pub const INTERVIEWS: [(&str, &[Question]); 4] = [
    ("situation", SITUATION),
    ("assess", ASSESS),
    ("respond", RESPOND),
    ("handle", HANDLE),
];

/// What an earlier question has to do with a later one: a line of the picture.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Edge {
    /// The earlier question, by its place in the interview.
    pub from: usize,
    /// Its options of which the later one needs one; none where it is asked too when the earlier one was skipped.
    pub needs: Vec<&'static str>,
    /// Those with which it is not asked.
    pub refuses: Vec<&'static str>,
}

impl Edge {
    /// Whether the later question may be asked after this answer.
    #[must_use]
    pub fn allows(&self, questions: &[Question], answers: &Answers) -> bool {
        let chosen = |options: &[&str]| {
            options
                .iter()
                .any(|option| answers.chose(questions[self.from].id, option))
        };
        (self.needs.is_empty() || chosen(&self.needs)) && !chosen(&self.refuses)
    }
}

/// For each question, the lines that lead to it; it is asked where all of them allow it.
#[must_use]
pub fn edges(questions: &[Question]) -> Vec<Vec<Edge>> {
    let looked_at: Vec<BTreeSet<usize>> = questions
        .iter()
        .map(|question| {
            let mut ids = BTreeSet::new();
            mentioned(&question.when, &mut ids);
            let place = |id| questions.iter().position(|question| question.id == id);
            ids.into_iter().filter_map(place).collect()
        })
        .collect();
    (0..questions.len())
        .map(|to| lines_to(questions, to, &looked_at))
        .collect()
}

/// The questions that a condition may look at: where to try answers.
fn mentioned(when: &When, ids: &mut BTreeSet<&'static str>) {
    match when {
        // What a rule looks at nobody can see; the picture then lacks it, and the test that walks the interviews says so.
        When::Always | When::Rule(_) => {}
        When::Is(id, _) | When::AnyOf(id, _) => {
            ids.insert(id);
        }
        When::Not(one) => mentioned(one, ids),
        When::All(all) | When::Any(all) => all.iter().for_each(|one| mentioned(one, ids)),
    }
}

fn lines_to(questions: &[Question], to: usize, looked_at: &[BTreeSet<usize>]) -> Vec<Edge> {
    // With the questions on which those depend: an answer counts only where its question is asked.
    let mut all = looked_at[to].clone();
    for place in (0..to).rev() {
        if all.contains(&place) {
            all.extend(&looked_at[place]);
        }
    }
    let all: Vec<usize> = all.into_iter().collect();
    let asked_with: Vec<Answers> = combinations(questions, &all)
        .into_iter()
        .filter(|answers| {
            let path = interview::path(questions, answers);
            path.iter().any(|question| question.id == questions[to].id)
        })
        .map(|answers| interview::applicable(questions, &answers))
        .collect();
    let line = |&from: &usize| {
        let id = questions[from].id;
        let having = |keep: &dyn Fn(&str) -> bool| -> Vec<&'static str> {
            let options = questions[from].options().iter().copied();
            options.filter(|option| keep(option)).collect()
        };
        let with = |option: &str| asked_with.iter().any(|answers| answers.chose(id, option));
        let alone = |option: &str| asked_with.iter().any(|answers| only(answers, id, option));
        let skipped = asked_with.iter().any(|answers| answers.one(id).is_empty());
        let several = matches!(questions[from].kind, Kind::Many(_));
        let edge = Edge {
            from,
            needs: having(&|option| !skipped && alone(option)),
            // Of several, one can be chosen beside another that is needed, and still be in the way.
            refuses: having(&|option| {
                !with(option) && (skipped || (several && !interview::excludes(option)))
            }),
        };
        (edge.needs.len() + edge.refuses.len() > 0).then_some(edge)
    };
    looked_at[to].iter().filter_map(line).collect()
}

/// Whether nothing but this option was chosen.
fn only(answers: &Answers, id: &str, option: &str) -> bool {
    matches!(answers.get(id), Some(Answer::Chosen(keys)) if keys.len() == 1 && keys[0] == option)
}

/// Every combination of answers to these questions: each skipped, with one option, and with two where several may be chosen.
fn combinations(questions: &[Question], places: &[usize]) -> Vec<Answers> {
    places.iter().fold(vec![Answers::default()], |made, &place| {
        let Question { id, kind, .. } = &questions[place];
        let options = questions[place].options();
        let mut choices = vec![Vec::new()];
        for (at, option) in options.iter().enumerate() {
            choices.push(vec![(*option).to_owned()]);
            if matches!(kind, Kind::Many(_)) {
                let others = options[at + 1..].iter();
                choices.extend(others.map(|other| vec![(*option).to_owned(), (*other).to_owned()]));
            }
        }
        let each = |answers: &Answers| -> Vec<Answers> {
            let with = |choice: &Vec<String>| {
                let mut answers = answers.clone();
                answers.set(id, Answer::Chosen(choice.clone()));
                answers
            };
            choices.iter().map(with).collect()
        };
        made.iter().flat_map(each).collect()
    })
}

/// The pictures by the names of their files.
#[must_use]
pub fn pictures(words: &Words) -> Vec<(String, String)> {
    INTERVIEWS
        .iter()
        .map(|(name, questions)| (format!("{name}.svg"), picture(words, name, questions)))
        .collect()
}

const BOX: usize = 380;
const LINE: usize = 18;
const PAD: usize = 10;
const GAP: usize = 16;
/// How many letters fit into a line of a box.
const LETTERS: usize = 50;
/// How far lines that run beside each other are apart.
const LANE: usize = 10;
/// From the lines between two columns to the boxes on either side.
const SIDE: usize = 18;

/// A question on its row.
struct Row {
    column: usize,
    top: usize,
    title: Vec<String>,
    /// The lines of each condition.
    conditions: Vec<Vec<String>>,
}

impl Row {
    fn height(&self) -> usize {
        let conditions: usize = self.conditions.iter().map(Vec::len).sum();
        (1 + self.title.len() + conditions) * LINE + 2 * PAD
    }

    /// Where the first line of a condition stands.
    fn condition(&self, at: usize) -> usize {
        let before: usize = self.conditions[..at].iter().map(Vec::len).sum();
        self.top + PAD + (1 + self.title.len() + before) * LINE
    }
}

fn rows(words: &Words, questions: &[Question], edges: &[Vec<Edge>]) -> Vec<Row> {
    let mut rows: Vec<Row> = Vec::with_capacity(questions.len());
    let mut top = GAP;
    for (question, edges) in questions.iter().zip(edges) {
        let after = edges.iter().map(|edge| rows[edge.from].column + 1);
        let condition = |edge: &Edge| {
            let id = questions[edge.from].id;
            let line = |sign: char, options: &[&str]| match options {
                [] => Vec::new(),
                _ => wrapped(&format!("{id} {sign} {}", options.join(", "))),
            };
            [line('=', &edge.needs), line('≠', &edge.refuses)].concat()
        };
        let row = Row {
            column: after.max().unwrap_or(0),
            top,
            title: wrapped(words.t(&format!("question.{}.ask", question.id))),
            conditions: edges.iter().map(condition).collect(),
        };
        top += row.height() + GAP;
        rows.push(row);
    }
    rows
}

fn picture(words: &Words, name: &str, questions: &[Question]) -> String {
    let edges = edges(questions);
    let rows = rows(words, questions, &edges);
    let columns = rows.iter().map(|row| row.column + 1).max().unwrap_or(1);
    // Between two columns each question has one lane, for all its lines that end there.
    let lanes: Vec<Vec<usize>> = (0..columns)
        .map(|column| {
            let to = (0..rows.len()).filter(|&to| rows[to].column == column);
            let from: BTreeSet<usize> = to.flat_map(|to| edges[to].iter().map(|edge| edge.from)).collect();
            from.into_iter().collect()
        })
        .collect();
    let between = |column: usize| match lanes[column].len() {
        0 => GAP,
        count => 2 * SIDE + count * LANE,
    };
    let left = |column: usize| (0..=column).map(between).sum::<usize>() + column * BOX;
    let width = left(columns - 1) + BOX + GAP;
    let height = rows.last().map_or(GAP, |row| row.top + row.height() + GAP);

    let mut paths = String::new();
    let mut boxes = String::new();
    for (to, row) in rows.iter().enumerate() {
        let x = left(row.column);
        for (at, edge) in edges[to].iter().enumerate() {
            let from = &rows[edge.from];
            let lane = lanes[row.column]
                .iter()
                .position(|one| *one == edge.from)
                .unwrap_or(0);
            let (begin, turn) = (left(from.column) + BOX, x - SIDE - lane * LANE);
            let (above, below) = (from.top + PAD + LINE / 2, row.condition(at) + LINE / 2);
            let _ = writeln!(
                paths,
                "<path d=\"M{begin} {above}H{turn}V{below}H{x}\" marker-end=\"url(#to)\"/>"
            );
        }
        let _ = writeln!(
            boxes,
            "<rect x=\"{x}\" y=\"{}\" width=\"{BOX}\" height=\"{}\" rx=\"6\"/>",
            row.top,
            row.height()
        );
        let id = format!("{}. {}", to + 1, questions[to].id);
        let texts = std::iter::once(("id", &id))
            .chain(row.title.iter().map(|line| ("title", line)))
            .chain(row.conditions.iter().flatten().map(|line| ("when", line)));
        for (at, (class, text)) in texts.enumerate() {
            let (x, y) = (x + PAD, row.top + PAD + at * LINE + 13);
            let _ = writeln!(
                boxes,
                "<text class=\"{class}\" x=\"{x}\" y=\"{y}\">{}</text>",
                escape(text)
            );
        }
    }
    format!(
        "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 {width} {height}\" width=\"{width}\" height=\"{height}\" role=\"img\" aria-label=\"{name}\">\n\
         <style>text{{font:13px system-ui,sans-serif;fill:#1c2530}}.id{{font-weight:700}}.when{{font:12px ui-monospace,monospace;fill:#33506e}}\
         rect{{fill:#fff;stroke:#6b7a8a}}path{{fill:none;stroke:#33506e}}</style>\n\
         <marker id=\"to\" viewBox=\"0 0 8 8\" refX=\"8\" refY=\"4\" markerWidth=\"8\" markerHeight=\"8\" orient=\"auto\"><path d=\"M0 0L8 4L0 8\"/></marker>\n\
         <rect width=\"{width}\" height=\"{height}\" style=\"fill:#f4f6f8;stroke:none\"/>\n{paths}{boxes}</svg>\n"
    )
}

/// The text in lines that fit into a box.
fn wrapped(text: &str) -> Vec<String> {
    let mut lines: Vec<String> = Vec::new();
    for word in text.split_whitespace() {
        match lines.last_mut() {
            Some(line) if line.chars().count() + 1 + word.chars().count() <= LETTERS => {
                line.push(' ');
                line.push_str(word);
            }
            _ => lines.push(word.to_owned()),
        }
    }
    lines
}
