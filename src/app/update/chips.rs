//! Narrowing a list by values that are picked from what there is. Picks write the list's filter, which can be
//! edited as any that is typed.

use std::collections::HashMap;

use super::filter;
use crate::app::effect::Effect;
use crate::app::rows::{catalogue, filter_refused, records_behind};
use crate::app::state::{Chip, Chips, Notice, Overlay, State};
use crate::search::fields::chips_of;

/// No more rows than this are looked through for values: a key costs what is on the screen.
const LOOKED_AT: usize = 20_000;

/// Offers the values of the focused list.
pub(super) fn open(state: &mut State) -> Vec<Effect> {
    let name = state.focused();
    catalogue(state);
    if let Some(trouble) = filter_refused(state, name) {
        let said = format!(
            "Mend the filter first ({}): {trouble}",
            state.list(name).filter
        );
        state.notice = Some(Notice::warning(said));
        return Vec::new();
    }
    let list = state.list(name);
    let chips = Chips {
        list: name,
        fields: chips_of(name.listing()),
        field: 0,
        values: Vec::new(),
        selected: 0,
        is_cut: false,
        before: list.filter.clone(),
        row: list.selected.clone(),
    };
    state.overlays.push(Overlay::Chips(chips));
    fill(state);
    Vec::new()
}

/// Goes to another field, round and round.
pub(super) fn field(state: &mut State, by: isize) -> Vec<Effect> {
    if let Some(Overlay::Chips(chips)) = state.overlays.last_mut() {
        let count = chips.fields.len().max(1);
        let step = by.rem_euclid(isize::try_from(count).unwrap_or(1));
        chips.field = chips.field.saturating_add_signed(step) % count;
        chips.selected = 0;
    }
    fill(state);
    Vec::new()
}

/// Picks the selected value, or lets go of it, and filters by what is picked.
pub(super) fn toggle(state: &mut State) -> Vec<Effect> {
    let Some(Overlay::Chips(chips)) = state.overlays.last() else {
        return Vec::new();
    };
    let (name, field) = (chips.list, chips.name());
    let Some(chip) = chips.values.get(chips.selected) else {
        return Vec::new();
    };
    let value = chip.value.clone();
    let query = state.list(name).filter.clone();
    let parsed = state.catalogue.as_ref().map(|it| it.parse(&query));
    let Some(Ok(parsed)) = parsed else {
        return Vec::new();
    };
    let picked = parsed.picked(field);
    let mut values = picked.values.clone();
    match values.iter().position(|it| *it == value) {
        Some(at) => drop(values.remove(at)),
        None => values.push(value),
    }
    filter::set(state, name, picked.written(&query, field, &values));
    fill(state);
    Vec::new()
}

/// Keeps what is picked.
pub(super) fn accept(state: &mut State) -> Vec<Effect> {
    if let Some(Overlay::Chips(chips)) = state.overlays.pop() {
        let list = state.list_mut(chips.list);
        if list.filter != chips.before {
            list.view.clear();
        }
    }
    Vec::new()
}

/// Works out the values of the field in view: those that rows have which the rest of the filter leaves, with
/// how many have them, and those that are picked.
fn fill(state: &mut State) {
    let Some(Overlay::Chips(chips)) = state.overlays.last() else {
        return;
    };
    let (name, field) = (chips.list, chips.name());
    let query = state.list(name).filter.clone();
    let Some(catalogue) = state.catalogue.clone() else {
        return;
    };
    let Ok(parsed) = catalogue.parse(&query) else {
        return;
    };
    let picked = parsed.picked(field);
    let rest = picked.written(&query, field, &[]);
    let rows = records_behind(state, name, &rest);
    let is_cut = rows.len() > LOOKED_AT;
    let mut counts: HashMap<String, usize> = HashMap::new();
    let asked = state.asked();
    for record in rows.iter().take(LOOKED_AT) {
        for value in asked.values(record, field) {
            *counts.entry(value).or_default() += 1;
        }
    }
    for value in &picked.values {
        counts.entry(value.clone()).or_default();
    }
    let order = catalogue.values(field);
    let place = |value: &str| order.iter().position(|known| known.shown == value);
    let mut values: Vec<Chip> = counts
        .into_iter()
        .map(|(value, count)| Chip {
            title: place(&value)
                .and_then(|at| order.get(at))
                .map_or_else(String::new, |known| known.title.clone()),
            picked: picked.values.contains(&value),
            value,
            count,
        })
        .collect();
    // As the field has them; what it cannot list, such as months, by itself.
    values.sort_by(|one, other| {
        let key = |chip: &Chip| (place(&chip.value).unwrap_or(usize::MAX), chip.value.clone());
        key(one).cmp(&key(other))
    });
    if let Some(Overlay::Chips(chips)) = state.overlays.last_mut() {
        chips.selected = chips.selected.min(values.len().saturating_sub(1));
        chips.values = values;
        chips.is_cut = is_cut;
    }
}
