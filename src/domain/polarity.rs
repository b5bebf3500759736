//! What good looks like for an indicator.

use super::choice::words;

words! {
    /// Which way an indicator should go. It is never guessed.
    pub enum Polarity {
        /// The higher the better.
        Rise = "rise",
        /// The lower the better.
        Fall = "fall",
        /// Neither too high nor too low ("bell shaped").
        Range = "range",
    }
}

impl Polarity {
    /// Reads the word of the file (`rise`) or of a paper (`Rise`, `Bell Shaped`).
    ///
    /// Misread print is refused (`tall` for NI 158, paper 001, line 1702).
    pub fn read(text: &str) -> Option<Self> {
        let letters: String = text
            .chars()
            .filter(|c| c.is_alphabetic())
            .flat_map(char::to_lowercase)
            .collect();
        match letters.as_str() {
            "bellshaped" | "bell" => Some(Self::Range),
            word => Self::from_word(word),
        }
    }
}
