//! What the program writes to the terminal, read as a terminal reads it.

#![expect(clippy::expect_used, reason = "support for tests fails as tests do")]

/// One thing that a terminal is told.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Told {
    /// A character to show.
    Character(char),
    /// A control character.
    Control(char),
    /// `ESC [`, parameters, and the character that ends it.
    Csi(String, char),
    /// `ESC ]` and text, up to its end.
    Osc(String),
    /// Any other sequence, from the character after the ESC on.
    Other(char),
}

/// Reads a stream. It must be UTF-8, as all that is written should be.
pub(super) fn read(raw: &[u8]) -> Vec<Told> {
    let text = std::str::from_utf8(raw).expect("all that is written is UTF-8");
    let mut told = Vec::new();
    let mut rest = text.chars();
    while let Some(one) = rest.next() {
        told.push(match one {
            '\u{1b}' => sequence(&mut rest),
            '\0'..=' ' | '\u{7f}' if one != ' ' => Told::Control(one),
            _ => Told::Character(one),
        });
    }
    told
}

fn sequence(rest: &mut std::str::Chars<'_>) -> Told {
    match rest.next().expect("no ESC ends the stream") {
        '[' => {
            let all = rest.as_str();
            let end = all.find(|one| ('@'..='~').contains(&one));
            let (params, after) = all
                .split_at_checked(end.expect("a sequence ends"))
                .expect("a boundary");
            *rest = after.chars();
            Told::Csi(params.to_owned(), rest.next().expect("its end"))
        }
        ']' => {
            let (text, after) = rest.as_str().split_once("\u{1b}\\").expect("text ends");
            *rest = after.chars();
            Told::Osc(text.to_owned())
        }
        other => Told::Other(other),
    }
}

/// Whether the program has any business to tell a terminal this.
///
/// Everything is listed that it needs; so no question, no mouse, no other keyboard protocol, no
/// title and no text that commands can hide behind a sequence that nobody thought of.
pub(super) fn is_expected(told: &Told) -> bool {
    match told {
        Told::Character(one) => !is_unseen(*one),
        Told::Control(one) => matches!(one, '\r' | '\n' | '\u{8}'),
        Told::Csi(params, end) => match end {
            'h' => ["?25", "?1049", "?2004", "?2026"].contains(&params.as_str()),
            // The mouse is switched off in the end, whatever it was.
            'l' => ["?25", "?1049", "?2004", "?2026", "?1000", "?1002", "?1006"]
                .contains(&params.as_str()),
            'A' | 'B' | 'C' | 'D' | 'G' | 'H' | 'J' | 'K' | 'L' | 'M' | 'X' | 'm' | 'r' => params
                .chars()
                .all(|one| one.is_ascii_digit() || one == ';' || one == ':'),
            _ => false,
        },
        Told::Osc(text) => text.starts_with("52;c;") && !text.contains('?'),
        Told::Other(_) => false,
    }
}

/// The texts that were put on the terminal's clipboard.
pub(super) fn copied(raw: &[u8]) -> Vec<String> {
    let mut told = read(raw);
    told.retain(|told| matches!(told, Told::Osc(_)));
    let texts = told.iter().map(|told| match told {
        Told::Osc(text) => decoded(text.rsplit(';').next().unwrap_or_default()),
        _ => Vec::new(),
    });
    texts
        .map(|text| String::from_utf8(text).expect("text"))
        .collect()
}

/// What base64 stands for (RFC 4648).
fn decoded(text: &str) -> Vec<u8> {
    const LETTERS: &str = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
    let (mut bytes, mut bits, mut held) = (Vec::new(), 0, 0u32);
    for letter in text.chars().filter(|letter| *letter != '=') {
        let value = LETTERS.find(letter).expect("a letter of base64");
        held = held << 6 | u32::try_from(value).expect("six bits");
        bits += 6;
        if bits >= 8 {
            bits -= 8;
            bytes.push(u8::try_from(held >> bits & 0xff).expect("a byte"));
        }
    }
    bytes
}

/// Whether a character does something else than stand for itself: C1 controls, marks of direction,
/// line and paragraph separators, tags, invisible operators.
pub(super) fn is_unseen(one: char) -> bool {
    one.is_control()
        || matches!(one,
            '\u{ad}' | '\u{61c}' | '\u{180e}' | '\u{200b}' | '\u{200e}' | '\u{200f}' | '\u{2028}'..='\u{202e}' | '\u{2060}'..='\u{206f}'
            | '\u{feff}' | '\u{fff9}'..='\u{fffb}' | '\u{e0000}'..='\u{e0fff}')
}

/// Asserts that a whole session told the terminal nothing else.
pub(super) fn assert_expected(raw: &[u8]) {
    let mut told = read(raw);
    told.retain(|one| !is_expected(one));
    assert_eq!(told, [], "the terminal is told only what is needed");
}

/// Whether this sets a colour, be it the terminal's own, or is the bare reset that takes reverse
/// with it.
pub(super) fn colours(told: &Told) -> bool {
    let Told::Csi(params, 'm') = told else {
        return false;
    };
    params.split(';').any(|part| {
        let number = part.split(':').next().and_then(|part| part.parse().ok());
        number.is_none_or(|number: u16| matches!(number, 30..=49 | 90..=107))
    })
}

#[test]
fn a_stream_is_read_as_a_terminal_reads_it() {
    let told = read("a\u{1b}[1;31mé\r\u{1b}]52;c;QQ==\u{1b}\\\u{1b}c".as_bytes());
    assert_eq!(
        told,
        [
            Told::Character('a'),
            Told::Csi("1;31".to_owned(), 'm'),
            Told::Character('é'),
            Told::Control('\r'),
            Told::Osc("52;c;QQ==".to_owned()),
            Told::Other('c'),
        ]
    );
    let unexpected = [
        "\u{1b}[c",
        "\u{1b}[>0c",
        "\u{1b}[6n",
        "\u{1b}[?u",
        "\u{1b}[>1u",
        "\u{1b}[?2026$p",
        "\u{1b}[>q",
        "\u{1b}[18t",
        "\u{1b}]11;?\u{1b}\\",
        "\u{1b}]0;title\u{1b}\\",
        "\u{1b}]52;c;?\u{1b}\\",
        "\u{1b}P+q544e\u{1b}\\",
        "\u{1b}[?1000h",
        "\u{1b}[?1004h",
        "\u{9b}31m",
        "\u{202e}",
        "\u{7}",
    ];
    for text in unexpected {
        assert!(!read(text.as_bytes()).iter().all(is_expected), "{text:?}");
    }
    for (text, coloured) in [
        ("\u{1b}[1;7m", false),
        ("\u{1b}[27m", false),
        ("\u{1b}[0m", false),
        ("\u{1b}[m", true),
        ("\u{1b}[1;36m", true),
        ("\u{1b}[38;5;9m", true),
        ("\u{1b}[39m", true),
        ("\u{1b}[101m", true),
    ] {
        assert_eq!(
            read(text.as_bytes()).iter().any(colours),
            coloured,
            "{text:?}"
        );
    }
}
