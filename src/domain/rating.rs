//! Ratings and directions of travel, as officers assign them.

use super::choice::words;

words! {
    /// The overall progress rating of a priority in a period, assigned by the accountable officer and
    /// agreed by the accountable director. The workspace says which of these are in use.
    pub enum Rating {
        /// Significant delays or issues, unlikely to meet targets.
        Red = "red",
        /// Between red and amber.
        AmberRed = "amber_red",
        /// Minor delays or issues, remedial action under way or planned, results likely on or close to target.
        Amber = "amber",
        /// Between amber and green.
        AmberGreen = "amber_green",
        /// Progressing as expected.
        Green = "green",
        /// Complete.
        Blue = "blue",
    }
}

impl Rating {
    /// The letter that stands for it without colour, one or two columns wide.
    pub fn letter(self) -> &'static str {
        match self {
            Self::Red => "R",
            Self::AmberRed => "AR",
            Self::Amber => "A",
            Self::AmberGreen => "AG",
            Self::Green => "G",
            Self::Blue => "B",
        }
    }

    /// Reads a rating as people type it: the word, its letters, or a beginning of it.
    pub fn read(text: &str) -> Option<Self> {
        let text = text.trim().to_lowercase().replace([' ', '-', '/'], "_");
        let by_letter = Self::ALL
            .iter()
            .find(|rating| rating.letter().eq_ignore_ascii_case(&text));
        by_letter.copied().or_else(|| Self::from_word(&text))
    }
}

words! {
    /// Where a priority is going.
    pub enum Direction {
        /// Getting better.
        Improving = "improving",
        /// Staying as it is.
        Static = "static",
        /// Getting worse.
        Deteriorating = "deteriorating",
    }
}

impl Direction {
    /// The sign that sets and shows it.
    pub fn sign(self) -> &'static str {
        match self {
            Self::Improving => "+",
            Self::Static => "=",
            Self::Deteriorating => "-",
        }
    }

    /// Reads a direction as people type it: the word, a beginning of it, or its sign.
    pub fn read(text: &str) -> Option<Self> {
        let text = text.trim().to_lowercase();
        if text.is_empty() {
            return None;
        }
        Self::ALL
            .iter()
            .copied()
            .find(|direction| direction.sign() == text || direction.word().starts_with(&text))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn ratings_are_read_by_word_or_letter() {
        for (text, rating) in [
            ("red", Some(Rating::Red)),
            ("A", Some(Rating::Amber)),
            ("g", Some(Rating::Green)),
            ("amber/red", Some(Rating::AmberRed)),
            ("AG", Some(Rating::AmberGreen)),
            ("purple", None),
            ("", None),
        ] {
            assert_eq!(Rating::read(text), rating, "{text}");
        }
    }

    #[test]
    fn directions_are_read_by_word_or_sign() {
        for (text, direction) in [
            ("improving", Some(Direction::Improving)),
            ("stat", Some(Direction::Static)),
            ("-", Some(Direction::Deteriorating)),
            ("up", None),
            ("", None),
        ] {
            assert_eq!(Direction::read(text), direction, "{text}");
        }
    }
}
