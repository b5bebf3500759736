//! The keys that count, by the settings: their changes held against the registry.
//!
//! The settings know no commands, and `app` knows no settings; here the two meet.

use crate::app::keymap::{Change, Keymap, Refused};
use crate::config::{KeyChange, Loaded, Said, Trouble};

/// The settings with the keys that count. What of the changed keys cannot be used is taken out of them,
/// and said beside what else there is to say, in the file's order.
pub fn checked(mut loaded: Loaded) -> (Loaded, Keymap) {
    let changes = std::mem::take(&mut loaded.config.keys);
    let wanted: Vec<Change> = changes.iter().map(change).collect();
    let (keymap, refused) = Keymap::with(&wanted);
    loaded.config.keys = usable(&changes, &refused);
    let troubles = refused.into_iter().map(|it| trouble(&changes, it));
    loaded.troubles.extend(troubles);
    loaded.troubles.sort_by_key(|trouble| trouble.at);
    (loaded, keymap)
}

/// The changes without what was refused of them.
fn usable(changes: &[KeyChange], refused: &[Refused]) -> Vec<KeyChange> {
    let was_refused = |change: usize, key: Option<usize>| {
        let mut refused = refused.iter();
        refused.any(|it| it.change == change && it.key == key)
    };
    let left = changes.iter().enumerate().map(|(nth, change)| {
        let keys = change.keys.iter().enumerate();
        let keys = keys.filter(|(key, _)| !was_refused(nth, Some(*key)));
        let keys: Vec<Said> = keys.map(|(_, key)| key.clone()).collect();
        let nothing_left = keys.is_empty() && !change.keys.is_empty();
        let counts = !was_refused(nth, None) && !nothing_left;
        counts.then(|| KeyChange {
            command: change.command.clone(),
            keys,
        })
    });
    left.flatten().collect()
}

fn change(of: &KeyChange) -> Change {
    Change {
        command: of.command.text.clone(),
        keys: of.keys.iter().map(|key| key.text.clone()).collect(),
    }
}

fn trouble(changes: &[KeyChange], refused: Refused) -> Trouble {
    let change = changes.get(refused.change);
    let key = refused.key.and_then(|key| change?.keys.get(key));
    let said = key.or_else(|| change.map(|change| &change.command));
    Trouble {
        at: said.map(|said| said.at),
        message: refused.message,
        mend: refused.mend,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn said(text: &str, at: (usize, usize)) -> Said {
        Said {
            text: text.to_owned(),
            at,
        }
    }

    #[test]
    fn a_change_that_cannot_be_used_is_named_where_it_stands_in_the_file() {
        let changes = [
            KeyChange {
                command: said("fnid", (2, 1)),
                keys: vec![said("f5", (2, 8))],
            },
            KeyChange {
                command: said("verify", (3, 1)),
                keys: vec![said("Z", (3, 11)), said("q", (3, 16))],
            },
        ];
        let mut loaded = Loaded::default();
        loaded.config.keys = changes.to_vec();
        let (loaded, keymap) = checked(loaded);
        let found: Vec<String> = loaded.troubles.iter().map(ToString::to_string).collect();
        assert_eq!(
            found,
            [
                "line 2: there is no command “fnid”",
                "line 3: “q” of verify is the key of quit too"
            ]
        );
        assert_eq!(loaded.troubles[1].at, Some((3, 16)));
        let left = KeyChange {
            command: said("verify", (3, 1)),
            keys: vec![said("Z", (3, 11))],
        };
        assert_eq!(loaded.config.keys, [left]);
        let rows = keymap.rows(false);
        let verify = rows.iter().find(|row| row.command == "verify").unwrap();
        assert_eq!(verify.keys, ["Z"]);
    }
}
