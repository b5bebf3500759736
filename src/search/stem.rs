//! Stems of English words, by a short table made for this field's vocabulary.
//!
//! The published stemmers were looked at and left: rust-stemmers has not moved since 2020, and the English
//! Snowball rules part `excluded` (`exclud`) from `exclusion` (`exclus`), the very pair officers look for.
//! A stem here is always a prefix of its word, so that one substring search finds all forms of a word.

/// What the forms of a word share: its first `length` bytes, and whether they once ended in `y`
/// (`policy` and `police` share five letters and nothing else).
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Stem {
    pub(super) length: usize,
    ends_in_y: bool,
}

/// One ending: its letters, how many of them stay, the fewest letters that must be left.
type Rule = (&'static str, usize, usize);

/// Endings from the longest. Those of the second table say that the word once ended in `y`.
const ENDINGS: &[Rule] = &[
    ("ibilities", 2, 4),
    ("abilities", 2, 4),
    ("izations", 0, 4),
    ("isations", 0, 4),
    ("ization", 0, 4),
    ("isation", 0, 4),
    ("ability", 2, 4),
    ("ibility", 2, 4),
    ("ancies", 2, 4),
    ("encies", 2, 4),
    ("uction", 2, 4),
    ("mental", 0, 4),
    ("ential", 2, 4),
    ("ities", 0, 4),
    ("ating", 0, 4),
    ("ation", 0, 4),
    ("ators", 0, 4),
    ("abled", 2, 4),
    ("ement", 0, 4),
    ("ising", 0, 4),
    ("ental", 2, 4),
    ("ance", 0, 4),
    ("ancy", 2, 4),
    ("ated", 0, 4),
    ("ator", 0, 4),
    ("able", 2, 4),
    ("ence", 2, 4),
    ("ency", 2, 4),
    ("ible", 2, 4),
    ("ised", 0, 4),
    ("ment", 0, 4),
    ("ship", 0, 5),
    ("ant", 2, 4),
    ("ate", 0, 4),
    ("ent", 2, 4),
    ("ing", 0, 4),
    ("ion", 0, 4),
    ("ise", 0, 4),
    ("ity", 0, 4),
    ("ive", 0, 5),
    ("al", 0, 4),
    ("ed", 0, 4),
    ("er", 0, 4),
    ("or", 0, 5),
    ("e", 0, 4),
];

const Y_ENDINGS: &[Rule] = &[
    ("ification", 2, 4),
    ("iness", 0, 4),
    ("ied", 0, 4),
    ("ies", 0, 4),
    ("y", 0, 4),
];

/// Endings in `y` that have a rule of their own: they answer to words without one (`vulnerable`, `absent`).
const OTHER_Y: &[&str] = &["ity", "ities", "ency", "encies", "ancy", "ancies"];

/// `exclusion`, `exclude`, `excluded`: verbs in a vowel and `de`, and their nouns and adjectives.
const AFTER_VOWEL: &[&str] = &["sion", "sive", "ding", "ded", "der", "de"];

/// The stem of a folded word. Words with anything but Latin letters, and short ones, are their own stem.
pub(super) fn stem(word: &str) -> Stem {
    let whole = Stem {
        length: word.len(),
        ends_in_y: false,
    };
    if word.len() < 5 || !word.bytes().all(|byte| byte.is_ascii_lowercase()) {
        return whole;
    }
    let mut stem = whole;
    // Endings pile up (`fostering`, `educational`), yet seldom more than three deep.
    for _ in 0..4 {
        let Some(shorter) = word.get(..stem.length).and_then(shorten) else {
            break;
        };
        stem = Stem {
            ends_in_y: stem.ends_in_y || shorter.ends_in_y,
            ..shorter
        };
        if shorter.ends_in_y {
            break;
        }
    }
    stem
}

/// Takes one ending off, where one fits.
fn shorten(word: &str) -> Option<Stem> {
    if word == "children" {
        return Some(Stem {
            length: "child".len(),
            ends_in_y: false,
        });
    }
    for rule in Y_ENDINGS {
        if let Some(length) = left_by(word, *rule) {
            if OTHER_Y.iter().any(|ending| word.ends_with(ending)) {
                break;
            }
            return Some(Stem {
                length,
                ends_in_y: true,
            });
        }
    }
    let length = plural(word)
        .or_else(|| verb_in_de(word))
        .or_else(|| ending(word))?;
    Some(Stem {
        length,
        ends_in_y: false,
    })
}

/// A plain `s` goes; `-ies` belongs to the endings in `y`.
fn plural(word: &str) -> Option<usize> {
    let single = word.strip_suffix('s')?;
    let kept = ["s", "u", "i", "ie"]
        .iter()
        .any(|before| single.ends_with(before));
    let length = if single.ends_with("sse") {
        single.len() - 1
    } else {
        single.len()
    };
    (!kept && length >= 4).then_some(length)
}

/// Where a consonant and one vowel stand before `-de`, `-ded`, `-ding`, `-sion` or `-sive`.
fn verb_in_de(word: &str) -> Option<usize> {
    let left = AFTER_VOWEL
        .iter()
        .find_map(|ending| without(word, ending))?;
    let vowel = |byte: u8| matches!(byte, b'a' | b'i' | b'o' | b'u');
    let [.., before, last] = left.as_bytes() else {
        return None;
    };
    (left.len() >= 4 && vowel(*last) && !vowel(*before) && *before != b'e').then_some(left.len())
}

fn ending(word: &str) -> Option<usize> {
    // `reduction` goes with `reduce`, but `instruction` with `instruct`; a career is no care.
    let built = without(word, "struction").is_some();
    let career = without(word, "eer").is_some();
    let mut rules = ENDINGS
        .iter()
        .filter(|rule| !(built && rule.0 == "uction" || career && rule.0 == "er"));
    let (rule, length) =
        rules.find_map(|rule| left_by(word, *rule).map(|length| (rule, length)))?;
    let left = word.as_bytes().get(..length)?;
    let doubled = matches!(
        left,
        [.., b'b', b'b']
            | [.., b'g', b'g']
            | [.., b'm', b'm']
            | [.., b'n', b'n']
            | [.., b'p', b'p']
            | [.., b'r', b'r']
            | [.., b't', b't']
    );
    let undoubled = doubled && length > 4 && matches!(rule.0, "ing" | "ed" | "er");
    Some(if undoubled { length - 1 } else { length })
}

/// A word without an ending. Most endings are ruled out by their last letter: stems are made for every word of
/// every text.
fn without<'a>(word: &'a str, ending: &str) -> Option<&'a str> {
    let alike = word.as_bytes().last() == ending.as_bytes().last();
    alike.then(|| word.strip_suffix(ending)).flatten()
}

