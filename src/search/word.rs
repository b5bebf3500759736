//! One word of a query, made ready to be looked for in many texts.

use memchr::memmem::Finder;

use super::code::fold_code_key;
use super::fold::{Key, accented};
use super::letters::{Class, letter_mask};
use super::stem::{Stem, stem};

/// A folded text to look for.
#[derive(Debug, Clone)]
pub(super) struct Needle {
    pub(super) text: String,
    /// Positions that must be capitals; `None` where case folds.
    pub(super) capitals: Option<Box<[u32]>>,
    pub(super) finder: Finder<'static>,
    /// The text as a code.
    pub(super) code: String,
    /// Its letters.
    pub(super) mask: u64,
}

impl Needle {
    /// Folds what was typed; `None` where nothing is left of it. A capital makes case count.
    pub(super) fn new(typed: &str) -> Option<Self> {
        let key = Key::new(typed);
        let capitals = (!key.upper().is_empty()).then(|| key.upper().into());
        let finder = Finder::new(key.text()).into_owned();
        let code = fold_code_key(key.text());
        let mask = letter_mask(key.text());
        (!key.text().is_empty()).then(|| Self {
            text: key.text().to_owned(),
            capitals,
            finder,
            code,
            mask,
        })
    }
}

/// A plain word: fuzzy, matched by its forms, its stem, as a code, and by scattered letters.
#[derive(Debug, Clone)]
pub(super) struct Word {
    /// As typed.
    pub(super) typed: String,
    /// The folded word, and other spellings of it (`ni117` and `ni 117`, `well being` and `wellbeing`).
    pub(super) forms: Vec<Needle>,
    /// The stem of the first form and a search for it, where that is a plain word.
    pub(super) stem: Option<(Stem, Finder<'static>)>,
    /// Letters that any matching text has, whichever way it matches.
    pub(super) mask: u64,
    /// How many letters and signs the first form has.
    pub(super) length: usize,
    /// Several typed words that spell one code; a code's letters do not scatter.
    pub(super) joined: bool,
    /// What it was probably meant to be, where it stands nowhere (see `correct`).
    pub(super) meant: Vec<Needle>,
    /// What "as typed" is judged by: see [`accented`]; a plain word's stem is enough.
    pub(super) as_typed: String,
}

impl Word {
    /// A word as typed; `joined` where it was several. `None` where folding leaves nothing.
    pub(super) fn new(typed: &str, joined: bool) -> Option<Self> {
        let first = Needle::new(typed)?;
        let stem = word_stem(&first);
        // A text may match by the stem alone, so only its letters are sure to be there.
        let sure = stem
            .as_ref()
            .and_then(|(stem, _)| first.text.get(..stem.length))
            .unwrap_or(&first.text)
            .to_owned();
        let mask = letter_mask(&sure);
        let length = first.text.chars().count();
        let mut forms = vec![first];
        for spelling in other_spellings(typed) {
            forms.extend(
                Needle::new(&spelling)
                    .filter(|form| forms.iter().all(|known| known.text != form.text)),
            );
        }
        let as_typed = accented(typed);
        let as_typed = if as_typed.is_ascii() { sure } else { as_typed };
        Some(Self {
            typed: typed.to_owned(),
            forms,
            stem,
            mask,
            length,
            joined,
            meant: Vec::new(),
            as_typed,
        })
    }

    /// The word as a code.
    pub(super) fn code(&self) -> &str {
        self.forms.first().map_or("", |form| &form.code)
    }

    /// The folded text to look for by scattered letters, where the word is one for it.
    pub(super) fn scatter(&self) -> Option<&Needle> {
        let form = self.forms.first()?;
        (!self.joined
            && (2..=60).contains(&self.length)
            && form.text.len() < 64
            && !form.text.contains(' '))
        .then_some(form)
    }

