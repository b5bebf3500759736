//! The records of a workspace as documents to be searched.

use std::ops::Range;

use super::fields::{Asked, FIELDS, begins_code};
use super::{
    Field, FieldName, Glossary, Grammar, Hit, Hits, Prepared, Query, QueryError, Score, Searcher,
    excerpt,
};
use crate::domain::action::Action;
use crate::domain::code;
use crate::domain::edit::{Edit, Step};
use crate::domain::id::RecordRef;
use crate::domain::indicator::Indicator;
use crate::domain::kind::Kind;
use crate::domain::plan::Officer;
use crate::domain::priority::Priority;
use crate::domain::recommendation::Recommendation;
use crate::domain::workspace::Workspace;

/// How long an excerpt beside a hit is, in characters.
const EXCERPT: usize = 96;

/// Every record that can be found, ready to be matched.
#[derive(Clone)]
pub struct Catalogue {
    records: Vec<RecordRef>,
    documents: Vec<Prepared>,
    codes: Vec<Box<str>>,
}

/// The answer to a query.
#[derive(Clone, Debug, Default)]
pub struct Found {
    /// The hits, best first.
    pub hits: Vec<FoundRecord>,
    /// Why the query was not understood.
    pub trouble: Option<QueryError>,
}

/// A record that was found.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FoundRecord {
    /// The record.
    pub record: RecordRef,
    /// How well it matched.
    pub score: Score,
    /// Which of its texts matched best, in a word.
    pub field: &'static str,
    /// The places that match in its title.
    pub in_title: Vec<Range<usize>>,
    /// Where another text matched: a piece of it, with the places.
    pub excerpt: Option<(String, Vec<Range<usize>>)>,
}

impl Catalogue {
    /// Prepares the records of a workspace in the file's order.
    pub fn new(workspace: &Workspace) -> Self {
        let own = workspace
            .abbreviations
            .0
            .iter()
            .map(|(short, long)| (short.as_str(), long.as_str()));
        let glossary = Glossary::built_in_and(own);
        let mut catalogue = Self {
            records: Vec::new(),
            documents: Vec::new(),
            codes: Vec::new(),
        };
        for_each_record(workspace, &mut |record, fields| {
            let codes = fields
                .iter()
                .filter(|field| matches!(field.name, FieldName::Code | FieldName::OtherName));
            catalogue
                .codes
                .extend(codes.map(|field| code::fold(field.text).into()));
            catalogue.documents.push(Prepared::new(fields, &glossary));
            catalogue.records.push(record);
        });
        catalogue.codes.retain(|code| !code.is_empty());
        catalogue.codes.sort_unstable();
        catalogue.codes.dedup();
        catalogue
    }

    /// Whether a step can have changed what is prepared here: ratings and directions are asked afresh.
    pub fn depends_on(step: &Step) -> bool {
        let fresh = |edit: &Edit| match edit {
            Edit::Set { field, .. } => matches!(field.as_str(), "rating" | "direction"),
            _ => false,
        };
        !step.edits.iter().all(fresh)
    }

    /// Understands a query, or says what is wrong with it.
    pub fn parse(&self, query: &str) -> Result<Query, QueryError> {
        Query::parse(
            query,
            &Grammar {
                fields: FIELDS,
                is_code: &|text| begins_code(&self.codes, text),
            },
        )
    }

    /// Everything that matches, best first.
    pub fn search(&self, query: &Query, asked: &Asked<'_>) -> Hits {
        Searcher::new(&self.documents).search(query, &|index, filter| {
            self.records
                .get(index)
                .is_some_and(|record| asked.passes(record, filter))
        })
    }

    /// The best hits of a query, each with the places that match. `texts` is the workspace that the
    /// catalogue was made of.
    pub fn find(&self, typed: &str, asked: &Asked<'_>, most: usize) -> Found {
        let query = match self.parse(typed) {
            Ok(query) if query.is_empty() => return Found::default(),
            Ok(query) => query,
            Err(trouble) => {
                return Found {
                    hits: Vec::new(),
                    trouble: Some(trouble),
                };
            }
        };
        let hits = self.search(&query, asked);
        let found = hits
            .best(most)
            .iter()
            .filter_map(|ranked| self.found(&query, ranked.index, asked))
            .collect();
        Found {
            hits: found,
            trouble: None,
        }
    }

