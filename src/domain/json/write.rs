//! Writing JSON, without white space.

use serde::Serialize;
use serde::ser::{Impossible, SerializeMap, SerializeSeq, SerializeStruct, Serializer};

use super::Error;

/// Writes a value.
///
/// # Errors
/// [`Error`] for a type that has other shapes than records have.
pub fn write(value: &impl Serialize) -> Result<String, Error> {
    let mut writer = Writer(String::new());
    value.serialize(&mut writer)?;
    Ok(writer.0)
}

struct Writer(String);

impl Writer {
    fn string(&mut self, text: &str) {
        self.0.push('"');
        let mut from = 0;
        for (at, byte) in text.bytes().enumerate() {
            let short = match byte {
                b'"' | b'\\' => byte,
                b'\n' => b'n',
                b'\r' => b'r',
                b'\t' => b't',
                8 => b'b',
                12 => b'f',
                0..=0x1f => b'u',
                _ => continue,
            };
            self.0.push_str(&text[from..at]);
            from = at + 1;
            self.0.push('\\');
            self.0.push(char::from(short));
            if short == b'u' {
                self.0.push_str(if byte < 16 { "000" } else { "001" });
                self.0
                    .push(char::from(b"0123456789abcdef"[usize::from(byte % 16)]));
            }
        }
        self.0.push_str(&text[from..]);
        self.0.push('"');
    }

    fn number(&mut self, number: u64) {
        if number > 9 {
            self.number(number / 10);
        }
        self.0.push(char::from(b'0' + (number % 10).to_le_bytes()[0]));
    }

    /// A comma, but not after what began the list or the object.
    fn comma(&mut self) {
        if !self.0.ends_with(['[', '{']) {
            self.0.push(',');
        }
    }
}

/// A list or an object that is being written, and the character that ends it.
struct Open<'w>(&'w mut Writer, char);

impl Open<'_> {
    fn end(self) {
        self.0.0.push(self.1);
    }
}

impl SerializeSeq for Open<'_> {
    type Ok = ();
    type Error = Error;

    fn serialize_element<T: Serialize + ?Sized>(&mut self, value: &T) -> Result<(), Error> {
        self.0.comma();
        value.serialize(&mut *self.0)
    }

    fn end(self) -> Result<(), Error> {
        Open::end(self);
        Ok(())
    }
}

impl SerializeMap for Open<'_> {
    type Ok = ();
    type Error = Error;

    fn serialize_key<T: Serialize + ?Sized>(&mut self, key: &T) -> Result<(), Error> {
        self.0.comma();
        key.serialize(&mut *self.0)
    }

    fn serialize_value<T: Serialize + ?Sized>(&mut self, value: &T) -> Result<(), Error> {
        self.0.0.push(':');
        value.serialize(&mut *self.0)
    }

    fn end(self) -> Result<(), Error> {
        Open::end(self);
        Ok(())
    }
}

impl SerializeStruct for Open<'_> {
    type Ok = ();
    type Error = Error;

    fn serialize_field<T: Serialize + ?Sized>(&mut self, key: &'static str, value: &T) -> Result<(), Error> {
        self.0.comma();
        self.0.string(key);
        self.0.0.push(':');
        value.serialize(&mut *self.0)
    }

    fn end(self) -> Result<(), Error> {
        Open::end(self);
        Ok(())
    }
}

/// Shapes that no record has.
macro_rules! refused {
    ($($name:ident($($given:ty),*) -> $made:ty;)+) => {
        $(fn $name(self, $(_: $given),*) -> Result<$made, Error> {
            Err(Error)
        })+
    };
}

impl<'w> Serializer for &'w mut Writer {
    type Ok = ();
    type Error = Error;
    type SerializeSeq = Open<'w>;
    type SerializeMap = Open<'w>;
    type SerializeStruct = Open<'w>;
    type SerializeTuple = Impossible<(), Error>;
    type SerializeTupleStruct = Impossible<(), Error>;
    type SerializeTupleVariant = Impossible<(), Error>;
    type SerializeStructVariant = Impossible<(), Error>;

    fn serialize_str(self, text: &str) -> Result<(), Error> {
        self.string(text);
        Ok(())
    }

    fn serialize_u64(self, number: u64) -> Result<(), Error> {
        self.number(number);
        Ok(())
    }

    fn serialize_seq(self, _: Option<usize>) -> Result<Open<'w>, Error> {
        self.0.push('[');
        Ok(Open(self, ']'))
    }

    fn serialize_map(self, _: Option<usize>) -> Result<Open<'w>, Error> {
        self.0.push('{');
        Ok(Open(self, '}'))
    }

    fn serialize_struct(self, _: &'static str, _: usize) -> Result<Open<'w>, Error> {
        self.serialize_map(None)
    }

    fn serialize_newtype_struct<T: Serialize + ?Sized>(
        self,
        _: &'static str,
        value: &T,
    ) -> Result<(), Error> {
        value.serialize(self)
    }

    /// As an object with one field.
    fn serialize_newtype_variant<T: Serialize + ?Sized>(
        self,
        _: &'static str,
        _: u32,
        variant: &'static str,
        value: &T,
    ) -> Result<(), Error> {
        self.0.push('{');
        self.string(variant);
        self.0.push(':');
        value.serialize(&mut *self)?;
        self.0.push('}');
        Ok(())
    }

    fn serialize_some<T: Serialize + ?Sized>(self, _: &T) -> Result<(), Error> {
        Err(Error)
    }

    refused! {
        serialize_bool(bool) -> ();
        serialize_i8(i8) -> ();
        serialize_i16(i16) -> ();
        serialize_i32(i32) -> ();
        serialize_i64(i64) -> ();
        serialize_u8(u8) -> ();
        serialize_u16(u16) -> ();
        serialize_u32(u32) -> ();
        serialize_f32(f32) -> ();
        serialize_f64(f64) -> ();
        serialize_char(char) -> ();
        serialize_bytes(&[u8]) -> ();
        serialize_none() -> ();
        serialize_unit() -> ();
        serialize_unit_struct(&'static str) -> ();
        serialize_unit_variant(&'static str, u32, &'static str) -> ();
        serialize_tuple(usize) -> Self::SerializeTuple;
        serialize_tuple_struct(&'static str, usize) -> Self::SerializeTupleStruct;
        serialize_tuple_variant(&'static str, u32, &'static str, usize) -> Self::SerializeTupleVariant;
        serialize_struct_variant(&'static str, u32, &'static str, usize) -> Self::SerializeStructVariant;
    }
}
