//! What stood on a screen when it was locked, besides what is kept: the fields as they were, the draft that was only begun, and
//! which case was open. As text, to be sealed.

use serde::Serialize;

use super::json;
use super::kept::kept;

/// One screen.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
pub struct Screen {
    /// Its address.
    pub address: String,
    /// The id of the case that was open.
    pub case: String,
    /// The id of a draft that was begun and not kept yet.
    pub begun: String,
    /// That draft, as JSON.
    pub draft: String,
    /// What stood in its fields.
    pub fields: Vec<Held>,
}

/// What stood in one field.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
pub struct Held {
    /// Which field.
    pub field: String,
    /// Its text.
    pub text: String,
}

kept!(Screen {
    address,
    case,
    begun,
    draft,
    fields
});
kept!(Held { field, text });

impl Screen {
    /// As text.
    #[must_use]
    pub fn write(&self) -> String {
        // Texts under fixed keys: writing them cannot fail.
        json::write(self).unwrap_or_default()
    }

    /// Reads it.
    #[must_use]
    pub fn read(text: &str) -> Option<Self> {
        json::read(text).ok()
    }
}
