//! Every address of the guide: loaded as a bookmark, reached by Back and Forward, known or unknown.
//! The list is the app's own: every link inside it, followed from page to page, and every question of the interviews.

use crate::answering::another_page;
use journeys::{App, Res, until};
use std::collections::{BTreeMap, BTreeSet, VecDeque};

/// Where the walk begins; everything else is found by following links.
const BEGIN: [&str; 5] = ["#/", "#/answers", "#/result", "#/plan", "#/map"];

/// Addresses that nobody has.
const UNKNOWN: [&str; 14] = [
    "#/nowhere",
    "#/code/11",
    "#/code/x",
    "#/process/9.9",
    "#/open/none",
    "#/glossary/none",
    "#/assess/none",
    "#/situation/none",
    "#/write/none",
    "#/write/none/send",
    "#/begin/none",
    "#/practice/none",
    "#/practice/print/none",
    "#//////",
];

/// What every page has, asked in one go: so many h1, its text, the title, all links inside the app.
async fn page(app: &App, address: &str) -> Res<(String, Vec<String>)> {
    let stands = "const h1 = [...document.querySelectorAll('h1')];
         return [location.hash || '#/', h1.length, h1[0]?.textContent.trim() ?? '', document.title,
                 [...document.querySelectorAll('a[href^=\"#/\"]')].map(a => a.getAttribute('href'))]";
    let seen = until(async || {
        let seen = app.js(stands).await?;
        Ok(
            (seen[0] == address && seen[1] == 1 && seen[3].as_str().is_some_and(|title| title.len() > 3))
                .then_some(seen),
        )
    })
    .await?;
    let Some(seen) = seen else {
        return Err(app.failure(&format!("one h1 and a title at {address}")).await);
    };
    let text = |at: usize| seen[at].as_str().unwrap_or_default().to_owned();
    app.check(
        !text(2).is_empty() && text(3).starts_with("Waymark"),
        &format!("a name of its own at {address}"),
    )
    .await?;
    let links = seen[4]
        .as_array()
        .into_iter()
        .flatten()
        .filter_map(|link| link.as_str().map(str::to_owned))
        .collect();
    Ok((text(2), links))
}

/// Goes to an address as a link does; the page has followed once it is drawn anew.
async fn visit(app: &App, address: &str) -> Res<(String, Vec<String>)> {
    app.goto(address).await?;
    app.js_async("await new Promise(drawn => requestAnimationFrame(() => requestAnimationFrame(drawn)))")
        .await?;
    page(app, address).await
}

/// All addresses that links lead to, with their headings. Beginnings of drafts are left out: those change what is kept.
async fn walk(app: &App) -> Res<BTreeMap<String, String>> {
    let mut met: BTreeSet<String> = BEGIN.iter().map(|&address| address.to_owned()).collect();
    let mut open: VecDeque<String> = met.iter().cloned().collect();
    let mut found = BTreeMap::new();
    while let Some(address) = open.pop_front() {
        let (heading, links) = visit(app, &address).await?;
        found.insert(address, heading);
        for link in links {
            if !link.starts_with("#/begin/") && met.insert(link.clone()) {
                open.push_back(link);
            }
        }
    }
    Ok(found)
}

/// Every question of one interview, by skipping through it with what the pages themselves offer.
pub async fn questions(app: &App, flow: &str, end: &str) -> Res<BTreeSet<String>> {
    let mut met = BTreeSet::new();
    app.goto(&format!("#/{flow}")).await?;
    app.click("main .button").await?;
    for _ in 0..60 {
        let (route, asked) = (app.route().await?, app.h1().await?);
        if route == end {
            break;
        }
        if route.starts_with(&format!("#/{flow}/")) {
            met.insert(route.clone());
            // Everything that is not an "I do not know": so the most questions open.
            app.js("document.querySelectorAll('.choice input').forEach(input => { if (!/none|unknown/.test(input.value) && !input.checked) input.click() })").await?;
            app.click_text("Continue").await?;
        }
        another_page(app, &route, &asked).await?;
    }
    Ok(met)
}

