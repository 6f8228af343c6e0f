//! Reading what was kept as a JSON object: every field has a default, unknown ones are ignored, so that records of other
//! versions load. A field that stands twice is refused: two readers could understand two things.
//!
//! In place of serde's derived readers, which bring code for field numbers, sequences and missing fields that nothing uses
//! here: 12 kB for one struct of this crate. Writing is serde's own.

/// Makes a struct readable from an object with these fields.
macro_rules! kept {
    ($name:ident { $($field:ident),+ $(,)? }) => {
        impl<'de> serde::Deserialize<'de> for $name {
            fn deserialize<D: serde::Deserializer<'de>>(from: D) -> Result<Self, D::Error> {
                struct Fields;
                impl<'de> serde::de::Visitor<'de> for Fields {
                    type Value = $name;

                    fn expecting(&self, to: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                        to.write_str("an object")
                    }

                    fn visit_map<M: serde::de::MapAccess<'de>>(self, mut map: M) -> Result<$name, M::Error> {
                        let mut made = $name::default();
                        let mut met: Vec<&str> = Vec::new();
                        while let Some(field) = map.next_key::<String>()? {
                            match field.as_str() {
                                $(stringify!($field) => {
                                    $crate::domain::kept::once(&mut met, stringify!($field))
                                        .map_err(serde::de::Error::custom)?;
                                    made.$field = map.next_value()?;
                                })+
                                _ => {
                                    map.next_value::<serde::de::IgnoredAny>()?;
                                }
                            }
                        }
                        Ok(made)
                    }
                }
                from.deserialize_map(Fields)
            }
        }
    };
}
pub(super) use kept;

/// Notes that a field was met.
///
/// # Errors
/// It had been met before.
pub fn once(met: &mut Vec<&'static str>, field: &'static str) -> Result<(), &'static str> {
    if met.contains(&field) {
        return Err("a field twice");
    }
    met.push(field);
    Ok(())
}
