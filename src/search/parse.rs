//! Reading a query: pieces, then codes joined, then clauses.
//!
//! Nothing that is being typed is an error: an open quote, a lone `!` or a bar with one side stand for
//! what they will be. Only a field or value that does not exist is, as an empty list would mislead.
//! A bar binds more tightly than a blank: `a | b c` asks for `c` and for one of `a`, `b`.

use std::ops::Range;

use super::field::Values;
use super::query::{Atom, Clause, Edge, Edges, Grammar, Kind, Query, QueryError};
use super::value::{Value, filter, without_sign};
use super::word::{Needle, Word};

/// At most so many neighbouring words are tried as one code (`LSP HW2b (i) a`).
const CODE_WORDS: usize = 4;

/// A piece of the query.
enum Piece<'a> {
    /// Something that asks for nothing yet: a lone sign, an empty pair of quotes.
    Nothing,
    Bar,
    /// A plain word, that may yet be joined with its neighbours.
    Word(&'a str, Range<usize>),
    Atom(Box<Atom>),
}

impl Query {
    /// Reads a query as typed.
    pub fn parse(input: &str, grammar: &Grammar<'_>) -> Result<Query, QueryError> {
        let mut scan = Scan { input, at: 0 };
        let mut pieces = Vec::new();
        while let Some(piece) = scan.piece(grammar)? {
            pieces.push(piece);
        }
        Ok(Query {
            clauses: clauses(join_codes(&pieces, input, grammar)),
        })
    }
}

/// Joins neighbouring words that together spell a code, the longest run first, and makes words of the rest.
/// A bar becomes `None`.
fn join_codes(pieces: &[Piece<'_>], input: &str, grammar: &Grammar<'_>) -> Vec<Option<Atom>> {
    let word = |typed: &str, joined: bool| {
        Word::new(typed, joined).map(|word| Some(atom(false, Kind::Word(word))))
    };
    let mut made = Vec::with_capacity(pieces.len());
    let mut rest = pieces;
    while let Some((piece, after)) = rest.split_first() {
        if let Some((length, code)) = code_at_start(rest, input, grammar) {
            made.extend(word(&code, true));
            rest = rest.get(length..).unwrap_or_default();
            continue;
        }
        match piece {
            Piece::Nothing => {}
            Piece::Bar => made.push(None),
            Piece::Word(typed, _) => made.extend(word(typed, false)),
            Piece::Atom(atom) => made.push(Some(Atom::clone(atom))),
        }
        rest = after;
    }
    made
}

/// The longest run of words from the first piece on that spells a code, and how many words it is.
fn code_at_start(
    pieces: &[Piece<'_>],
    input: &str,
    grammar: &Grammar<'_>,
) -> Option<(usize, String)> {
    let ranges: Vec<&Range<usize>> = pieces
        .iter()
        .take(CODE_WORDS)
        .map_while(|piece| {
            if let Piece::Word(_, range) = piece {
                Some(range)
            } else {
                None
            }
        })
        .collect();
    (2..=ranges.len()).rev().find_map(|length| {
        let (first, last) = (ranges.first()?, ranges.get(length - 1)?);
        let typed = input.get(first.start..last.end)?;
        let code = typed.split_whitespace().collect::<Vec<_>>().join(" ");
        (grammar.is_code)(&code).then_some((length, code))
    })
}

/// Groups alternatives: atoms with bars between them are one clause.
fn clauses(atoms: Vec<Option<Atom>>) -> Vec<Clause> {
    let mut clauses: Vec<Clause> = Vec::new();
    let mut barred = false;
    for atom in atoms {
        match (atom, clauses.last_mut()) {
            (None, _) => barred = true,
            (Some(atom), Some(clause)) if barred => {
                clause.any.push(atom);
                barred = false;
            }
            (Some(atom), _) => {
                clauses.push(Clause { any: vec![atom] });
                barred = false;
            }
        }
    }
    clauses
}

fn atom(not: bool, kind: Kind) -> Atom {
    Atom { not, kind }
}

/// A place in the input.
struct Scan<'a> {
    input: &'a str,
    at: usize,
}

impl<'a> Scan<'a> {
    fn rest(&self) -> &'a str {
        self.input.get(self.at..).unwrap_or_default()
    }

    fn next(&self) -> Option<char> {
        self.rest().chars().next()
    }

    fn take(&mut self, wanted: impl Fn(char) -> bool) -> bool {
        let Some(c) = self.next().filter(|c| wanted(*c)) else {
            return false;
        };
        self.at += c.len_utf8();
        true
    }

    /// The next piece; none at the end.
    fn piece(&mut self, grammar: &Grammar<'_>) -> Result<Option<Piece<'a>>, QueryError> {
        while self.take(char::is_whitespace) {}
        if self.next().is_none() {
            return Ok(None);
        }
        if self.take(|c| c == '|') {
            return Ok(Some(Piece::Bar));
        }
        let not = self.take(|c| c == '!');
        if let Some(found) = self.field(grammar)? {
            return Ok(Some(Piece::Atom(Box::new(atom(not, found)))));
        }
        Ok(Some(self.text_piece(not)))
    }

    /// A word, plain or with the signs that make its letters exact, or what stands in quotes.
    fn text_piece(&mut self, not: bool) -> Piece<'a> {
        let start = if self.take(|c| c == '^') {
            Edge::Text
        } else {
            Edge::Anywhere
        };
        if self.next().is_some_and(is_quote) {
            let (text, closed) = self.quoted();
            let to = if closed { Edge::Word } else { Edge::Anywhere };
            let to = if self.take(|c| c == '$') {
                Edge::Text
            } else {
                to
            };
            return exact(
                not,
                text,
                Edges {
                    start: start.max(Edge::Word),
                    end: to,
                },
            );
        }
        let quoted = self.take(|c| c == '\'');
        let from = self.at;
        let typed = self.word();
        let (text, end) = match typed.strip_suffix('$') {
            Some(text) if !text.is_empty() && !is_money(text) => (text, Edge::Text),
            _ => (typed, Edge::Anywhere),
        };
        let edges = Edges { start, end };
        if quoted || not || edges != Edges::default() {
            return exact(not, text, edges);
        }
        Piece::Word(typed, from..self.at)
    }

    /// Up to the next blank or bar.
    fn word(&mut self) -> &'a str {
        let rest = self.rest();
        let end = rest
            .find(|c: char| c.is_whitespace() || c == '|')
            .unwrap_or(rest.len());
        self.at += end;
        rest.get(..end).unwrap_or_default()
    }

    /// What stands in quotes, and whether they are closed.
    fn quoted(&mut self) -> (&'a str, bool) {
        self.take(is_quote);
        let rest = self.rest();
        let end = rest.find(is_quote);
        self.at += end.unwrap_or(rest.len());
        let closed = self.take(is_quote);
        (
            rest.get(..end.unwrap_or(rest.len())).unwrap_or_default(),
            closed,
        )
    }

    /// A filter, where one stands here. `9:30`, `http://x` and a word that merely ends in a colon are words.
    fn field(&mut self, grammar: &Grammar<'_>) -> Result<Option<Kind>, QueryError> {
        let start = self.at;
        let rest = self.rest();
        let length = rest
            .find(|c: char| !(c.is_ascii_alphabetic() || c == '_' || c == '-'))
            .unwrap_or(rest.len());
        let (Some(name), Some(value)) = (
            rest.get(..length),
            rest.get(length..).and_then(|rest| rest.strip_prefix(':')),
        ) else {
            return Ok(None);
        };
        let field = grammar.fields.iter().find(|field| field.is_named(name));
        let known = field.is_some();
        let bare = value.chars().next().is_none_or(char::is_whitespace);
        if name.starts_with(|c: char| !c.is_ascii_alphabetic())
            || name.is_empty()
            || value.starts_with("//")
            || bare && !known
        {
            return Ok(None);
        }
        if grammar.fields.is_empty() {
            return Ok(None);
        }
        self.at = start + length + 1;
        let values = self.values(field.map(|field| &field.values));
        filter(
            (name, start..start + length),
            &values,
            start..self.at,
            grammar,
        )
        .map(|filter| Some(Kind::Filter(filter)))
    }

    /// Values with commas between them, each bare or in quotes.
    fn values(&mut self, of: Option<&Values<'_>>) -> Vec<Value> {
        let mut values = Vec::new();
        loop {
            let start = self.at;
            if self.next().is_some_and(is_quote) {
                let (text, _) = self.quoted();
                values.push(Value {
                    text: text.to_owned(),
                    quoted: !text.contains('*'),
                    range: start..self.at,
                });
            } else {
                let rest = self.rest();
                let end = rest
                    .find(|c: char| c.is_whitespace() || matches!(c, ',' | '|'))
                    .unwrap_or(rest.len());
                let end = end + second_word(rest, end, of);
                self.at += end;
                let text = rest.get(..end).unwrap_or_default().to_owned();
                values.push(Value {
                    text,
                    quoted: false,
                    range: start..self.at,
                });
            }
            if !self.take(|c| c == ',') {
                return values;
            }
        }
    }
}

