//! A case with everything in it, and a letter with everything in it: filled in as somebody does who has lived through much of the process.

use crate::{App, Res};
use serde_json::json;

/// Answers that lead to a result on both sides, a plan with care, and a case at hand: question, then what is chosen.
const ANSWERS: [(&str, &[&str]); 31] = [
    ("situation/stake", &["experienced"]),
    ("situation/setting", &["meeting-open"]),
    ("situation/safety", &["fear"]),
    ("situation/lawful", &["maybe-unlawful"]),
    ("assess/nearest", &["treatment", "voice", "decision"]),
    ("assess/conduct", &["shouted", "belittled", "personal"]),
    ("assess/aimed", &["person"]),
    ("assess/voice", &["cut-off", "unanswered", "same-limits"]),
    ("assess/decision", &["record", "kept-back", "corrected"]),
    ("assess/heard", &["partly"]),
    ("assess/basis", &["written"]),
    ("assess/recurrence", &["repeated"]),
    ("assess/pointed-out", &["went-on"]),
    ("assess/context", &["haste", "language"]),
    ("situation/raiser", &["expert"]),
    ("situation/capacity", &["convenor"]),
    ("situation/affiliation", &["other-nsb"]),
    ("situation/group", &["working-group"]),
    ("situation/people", &["several"]),
    ("situation/first", &["spoke-unsettled"]),
    ("situation/informal", &["not-yet"]),
    ("situation/retaliation", &["yes"]),
    ("respond/reached", &["own-nsb"]),
    ("respond/my-safety", &["safe"]),
    ("respond/my-capacity", &["convenor"]),
    ("handle/handler", &["nsb-officer"]),
    ("handle/ties", &["none"]),
    ("handle/arrived", &["formal"]),
    ("handle/tried-first", &["spoke"]),
    ("handle/tried-informal", &["recorded"]),
    ("handle/at-hand", &["who", "what", "when"]),
];

/// The steps of the ledger, their dates, how they ended, and what was noted.
const STEPS: [(&str, &str, &str, &str); 9] = [
    ("understand", "2026-02-27", "unsettled", ""),
    (
        "talk",
        "2026-03-09",
        "unsettled",
        "We spoke in the corridor after the meeting, for about ten minutes. I said what I had heard; the answer was that there had been no time.",
    ),
    ("confirm", "2026-03-10", "no-answer", "See the papers, number 2."),
    (
        "help",
        "just after Easter",
        "waiting",
        "The head of delegation asked for a week to think it over.",
    ),
    ("nsb", "2026-04-02", "unsettled", ""),
    (
        "understand",
        "2026-04-14",
        "",
        "Read the Code again, with both principles beside the minutes, and marked what I had not seen with my own eyes.",
    ),
    ("in-meeting", "2026-04-20", "settled", ""),
    ("break", "2026-05-04", "again", "It held for two meetings."),
    ("message", "2026-05-11", "", ""),
];

/// What somebody writes into every letter: the part, or the field, and the words.
const WRITTEN: [(&str, &str); 30] = [
    (
        "opening",
        "Do you have a few minutes? There is something I would like to talk over with you.",
    ),
    (
        "observed",
        "On Tuesday, while I presented comment 14, I was interrupted four times and could not finish. Two colleagues from other delegations heard it; one of them said so afterwards.\n\nOn the Thursday before, a reply on the mailing list said that “whoever reads drafts on trains should not expect an answer”. The comment itself was closed without a word: https://example.org/committee/documents/working-drafts/2026/comments-collated-version-14-final.html",
    ),
    (
        "effect",
        "The group voted without hearing the second half. I was unsure whether to speak again, and I have not taken part in the call on Friday.",
    ),
    (
        "unknown",
        "You may have been told to finish by noon, and the connection was poor.",
    ),
    (
        "ask",
        "Could we agree that speakers finish before questions begin? I would like comment 14 to be taken up again at the next meeting.",
    ),
    (
        "tried",
        "I spoke with the convenor on 9 March and wrote a short message the day after; there was no answer to it.",
    ),
    (
        "first-steps",
        "2026-03-09: spoke in person; not settled.\n2026-03-10: confirmed in writing; no answer came.",
    ),
    (
        "informal",
        "2026-04-02: informal request, one NSB to another; not settled.",
    ),
    (
        "papers",
        "1. Minutes of the meeting of 3 March, item 5.\n2. The message of 10 March.\n3. Comments, collated, version 14.",
    ),
    ("next", "We write again when both have been heard."),
    (
        "view",
        "I had been asked to finish by noon, and I did not notice how often I cut in.",
    ),
    (
        "left-out",
        "Names of the two colleagues, and what they said in confidence.",
    ),
    (
        "agreed",
        "Speakers finish before questions begin; the convenor says so at the start of each meeting.",
    ),
    ("reason", "The order of the meeting is the convenor’s to keep."),
    ("missing", "When it happened, and what was tried before."),
    (
        "place",
        "In the restricted folder of the committee, under the reference above.",
    ),
    ("access", "The TPM, and nobody else."),
    (
        "corroboration",
        "Two people who were in the room agreed that it be said that they heard it.",
    ),
    ("context", "It was the last meeting before the ballot."),
    ("done", "I wrote to the speaker the same evening."),
    (
        "found",
        "Both accounts agree that the comment was not heard to its end.",
    ),
    ("asked", "What happened on 3 March, and what was said before."),
    ("answer", "There is no answer yet."),
    ("link", "It happened in a working group of this committee."),
    (
        "unable",
        "We are not able to take it up: one of us belongs to the same group.",
    ),
    ("stop", "I need a pause. Let us leave it here for now."),
    ("person-name", "Robin Example"),
    (
        "committee",
        "ISO/TC 999/SC 9/WG 14, Quality of imaginary measuring instruments for very long committee titles",
    ),
    ("reference", "2026-14"),
    ("sender-name", "Kim Sample"),
];