    /// The records of a kind that a query matches, in the file's order.
    pub fn matching(&self, query: &Query, kind: Kind, asked: &Asked<'_>) -> Vec<RecordRef> {
        let mut places: Vec<usize> = self
            .search(query, asked)
            .all()
            .iter()
            .map(|ranked| ranked.index)
            .collect();
        places.sort_unstable();
        places
            .into_iter()
            .filter_map(|place| self.records.get(place))
            .filter(|record| record.kind == kind)
            .cloned()
            .collect()
    }

    fn found(&self, query: &Query, place: usize, asked: &Asked<'_>) -> Option<FoundRecord> {
        let record = self.records.get(place)?.clone();
        let passes = |index: usize, filter: &super::Filter| {
            self.records
                .get(index)
                .is_some_and(|record| asked.passes(record, filter))
        };
        let hit = Searcher::new(&self.documents).hit(query, place, &passes)?;
        let mut shown = FoundRecord {
            record: record.clone(),
            score: hit.score,
            field: "",
            in_title: Vec::new(),
            excerpt: None,
        };
        with_fields(asked.workspace, &record, &mut |fields| {
            describe(&hit, fields, &mut shown)
        });
        Some(shown)
    }
}

/// Says where a hit is: in the title, or in a piece of another text.
fn describe(hit: &Hit, fields: &[Field<'_>], shown: &mut FoundRecord) {
    for (field, ranges) in fields.iter().zip(&hit.ranges) {
        if field.name == FieldName::Title && shown.in_title.is_empty() {
            shown.in_title.clone_from(ranges);
        }
    }
    let Some(best) = hit
        .field
        .and_then(|number| Some((fields.get(number)?, hit.ranges.get(number)?)))
    else {
        return;
    };
    let (field, ranges) = best;
    shown.field = match field.name {
        FieldName::Code => "code",
        FieldName::Title => "title",
        FieldName::OtherName => "other name",
        FieldName::Officer => "officer",
        FieldName::Prose(name) => name,
    };
    if !matches!(field.name, FieldName::Code | FieldName::Title) {
        let (piece, ranges) = excerpt(field.text, ranges, EXCERPT);
        shown.excerpt = field
            .text
            .get(piece)
            .map(|piece| (piece.to_owned(), ranges));
    }
}

/// Calls `take` for every record that can be found, with its texts.
fn for_each_record(workspace: &Workspace, take: &mut dyn FnMut(RecordRef, &[Field<'_>])) {
    let mut each = |kind: Kind, id: &crate::domain::id::Id| {
        let record = RecordRef::new(kind, id);
        with_fields(workspace, &record, &mut |fields| {
            take(record.clone(), fields)
        });
    };
    workspace
        .themes
        .iter()
        .for_each(|theme| each(Kind::Theme, &theme.id));
    workspace
        .priorities
        .iter()
        .for_each(|priority| each(Kind::Priority, &priority.id));
    workspace
        .indicators
        .iter()
        .for_each(|indicator| each(Kind::Indicator, &indicator.id));
    workspace
        .actions
        .iter()
        .for_each(|action| each(Kind::Action, &action.id));
    workspace
        .recommendations
        .iter()
        .for_each(|recommendation| each(Kind::Recommendation, &recommendation.id));
}

/// The texts of a record, each with what it is. The order decides the number of a hit's field.
fn with_fields(workspace: &Workspace, record: &RecordRef, take: &mut dyn FnMut(&[Field<'_>])) {
    let id = record.id.as_str();
    let mut fields = Vec::new();
    match record.kind {
        Kind::Theme => {
            if let Some(theme) = workspace.themes.get(id) {
                fields.push(Field::new(FieldName::Code, &theme.code));
                fields.push(Field::new(FieldName::Title, &theme.title));
                take(&fields);
            }
        }
        Kind::Priority => workspace
            .priorities
            .get(id)
            .into_iter()
            .for_each(|priority| {
                priority_fields(priority, &mut fields);
                take(&fields);
            }),
        Kind::Indicator => workspace
            .indicators
            .get(id)
            .into_iter()
            .for_each(|indicator| {
                indicator_fields(indicator, &mut fields);
                take(&fields);
            }),
        Kind::Action => workspace.actions.get(id).into_iter().for_each(|action| {
            action_fields(action, &mut fields);
            take(&fields);
        }),
        Kind::Recommendation => {
            workspace
                .recommendations
                .get(id)
                .into_iter()
                .for_each(|recommendation| {
                    recommendation_fields(recommendation, &mut fields);
                    take(&fields);
                })
        }
        _ => {}
    }
}

fn prose<'a>(fields: &mut Vec<Field<'a>>, name: &'static str, text: &'a str) {
    if !text.is_empty() {
        fields.push(Field::new(FieldName::Prose(name), text));
    }
}

fn officers<'a>(fields: &mut Vec<Field<'a>>, officers: &'a [Officer]) {
    let texts = officers.iter().flat_map(|officer| {
        [
            &officer.post,
            &officer.name,
            &officer.organisation,
            &officer.r#for,
        ]
    });
    fields.extend(
        texts
            .filter(|text| !text.is_empty())
            .map(|text| Field::new(FieldName::Officer, text)),
    );
}

fn priority_fields<'a>(priority: &'a Priority, fields: &mut Vec<Field<'a>>) {
    fields.push(Field::new(FieldName::Code, &priority.code));
    fields.push(Field::new(FieldName::Title, &priority.title));
    fields.extend(
        priority
            .former_codes
            .iter()
            .map(|former| Field::new(FieldName::OtherName, &former.code)),
    );
    fields.extend(
        priority
            .also_known_as
            .iter()
            .map(|name| Field::new(FieldName::OtherName, name)),
    );
    officers(fields, &priority.officers);
    prose(fields, "why", &priority.why);
    prose(fields, "note", priority.rest.note());
    for update in &priority.updates {
        fields.extend(
            Some(&update.title)
                .filter(|title| !title.is_empty())
                .map(|title| Field::new(FieldName::OtherName, title)),
        );
        prose(fields, "assessment", &update.summary);
        prose(fields, "rating note", &update.rating_note);
        update
            .achievements
            .iter()
            .for_each(|achievement| prose(fields, "achievement", &achievement.text));
        update
            .risks
            .iter()
            .for_each(|risk| prose(fields, "risk", &risk.text));
    }
}

fn indicator_fields<'a>(indicator: &'a Indicator, fields: &mut Vec<Field<'a>>) {
    fields.push(Field::new(FieldName::Code, &indicator.code));
    fields.push(Field::new(FieldName::Title, &indicator.title));
    fields.extend(
        indicator
            .former_codes
            .iter()
            .map(|former| Field::new(FieldName::OtherName, &former.code)),
    );
    fields.extend(
        indicator
            .also_known_as
            .iter()
            .map(|name| Field::new(FieldName::OtherName, name)),
    );
    fields.extend(
        Some(&indicator.owner)
            .filter(|owner| !owner.is_empty())
            .map(|owner| Field::new(FieldName::Officer, owner)),
    );
    prose(fields, "definition", &indicator.definition);
    prose(fields, "note", indicator.rest.note());
    for result in &indicator.results {
        prose(fields, "result note", result.rest.note());
        prose(
            fields,
            "data quality",
            result
                .data_quality
                .as_ref()
                .map_or("", |quality| quality.rest.note()),
        );
    }
}

fn action_fields<'a>(action: &'a Action, fields: &mut Vec<Field<'a>>) {
    fields.push(Field::new(FieldName::Title, &action.title));
    officers(fields, &action.officers);
    prose(fields, "group", &action.group);
    prose(fields, "desired outcome", &action.desired_outcome);
    for milestone in &action.milestones {
        prose(fields, "milestone", &milestone.text);
        officers(fields, &milestone.officers);
    }
    for progress in &action.progress {
        prose(fields, "progress", &progress.text);
        prose(fields, "next steps", &progress.next_steps);
        prose(fields, "risk", &progress.risks);
    }
    prose(fields, "note", action.rest.note());
}

fn recommendation_fields<'a>(recommendation: &'a Recommendation, fields: &mut Vec<Field<'a>>) {
    fields.push(Field::new(FieldName::Code, &recommendation.code));
    let title = if recommendation.heading.is_empty() {
        &recommendation.text
    } else {
        &recommendation.heading
    };
    fields.push(Field::new(FieldName::Title, title));
    fields.extend(
        recommendation
            .also_known_as
            .iter()
            .map(|name| Field::new(FieldName::OtherName, name)),
    );
    officers(fields, &recommendation.officers);
    prose(fields, "text", &recommendation.text);
    prose(
        fields,
        "response",
        recommendation
            .response
            .as_ref()
            .map_or("", |response| &response.text),
    );
    recommendation
        .updates
        .iter()
        .for_each(|update| prose(fields, "update", &update.text));
    recommendation
        .routes
        .iter()
        .for_each(|route| prose(fields, "route", &route.text));
    prose(fields, "note", recommendation.rest.note());
}
