//! The words for tests: those of the build itself, so that what is tested is what ships.

use std::path::Path;
use std::sync::OnceLock;

use waymark::content;
use waymark::domain::Words;

/// All words of the guide in English, read once.
pub fn words() -> &'static Words {
    static ONCE: OnceLock<&Words> = OnceLock::new();
    ONCE.get_or_init(|| content::load(Path::new(env!("CARGO_MANIFEST_DIR")), "en").unwrap())
}
