//! KEEPING: records, the trait that keeps them, and its implementations that need no browser.
