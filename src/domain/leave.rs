//! Shift three times within five seconds leaves the page. Typing capitals never does.

/// Milliseconds within which the three taps fall.
const WITHIN: f64 = 5000.0;

/// Counts taps of Shift alone: pressed and let go with no other key between.
#[derive(Clone, Copy, Debug, Default)]
pub struct Taps {
    /// When the taps so far ended.
    ended: [Option<f64>; 2],
    /// Whether Shift is down and nothing else was pressed since.
    down: bool,
}

impl Taps {
    /// Takes one key event: whether the key is Shift by itself, whether it was let go, and when (milliseconds).
    /// `true` at the third tap.
    pub fn key(&mut self, shift: bool, up: bool, at: f64) -> bool {
        if !shift {
            // Any other key makes this typing.
            if !up {
                *self = Self::default();
            }
            return false;
        }
        if !up {
            self.down = true;
            return false;
        }
        if !std::mem::take(&mut self.down) {
            return false;
        }
        let [first, second] = self.ended;
        if first.is_some_and(|first| at - first <= WITHIN) {
            *self = Self::default();
            return true;
        }
        self.ended = [second, Some(at)];
        false
    }
}

#[cfg(test)]
mod tests {
    use super::Taps;

    /// Keys in a row, each pressed and let go: `S` Shift alone, `A` a capital (Shift held), `a` a small letter.
    fn typed(keys: &str, apart: f64) -> bool {
        let mut taps = Taps::default();
        let mut at = 0.0;
        let mut left = false;
        for key in keys.chars() {
            let events: &[(bool, bool)] = match key {
                'S' => &[(true, false), (true, true)],
                'A' => &[(true, false), (false, false), (false, true), (true, true)],
                _ => &[(false, false), (false, true)],
            };
            for (shift, up) in events {
                at += apart / 4.0;
                left |= taps.key(*shift, *up, at);
            }
        }
        left
    }

    #[test]
    fn three_taps_within_five_seconds_leave() {
        assert!(typed("SSS", 400.0));
        assert!(typed("abSSS", 400.0));
        assert!(typed("SaSSS", 400.0));
    }

    #[test]
    fn typing_never_leaves() {
        for keys in [
            "SS",
            "AAA",
            "AAAAAAAA",
            "SaSaSa",
            "SASAS",
            "aSbSc",
            "SSaS",
            "ISOTCASBSC",
        ] {
            assert!(!typed(keys, 100.0), "{keys}");
        }
    }

    /// Five seconds from the end of the first to the end of the third, whenever that is.
    #[test]
    fn the_clock_of_the_page_may_stand_anywhere() {
        for (from, apart, leaves) in [
            (0.0, 5000.0, true),
            (0.0, 5001.0, false),
            (86_400_000.0, 5000.0, true),
            (86_400_000.0, 5001.0, false),
        ] {
            let mut taps = Taps::default();
            let ends = [from, from + 1.0, from + apart];
            let left = ends.map(|end| {
                assert!(!taps.key(true, false, end));
                taps.key(true, true, end)
            });
            assert_eq!(left, [false, false, leaves], "{from} {apart}");
        }
    }

    #[test]
    fn slow_taps_do_not_leave() {
        assert!(!typed("SSS", 6000.0));
    }
}
