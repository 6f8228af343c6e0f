//! The words for tests: those of the build itself, so that what is tested is what ships.

use std::path::Path;

use waymark::content;
use waymark::domain::Words;

/// All words of the guide in English.
pub fn words() -> &'static Words {
    content::load(Path::new(env!("CARGO_MANIFEST_DIR")), "en").unwrap()
}
