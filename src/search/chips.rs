//! Chips: values of a field that are picked from what there is, and written into a query.
//!
//! The query stays the one thing that counts: picks change only the clause that asks for the field and nothing
//! else, alone and not denied. What is typed around it stays as it was typed.

use std::ops::Range;

use super::filter::{Filter, Test};
use super::query::{Clause, Kind, Query};

/// The values of a field that a query asks for.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Picked {
    /// The values, as they were understood.
    pub values: Vec<String>,
    /// Where the clause stands; `None` where there is none yet.
    range: Option<Range<usize>>,
}

impl Query {
    /// The values of a field that the query asks for in a clause of their own. A clause that compares (`due:<…`)
    /// is none of these: it stays, and picks stand beside it.
    pub fn picked(&self, field: &str) -> Picked {
        let found = self.clauses.iter().filter_map(plain).find_map(|filter| {
            let values = filter.tests.iter().map(|test| match test {
                Test::Is(value) => Some(value.clone()),
                _ => None,
            });
            let values: Option<Vec<String>> = values.collect();
            (filter.name == field).then_some((values?, filter.range.clone()))
        });
        found.map_or_else(Picked::default, |(values, range)| Picked {
            values,
            range: Some(range),
        })
    }
}

/// The filter that a clause consists of.
fn plain(clause: &Clause) -> Option<&Filter> {
    match clause.any.as_slice() {
        [atom] if !atom.not => match &atom.kind {
            Kind::Filter(filter) => Some(filter),
            _ => None,
        },
        _ => None,
    }
}

impl Picked {
    /// The query with other values of the field in the place of these; without the clause where there are none.
    pub fn written(&self, query: &str, field: &str, values: &[String]) -> String {
        let clause = if values.is_empty() {
            String::new()
        } else {
            let written: Vec<String> = values.iter().map(|value| quoted(value)).collect();
            format!("{field}:{}", written.join(","))
        };
        let (before, behind) = match &self.range {
            Some(range) => (
                query.get(..range.start).unwrap_or(query),
                query.get(range.end..).unwrap_or_default(),
            ),
            None => (query, ""),
        };
        let parts = [before.trim_end(), &clause, behind.trim_start()];
        let parts = parts.into_iter().filter(|part| !part.is_empty());
        parts.collect::<Vec<_>>().join(" ")
    }
}

/// A value as it is typed: in quotes where it holds what would part it.
fn quoted(value: &str) -> String {
    let parted = |c: char| c.is_whitespace() || matches!(c, ',' | '|' | '<' | '>' | '*' | '=');
    let clean = value.replace(['"', '“', '”'], "");
    if clean.contains(parted) || clean.contains("..") {
        format!("\"{clean}\"")
    } else {
        clean
    }
}

#[cfg(test)]
mod tests {
    use super::super::field::{FieldSpec, Values};
    use super::super::query::Grammar;
    use super::*;

    const FIELDS: &[FieldSpec<'static>] = &[
        FieldSpec::new("rating", Values::Choice(&["red", "amber", "green"]), ""),
        FieldSpec::new("officer", Values::Text, ""),
    ];

    fn parse(text: &str) -> Query {
        let grammar = Grammar {
            fields: FIELDS,
            is_code: &|_| false,
            known: &|_| &[],
        };
        Query::parse(text, &grammar).unwrap()
    }

    #[test]
    fn picks_change_their_own_clause_and_nothing_else() {
        for (text, field, values, expected) in [
            ("", "rating", &["red"] as &[&str], "rating:red"),
            ("late", "rating", &["red"], "late rating:red"),
            (
                "a rating:red b",
                "rating",
                &["red", "amber"],
                "a rating:red,amber b",
            ),
            ("a rating:red b", "rating", &[], "a b"),
            ("rating:red", "rating", &[], ""),
            (
                "!rating:red",
                "rating",
                &["amber"],
                "!rating:red rating:amber",
            ),
            (
                "rating:red|x",
                "rating",
                &["amber"],
                "rating:red|x rating:amber",
            ),
            (
                "",
                "officer",
                &["Chief Officer", "PCT"],
                "officer:\"Chief Officer\",PCT",
            ),
        ] {
            let values: Vec<String> = values.iter().map(|it| (*it).to_owned()).collect();
            let written = parse(text).picked(field).written(text, field, &values);
            assert_eq!(written, expected, "{text}");
            assert_eq!(parse(&written).picked(field).values, values, "{written}");
        }
    }

    #[test]
    fn what_was_typed_short_is_picked_as_what_it_means() {
        assert_eq!(parse("rating:am").picked("rating").values, ["amber"]);
        assert_eq!(parse("x").picked("rating"), Picked::default());
    }

    #[test]
    fn a_value_of_hostile_signs_is_read_back_as_one() {
        for value in ["a,b", "a|b", "<x", "a..b", "=y", "two words"] {
            let written = Picked::default().written("", "officer", &[value.to_owned()]);
            assert_eq!(
                parse(&written).picked("officer").values,
                [value],
                "{written}"
            );
        }
    }
}
