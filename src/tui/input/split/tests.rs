//! Every sequence that a terminal sends, cut at every byte.

use super::*;
use crate::app::input::{Mouse, MouseAction};

/// Longer than any hold.
const LONG: Duration = Duration::from_hours(1);
const SHORT: Duration = Duration::from_millis(10);

/// Feeds parts with a pause before each but the first, and lets time pass at the end.
fn fed(parts: &[&[u8]], pause: Duration) -> Vec<InputEvent> {
    let mut now = Instant::now();
    let mut splitter = Splitter::new(now);
    let mut events = Vec::new();
    for (index, part) in parts.iter().enumerate() {
        if index > 0 {
            now += pause;
            splitter.tick(now, &mut events);
        }
        splitter.feed(part, now, &mut events);
    }
    splitter.tick(now + LONG, &mut events);
    events
}

fn keys(parts: &[&[u8]], pause: Duration) -> Vec<Key> {
    fed(parts, pause)
        .into_iter()
        .map(|event| match event {
            InputEvent::Key(key) => key,
            other => panic!("{other:?} is no key"),
        })
        .collect()
}

/// The sequences of xterm, rxvt, the Linux console, PuTTY and application mode, with what each
/// means.
fn sequences() -> Vec<(Vec<u8>, Option<Key>)> {
    let mut all: Vec<(String, Option<Key>)> = Vec::new();
    for (last, key) in [
        ('A', Key::Up),
        ('B', Key::Down),
        ('C', Key::Right),
        ('D', Key::Left),
        ('H', Key::Home),
        ('F', Key::End),
    ] {
        all.push((format!("\x1b[{last}"), Some(key)));
        all.push((format!("\x1bO{last}"), Some(key)));
        all.push((format!("\x1b[1;2{last}"), Some(key)));
        all.push((format!("\x1bO2{last}"), Some(key)));
        all.push((format!("\x1b[1;1:2{last}"), Some(key)));
        all.push((format!("\x1b[1;1:3{last}"), None));
        all.extend((3..=8).map(|modifiers| (format!("\x1b[1;{modifiers}{last}"), None)));
        all.push((format!("\x1bO5{last}"), None));
    }
    for (last, key) in [
        ('a', Key::Up),
        ('b', Key::Down),
        ('c', Key::Right),
        ('d', Key::Left),
    ] {
        all.push((format!("\x1b[{last}"), Some(key)));
        all.push((format!("\x1bO{last}"), None));
    }
    let numbered = [
        (1, Key::Home),
        (2, Key::Insert),
        (3, Key::Delete),
        (4, Key::End),
        (5, Key::PageUp),
        (6, Key::PageDown),
        (7, Key::Home),
        (8, Key::End),
    ];
    for (number, key) in numbered {
        all.push((format!("\x1b[{number}~"), Some(key)));
        all.push((format!("\x1b[{number};2~"), Some(key)));
        all.push((format!("\x1b[{number}$"), Some(key)));
        all.push((format!("\x1b[{number};5~"), None));
        all.push((format!("\x1b[{number}^"), None));
        all.push((format!("\x1b[{number}@"), None));
    }
    let functions = [
        11, 12, 13, 14, 15, 17, 18, 19, 20, 21, 23, 24, 25, 26, 28, 29, 31, 32, 33, 34,
    ];
    for (key, number) in (1..).zip(functions) {
        all.push((format!("\x1b[{number}~"), Some(Key::F(key))));
        all.push((format!("\x1b[{number};2~"), None));
        all.push((format!("\x1b[{number}^"), None));
    }
    for (number, last) in (1..).zip('P'..='S') {
        all.push((format!("\x1bO{last}"), Some(Key::F(number))));
        all.push((format!("\x1b[1;5{last}"), None));
        all.push((format!("\x1bO5{last}"), None));
    }
    all.extend(
        (1..)
            .zip('A'..='E')
            .map(|(number, last)| (format!("\x1b[[{last}"), Some(Key::F(number)))),
    );
    all.push(("\x1b[Z".to_owned(), Some(Key::BackTab)));
    all.push(("\x1bOM".to_owned(), Some(Key::Enter)));
    for ignored in [
        "\x1b[I",
        "\x1b[O",
        "\x1b[E",
        "\x1b[G",
        "\x1b[?2026;2$y",
        "\x1b[>1;10;0c",
        "\x1b[?64;1;2c",
        "\x1b[24;80R",
        "\x1b[97;1:3u",
    ] {
        all.push((ignored.to_owned(), None));
    }
    all.into_iter()
        .map(|(text, key)| (text.into_bytes(), key))
        .collect()
}

