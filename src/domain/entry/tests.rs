use proptest::prelude::*;

use super::*;
use crate::domain::edit::{Anchor, ListPlace, Place};
use crate::domain::id::{Id, RecordRef};
use crate::domain::json::Json;
use crate::domain::kind::Kind;

fn entry(what: What, edits: Vec<Edit>, reverses: Reverses) -> Entry {
    Entry {
        seq: 7,
        time: Timestamp::read("2010-12-10T09:30:00.125Z").unwrap(),
        who: Who {
            user: "dcs".to_owned(),
            name: "Director of Children's Services".to_owned(),
            role: "director".to_owned(),
        },
        host: "desk".to_owned(),
        session: "5e55".to_owned(),
        what,
        cause: "key R".to_owned(),
        edits,
        reverses,
        prev: vec![Digest::new([1; 32])],
        hash: Digest::new([2; 32]),
    }
}

fn value() -> impl Strategy<Value = Json> {
    prop_oneof![
        ".*".prop_map(|text| Json::text(&text)),
        Just(Json::null()),
        Just(Json::parse(r#"{"a":[1.50,{"b":"\u00e9"}]}"#).unwrap()),
    ]
}

fn place() -> impl Strategy<Value = Place> {
    let members = prop::collection::vec((".*", ".*"), 0..3);
    (prop::sample::select(Kind::ALL), ".*", members).prop_map(|(kind, id, members)| Place {
        record: RecordRef::new(kind, &Id::new(&id)),
        members,
    })
}

fn list() -> impl Strategy<Value = ListPlace> {
    prop_oneof![
        prop::sample::select(Kind::ALL).prop_map(ListPlace::Records),
        (place(), ".*").prop_map(|(place, list)| ListPlace::Inside(place, list)),
    ]
}

fn anchor() -> impl Strategy<Value = Anchor> {
    prop::collection::vec(".*", 0..3).prop_map(Anchor)
}

fn edit() -> impl Strategy<Value = Edit> {
    let set = (
        place(),
        ".*",
        prop::option::of(value()),
        prop::option::of(value()),
    );
    let member = || (list(), ".*", value(), anchor());
    prop_oneof![
        set.prop_map(|(at, field, before, after)| Edit::Set {
            at,
            field,
            before,
            after
        }),
        member().prop_map(|(list, key, value, anchor)| Edit::Insert {
            list,
            key,
            value,
            anchor
        }),
        member().prop_map(|(list, key, value, anchor)| Edit::Remove {
            list,
            key,
            value,
            anchor
        }),
        (list(), ".*", anchor(), anchor()).prop_map(|(list, key, from, to)| Edit::Move {
            list,
            key,
            from,
            to
        }),
    ]
}

proptest! {
    #[test]
    fn any_entry_is_read_as_it_was_written_on_one_line(
        edits in prop::collection::vec(edit(), 0..4),
        ahead in prop::collection::vec(edit(), 0..3),
        sort in 0..5_usize,
    ) {
        let file = Digest::new([3; 32]);
        let what = match sort {
            0 => What::Step,
            1 => What::Opened { file, ahead },
            2 => What::Snapshot { file, holds: Digest::new([4; 32]) },
            3 => What::SnapshotDone {
                file,
                stamp: Some(FileStamp { inode: 1, size: 2, modified: (-3, 4) }),
            },
            _ => What::Outside { file, not_taken: edits.clone(), ahead },
        };
        let reverses = match sort {
            0 => Reverses::Redoes(vec![file]),
            1 => Reverses::Undoes(vec![file, file]),
            _ => Reverses::Nothing,
        };
        let entry = entry(what, edits, reverses);
        let line = entry.unhashed().unwrap();
        prop_assert!(!line.contains('\n'));
        prop_assert_eq!(Entry::read(&line, entry.hash).unwrap(), entry);
    }

    #[test]
    fn the_inverse_of_the_inverse_is_the_edit(edit in edit()) {
        prop_assert_eq!(edit.inverse().inverse(), edit);
    }
}

#[test]
fn a_line_says_who_did_what_in_keys_that_people_can_read() {
    let at = Place::record(Kind::Priority, &Id::new("ln-1d")).member("updates", "2010/11 Q2");
    let edit = Edit::Set {
        at,
        field: "rating".to_owned(),
        before: Some(Json::text("amber")),
        after: Some(Json::text("red")),
    };
    let one = "01".repeat(32);
    let line = entry(What::Step, vec![edit], Reverses::Nothing)
        .unhashed()
        .unwrap();
    assert_eq!(
        line,
        format!(
            r#"{{"seq":7,"time":"2010-12-10T09:30:00.125Z","who":{{"user":"dcs","name":"Director of Children's Services","role":"director"}},"host":"desk","session":"5e55","what":"step","cause":"key R","edits":[{{"edit":"set","record":"priority:ln-1d","in":["updates","2010/11 Q2"],"field":"rating","before":"amber","after":"red"}}],"prev":["{one}"]}}"#
        )
    );
}

#[test]
fn a_line_of_a_sort_that_is_not_known_is_an_error_and_unknown_keys_are_none() {
    let step = entry(What::Step, Vec::new(), Reverses::Nothing);
    let line = step.unhashed().unwrap();
    let later = line.replace("\"cause\"", "\"later\":{\"x\":[1]},\"cause\"");
    assert_eq!(Entry::read(&later, step.hash).unwrap(), step);
    for wrong in [
        line.replace("\"step\"", "\"merge\""),
        line.replace("\"step\"", "\"opened\""),
        line.replace("\"prev\"", "\"undoes\":[],\"was\""),
    ] {
        assert!(Entry::read(&wrong, step.hash).is_err(), "{wrong}");
    }
}