impl App {
    /// Fills in a case as somebody does who has lived through much of the process: answers from all three sides, the logs, the
    /// index of papers with a fingerprint, and who is who.
    pub async fn fill_case(&self) -> Res {
        for (question, chosen) in ANSWERS {
            let (_, name) = question.split_once('/').unwrap_or_default();
            self.goto(&format!("#/{question}")).await?;
            for value in chosen {
                self.click(&format!("input[name='{name}'][value='{value}']"))
                    .await?;
            }
        }
        self.load("#/ledger").await?;
        for (what, when, ended, note) in STEPS {
            self.enter(&[
                ("log-what", what),
                ("log-when", when),
                ("log-ended", ended),
                ("log-with", "Robin Example"),
                ("log-note", note),
            ])
            .await?;
        }
        self.load("#/told").await?;
        for (who, why) in [
            (
                "The Technical Program Manager",
                "Copied at every stage, so that the next step does not begin from nothing.",
            ),
            (
                "The head of delegation of our NSB",
                "Asked for help with the second conversation.",
            ),
            (
                "A colleague from another delegation, who sat beside me",
                "Heard it, and may be asked.",
            ),
        ] {
            self.enter(&[
                ("log-who", who),
                ("log-about", "Person A"),
                ("log-when", "2026-03-12"),
                ("log-why", why),
            ])
            .await?;
        }
        self.load("#/papers").await?;
        self.choose_file(
            "#file-check",
            "ISO-TC999-SC9-WG14_N0214_Minutes_of_the_37th_meeting_final-final.docx",
            "The minutes.\n",
        )
        .await?;
        self.expect_focus("#file-found").await?;
        self.click("#file-found ~ button").await?;
        self.expect_count("#log-form", 1).await?;
        self.set(&[
            ("log-what", "Minutes of the meeting of 3 March, item 5"),
            ("log-where", "In my own folder, and with the TPM"),
        ])
        .await?;
        self.click("#log-form [type=submit]").await?;
        for what in [
            "My message of 10 March",
            "Comments, collated, version 14",
            "A dated note of my own, written the same evening",
        ] {
            self.enter(&[
                ("log-what", what),
                ("log-when", "2026-03-10"),
                (
                    "log-note",
                    "Two pages; the second has names on it that are left out of a request.",
                ),
            ])
            .await?;
        }
        self.load("#/names").await?;
        for name in ["Robin Example; Robin", "Zoë Müller", "שרה כהן"] {
            self.click("#names-add").await?;
            self.expect_count("#names-form", 1).await?;
            self.set(&[("names-name", name)]).await?;
            self.click("#names-form [type=submit]").await?;
            self.expect_count("#names-form", 0).await?;
        }
        Ok(())
    }

    /// Begins a letter of this kind and fills in all that it asks; leaves it on screen. False where it cannot begin yet.
    pub async fn fill_letter(&self, kind: &str) -> Res<bool> {
        // By the address alone: that of the test would lead to the page of another language.
        self.js("location.hash = '#/write'").await?;
        self.expect_count(".letter, .needs", 0).await?;
        self.js(&format!("location.hash = '#/begin/{kind}'")).await?;
        let begun = crate::until(async || {
            let at = self
                .js("return document.querySelector('.letter') ? 2 : document.querySelector('.needs') ? 1 : 0")
                .await?;
            Ok(at.as_u64().filter(|at| *at > 0))
        })
        .await?;
        if begun != Some(2) {
            return Ok(false);
        }
        self.set(&WRITTEN).await?;
        self.js(
            "for (const list of document.querySelectorAll('.two > :first-child select')) {
               if (list.selectedIndex < 1 && list.options.length > 1) {
                 list.value = list.options[1].value;
                 for (const type of ['input', 'change']) list.dispatchEvent(new Event(type, {bubbles: true}));
               }
             }
             for (const box of document.querySelectorAll('.two [type=checkbox]:not(:checked)')) if (box.id !== 'spelling') box.click();",
        )
        .await?;
        // A choice may have opened more boxes.
        self.set(&WRITTEN).await?;
        Ok(true)
    }

    /// One more entry of the log on screen.
    async fn enter(&self, given: &[(&str, &str)]) -> Res {
        self.click("#log-add").await?;
        self.expect_count("#log-form", 1).await?;
        self.set(given).await?;
        self.click("#log-form [type=submit]").await?;
        self.expect_count("#log-form", 0).await
    }

    /// Types into the fields with these ids, as far as they are there.
    async fn set(&self, given: &[(&str, &str)]) -> Res {
        let given = json!(given);
        self.js(&format!(
            "for (const [id, text] of {given}) {{
               const field = document.getElementById(id);
               if (!field || !text) continue;
               field.value = text;
               for (const type of ['input', 'change']) field.dispatchEvent(new Event(type, {{bubbles: true}}));
             }}"
        ))
        .await?;
        Ok(())
    }
}