#[test]
fn every_sequence_means_its_key_when_whole() {
    for (bytes, key) in sequences() {
        assert_eq!(
            keys(&[&bytes], SHORT),
            Vec::from_iter(key),
            "{:?}",
            bytes.escape_ascii().to_string()
        );
    }
}

#[test]
fn no_cut_sequence_ever_types_a_letter_however_long_the_pause() {
    for (bytes, key) in sequences() {
        for cut in 1..bytes.len() {
            for pause in [SHORT, HOLD, LONG] {
                let (head, tail) = bytes.split_at(cut);
                let given = if cut == 1 && pause >= HOLD {
                    vec![Key::Esc]
                } else {
                    Vec::from_iter(key)
                };
                let mut wanted = given;
                wanted.push(Key::Char('x'));
                let shown = bytes.escape_ascii().to_string();
                let mut tail = tail.to_vec();
                tail.push(b'x');
                assert_eq!(
                    keys(&[head, &tail], pause),
                    wanted,
                    "{shown} cut at {cut}, {pause:?}"
                );
            }
        }
    }
}

#[test]
fn a_sequence_in_single_bytes_types_no_letter() {
    for (bytes, key) in sequences() {
        let single: Vec<&[u8]> = bytes.chunks(1).collect();
        assert_eq!(keys(&single, SHORT), Vec::from_iter(key));
        assert_eq!(keys(&single, LONG), [Key::Esc], "{}", bytes.escape_ascii());
    }
}

#[test]
fn two_sequences_cut_anywhere_type_no_letter() {
    for cut in 1..6 {
        let bytes = b"\x1b[A\x1b[B";
        let (head, tail) = bytes.split_at(cut);
        for pause in [SHORT, LONG] {
            let found = keys(&[head, tail], pause);
            assert!(
                found
                    .iter()
                    .all(|key| [Key::Esc, Key::Up, Key::Down].contains(key)),
                "{cut} {found:?}"
            );
        }
    }
}

#[test]
fn escape_alone_is_held_fifty_milliseconds() {
    let start = Instant::now();
    let mut splitter = Splitter::new(start);
    let mut events = Vec::new();
    splitter.feed(b"\x1b", start, &mut events);
    splitter.tick(start + Duration::from_millis(49), &mut events);
    assert_eq!(events, []);
    assert_eq!(splitter.deadline(), Some(start + HOLD));
    splitter.tick(start + HOLD, &mut events);
    assert_eq!(events, [InputEvent::Key(Key::Esc)]);
    assert_eq!(splitter.deadline(), None);
}

#[test]
fn after_escape_the_next_key_is_itself_unless_it_begins_a_tail() {
    assert_eq!(keys(&[b"\x1b", b"j"], LONG), [Key::Esc, Key::Char('j')]);
    assert_eq!(
        keys(&[b"\x1b", b"j", b"[", b"O"], LONG),
        [Key::Esc, Key::Char('j'), Key::Char('['), Key::Char('O')]
    );
    assert_eq!(
        keys(&[b"\x1b", b"\x1b", b"\x1b[A"], LONG),
        [Key::Esc, Key::Esc, Key::Up]
    );
}

