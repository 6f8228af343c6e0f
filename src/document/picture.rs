//! The map as a picture: shapes as data, drawn from the same [`Map`] as the list. Pure; the browser draws it.

use crate::domain::Words;
use crate::domain::alphabet::is_ideograph;
use crate::domain::map::{Map, Part, PlaceState, Spot};

use super::Route;

/// One SVG element.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Shape {
    /// Its name: `circle`, `path`, `a`.
    pub tag: &'static str,
    /// Its attributes.
    pub attributes: Vec<(&'static str, String)>,
    /// Its text, or empty.
    pub text: String,
    /// What it holds.
    pub children: Vec<Shape>,
}

impl Shape {
    fn new(tag: &'static str) -> Self {
        Self {
            tag,
            ..Self::default()
        }
    }

    fn with(mut self, name: &'static str, value: impl Into<String>) -> Self {
        self.attributes.push((name, value.into()));
        self
    }

    fn holding(mut self, child: Self) -> Self {
        self.children.push(child);
        self
    }
}

/// Units of the picture: a column of places, a row, the lane beside the path.
const COLUMN: i32 = 190;
const ROW: i32 = 122;
const COLUMNS: i32 = 4;
const PATH: i32 = COLUMN * COLUMNS;
const LANE: i32 = 200;
const TOP: i32 = 26;
/// Most letters on a line of a name: bold, in Cyrillic and the widest common font, and a little larger on paper
/// (`style/print.css`), it stays within its column and beside the lane.
const LINE: usize = 18;

/// The whole picture.
#[must_use]
pub fn picture(words: &Words, map: &Map) -> Shape {
    let rows = map
        .spots
        .iter()
        .map(|spot| i32::from(spot.row))
        .max()
        .unwrap_or(0)
        + 1;
    let height = rows * ROW + TOP;
    let mut svg = Shape::new("svg")
        .with("viewBox", format!("0 0 {} {height}", PATH + LANE))
        .with("class", "map")
        .with("role", "group")
        .with("aria-label", words.t("map.title"));
    let lane = Shape::new("path")
        .with("class", "map__lane")
        .with("d", format!("M{} {TOP}V{height}", PATH + 6));
    svg = svg.holding(lane);
    for (from, to) in map.ways {
        let place = |place| map.spots.iter().copied().find(|spot| spot.place == place);
        if let (Some(from), Some(to)) = (place(*from), place(*to)) {
            let name = words.t(&format!("map.place.{}", from.place.key()));
            svg = svg.holding(way(from, to, lines(name).len()));
        }
    }
    map.spots
        .iter()
        .copied()
        .fold(svg, |svg, spot| svg.holding(place(words, spot)))
}

fn x(spot: Spot) -> i32 {
    if spot.place.part() == Part::Beside {
        return PATH + LANE / 2 + 6;
    }
    let of = i32::from(spot.of.max(1));
    (2 * i32::from(spot.column) + 1) * PATH / (2 * of)
}

fn y(spot: Spot) -> i32 {
    i32::from(spot.row) * ROW + TOP
}

/// A way, from the names below a place to the mark of the next; dashed where it cannot be gone yet.
fn way(from: Spot, to: Spot, lines: usize) -> Shape {
    let below = 34 + 16 * i32::try_from(lines).unwrap_or(1);
    let (x1, y1, x2, y2) = (x(from), y(from) + below, x(to), y(to) - 14);
    let gone = from.state == PlaceState::Done && matches!(to.state, PlaceState::Done | PlaceState::Now);
    Shape::new("path")
        .with(
            "class",
            if gone {
                "map__way map__way--done"
            } else {
                "map__way"
            },
        )
        .with(
            "d",
            format!("M{x1} {y1}C{x1} {} {x2} {} {x2} {y2}", y1 + 20, y2 - 20),
        )
}

