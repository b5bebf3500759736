//! Who has a part in something, by role.

use super::document::{Fact, Span};
use crate::domain::choice::Choice;
use crate::domain::plan::{Officer, Role};

/// The roles in the order of the printed tracker, with what one and several of them are called.
const ROLES: &[(Role, &str, &str)] = &[
    (Role::Lead, "Lead", "Leads"),
    (
        Role::AccountableOfficer,
        "Accountable officer",
        "Accountable officers",
    ),
    (
        Role::AccountableDirector,
        "Accountable director",
        "Accountable directors",
    ),
    (Role::Contributor, "Contributor", "Contributors"),
    (Role::Partner, "Partner", "Partners"),
];

/// An officer with all that is known: name, post, organisation, and whom or what they speak for.
pub fn officer_text(officer: &Officer) -> String {
    let known = [&officer.name, &officer.post, &officer.organisation];
    let known: Vec<&str> = known
        .into_iter()
        .filter(|text| !text.is_empty())
        .map(String::as_str)
        .collect();
    let mut text = known.join(", ");
    if !officer.r#for.is_empty() {
        let joint = if text.is_empty() { "for " } else { ", for " };
        text.push_str(joint);
        text.push_str(&officer.r#for);
    }
    text
}

/// The officers of a short list on one line.
pub fn officers_text(officers: &[Officer]) -> String {
    let all: Vec<String> = officers
        .iter()
        .map(officer_text)
        .filter(|text| !text.is_empty())
        .collect();
    all.join("; ")
}

/// One line for each officer, the first of each role with its label; those without a role last.
pub fn by_role(officers: &[Officer]) -> Vec<Fact> {
    let role = |officer: &Officer| officer.role.as_ref().and_then(Choice::known);
    let mut facts = Vec::new();
    for (wanted, one, several) in ROLES {
        add(
            &mut facts,
            one,
            several,
            officers
                .iter()
                .filter(|officer| role(officer) == Some(*wanted)),
        );
    }
    add(
        &mut facts,
        "Others",
        "Others",
        officers.iter().filter(|officer| role(officer).is_none()),
    );
    facts
}

fn add<'a>(
    facts: &mut Vec<Fact>,
    one: &str,
    several: &str,
    officers: impl Iterator<Item = &'a Officer>,
) {
    let all: Vec<String> = officers
        .map(officer_text)
        .filter(|text| !text.is_empty())
        .collect();
    let label = if all.len() == 1 { one } else { several };
    for (place, text) in all.into_iter().enumerate() {
        let label = if place == 0 { label } else { "" };
        facts.push(Fact::new(label, vec![Span::plain(text)]));
    }
}
