//! A counter, and nothing else: the floor against which `scripts/bench` holds the app.

use leptos::prelude::*;

fn main() {
    mount_to_body(|| {
        let (count, set) = signal(0);
        view! {
            <main>
                <h1>"Counter"</h1>
                <button on:click=move |_| set.update(|count| *count += 1)>"Count: " {count}</button>
            </main>
        }
    });
}
