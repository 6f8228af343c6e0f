//! The second pair of eyes: a suggestion beside the part it is about, with its reason; it can be left, and it blocks nothing.

use crate::writing::{begin, depart};
use journeys::{App, Res};

const PART: &str = "What I saw or heard";
const HINT: &str = "This is a word for a person";

/// Whether a hint names this word; the browser puts the quotation marks.
async fn expect_quoted(app: &App, word: &str, there: bool) -> Res {
    let script = format!(
        "return [...document.querySelectorAll('.hint q')].some(it => it.textContent === {word:?}) === {there}"
    );
    app.expect_js("the word that a hint names", &script).await
}

#[tokio::test]
async fn a_hint_stands_beside_its_part_with_a_reason_and_can_be_left() -> Res {
    let app = begin("An e-mail to the person concerned").await?;
    app.fill("What I ask", "Could we talk?").await?;
    app.type_into(PART, "What an idiot, I thought.").await?;
    app.expect_text(HINT).await?;
    app.expect_text("The act behind it is what the reader can do something about.")
        .await?;
    expect_quoted(&app, "idiot", true).await?;
    app.expect_js(
        "the hint between its own box and the next one",
        "const hint = document.querySelector('.hint'), after = (a, b) => !!(a.compareDocumentPosition(b) & 4);
         const [own, next] = ['observed', 'effect'].map(id => document.getElementById(id));
         return after(own, hint) && after(hint, next) && own.closest('.field').contains(hint)",
    )
    .await?;
    app.expect_accessible_in_both_themes().await?;
    app.click_text(&format!("Leave it: {HINT}")).await?;
    app.expect_no_text(HINT).await?;
    app.expect_focus("#observed").await?;
    app.reload().await?;
    // The same word in another part is another matter, and shows that the letter was read again.
    app.type_into("What it did", "I was called a fool.").await?;
    expect_quoted(&app, "fool", true).await?;
    expect_quoted(&app, "idiot", false).await?;
    app.expect_count(".hint", 1).await?;
    app.close().await
}

#[tokio::test]
async fn a_hint_never_stands_in_the_way() -> Res {
    let app = begin("An e-mail to the person concerned").await?;
    app.fill(PART, "He behaved like an idiot.").await?;
    app.expect_text(HINT).await?;
    depart(&app).await?;
    app.click_text("Plain text (a file)").await?;
    let file = app.download_text("message-draft.txt").await?;
    app.check(
        file.contains("He behaved like an idiot."),
        "the person's own words in the file, unchanged",
    )
    .await?;
    app.close().await
}

#[tokio::test]
async fn what_others_said_is_not_held_against_the_writer() -> Res {
    let app = begin("An e-mail to the person concerned").await?;
    app.fill(
        PART,
        "You said in front of everybody: “You are an idiot.” Then you left.",
    )
    .await?;
    // The account is looked at by nobody.
    app.fill("What happened, in your own words", "What an idiot.")
        .await?;
    // A hint elsewhere shows that the whole letter was read by then.
    app.fill("What I ask", "Stop being such a bully.").await?;
    app.expect_count(".hint", 1).await?;
    expect_quoted(&app, "idiot", false).await?;
    app.close().await
}

/// A threat is never hidden behind smaller things; what else there is, is a step away.
#[tokio::test]
async fn the_gravest_comes_first_and_the_others_are_a_step_away() -> Res {
    let app = begin("An e-mail to the person concerned").await?;
    app.fill("What I ask", "Could we talk?").await?;
    app.fill(
        PART,
        "Mary Smith always shouts. He is a bully and a liar. You will regret this, I will have you fired!!!",
    )
    .await?;
    app.expect_count(".hint", 3).await?;
    let titles = "return [...document.querySelectorAll('.hint strong')].map(it => it.textContent).join('; ')";
    app.expect_js(
        "the threats first",
        &format!(
            "return (() => {{ {titles} }})().startsWith('This can be read as a threat; This touches somebody’s livelihood; ')"
        ),
    )
    .await?;
    // Once one is settled the next moves up.
    app.fill(PART, "Mary Smith always shouts. He is a bully. It was AGAIN so.")
        .await?;
    app.expect_text("And one more").await?;
    app.expect_count(".hint", 3).await?;
    app.fill(
        PART,
        "Mary Smith always shouts. He is a bully and a liar. You will regret this, I will have you fired!!!",
    )
    .await?;
    app.click_text("And 4 more").await?;
    app.expect_count(".hint", 7).await?;
    // Whoever works by keyboard goes on at the first of those that came.
    app.expect_focus(".hint:nth-child(4) button").await?;
    for quoted in ["You will regret", "a liar", "!!!"] {
        expect_quoted(&app, quoted, true).await?;
    }
    app.expect_no_text("And 4 more").await?;
    app.expect_accessible_in_both_themes().await?;
    app.close().await
}
