//! Small sorted collections: a vector in order, looked up by halving.
//!
//! Why not those of std: each type that a `BTreeMap` or a `sort` is used with brings some five kilobytes of code of its own, and
//! here they hold dozens of things, in one case (the shelf) some thousands.

use std::fmt;

use serde::de::{Error, MapAccess, Visitor};
use serde::{Deserialize, Deserializer, Serialize, Serializer};

/// Puts things in order, as a stable sort does.
pub fn sorted<T>(things: impl IntoIterator<Item = T>, follows: impl Fn(&T, &T) -> bool) -> Vec<T> {
    let mut order: Vec<T> = Vec::new();
    for thing in things {
        let at = order.partition_point(|one| !follows(one, &thing));
        order.insert(at, thing);
    }
    order
}

/// Values by their keys, in the order of the keys.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Sorted<T>(Vec<(String, T)>);

impl<T> Sorted<T> {
    /// Nothing yet.
    #[must_use]
    pub const fn new() -> Self {
        Self(Vec::new())
    }

    fn place(&self, key: &str) -> Result<usize, usize> {
        self.0.binary_search_by(|(one, _)| one.as_str().cmp(key))
    }

    /// The value with this key.
    #[must_use]
    pub fn get(&self, key: &str) -> Option<&T> {
        self.place(key).ok().map(|at| &self.0[at].1)
    }

    /// Puts a value in place of the one with this key. What comes in order goes to the end, however much there is.
    pub fn insert(&mut self, key: String, value: T) {
        if self.0.last().is_none_or(|(last, _)| *last < key) {
            self.0.push((key, value));
            return;
        }
        match self.place(&key) {
            Ok(at) => self.0[at].1 = value,
            Err(at) => self.0.insert(at, (key, value)),
        }
    }

    /// Takes away the value with this key.
    pub fn remove(&mut self, key: &str) {
        if let Ok(at) = self.place(key) {
            self.0.remove(at);
        }
    }

    /// Whether it holds nothing.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// Keys and values in order.
    #[must_use]
    pub fn iter(&self) -> impl ExactSizeIterator<Item = (&str, &T)> {
        self.0.iter().map(|(key, value)| (key.as_str(), value))
    }
}

impl<T: Serialize> Serialize for Sorted<T> {
    fn serialize<S: Serializer>(&self, to: S) -> Result<S::Ok, S::Error> {
        to.collect_map(self.iter())
    }
}

/// More keys than anybody enters by hand: such a text is not ours, and reading it would take long.
const MOST: usize = 5000;

/// A key that stands twice is refused: two readers could understand two things.
impl<'de, T: Deserialize<'de>> Deserialize<'de> for Sorted<T> {
    fn deserialize<D: Deserializer<'de>>(from: D) -> Result<Self, D::Error> {
        struct ByKey<T>(Sorted<T>);
        impl<'de, T: Deserialize<'de>> Visitor<'de> for ByKey<T> {
            type Value = Sorted<T>;

            fn expecting(&self, to: &mut fmt::Formatter<'_>) -> fmt::Result {
                to.write_str("values by key")
            }

            fn visit_map<M: MapAccess<'de>>(mut self, mut map: M) -> Result<Sorted<T>, M::Error> {
                while let Some(key) = map.next_key::<String>()? {
                    if self.0.get(&key).is_some() || self.0.0.len() == MOST {
                        return Err(M::Error::custom("a key twice, or too many"));
                    }
                    self.0.insert(key, map.next_value()?);
                }
                Ok(self.0)
            }
        }
        from.deserialize_map(ByKey(Self::new()))
    }
}

impl<T> Default for Sorted<T> {
    fn default() -> Self {
        Self::new()
    }
}
