//! What records are called: codes and ids, made from their numbers alone.

use super::Recipe;
use crate::domain::id::Id;

/// The boards, by id and title; priorities go round.
pub(super) const BOARDS: [(&str, &str); 3] = [
    ("children", "Scrutiny Board (Children's Services)"),
    ("adults", "Scrutiny Board (Adult Social Care)"),
    (
        "environment",
        "Scrutiny Board (Environment and Neighbourhoods)",
    ),
];

/// The groups through which recommendations are monitored.
pub(super) const MONITORS: [(&str, &str, &str, &str); 4] = [
    ("group", "improvement-group", "Improvement Group", "monthly"),
    (
        "return",
        "quarterly-return",
        "Quarterly performance return",
        "quarterly",
    ),
    ("forum", "partners-forum", "Partners' Forum", "bi-monthly"),
    (
        "report",
        "annual-report",
        "Annual report to members",
        "annual",
    ),
];

/// The headings that themes go round.
const THEMES: [&str; 8] = [
    "Learning",
    "Health and wellbeing",
    "Thriving places",
    "Harmonious communities",
    "Safe homes",
    "Work and skills",
    "Getting about",
    "Culture and leisure",
];

/// No workspace has more themes.
const MOST_THEMES: u32 = 40;

/// So many priorities share a number, told apart by a letter.
const LETTERS: u32 = 5;

/// How many themes there are.
pub(super) fn themes(recipe: Recipe) -> u32 {
    recipe.priorities.div_ceil(25).clamp(1, MOST_THEMES)
}

/// The code of a theme: `AK`, `BK`, … `AL`.
pub(super) fn theme_code(theme: u32) -> String {
    [letter(b'A', theme % 26), letter(b'K', theme / 26)]
        .into_iter()
        .collect()
}

/// The title of a theme.
pub(super) fn theme_title(theme: u32) -> String {
    let count = u32::try_from(THEMES.len()).unwrap_or(1);
    let title = THEMES.get((theme % count) as usize).copied().unwrap_or("");
    match theme / count {
        0 => title.to_owned(),
        round => format!("{title}, area {}", round + 1),
    }
}

/// The theme of a priority: those of one theme stand together.
pub(super) fn theme_of(recipe: Recipe, priority: u32) -> u32 {
    priority / recipe.priorities.div_ceil(themes(recipe)).max(1)
}

/// The code of a priority: `BK-3c`. Its letters are those from `a` on now, and from `p` on before.
pub(super) fn priority_code(recipe: Recipe, priority: u32, first: u8) -> String {
    let theme = theme_of(recipe, priority);
    let inside = priority % recipe.priorities.div_ceil(themes(recipe)).max(1);
    let number = inside / LETTERS + 1;
    let code = theme_code(theme);
    format!("{code}-{number}{}", letter(first, inside % LETTERS))
}

/// The board of a priority.
pub(super) fn board_of(priority: u32) -> usize {
    priority as usize % BOARDS.len()
}

/// The id of a priority.
pub(super) fn priority_id(recipe: Recipe, priority: u32) -> Id {
    Id::slug(&priority_code(recipe, priority, b'a'))
}

/// The id of an indicator, `ni-17`.
pub(super) fn indicator_id(indicator: u32) -> Id {
    Id::new(&format!("ni-{}", indicator + 1))
}

/// The id of an action.
pub(super) fn action_id(action: u32) -> Id {
    Id::new(&format!("action-{}", action + 1))
}

/// The id of a recommendation, `jr-4`.
pub(super) fn recommendation_id(recommendation: u32) -> Id {
    Id::new(&format!("jr-{}", recommendation + 1))
}

fn letter(first: u8, further: u32) -> char {
    char::from(first.saturating_add(u8::try_from(further).unwrap_or(0)))
}
