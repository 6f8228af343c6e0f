//! The journeys: one module for each thing that people do.

mod depart;
mod draft;
mod from_plan;
mod harness;
mod hostile_text;
mod keep_draft;
mod opens;
mod second_eyes;
mod spoken;
mod writing;