#[tokio::test]
async fn every_page_that_links_lead_to_stands_by_itself() -> Res {
    let app = App::open().await?;
    let found = walk(&app).await?;
    let count = |start: &str| found.keys().filter(|address| address.starts_with(start)).count();
    app.check(
        count("#/code/") == 10,
        &format!("ten principles, not {}", count("#/code/")),
    )
    .await?;
    app.check(
        count("#/process/") >= 60,
        &format!("sixty clauses, not {}", count("#/process/")),
    )
    .await?;
    app.check(
        count("#/open/") >= 20,
        &format!("all open points, not {}", count("#/open/")),
    )
    .await?;
    app.check(count("#/for/") == 4, "the four other reasons to come")
        .await?;
    // Loaded from nothing, as a bookmark is: the same heading as by link.
    for (address, by_link) in &found {
        app.load(address).await?;
        let (loaded, _) = page(&app, address).await?;
        app.check(
            loaded == *by_link,
            &format!("the same page at {address}, not \"{loaded}\" after \"{by_link}\""),
        )
        .await?;
    }
    app.close().await
}

#[tokio::test]
async fn every_question_stands_by_itself() -> Res {
    let app = App::open().await?;
    let mut met = questions(&app, "assess", "#/result").await?;
    app.check(
        met.len() >= 20,
        &format!("the questions of all themes, not {met:?}"),
    )
    .await?;
    met.extend(questions(&app, "situation", "#/plan").await?);
    app.check(
        met.len() >= 28,
        &format!("the questions of both interviews, not {met:?}"),
    )
    .await?;
    met.extend(questions(&app, "respond", "#/respond/plan").await?);
    met.extend(questions(&app, "handle", "#/handle/plan").await?);
    for address in &met {
        app.load(address).await?;
        let (heading, _) = page(&app, address).await?;
        app.check(
            heading.ends_with('?') || heading.ends_with('.'),
            &format!("a question at {address}"),
        )
        .await?;
    }
    app.close().await
}

#[tokio::test]
async fn an_unknown_address_leads_to_a_page_that_helps() -> Res {
    let app = App::open().await?;
    for address in UNKNOWN {
        app.load(address).await?;
        app.expect_count("h1", 1).await?;
        app.expect_js(
            &format!("a way on at {address}"),
            "return [...document.querySelectorAll('main a[href^=\"#/\"]')].some(a => a.checkVisibility())",
        )
        .await?;
        let made = app
            .js("return document.querySelector('main').innerText.length")
            .await?;
        app.check(
            made.as_u64().is_some_and(|length| length > 60),
            &format!("a page that helps at {address}"),
        )
        .await?;
    }
    let kept = app.records().await?;
    app.check(
        !kept.keys().any(|key| key.contains("draft")),
        &format!("no draft begun by a slip, but {kept:?}"),
    )
    .await?;
    app.close().await
}

#[tokio::test]
async fn back_and_forward_show_each_page_again() -> Res {
    let app = App::open().await?;
    let mut shown = vec![("#/".to_owned(), page(&app, "#/").await?.0)];
    for address in [
        "#/code",
        "#/code/3",
        "#/process/2.1.3",
        "#/open/same-nsb",
        "#/assess/stake",
        "#/plan",
        "#/map",
        "#/notes",
    ] {
        shown.push((address.to_owned(), visit(&app, address).await?.0));
    }
    for (_, heading) in shown.iter().rev().skip(1) {
        app.back().await?;
        app.expect_h1(heading).await?;
    }
    for (address, heading) in shown.iter().skip(1) {
        app.forward().await?;
        app.expect_h1(heading).await?;
        app.expect_route(address).await?;
    }
    app.close().await
}
