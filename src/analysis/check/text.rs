//! Texts that are missing, or hold what no text should.

use super::report::Report;
use super::walk::{Leaf, Path, Step};

/// By what the members of a list are known, where the program gives no ids.
const KEYS: &[(&str, &str)] = &[
    ("updates", "period"),
    ("progress", "period"),
    ("former_codes", "in"),
    ("approvals", "role"),
    ("published_ratings", "board"),
    ("periods", "period"),
    ("views", "name"),
];

/// What a record is called, by the list it stands in.
const TITLES: &[(&str, &str)] = &[
    ("boards", "title"),
    ("plans", "title"),
    ("monitors", "title"),
    ("highlights", "heading"),
    ("themes", "title"),
    ("priorities", "title"),
    ("indicators", "title"),
    ("actions", "title"),
    ("inquiries", "title"),
    ("recommendations", "text"),
    ("judgements", "subject"),
    ("items", "title"),
    ("groups", "title"),
    ("decisions", "title"),
];

/// Members of lists without the field that they are known by: no edit can reach them.
pub(super) fn missing_key(leaf: &Leaf<'_>, path: &Path<'_>, report: &mut Report<'_>) {
    let Some((list, key)) = path.field_of_member() else {
        return;
    };
    if leaf.text().is_empty() && KEYS.contains(&(list, key)) {
        let message = format!("There is no \"{key}\" here, and nothing else to know it by");
        report.say(
            path.holder(),
            message,
            format!("Write its \"{key}\", or remove it"),
        );
    }
}

/// Records that say nothing of what they are.
pub(super) fn no_title(leaf: &Leaf<'_>, path: &Path<'_>, report: &mut Report<'_>) {
    let Some((list, field)) = path.field_of_member() else {
        return;
    };
    let own = || matches!(path.steps(), [_, _, _] | [Step::Key("programme"), ..]);
    if leaf.text().trim().is_empty() && TITLES.contains(&(list, field)) && own() {
        report.say(
            path.holder(),
            format!("It has no {field}"),
            format!("Write a {field}"),
        );
    }
}

/// Characters that change how a text is shown instead of saying something.
pub(super) fn control(leaf: &Leaf<'_>, path: &Path<'_>, report: &mut Report<'_>) {
    let Some(c) = leaf.text().chars().find(|c| changes_showing(*c)) else {
        return;
    };
    let point = format!("U+{:04X}", u32::from(c));
    let what = if c.is_control() {
        "control character"
    } else {
        "sign that turns the direction of writing"
    };
    report.say(
        path,
        format!("The text has a {what} ({point})"),
        format!("Delete the character {point}"),
    );
}

/// Control characters other than line ends and tabs, and the signs that embed, override or isolate a
/// direction of writing.
fn changes_showing(c: char) -> bool {
    let turns = matches!(c, '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}');
    turns || (c.is_control() && !matches!(c, '\n' | '\t'))
}
