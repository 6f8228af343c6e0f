//! LEPTOS: the app.
