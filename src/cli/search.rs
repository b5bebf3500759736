//! `search WORDS…`: everything that matches, best first.

use std::collections::HashSet;

use clap::Args;

use crate::analysis::naming::{code_of, title_of};
use crate::domain::id::RecordRef;
use crate::search::catalogue::{Catalogue, FoundRecord};
use crate::text::{self, Ellipsis};

use super::arguments::Globals;
use super::desk::{Desk, parse};
use super::error::{CliError, Code};
use super::json::{self, Object};
use super::output::Output;
use super::record::head;

const EXAMPLES: &str = "\
Examples:
  scrutineer search teenage conception
  scrutineer search ni 117
  scrutineer search lookd aftr exclus kind:priority
  scrutineer search '\"two words\"' --where 'rating:red | rating:amber' --limit 5

All words must match, in any order; they may be misspelt or cut short. 'word is
the word itself, \"two words\" a phrase, ^start, end$, !not, a | b. Fields narrow:
kind:, rating:, direction:, theme:, code:, stage:, coverage:, status:, approval:,
officer:, board:, due:, overdue:, quality:, period:, updated:. Values may be
lists (a,b), beginnings (rating:r), comparisons and spans (stage:3..5,
due:<2010-12) or none.

Exit code 1 where nothing matches.";

/// What to search for.
#[derive(Debug, Args)]
#[command(after_help = EXAMPLES)]
pub(super) struct SearchArgs {
    /// Words of the query
    #[arg(required = true)]
    words: Vec<String>,
    /// Search only in what fits this query
    #[arg(long = "where", value_name = "QUERY")]
    query: Option<String>,
    /// Give so many of the best hits; 0 gives all
    #[arg(long, value_name = "N", default_value_t = 50)]
    limit: usize,
}

/// Searches.
pub(super) fn run(
    args: &SearchArgs,
    globals: &Globals,
    output: &mut Output<'_>,
) -> Result<Code, CliError> {
    let desk = Desk::open(globals)?;
    let (hits, are_all) = find(args, &desk)?;
    if globals.json {
        let objects: Vec<Object> = hits.iter().map(|hit| object(&desk, hit)).collect();
        json::print(&objects, output)?;
    } else {
        print(&desk, &hits, globals.ascii, output)?;
    }
    if !are_all {
        output.note("there are more; --limit 0 gives all");
    }
    if hits.is_empty() {
        output.note(&format!("nothing matches {}", args.words.join(" ")));
        return Ok(Code::NEGATIVE);
    }
    Ok(Code::DONE)
}

/// The hits, and whether they are all that there are.
fn find(args: &SearchArgs, desk: &Desk) -> Result<(Vec<FoundRecord>, bool), CliError> {
    let catalogue = Catalogue::new(&desk.workspace, desk.moment);
    let typed = args.words.join(" ");
    if parse(&catalogue, &typed, "query")?.is_empty() {
        return Err(CliError::usage(
            "there is nothing to search for",
            "Give some words, or use “scrutineer list” to see all records of a kind",
        ));
    }
    let limit = match args.limit {
        0 => usize::MAX,
        limit => limit,
    };
    let fits = args
        .query
        .as_deref()
        .map(|query| fitting(&catalogue, query, desk));
    let fits = fits.transpose()?;
    // One more than wanted tells whether there are more. Which hits fit is known only afterwards.
    let most = if fits.is_some() {
        usize::MAX
    } else {
        limit.saturating_add(1)
    };
    let mut hits = catalogue.find(&typed, &desk.asked(), most).hits;
    if let Some(fits) = fits {
        hits.retain(|hit| fits.contains(&hit.record));
    }
    let are_all = hits.len() <= limit;
    hits.truncate(limit);
    Ok((hits, are_all))
}

/// Everything that fits a query.
pub(super) fn fitting(
    catalogue: &Catalogue,
    query: &str,
    desk: &Desk,
) -> Result<HashSet<RecordRef>, CliError> {
    let query = parse(catalogue, query, "--where")?;
    let all = catalogue.records().iter().cloned();
    let fitting = catalogue.matching(&query, all, &desk.asked());
    Ok(fitting.into_iter().collect())
}

/// Two lines a hit: kind, code and title, then the text that matched where it is another.
fn print(
    desk: &Desk,
    hits: &[FoundRecord],
    ascii: bool,
    output: &mut Output<'_>,
) -> Result<(), CliError> {
    let codes: Vec<String> = hits
        .iter()
        .map(|hit| code_of(&desk.workspace, &hit.record, desk.moment))
        .map(|code| text::display_safe(&code).into_owned())
        .collect();
    let words = hits.iter().map(|hit| hit.record.kind.word().len()).max();
    let widest = codes
        .iter()
        .map(|code| text::width(code))
        .max()
        .unwrap_or(0);
    let line = output.columns().unwrap_or(usize::MAX);
    // Ids that stand for codes can be long; where they are longer, titles begin further right.
    let (words, widest) = (words.unwrap_or(0), widest.min(line / 3));
    let sign = if ascii {
        Ellipsis::Ascii
    } else {
        Ellipsis::Unicode
    };
    for (hit, code) in hits.iter().zip(&codes) {
        let title = title_of(&desk.workspace, &hit.record, desk.moment);
        let kind = text::pad(hit.record.kind.word(), words);
        let first = format!(
            "{kind}  {}  {}",
            text::pad(code, widest),
            text::display_safe(&title)
        );
        output.line(&text::truncate_with(&first, line, sign))?;
        if let Some((excerpt, _)) = &hit.excerpt {
            let excerpt = text::display_safe(excerpt);
            let second = format!("{:words$}  {}: {}", "", hit.field, excerpt.trim());
            output.line(&text::truncate_with(&second, line, sign))?;
        }
    }
    Ok(())
}

fn object(desk: &Desk, hit: &FoundRecord) -> Object {
    let excerpt = hit.excerpt.as_ref().map(|(excerpt, _)| excerpt);
    head(desk, &hit.record)
        .with("score", &hit.score.0)
        .with("field", hit.field)
        .with("excerpt", &excerpt)
}
