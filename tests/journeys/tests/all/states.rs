//! The kinds of page that one can meet, filled and in trouble as well as empty: what every look at all pages shares.
//! No test of its own.

use crate::answering::{DELEGATE, SHOUTED, another_page, assess, but, plan};
use crate::keeping::{ACCOUNT, draft, expect_status};
use crate::lock;
use journeys::{App, Res};

/// One page of each kind that needs nothing but its address.
pub const PLAIN: [&str; 52] = [
    "#/",
    "#/assess",
    "#/situation",
    "#/assess/nearest",
    "#/situation/capacity",
    "#/assess/conduct",
    "#/answers",
    "#/result",
    "#/plan",
    "#/map",
    "#/write",
    "#/write/none",
    "#/ledger",
    "#/told",
    "#/papers",
    "#/names",
    "#/hand-over",
    "#/hand-over/open",
    "#/notes",
    "#/lock",
    "#/backup",
    "#/backup/open",
    "#/code",
    "#/code/3",
    "#/process",
    "#/process/2.1.3",
    "#/process/4.5.2",
    "#/open",
    "#/open/same-nsb",
    "#/glossary",
    "#/glossary/nsb",
    "#/coverage",
    "#/promise",
    "#/promise/who",
    "#/official",
    "#/accessibility",
    "#/practice",
    "#/practice/cut-off",
    "#/practice/print",
    "#/for/respond",
    "#/respond",
    "#/respond/my-view",
    "#/respond/plan",
    "#/handle",
    "#/handle/ties",
    "#/handle/plan",
    "#/for/chair",
    "#/chair/scripts",
    "#/chair/card",
    "#/learn/tour/1",
    "#/search",
    "#/nowhere",
];

const EMAIL: &str = "An e-mail to the person concerned";
const LONG: &str = "https://example.org/a-very-long-address-that-nobody-can-break-into-lines-but-the-page-has-to-cope-with-it";

/// What a whole app can be in, whatever page is open.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kept {
    /// Both interviews are answered and a message is begun.
    Much,
    /// The same, and the browser has no room for the last sentence.
    Refused,
    /// The same, locked.
    Locked,
}

impl Kept {
    /// Brings a fresh app there.
    pub async fn reach(self, app: &App) -> Res {
        assess(app, SHOUTED).await?;
        plan(app, &but(SHOUTED, DELEGATE)).await?;
        draft(app, "I was interrupted four times.").await?;
        match self {
            Self::Much => Ok(()),
            Self::Refused => {
                app.fill_storage().await?;
                app.type_into(ACCOUNT, &" And this is where no room is left.".repeat(9))
                    .await?;
                expect_status(app, "Not saved").await
            }
            Self::Locked => {
                lock::turn_on(app).await?;
                lock::lock_now(app).await
            }
        }
    }
}

/// Goes to an address without loading anything, and waits until its page stands.
pub async fn turn_to(app: &App, address: &str) -> Res {
    app.js_async(&format!(
        "const there = new Promise(done => addEventListener('hashchange', done, {{once: true}}));
         if (location.hash !== {address:?}) {{ location.hash = {address:?}; await there; }}
         for (let frames = 0; frames < 2; frames += 1) await new Promise(requestAnimationFrame);"
    ))
    .await?;
    app.expect_js(
        "a heading",
        "return !!document.querySelector('main h1')?.textContent",
    )
    .await
}