/// How many bytes more belong to a value that ends at `end`: periods have a blank within (`2010/11 Q2`).
fn second_word(rest: &str, end: usize, of: Option<&Values<'_>>) -> usize {
    let Some(Values::Read { is_one, .. }) = of else {
        return 0;
    };
    let after = rest.get(end..).unwrap_or_default();
    let word = after.strip_prefix(' ').unwrap_or_default();
    let length = word.find(|c: char| c.is_whitespace() || matches!(c, ',' | '|'));
    let word = word.get(..length.unwrap_or(word.len())).unwrap_or_default();
    let longer = rest.get(..end + 1 + word.len()).unwrap_or_default();
    // Of `a..b` the last part is what goes on.
    let last = longer.rsplit("..").next().unwrap_or_default();
    let joins = is_part_of_year(word) && is_one(without_sign(last).1);
    if joins { 1 + word.len() } else { 0 }
}

/// `Q2` of `2010/11 Q2`, and its like.
fn is_part_of_year(word: &str) -> bool {
    let part = |letter: char| word.strip_prefix([letter, letter.to_ascii_lowercase()]);
    word.eq_ignore_ascii_case("ay")
        || part('Q').is_some_and(|number| matches!(number, "1" | "2" | "3" | "4"))
        || part('H').is_some_and(|number| matches!(number, "1" | "2"))
}

fn exact<'a>(not: bool, text: &str, edges: Edges) -> Piece<'a> {
    let needle = Needle::new(text);
    needle.map_or(Piece::Nothing, |needle| {
        Piece::Atom(Box::new(atom(not, Kind::Exact(needle, edges))))
    })
}

/// Quotation marks, typed or pasted.
fn is_quote(c: char) -> bool {
    matches!(c, '"' | '“' | '”')
}

/// `US$` ends in a sign of money, not in an anchor.
fn is_money(before: &str) -> bool {
    before.len() == 2 && before.bytes().all(|byte| byte.is_ascii_uppercase())
}

#[cfg(test)]
mod tests;
