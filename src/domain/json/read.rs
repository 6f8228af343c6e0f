//! Reading JSON: each type asks for what it is made of, and gets that or an error.

use serde::de::value::StringDeserializer;
use serde::de::{DeserializeOwned, DeserializeSeed, Deserializer, MapAccess, SeqAccess, Visitor};
use serde::forward_to_deserialize_any;

use super::Error;

/// How deep lists and objects may stand in each other.
const DEEPEST: u8 = 64;

/// Reads a value from the whole of a text.
///
/// # Errors
/// [`Error`].
pub fn read<T: DeserializeOwned>(text: &str) -> Result<T, Error> {
    let mut reader = Reader {
        text,
        at: 0,
        depth: 0,
    };
    let value = T::deserialize(&mut reader)?;
    reader.next();
    if reader.at == text.len() {
        Ok(value)
    } else {
        Err(Error)
    }
}

struct Reader<'t> {
    text: &'t str,
    at: usize,
    depth: u8,
}

impl Reader<'_> {
    fn byte(&self) -> u8 {
        self.text.as_bytes().get(self.at).copied().unwrap_or(0)
    }

    /// The next byte that is no white space, or 0 at the end.
    fn next(&mut self) -> u8 {
        while matches!(self.byte(), b' ' | b'\n' | b'\r' | b'\t') {
            self.at += 1;
        }
        self.byte()
    }

    /// Steps over this byte, if it is the next one.
    fn take(&mut self, byte: u8) -> bool {
        let is = self.next() == byte;
        self.at += usize::from(is);
        is
    }

    fn need(&mut self, byte: u8) -> Result<(), Error> {
        if self.take(byte) { Ok(()) } else { Err(Error) }
    }

    /// Begins a list or an object.
    fn open(&mut self, byte: u8) -> Result<(), Error> {
        self.need(byte)?;
        self.depth += 1;
        if self.depth > DEEPEST { Err(Error) } else { Ok(()) }
    }

    /// Steps to the next item of what ends with this byte; `false` at the end.
    fn item(&mut self, end: u8, first: bool) -> Result<bool, Error> {
        if self.take(end) {
            // A comma before the end was refused when it was met.
            self.depth -= 1;
            return Ok(false);
        }
        if !first {
            self.need(b',')?;
            if self.next() == end {
                return Err(Error);
            }
        }
        Ok(true)
    }

    fn string(&mut self) -> Result<String, Error> {
        self.need(b'"')?;
        let mut out = String::new();
        loop {
            let from = self.at;
            while !matches!(self.byte(), b'"' | b'\\' | 0..=0x1f) {
                self.at += 1;
            }
            out.push_str(self.text.get(from..self.at).ok_or(Error)?);
            self.at += 1;
            match self.text.as_bytes().get(self.at - 1) {
                Some(b'"') => return Ok(out),
                Some(b'\\') => out.push(self.escaped()?),
                _ => return Err(Error),
            }
        }
    }

    fn escaped(&mut self) -> Result<char, Error> {
        self.at += 1;
        Ok(match self.text.as_bytes().get(self.at - 1) {
            Some(b'n') => '\n',
            Some(b'r') => '\r',
            Some(b't') => '\t',
            Some(b'b') => '\u{8}',
            Some(b'f') => '\u{c}',
            Some(b'u') => self.code()?,
            Some(same @ (b'"' | b'\\' | b'/')) => char::from(*same),
            _ => return Err(Error),
        })
    }

    /// Four digits, or twice four where one character takes two codes.
    fn code(&mut self) -> Result<char, Error> {
        let first = self.hex()?;
        if let Some(one) = char::from_u32(first) {
            return Ok(one);
        }
        let follows = self.text.get(self.at..self.at + 2) == Some("\\u");
        self.at += 2;
        if first >= 0xdc00 || !follows {
            return Err(Error);
        }
        match self.hex()? {
            second @ 0xdc00..=0xdfff => {
                char::from_u32(0x1_0000 + ((first - 0xd800) << 10) + (second - 0xdc00)).ok_or(Error)
            }
            _ => Err(Error),
        }
    }

    fn hex(&mut self) -> Result<u32, Error> {
        let mut code = 0;
        for _ in 0..4 {
            code = code * 16 + char::from(self.byte()).to_digit(16).ok_or(Error)?;
            self.at += 1;
        }
        Ok(code)
    }

    /// Digits, as many as there are; at least one.
    fn digits(&mut self) -> Result<&str, Error> {
        let from = self.at;
        while self.byte().is_ascii_digit() {
            self.at += 1;
        }
        self.text
            .get(from..self.at)
            .filter(|digits| !digits.is_empty())
            .ok_or(Error)
    }

    /// Digits of which the first is 0 only if it is the only one.
    fn whole(&mut self) -> Result<&str, Error> {
        let digits = self.digits()?;
        if digits.len() > 1 && digits.starts_with('0') {
            return Err(Error);
        }
        Ok(digits)
    }

    /// Steps over a value of whatever kind.
    fn skip(&mut self) -> Result<(), Error> {
        match self.next() {
            b'"' => self.string().map(drop),
            b'{' => {
                self.open(b'{')?;
                let mut first = true;
                while self.item(b'}', first)? {
                    self.string()?;
                    self.need(b':')?;
                    self.skip()?;
                    first = false;
                }
                Ok(())
            }
            b'[' => {
                self.open(b'[')?;
                let mut first = true;
                while self.item(b']', first)? {
                    self.skip()?;
                    first = false;
                }
                Ok(())
            }
            b'-' | b'0'..=b'9' => self.number(),
            _ => {
                let rest = self.text.get(self.at..).unwrap_or_default();
                let word = ["true", "false", "null"]
                    .into_iter()
                    .find(|word| rest.starts_with(word));
                self.at += word.ok_or(Error)?.len();
                Ok(())
            }
        }
    }

    fn number(&mut self) -> Result<(), Error> {
        self.take(b'-');
        self.whole()?;
        if self.byte() == b'.' {
            self.at += 1;
            self.digits()?;
        }
        if matches!(self.byte(), b'e' | b'E') {
            self.at += 1;
            self.at += usize::from(matches!(self.byte(), b'+' | b'-'));
            self.digits()?;
        }
        Ok(())
    }
}

