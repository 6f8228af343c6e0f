//! How a person answers an interview, and the situations that several journeys share. No test of its own.

use journeys::{App, Res, until};

/// A question by its heading, and the answers chosen; none skips it.
pub type Said<'s> = (&'s str, &'s [&'s str]);

/// Somebody who was shouted at in a meeting and is well otherwise: the self-assessment.
pub const SHOUTED: &[Said<'static>] = &[
    ("How do you know of it?", &["It was done to me"]),
    ("Where did it happen?", &["In a meeting, in front of others"]),
    (
        "Is anyone afraid, under pressure or in danger?",
        &["No, I see no reason for worry"],
    ),
    (
        "Might something about it be against the law?",
        &["I see no sign of that"],
    ),
    (
        "Which of these comes nearest to what happened?",
        &["How somebody was treated"],
    ),
    (
        "What was said or done?",
        &["Someone was shouted at, insulted or mocked"],
    ),
    (
        "As you heard it: was it about the work or about the person?",
        &["About the person"],
    ),
    ("Did it happen once, or more often?", &["It has happened before"]),
    (
        "Has anyone spoken with the person concerned about it?",
        &["Not that I know of"],
    ),
    (
        "Might any of these be part of it?",
        &["Haste, tiredness or too much work"],
    ),
];

/// An expert of an NSB and a delegate of another one, in an e-mail; safe, and nothing was tried: the situation.
pub const DELEGATE: &[Said<'static>] = &[
    ("How do you know of it?", &["It was done to me"]),
    ("Where did it happen?", &["By e-mail, or in comments on a draft"]),
    (
        "Is anyone afraid, under pressure or in danger?",
        &["No, I see no reason for worry"],
    ),
    (
        "Might something about it be against the law?",
        &["I see no sign of that"],
    ),
    (
        "What is your own part in ISO’s work?",
        &["Delegate or expert of an NSB"],
    ),
    (
        "In which role did the person concerned act?",
        &["Delegate to a committee"],
    ),
    ("Whom does the person concerned belong to?", &["Another NSB"]),
    (
        "In which group do those involved work together?",
        &["A committee or subcommittee"],
    ),
    ("Is it about one person or several?", &["One person"]),
    ("Did it happen once, or more often?", &["Once"]),
    ("Has anything been tried so far?", &["Nothing yet"]),
    (
        "Would you be willing to speak or write to the person yourself?",
        &["Yes, I could do that"],
    ),
];

/// `base` with other answers to some of its questions, and with answers to more questions.
pub fn but<'s>(base: &[Said<'s>], changes: &[Said<'s>]) -> Vec<Said<'s>> {
    let kept = base
        .iter()
        .filter(|(asked, _)| changes.iter().all(|(changed, _)| changed != asked));
    changes.iter().chain(kept).copied().collect()
}

/// Answers every question until the page `end` stands there, and counts them. The order is the app's.
pub async fn answer_all(app: &App, end: &str, said: &[Said<'_>]) -> Res<usize> {
    for count in 0..60 {
        let (route, asked) = (app.route().await?, app.h1().await?);
        if route == end {
            return Ok(count);
        }
        let Some((_, chosen)) = said.iter().find(|(question, _)| *question == asked) else {
            return Err(app
                .failure(&format!(
                    "a question that this person has an answer to, not \"{asked}\""
                ))
                .await);
        };
        for answer in *chosen {
            app.choose(answer).await?;
        }
        app.click_text(if chosen.is_empty() {
            "Skip this one"
        } else {
            "Continue"
        })
        .await?;
        another_page(app, &route, &asked).await?;
    }
    Err(app.failure(&format!("an end of the questions at {end}")).await)
}

/// Waits until both the address and the heading have changed.
pub async fn another_page(app: &App, route: &str, heading: &str) -> Res {
    let gone =
        until(async || Ok((app.route().await? != route && app.h1().await? != heading).then_some(()))).await?;
    app.check(gone.is_some(), &format!("another page than \"{heading}\""))
        .await
}

/// Goes through the self-assessment from its first page to its result.
pub async fn assess(app: &App, said: &[Said<'_>]) -> Res<usize> {
    begin(app, "#/assess", "Look at what happened").await?;
    answer_all(app, "#/result", said).await
}

/// Goes through the questions about the situation to the plan.
pub async fn plan(app: &App, said: &[Said<'_>]) -> Res<usize> {
    begin(app, "#/situation", "Where things stand").await?;
    answer_all(app, "#/plan", said).await
}

async fn begin(app: &App, address: &str, heading: &str) -> Res {
    app.goto(address).await?;
    app.expect_h1(heading).await?;
    app.click("main .button").await?;
    another_page(app, address, heading).await
}

/// Some text is above some other text on the page.
pub async fn expect_before(app: &App, first: &str, then: &str) -> Res {
    let text = app.text().await?;
    let (first_at, then_at) = (text.find(first), text.find(then));
    let holds = first_at.is_some() && then_at.is_some() && first_at < then_at;
    app.check(holds, &format!("\"{first}\" above \"{then}\"")).await
}
