use proptest::prelude::*;
use proptest::sample::{select, subsequence};

use super::*;
use crate::domain::edit::{Step, apply_step};
use crate::domain::field::In;

fn workspace(text: &str) -> Workspace {
    let text = format!("{{\"format\":\"scrutineer/1\",{text}}}");
    Json::parse(&text).unwrap().to::<In<Workspace>>().unwrap().0
}

/// The edits, each in a word: `set title`, `insert t`, `remove t`, `move t`.
fn words(edits: &[Edit]) -> Vec<String> {
    let word = |edit: &Edit| match edit {
        Edit::Set { field, .. } => format!("set {field}"),
        Edit::Insert { key, .. } => format!("insert {key}"),
        Edit::Remove { key, .. } => format!("remove {key}"),
        Edit::Move { key, .. } => format!("move {key}"),
    };
    edits.iter().map(word).collect()
}

fn leads_there(before: &Workspace, after: &Workspace) -> Vec<Edit> {
    let edits = difference(before, after);
    let mut changed = before.clone();
    let applied = apply_step(&mut changed, &Step::new("", edits.clone())).unwrap();
    assert_eq!(changed, *after, "{edits:?}");
    apply_step(&mut changed, &applied.inverse).unwrap();
    assert_eq!(difference(&changed, before), [], "{edits:?}");
    edits
}

#[test]
fn a_difference_is_as_small_as_what_was_changed() {
    for (before, after, edits) in [
        (r#""title":"A""#, r#""title":"A""#, &[][..]),
        (r#""title":"A""#, r#""title":"B""#, &["set title"]),
        (
            r#""x":1,"y":2"#,
            r#""x":1,"y":3,"z":4"#,
            &["set y", "set z"],
        ),
        (
            r#""themes":[{"id":"a"},{"id":"b"},{"id":"c"}]"#,
            r#""themes":[{"id":"c"},{"id":"a"},{"id":"b"}]"#,
            &["move c"],
        ),
        (
            r#""themes":[{"id":"a"},{"id":"b"}]"#,
            r#""themes":[{"id":"b","title":"B"},{"id":"d"}]"#,
            &["remove a", "set title", "insert d"],
        ),
        (
            r#""priorities":[{"id":"p","updates":[{"period":"2010/11 Q1","rating":"red"}]}]"#,
            r#""priorities":[{"id":"p","updates":[{"period":"2010/11 Q1","rating":"green","risks":[{"id":"r1"}]}]}]"#,
            &["set rating", "insert r1"],
        ),
        (
            r#""views":[{"name":"a"},{"screen":"b"}]"#,
            r#""views":[{"name":"a"},{"screen":"c"}]"#,
            &["set views"],
        ),
        (
            r#""programme":{"items":[{"id":"i"}],"x":1}"#,
            r#""programme":{"items":[{"id":"i","title":"T"}],"x":2}"#,
            &["set programme"],
        ),
        (
            r#""programme":{"items":[{"id":"i"}]}"#,
            r#""title":"T""#,
            &["remove i", "set title"],
        ),
    ] {
        let edits_found = leads_there(&workspace(before), &workspace(after));
        assert_eq!(words(&edits_found), edits, "{after}");
    }
}

#[test]
fn unknown_keys_get_the_order_that_they_have_in_the_other() {
    let before = workspace(r#""x":1,"y":2,"z":3"#);
    let after = workspace(r#""z":3,"x":1"#);
    let mut changed = before.clone();
    let edits = difference(&before, &after);
    apply_step(&mut changed, &Step::new("", edits)).unwrap();
    assert_eq!(changed, after);
}

fn themes() -> impl Strategy<Value = Workspace> {
    let ids: Vec<&str> = vec!["a", "b", "c", "d", "e", "f", "g"];
    let some = subsequence(ids, 0..=7).prop_shuffle();
    let titled = some.prop_flat_map(|ids| {
        let titles = prop::collection::vec(select(vec!["", "One", "Two"]), ids.len());
        (Just(ids), titles)
    });
    titled.prop_map(|(ids, titles)| {
        let themes = ids.iter().zip(titles);
        let themes = themes.map(|(id, title)| format!(r#"{{"id":"{id}","title":"{title}"}}"#));
        workspace(&format!(
            r#""themes":[{}]"#,
            themes.collect::<Vec<_>>().join(",")
        ))
    })
}

proptest! {
    #[test]
    fn the_difference_of_any_two_leads_from_one_to_the_other_and_back(
        before in themes(),
        after in themes(),
    ) {
        leads_there(&before, &after);
    }
}