/// Brings the app into state after state and looks at each, with its name.
pub async fn each_state(app: &App, mut look: impl AsyncFnMut(&App, &str) -> Res) -> Res {
    practising(app, &mut look).await?;
    app.load("#/assess/setting").await?;
    app.click_text("Continue").await?;
    app.expect_count("#problem", 1).await?;
    look(app, "a question with its complaint").await?;
    app.js("document.querySelectorAll('details').forEach(it => it.open = true)")
        .await?;
    look(app, "a question with its reason").await?;

    let care = [
        (
            "Is anyone afraid, under pressure or in danger?",
            &["Yes: there is pressure, harassment or fear"][..],
        ),
        ("Might something about it be against the law?", &["It might be"]),
        (
            "What is your own part in ISO’s work?",
            &["Delegate or expert of an NSB"],
        ),
        (
            "In which role did the person concerned act?",
            &["Convenor of a working group"],
        ),
        ("Whom does the person concerned belong to?", &["Another NSB"]),
        (
            "In which group do those involved work together?",
            &["A working group"],
        ),
        ("Is it about one person or several?", &["Several people"]),
        (
            "Has anything been tried so far?",
            &["I spoke or wrote to the person, and it is not settled"],
        ),
        ("Has your NSB been asked to help?", &["Not yet"]),
        (
            "Has anything been done to you because a concern was raised?",
            &["It looks like it"],
        ),
    ];
    let said = but(SHOUTED, &care);
    assess(app, &said).await?;
    look(app, "a result").await?;
    app.goto("#/situation").await?;
    app.expect_h1("Where things stand").await?;
    app.click("main .button").await?;
    another_page(app, "#/situation", "Where things stand").await?;
    while app.h1().await? != "Since when has it been going on?" {
        let (route, heading) = (app.route().await?, app.h1().await?);
        let chosen = said
            .iter()
            .find(|(asked, _)| *asked == heading)
            .map_or(&[][..], |(_, chosen)| chosen);
        for answer in chosen {
            app.choose(answer).await?;
        }
        app.click_text(if chosen.is_empty() {
            "Skip this one"
        } else {
            "Continue"
        })
        .await?;
        another_page(app, &route, &heading).await?;
    }
    look(app, "a question in one's own words").await?;
    app.fill(
        "Since when has it been going on?",
        &format!("Since spring. {LONG}"),
    )
    .await?;
    app.click_text("Continue").await?;
    app.expect_h1("Your next step").await?;
    app.js("document.querySelectorAll('details').forEach(it => it.open = true)")
        .await?;
    look(app, "a plan with everything unfolded").await?;
    app.goto("#/map").await?;
    app.expect_count("svg.map", 1).await?;
    look(app, "a map with a place on it").await?;

    // A change of mind: some answers are set aside.
    app.load("#/assess/nearest").await?;
    app.choose("None of these").await?;
    app.goto("#/answers").await?;
    app.expect_text("No longer applies; kept, not used").await?;
    look(app, "answers, some set aside").await?;
    writing(app, &mut look).await?;
    keeping(app, &mut look).await
}

async fn practising(app: &App, look: &mut impl AsyncFnMut(&App, &str) -> Res) -> Res {
    app.load("#/practice/cut-off").await?;
    app.click_text("Show the answer").await?;
    app.expect_count("#problem", 1).await?;
    look(app, "a practice card with its complaint").await?;
    app.click(".choice input").await?;
    app.click_text("Show the answer").await?;
    app.expect_focus("#answer").await?;
    app.js("document.querySelectorAll('details').forEach(it => it.open = true)")
        .await?;
    look(app, "a practice card with all its answers").await?;
    app.goto("#/practice").await?;
    app.expect_text("Your choice:").await?;
    look(app, "practice cards, one answered").await
}

async fn writing(app: &App, look: &mut impl AsyncFnMut(&App, &str) -> Res) -> Res {
    app.goto("#/write").await?;
    app.expect_h1("A message").await?;
    look(app, "what to write, with a suggestion").await?;
    app.click_text(EMAIL).await?;
    app.expect_h1(EMAIL).await?;
    app.fill(
        "What I saw or heard",
        &format!("You always behave like an idiot. {LONG}"),
    )
    .await?;
    app.expect_text("Leave it").await?;
    app.fill("Their e-mail address", "no address").await?;
    app.key("Tab").await?;
    app.expect_count("[aria-invalid=true]", 1).await?;
    app.js("document.querySelectorAll('details').forEach(it => it.open = true)")
        .await?;
    look(app, "a message with hints and a wrong address").await?;
    app.click_text("Before it leaves…").await?;
    app.expect_h1("Before it leaves").await?;
    look(app, "the check before it leaves").await
}

async fn keeping(app: &App, look: &mut impl AsyncFnMut(&App, &str) -> Res) -> Res {
    app.goto("#/notes").await?;
    app.expect_h1("My notes").await?;
    look(app, "notes with what is kept").await?;
    app.click(".note:first-child .row button").await?;
    app.expect_count(".note input", 1).await?;
    look(app, "a note being renamed").await?;
    app.click_text("Leave it as it was").await?;
    app.click_text("Forget everything…").await?;
    app.expect_text("This cannot be undone.").await?;
    look(app, "the question before forgetting").await?;
    app.click_text("No, keep it").await?;
    app.click(".note:first-child .row button:last-child").await?;
    app.expect_text("Undo").await?;
    look(app, "a note deleted").await?;
    app.click("#share").await?;
    app.expect_focus("#share-ask").await?;
    look(app, "the question before memory only").await?;
    app.click_text("Keep it in memory only").await?;
    app.expect_text("In memory only").await?;
    look(app, "a shared computer").await
}
