//! Search: the query language, matching, ranking and hit ranges, for find, filters and commands alike.
//!
//! The engine knows nothing of the domain. A caller prepares documents of named texts, says which fields a query
//! may name, whether a text spells a code and whether a record passes a filter; it gets back ranked places.
//! `catalogue` and `fields` are that caller for a workspace: all its records, and what they answer.
//!
//! A text goes `fold` (one form for case, accents, dashes; `letters` says where its words are) → `document`
//! (prepared once, with what the `glossary` of `abbreviations` adds). A query goes `parse` → `query` (clauses of
//! `word`s, exact letters and `filter`s; `value` reads those by their `field`). They meet in `matcher` (words in
//! one piece, by form and `stem`), `code`, `exact`, `run` (words side by side) and `scatter` (loose letters, by
//! fuzzy-matcher); a word that stands nowhere is taken for what it was meant to be by `correct`. `rank` says what
//! each is worth, `searcher` keeps the order, `highlight` marks the places; `assist` says what fits while a query
//! is typed.
//!
//! What holds for every query: each added word only takes rows away; the order of words, doubled blanks and
//! (without a typed capital) case never reorder; scattered letters never rank above letters in one piece; equal
//! hits keep the file's order; the same input gives the same answer.

mod abbreviations;
mod assist;
pub mod catalogue;
mod chips;
mod code;
mod correct;
mod document;
mod exact;
mod field;
pub mod fields;
mod filter;
mod fold;
mod glossary;
mod highlight;
mod letters;
mod matcher;
mod parse;
mod query;
mod rank;
mod run;
mod scatter;
mod searcher;
mod stem;
mod value;
pub mod view;
mod word;

#[cfg(test)]
mod golden;
#[cfg(test)]
mod properties;

pub use assist::{Assist, Completion, SYNTAX, assist};
pub use chips::Picked;
pub use code::fold_code;
pub use document::{Field, FieldName, Prepared};
pub use field::{FieldSpec, KnownValue, Values};
pub use filter::{FieldKey, Filter, Test};
pub use fold::Key;
pub use glossary::Glossary;
pub use highlight::{Hit, excerpt, highlight, match_document};
pub use query::{Grammar, Query, QueryError, Trouble};
pub use rank::Score;
pub use searcher::{Hits, Ranked, Searcher};
pub use value::nearest;
