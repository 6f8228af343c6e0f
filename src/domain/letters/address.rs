//! One e-mail address, as typed or pasted -> the address alone, or why it cannot be used. Empty is allowed: the mail
//! program can fill it in later.

/// Longest address that mail systems carry (RFC 5321, 4.5.3.1.3).
const LONGEST: usize = 254;

/// An address that is safe in a header and in a link: ASCII, one `@`, no spaces, no control characters.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Address(String);

impl Address {
    /// The address, `local@domain`.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

/// Why what stands in the field is not one address. Words: `error.<key>` and `error.<key>.next`.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum AddressError {
    /// More than one address; a first message goes to one (1.2).
    Several,
    /// Something before or after the `@` is missing.
    Incomplete,
    /// A character that mail programs do not take as typed here.
    Character,
    /// Longer than mail systems carry.
    TooLong,
}

impl AddressError {
    /// Its key in the words.
    #[must_use]
    pub const fn key(self) -> &'static str {
        match self {
            Self::Several => "address-several",
            Self::Incomplete => "address-incomplete",
            Self::Character => "address-character",
            Self::TooLong => "address-too-long",
        }
    }
}

/// Reads what stands in an address field. `Name <local@domain>` and a leading `mailto:` are understood.
///
/// # Errors
/// [`AddressError`], when it is neither empty nor one plain address.
pub fn parse(typed: &str) -> Result<Option<Address>, AddressError> {
    let mut text = typed.trim();
    if text.is_empty() {
        return Ok(None);
    }
    if text.len() > LONGEST * 2 {
        return Err(if text.matches('@').count() > 1 {
            AddressError::Several
        } else {
            AddressError::TooLong
        });
    }
    if text.matches('@').count() > 1 {
        return Err(AddressError::Several);
    }
    if let (Some(open), true) = (text.rfind('<'), text.ends_with('>')) {
        text = text[open + 1..text.len() - 1].trim();
    }
    if text
        .get(..7)
        .is_some_and(|start| start.eq_ignore_ascii_case("mailto:"))
    {
        text = &text[7..];
    }
    let (local, domain) = text.split_once('@').ok_or(AddressError::Incomplete)?;
    if local.is_empty() || domain.is_empty() {
        return Err(AddressError::Incomplete);
    }
    if text.contains([',', ';']) {
        return Err(AddressError::Several);
    }
    let local_fits = |b: u8| b.is_ascii_alphanumeric() || b".!#$%&'*+/=?^_`{|}~-".contains(&b);
    if !local.bytes().all(local_fits)
        || !domain
            .bytes()
            .all(|b| b.is_ascii_alphanumeric() || b"-.".contains(&b))
    {
        return Err(AddressError::Character);
    }
    let labels_fit = domain
        .split('.')
        .all(|label| !label.is_empty() && !label.starts_with('-') && !label.ends_with('-'));
    let dots_fit = local.split('.').all(|piece| !piece.is_empty());
    if !labels_fit || !dots_fit || !domain.contains('.') {
        return Err(AddressError::Incomplete);
    }
    if text.len() > LONGEST {
        return Err(AddressError::TooLong);
    }
    Ok(Some(Address(text.to_owned())))
}