/// A place: a mark of the trail, its clause and name, as one link to the clause.
fn place(words: &Words, spot: Spot) -> Shape {
    let key = spot.place.key();
    let name = words.t(&format!("map.place.{key}"));
    let state = words.t(&format!("map.state.{}", spot.state.key()));
    let clause = spot.place.clauses().first().copied();
    let number = clause.map(crate::domain::Clause::number).unwrap_or_default();
    let (x, y) = (x(spot), y(spot));
    let mut link = Shape::new("a").with("class", format!("map__place map__place--{}", spot.state.key()));
    if let Some(clause) = clause {
        link = link.with("href", Route::clause(clause).href());
    }
    if spot.state == PlaceState::Now {
        link = link.with("aria-current", "step");
    }
    let lines = lines(name);
    let below = 16 * i32::try_from(lines.len()).unwrap_or(1);
    // The place that one can press is bigger than the mark.
    link = link
        .holding(rectangle(
            "map__press",
            x - COLUMN / 2 + 6,
            y - 18,
            COLUMN - 12,
            46 + below,
        ))
        .holding(
            Shape::new("circle")
                .with("cx", x.to_string())
                .with("cy", y.to_string())
                .with("r", "9")
                .with("class", "map__mark"),
        );
    let mut label = Shape::new("text")
        .with("x", x.to_string())
        .with("y", (y + 26).to_string());
    label = label.holding(line(x, 0, "map__clause", number));
    for text in lines {
        label = label.holding(line(x, 16, "", &text));
    }
    // How it stands is seen by the mark; whoever cannot see it hears it after the name.
    link.holding(label.holding(line(x, 0, "map__state", state)))
}

fn rectangle(class: &str, x: i32, y: i32, width: i32, height: i32) -> Shape {
    Shape::new("rect")
        .with("class", class)
        .with("x", x.to_string())
        .with("y", y.to_string())
        .with("width", width.to_string())
        .with("height", height.to_string())
        .with("rx", "6")
}

fn line(x: i32, down: i32, class: &str, text: &str) -> Shape {
    let mut line = Shape::new("tspan")
        .with("x", x.to_string())
        .with("dy", down.to_string());
    if !class.is_empty() {
        line = line.with("class", class);
    }
    // Lines of one name: read as one text, their words must not run together, and a word that was cut stays one.
    let between = if text.ends_with('-') { "" } else { " " };
    line.text = [text, between].concat();
    line
}

/// The name on as few lines as it takes.
fn lines(name: &str) -> Vec<String> {
    let mut lines: Vec<String> = Vec::new();
    for word in name.split(' ').flat_map(cut).filter(|piece| !piece.is_empty()) {
        match lines.last_mut() {
            Some(last) if width(last) + width(word) < LINE && !last.ends_with('-') => {
                last.push(' ');
                last.push_str(word);
            }
            _ => lines.push(word.to_owned()),
        }
        // Chinese has no blanks: a line ends wherever it is full.
        while let Some(long) = lines.pop_if(|last| last.contains(is_ideograph) && width(last) > LINE) {
            let mut taken = 0;
            let cut = long.char_indices().find(|(_, c)| {
                taken += if is_ideograph(*c) { 2 } else { 1 };
                taken > LINE - 2
            });
            let (line, rest) = long.split_at(cut.map_or(long.len(), |(at, _)| at));
            lines.extend([line.to_owned(), rest.to_owned()]);
        }
    }
    lines
}

/// A word, and what goes on the next line of one that is too long for a line and has a hyphen.
fn cut(word: &str) -> [&str; 2] {
    let hyphen = word.find('-').filter(|_| width(word) > LINE);
    let (line, next) = word.split_at(hyphen.map_or(word.len(), |at| at + 1));
    [line, next]
}

/// How wide a text is, in letters; a Chinese character takes two.
fn width(text: &str) -> usize {
    text.chars().map(|c| if is_ideograph(c) { 2 } else { 1 }).sum()
}