#[test]
fn alt_with_a_letter_is_escape_and_the_letter() {
    assert_eq!(
        keys(&[b"\x1bj\x1bR"], SHORT),
        [Key::Esc, Key::Char('j'), Key::Esc, Key::Char('R')]
    );
    assert_eq!(keys(&[b"\x1b\x1b[A"], SHORT), [Key::Esc, Key::Up]);
    assert_eq!(
        keys(&[b"\x1b]", b"q"], SHORT),
        [Key::Esc, Key::Char(']'), Key::Char('q')]
    );
    assert_eq!(
        keys(&[b"\x1bP", b"q"], SHORT),
        [Key::Esc, Key::Char('P'), Key::Char('q')]
    );
}

#[test]
fn ctrl_c_gets_out_of_every_half_sequence() {
    for start in [
        &b"\x1b["[..],
        b"\x1bO",
        b"\x1b[[",
        b"\x1b[1;",
        b"\x1b]11;rgb",
        b"\xe2\x80",
    ] {
        assert_eq!(
            keys(&[start, b"\x03q"], LONG),
            [Key::Ctrl('c'), Key::Char('q')],
            "{}",
            start.escape_ascii()
        );
    }
}

#[test]
fn characters_of_several_bytes_arrive_whole_though_cut() {
    for text in ["é", "ŵ", "–", "好", "🙂"] {
        for cut in 1..text.len() {
            let (head, tail) = text.as_bytes().split_at(cut);
            assert_eq!(
                keys(&[head, tail, b"q"], LONG),
                [Key::Char(text.chars().next().unwrap()), Key::Char('q')]
            );
        }
    }
    assert_eq!(
        keys(&[b"\xe9q\xff\xc3q\xc2\x85r"], SHORT),
        [Key::Char('q'), Key::Char('q'), Key::Char('r')]
    );
}

#[test]
fn control_characters_are_the_keys_that_people_press() {
    let wanted = [
        Key::Ctrl('a'),
        Key::Ctrl('d'),
        Key::Enter,
        Key::Ctrl('j'),
        Key::Tab,
        Key::Backspace,
        Key::Backspace,
        Key::Ctrl(' '),
        Key::Ctrl('\\'),
        Key::Ctrl('_'),
    ];
    assert_eq!(
        keys(&[b"\x01\x04\r\n\t\x7f\x08\x00\x1c\x1f"], SHORT),
        wanted
    );
}

#[test]
fn keys_told_by_code_count_when_pressed_and_not_when_released() {
    for (bytes, key) in [
        (&b"\x1b[97u"[..], Some(Key::Char('a'))),
        (b"\x1b[97;2u", Some(Key::Char('A'))),
        (b"\x1b[97;1:2u", Some(Key::Char('a'))),
        (b"\x1b[97;1:3u", None),
        (b"\x1b[97;3u", None),
        (b"\x1b[100;5u", Some(Key::Ctrl('d'))),
        (b"\x1b[27;5;100~", Some(Key::Ctrl('d'))),
        (b"\x1b[27;2;13~", Some(Key::Enter)),
        (b"\x1b[9;2u", Some(Key::BackTab)),
        (b"\x1b[27u", Some(Key::Esc)),
        (b"\x1b[57441;2u", None),
        (b"\x1b[9;5u", None),
    ] {
        assert_eq!(
            keys(&[bytes], SHORT),
            Vec::from_iter(key),
            "{}",
            bytes.escape_ascii()
        );
    }
}

#[test]
fn pasted_text_is_never_keys_wherever_it_is_cut() {
    let bytes = "\x1b[200~DRA\r\x1b[A\x03é\x1b[201~q".as_bytes();
    for cut in 1..bytes.len() {
        let (head, tail) = bytes.split_at(cut);
        for pause in [SHORT, LONG] {
            let mut found = fed(&[head, tail], pause);
            found.retain(|event| *event != InputEvent::Key(Key::Esc));
            assert_eq!(
                found,
                [
                    InputEvent::Paste("DRA\r\u{1b}[A\u{3}é".to_owned()),
                    InputEvent::Key(Key::Char('q'))
                ],
                "{cut}"
            );
        }
    }
}