    /// Whether every text that this word matches is matched by `shorter` too: sound, not complete.
    pub(super) fn implies(&self, shorter: &Self) -> bool {
        if self.typed == shorter.typed && self.joined == shorter.joined {
            return true;
        }
        let (Some(own), Some(theirs)) = (self.forms.first(), shorter.forms.first()) else {
            return false;
        };
        // What a longer word was meant to be need not be among what the shorter was.
        if !shorter.meant.is_empty() {
            return false;
        }
        let case = theirs.capitals.is_none() || self.typed.starts_with(&shorter.typed);
        // Below three letters a word is looked for at the start of words only, which longer ones are not.
        let grown = shorter.length >= 3
            && self.joined == shorter.joined
            && own.text.starts_with(&theirs.text);
        let spellings = |form: &Needle| {
            shorter
                .forms
                .iter()
                .any(|short| form.text.starts_with(&short.text))
        };
        let stems = self.stem.as_ref().is_none_or(|(stem, _)| {
            let same = shorter
                .stem
                .as_ref()
                .is_some_and(|(other, _)| stem == other);
            same || stem.length >= theirs.text.len()
        });
        case && grown
            && stems
            && self.forms.iter().all(spellings)
            && self.code().starts_with(shorter.code())
    }
}

/// Stems are for single words of letters, and only where they take something off or may find longer forms.
fn word_stem(form: &Needle) -> Option<(Stem, Finder<'static>)> {
    let letters = form.text.bytes().all(|byte| byte.is_ascii_lowercase());
    let stem = stem(&form.text);
    let text = form.text.get(..stem.length)?;
    (letters && stem.length >= 4).then(|| (stem, Finder::new(text).into_owned()))
}

/// The same word with its dashes closed up, and, where letters meet digits, closed up and parted.
fn other_spellings(typed: &str) -> Vec<String> {
    let mut closed = String::new();
    let mut parted = String::new();
    let mut last = Class::Other;
    let mut gap = false;
    for c in typed.chars() {
        if c.is_whitespace() || c == '-' {
            gap = true;
            continue;
        }
        let class = Class::of(c);
        let changes = last != class && last != Class::Other && class != Class::Other;
        // Between digits, and between the letters of a code, a dash is part of the code.
        if gap
            && class == last
            && (class == Class::Digit || typed.chars().any(|c| c.is_ascii_digit()))
        {
            closed.push(' ');
            parted.push(' ');
        } else if changes {
            parted.push(' ');
        }
        gap = false;
        closed.push(c);
        parted.push(c);
        last = class;
    }
    vec![closed, parted]
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_word_knows_its_other_spellings() {
        let cases: [(&str, &[&str]); 7] = [
            ("ni117", &["ni117", "ni 117"]),
            ("NI 117", &["ni 117", "ni117"]),
            ("well-being", &["well being", "wellbeing"]),
            ("cypp-p1-3", &["cypp p1 3", "cypp p 1 3"]),
            ("16-18", &["16 18"]),
            ("lookd", &["lookd"]),
            ("children's", &["childrens"]),
        ];
        for (typed, expected) in cases {
            let word = Word::new(typed, false).unwrap();
            let forms: Vec<&str> = word.forms.iter().map(|form| form.text.as_str()).collect();
            assert_eq!(forms, expected, "{typed}");
        }
        assert!(Word::new("'", false).is_none());
    }

    #[test]
    fn a_longer_word_implies_the_shorter_unless_a_stem_reaches_further() {
        let implies = |long: &str, short: &str| {
            Word::new(long, false)
                .unwrap()
                .implies(&Word::new(short, false).unwrap())
        };
        assert!(implies("housing", "hous"));
        assert!(implies("poverty", "pov"));
        assert!(
            !implies("exclusion", "exclusio"),
            "the stem finds `excluded`, which `exclusio` does not"
        );
        assert!(!implies("cat", "ca"));
        assert!(!implies("cat", "dog"));
    }
}
