//! Which texts of a record can be found, and what each of them is.

use crate::domain::action::Action;
use crate::domain::id::RecordRef;
use crate::domain::indicator::Indicator;
use crate::domain::kind::Kind;
use crate::domain::plan::Officer;
use crate::domain::priority::Priority;
use crate::domain::recommendation::Recommendation;
use crate::domain::workspace::Workspace;
use crate::search::{Field, FieldName};

/// Calls `take` for every record that can be found, with its texts.
pub(super) fn for_each_record(
    workspace: &Workspace,
    take: &mut dyn FnMut(RecordRef, &[Field<'_>]),
) {
    let mut each = |kind: Kind, id: &crate::domain::id::Id| {
        let record = RecordRef::new(kind, id);
        with_fields(workspace, &record, &mut |fields| {
            take(record.clone(), fields);
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
pub(super) fn with_fields(
    workspace: &Workspace,
    record: &RecordRef,
    take: &mut dyn FnMut(&[Field<'_>]),
) {
    let id = record.id.as_str();
    let mut fields = Vec::new();
    let found = match record.kind {
        Kind::Theme => workspace.themes.get(id).map(|theme| {
            fields.push(Field::new(FieldName::Code, &theme.code));
            fields.push(Field::new(FieldName::Title, &theme.title));
        }),
        Kind::Priority => (workspace.priorities.get(id)).map(|it| priority_fields(it, &mut fields)),
        Kind::Indicator => {
            (workspace.indicators.get(id)).map(|it| indicator_fields(it, &mut fields))
        }
        Kind::Action => (workspace.actions.get(id)).map(|it| action_fields(it, &mut fields)),
        Kind::Recommendation => {
            (workspace.recommendations.get(id)).map(|it| recommendation_fields(it, &mut fields))
        }
        _ => None,
    };
    if found.is_some() {
        take(&fields);
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