/// The letters that stay when a rule's ending goes, where enough of them do.
fn left_by(word: &str, (ending, kept, least): Rule) -> Option<usize> {
    let length = without(word, ending)?.len() + kept;
    (length >= least && length < word.len()).then_some(length)
}

#[cfg(test)]
mod tests {
    use super::stem;

    fn alike(one: &str, other: &str) -> bool {
        let (a, b) = (stem(one), stem(other));
        a == b && one.get(..a.length) == other.get(..b.length)
    }

    #[test]
    fn forms_of_one_word_share_a_stem() {
        let families = [
            "exclusion exclusions excluded exclude excludes excluding exclusive",
            "inclusion included including inclusive",
            "improve improved improves improving improvement improvements",
            "child children childrens",
            "offend offender offenders offending offended",
            "participate participation participating participated",
            "educate education educational educated",
            "assess assesses assessed assessing assessment assessments",
            "pregnant pregnancy pregnancies",
            "absent absence absences",
            "family families",
            "priority priorities",
            "qualify qualified qualification qualifications qualifies",
            "disability disabilities disabled disable",
            "plan plans",
            "planning planned planner",
            "reduce reduced reduces reducing reduction reductions",
            "protect protected protection protecting",
            "employ employed employment employer employers",
            "provide provided provider providers provision provides",
            "leave leaver leavers leaving",
            "train training trained",
            "achieve achieved achievement achievements achieving",
            "obese obesity",
            "attend attended attendance attending",
            "foster fostering fostered",
            "placement placements place placed",
            "bully bullied bullying",
            "conception conceptions",
            "parent parents parental",
            "house houses housing",
        ];
        for family in families {
            let words: Vec<&str> = family.split(' ').collect();
            for pair in words.windows(2) {
                if let [one, other] = pair {
                    assert!(
                        alike(one, other),
                        "{one} {:?} / {other} {:?}",
                        stem(one),
                        stem(other)
                    );
                }
            }
        }
    }

    #[test]
    fn different_words_keep_apart() {
        for (one, other) in [
            ("police", "policy"),
            ("exclusion", "inclusion"),
            ("care", "careers"),
            ("community", "communication"),
            ("conception", "contraception"),
            ("school", "scheme"),
            ("health", "healthy"),
            ("ready", "reading"),
            ("poverty", "power"),
            ("children", "childcare"),
        ] {
            assert!(!alike(one, other), "{one} / {other}");
        }
    }
}
