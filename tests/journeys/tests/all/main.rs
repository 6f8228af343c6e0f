//! The journeys: one module for each thing that people do.

mod harness;
mod opens;