/// Only the shapes that records have; a type that asks for another one gets an error.
impl<'de> Deserializer<'de> for &mut Reader<'_> {
    type Error = Error;

    fn deserialize_any<V: Visitor<'de>>(self, _: V) -> Result<V::Value, Error> {
        Err(Error)
    }

    fn deserialize_str<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Error> {
        visitor.visit_string(self.string()?)
    }

    fn deserialize_string<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Error> {
        visitor.visit_string(self.string()?)
    }

    fn deserialize_u64<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Error> {
        self.next();
        visitor.visit_u64(self.whole()?.parse().map_err(|_| Error)?)
    }

    fn deserialize_seq<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Error> {
        self.open(b'[')?;
        let mut items = Items::new(self);
        let value = visitor.visit_seq(&mut items)?;
        // What a type leaves unread it did not expect.
        if items.more(b']')? { Err(Error) } else { Ok(value) }
    }

    fn deserialize_map<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Error> {
        self.open(b'{')?;
        let mut items = Items::new(self);
        let value = visitor.visit_map(&mut items)?;
        if items.more(b'}')? { Err(Error) } else { Ok(value) }
    }

    fn deserialize_newtype_struct<V: Visitor<'de>>(
        self,
        _: &'static str,
        visitor: V,
    ) -> Result<V::Value, Error> {
        visitor.visit_newtype_struct(self)
    }

    fn deserialize_ignored_any<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Error> {
        self.skip()?;
        visitor.visit_unit()
    }

    forward_to_deserialize_any! {
        bool i8 i16 i32 i64 u8 u16 u32 f32 f64 char bytes byte_buf option unit unit_struct tuple tuple_struct struct enum
        identifier
    }
}

/// The items of a list or an object, one after another.
struct Items<'r, 't> {
    reader: &'r mut Reader<'t>,
    first: bool,
    over: bool,
}

impl<'r, 't> Items<'r, 't> {
    fn new(reader: &'r mut Reader<'t>) -> Self {
        Self {
            reader,
            first: true,
            over: false,
        }
    }

    fn more(&mut self, end: u8) -> Result<bool, Error> {
        if !self.over {
            self.over = !self.reader.item(end, self.first)?;
            self.first = false;
        }
        Ok(!self.over)
    }
}

impl<'de> SeqAccess<'de> for &mut Items<'_, '_> {
    type Error = Error;

    fn next_element_seed<S: DeserializeSeed<'de>>(&mut self, seed: S) -> Result<Option<S::Value>, Error> {
        if self.more(b']')? {
            seed.deserialize(&mut *self.reader).map(Some)
        } else {
            Ok(None)
        }
    }
}

impl<'de> MapAccess<'de> for &mut Items<'_, '_> {
    type Error = Error;

    fn next_key_seed<S: DeserializeSeed<'de>>(&mut self, seed: S) -> Result<Option<S::Value>, Error> {
        if self.more(b'}')? {
            seed.deserialize(StringDeserializer::new(self.reader.string()?))
                .map(Some)
        } else {
            Ok(None)
        }
    }

    fn next_value_seed<S: DeserializeSeed<'de>>(&mut self, seed: S) -> Result<S::Value, Error> {
        self.reader.need(b':')?;
        seed.deserialize(&mut *self.reader)
    }
}