#[test]
fn a_paste_beyond_the_limit_is_dropped_whole_and_said() {
    let mut bytes = b"\x1b[200~".to_vec();
    bytes.resize(PASTE_LIMIT * 2, b'D');
    bytes.extend_from_slice(b"\x1b[201~j");
    let parts: Vec<&[u8]> = bytes.chunks(4096).collect();
    assert_eq!(
        fed(&parts, SHORT),
        [InputEvent::PasteTooLong, InputEvent::Key(Key::Char('j'))]
    );
}

#[test]
fn a_lone_ctrl_c_ends_a_paste_whose_end_was_lost() {
    assert_eq!(
        keys(&[b"\x1b[200~abc", b"\x03", b"j"], LONG),
        [Key::Char('j')]
    );
    assert_eq!(fed(&[b"\x1b[200~abc", b"\x03", b"j"], SHORT), []);
}

#[test]
fn a_late_answer_to_an_editors_question_types_nothing() {
    let answers = [
        &b"\x1b]11;rgb:1e1e/1e1e/1e1e\x1b\\"[..],
        b"\x1b]11;rgb:ffff/ffff/ffff\x07",
        b"\x1bP>|XTerm(390)\x1b\\",
        b"\x1bP1+r544e=78\x1b\\",
    ];
    for bytes in answers {
        for cut in 3..bytes.len() {
            let (head, tail) = bytes.split_at(cut);
            assert_eq!(
                keys(&[head, tail, b"q"], SHORT),
                [Key::Char('q')],
                "{} {cut}",
                bytes.escape_ascii()
            );
        }
    }
    assert_eq!(keys(&[b"\x1b]0;never ended", b"q"], LONG), [Key::Char('q')]);
}

#[test]
fn the_mouse_tells_its_cell() {
    let at = |action| {
        InputEvent::Mouse(Mouse {
            action,
            column: 4,
            row: 2,
        })
    };
    assert_eq!(
        fed(
            &[b"\x1b[<0;5;3M\x1b[<32;5;3M\x1b[<0;5;3m\x1b[<2;5;3M\x1b[<64;5;3M\x1b[<65;5;3M"],
            SHORT
        ),
        [
            at(MouseAction::Press),
            at(MouseAction::Drag),
            at(MouseAction::Release),
            at(MouseAction::Menu),
            at(MouseAction::ScrollUp),
            at(MouseAction::ScrollDown)
        ]
    );
    assert_eq!(
        fed(&[b"\x1b[M !!q"], SHORT),
        [InputEvent::Key(Key::Char('q'))],
        "an old-style report is swallowed"
    );
}

proptest::proptest! {
    #[test]
    fn any_bytes_cut_anywhere_give_the_same_keys_while_the_pauses_are_short(
        bytes in proptest::collection::vec(proptest::prelude::prop_oneof![
            proptest::prelude::any::<u8>(),
            proptest::sample::select(&b"\x1b[O~;1250AD"[..]),
        ], 0..40),
        cuts in proptest::collection::vec(0..40usize, 0..4),
    ) {
        // Answers are told from Alt by the next byte of the same read, so they may differ; nothing
        // else may.
        let answers = bytes.windows(2).any(|pair| pair[0] == ESC && [b']', b'P'].contains(&pair[1]));
        proptest::prop_assume!(!answers);
        let mut cuts: Vec<usize> = cuts.into_iter().filter(|cut| *cut < bytes.len()).collect();
        cuts.sort_unstable();
        let mut parts = Vec::new();
        let mut from = 0;
        for cut in cuts {
            parts.push(&bytes[from..cut]);
            from = cut;
        }
        parts.push(&bytes[from..]);
        proptest::prop_assert_eq!(fed(&parts, SHORT), fed(&[&bytes], SHORT));
    }
}
