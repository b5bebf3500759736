//! Text of several tones, broken into lines.

use unicode_segmentation::UnicodeSegmentation as _;

use crate::report::document::{Span, Tone};
use crate::text;

/// What a line is made of: words, each of one tone or more, and the spaces between them.
enum Piece {
    Word(Vec<Span>),
    Gap(Span),
}

/// How many columns the spans take.
pub(super) fn width(spans: &[Span]) -> usize {
    spans.iter().map(|span| text::width(&span.text)).sum()
}

/// Breaks spans into lines at spaces; a word is broken only where it alone is wider than a line.
/// There is always a line, and none where there is no room.
pub(super) fn flow(spans: &[Span], room: usize) -> Vec<Vec<Span>> {
    let mut lines = vec![Vec::new()];
    let mut used = 0;
    let mut gap: Option<Span> = None;
    for piece in pieces(spans) {
        let word = match piece {
            Piece::Gap(space) => {
                gap = Some(space);
                continue;
            }
            Piece::Word(word) => word,
        };
        let before = gap.take().map(|space| (text::width(&space.text), space));
        let needed = width(&word) + before.as_ref().map_or(0, |(space, _)| *space);
        if used + needed <= room {
            if let Some(line) = lines.last_mut() {
                line.extend(before.map(|(_, space)| space));
                line.extend(word);
            }
            used += needed;
        } else {
            begin_line(&mut lines);
            let broken = break_word(word, room);
            used = broken.last().map_or(0, |last| width(last));
            let mut broken = broken.into_iter();
            if let (Some(line), Some(first)) = (lines.last_mut(), broken.next()) {
                line.extend(first);
            }
            lines.extend(broken);
        }
    }
    lines.into_iter().map(joined).collect()
}

/// Begins a line, unless the last one is empty.
fn begin_line(lines: &mut Vec<Vec<Span>>) {
    if lines.last().is_some_and(|line| !line.is_empty()) {
        lines.push(Vec::new());
    }
}

/// Words and gaps. Codes and chips are words whatever stands in them.
fn pieces(spans: &[Span]) -> Vec<Piece> {
    let mut pieces: Vec<Piece> = Vec::new();
    for span in spans {
        if matches!(span.tone, Tone::Code | Tone::Rating(_)) {
            add_to_word(&mut pieces, span.clone());
            continue;
        }
        for part in parts(&span.text) {
            let part = Span::new(part, span.tone);
            if !part.text.starts_with(' ') {
                add_to_word(&mut pieces, part);
            } else if let Some(Piece::Gap(gap)) = pieces.last_mut() {
                gap.text.push_str(&part.text);
            } else {
                pieces.push(Piece::Gap(part));
            }
        }
    }
    pieces
}

fn add_to_word(pieces: &mut Vec<Piece>, part: Span) {
    match pieces.last_mut() {
        Some(Piece::Word(word)) => word.push(part),
        _ => pieces.push(Piece::Word(vec![part])),
    }
}

/// A text as runs of spaces and runs without.
fn parts(text: &str) -> Vec<&str> {
    let mut parts = Vec::new();
    let mut rest = text;
    while let Some(first) = rest.chars().next() {
        let spaces = first == ' ';
        let end = rest.find(|c| (c == ' ') != spaces).unwrap_or(rest.len());
        let (part, after) = rest.split_at_checked(end).unwrap_or((rest, ""));
        parts.push(part);
        rest = after;
    }
    parts
}

/// A word in pieces that fit.
fn break_word(word: Vec<Span>, room: usize) -> Vec<Vec<Span>> {
    if width(&word) <= room {
        return vec![word];
    }
    let mut lines: Vec<Vec<Span>> = vec![Vec::new()];
    let mut used = 0;
    for (cluster, tone) in clusters(&word) {
        let own = text::width(cluster);
        if own > room {
            continue;
        }
        if used + own > room {
            lines.push(Vec::new());
            used = 0;
        }
        used += own;
        if let Some(line) = lines.last_mut() {
            line.push(Span::new(cluster, tone));
        }
    }
    lines
}

/// What people see as characters, with their tones.
fn clusters(spans: &[Span]) -> impl Iterator<Item = (&str, Tone)> {
    spans.iter().flat_map(|span| {
        span.text
            .graphemes(true)
            .map(|cluster| (cluster, span.tone))
    })
}

/// Neighbours of one tone become one span.
fn joined(spans: Vec<Span>) -> Vec<Span> {
    let mut joined: Vec<Span> = Vec::with_capacity(spans.len());
    for span in spans.into_iter().filter(|span| !span.text.is_empty()) {
        match joined.last_mut() {
            Some(last) if last.tone == span.tone => last.text.push_str(&span.text),
            _ => joined.push(span),
        }
    }
    joined
}

/// What of the spans fits, whatever it cuts.
pub(super) fn clip(spans: &[Span], room: usize) -> Vec<Span> {
    if width(spans) <= room {
        return spans.to_vec();
    }
    let mut used = 0;
    let fits = clusters(spans).take_while(|(cluster, _)| {
        used += text::width(cluster);
        used <= room
    });
    joined(
        fits.map(|(cluster, tone)| Span::new(cluster, tone))
            .collect(),
    )
}

/// What of the spans fits on so many lines; what does not is cut at a word, and an ellipsis says so.
pub(super) fn fit(spans: &[Span], room: usize, most: usize, ellipsis: &str) -> Vec<Vec<Span>> {
    let mut lines = flow(spans, room);
    if lines.len() <= most {
        return lines;
    }
    lines.truncate(most);
    if let Some(last) = lines.last_mut() {
        *last = ended(last, room, ellipsis);
    }
    lines
}

/// A line with an ellipsis: behind its last word that leaves room for it, else inside its first.
fn ended(line: &[Span], room: usize, ellipsis: &str) -> Vec<Span> {
    let Some(room) = room.checked_sub(text::width(ellipsis)) else {
        return clip(line, room);
    };
    let mut kept = flow(line, room).into_iter().next().unwrap_or_default();
    if let Some(last) = kept.last_mut() {
        last.text.truncate(
            last.text
                .trim_end_matches([' ', ',', ';', ':', '-', '('])
                .len(),
        );
    }
    kept.push(Span::dim(ellipsis));
    kept
}

/// Takes the spaces off the end of a line.
pub(super) fn trim_end(spans: &mut Vec<Span>) {
    while let Some(last) = spans
        .last_mut()
        .filter(|last| !matches!(last.tone, Tone::Rating(_)))
    {
        last.text.truncate(last.text.trim_end_matches(' ').len());
        if !last.text.is_empty() {
            return;
        }
        spans.pop();
    }
}
