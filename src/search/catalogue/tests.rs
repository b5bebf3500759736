//! What a catalogue finds of a workspace.

use std::sync::LazyLock;

use serde_json::Value;

use super::texts::with_fields;
use super::*;
use crate::analysis::index::Index;
use crate::domain::entry::Who;
use crate::domain::id::Id;
use crate::domain::period::Period;
use crate::store::format;

const SAMPLE: &str = include_str!("../../../sample-data/leeds.json");

/// Keys of texts that are no words of the record: references, choices, dates, where it was read.
const NO_WORDS: &[&str] = &[
    "adds",
    "approved",
    "at",
    "board",
    "boards",
    "concerns",
    "covers",
    "coverage",
    "current_period",
    "dates",
    "decision",
    "direction",
    "every",
    "expected",
    "finding",
    "frequency",
    "from",
    "id",
    "in",
    "indicator",
    "indicators",
    "inquiry",
    "joint_with",
    "level",
    "made",
    "meeting",
    "monitor",
    "number",
    "on",
    "part_of",
    "period",
    "plan",
    "polarity",
    "priority",
    "rating",
    "recommendations",
    "reported",
    "retired_from",
    "review_again",
    "reviewed",
    "role",
    "source",
    "status",
    "strength",
    "theme",
    "to",
    "trackers",
    "unit",
    "urgency",
];

static NOBODY: LazyLock<Who> = LazyLock::new(Who::default);

fn sample() -> Workspace {
    format::read(SAMPLE.as_bytes()).unwrap()
}

fn moment(workspace: &Workspace, period: &str) -> Moment {
    Moment::new(workspace, Period::read(period), None)
}

/// What a query finds, best first.
fn found(workspace: &Workspace, at: Moment, query: &str) -> Vec<String> {
    let catalogue = Catalogue::new(workspace, at);
    let index = Index::new(workspace);
    let asked = Asked {
        workspace,
        index: &index,
        moment: at,
        who: &NOBODY,
    };
    let found = catalogue.find(query, &asked, usize::MAX);
    assert_eq!(found.trouble, None, "{query}");
    let hits = found.hits.into_iter();
    hits.map(|hit| hit.record.to_string()).collect()
}

/// The words of a record in the file. Under `meets`, boards have days and monitors have words.
fn words<'a>(value: &'a Value, kind: Kind, into: &mut Vec<&'a str>) {
    match value {
        Value::String(text) => into.push(text),
        Value::Array(values) => values.iter().for_each(|value| words(value, kind, into)),
        Value::Object(members) => {
            for (key, value) in members {
                let days = key == "meets" && kind == Kind::Board;
                // A monitor's kind is a word of its own, that of anything else a choice.
                let choice = key == "kind" && kind != Kind::Monitor;
                let frequency = key == "frequency" && value.is_object();
                if frequency || !days && !choice && !NO_WORDS.contains(&key.as_str()) {
                    words(value, kind, into);
                }
            }
        }
        _ => {}
    }
}

#[test]
fn every_text_of_every_record_can_be_found() {
    let workspace = sample();
    let at = moment(&workspace, "2010/11 Q2");
    let json: Value = serde_json::from_str(SAMPLE).unwrap();
    let mut looked_at = 0;
    for kind in FOUND {
        let Some(records) = json.pointer(Workspace::pointer(*kind)) else {
            continue;
        };
        for value in records.as_array().unwrap() {
            let record = RecordRef::new(*kind, &Id::new(value["id"].as_str().unwrap()));
            let texts = with_fields(&workspace, at, &record, |fields| {
                let texts = fields.iter().map(|field| field.text.to_owned());
                texts.collect::<Vec<_>>()
            });
            let texts = texts.unwrap();
            let mut wanted = Vec::new();
            words(value, *kind, &mut wanted);
            for text in wanted {
                assert!(texts.iter().any(|known| known == text), "{record}: {text}");
                looked_at += 1;
            }
        }
    }
    assert!(looked_at > 1_500, "only {looked_at} texts were looked at");
}

#[test]
fn a_record_is_found_by_its_code_of_then_and_by_that_of_now() {
    let workspace = sample();
    for (period, query) in [
        ("2010/11 Q2", "hw-1d"),
        ("2010/11 Q2", "hw-2a"),
        ("2008/09 Q4", "hw-2a"),
        ("2008/09 Q4", "hw-1d"),
    ] {
        let hits = found(&workspace, moment(&workspace, period), query);
        assert_eq!(
            hits[0], "priority:teenage-conception",
            "{query} in {period}"
        );
    }
    // HW-3a names another priority in each of the two years.
    for (period, priority) in [
        ("2010/11 Q2", "priority:safeguarding-vulnerable"),
        ("2008/09 Q4", "priority:mental-health-disability"),
    ] {
        let hits = found(&workspace, moment(&workspace, period), "hw-3a");
        assert_eq!(hits[0], priority, "{period}");
    }
}

#[test]
fn a_renewed_catalogue_finds_what_a_new_one_finds() {
    let workspace = sample();
    let (now, then) = (
        moment(&workspace, "2010/11 Q2"),
        moment(&workspace, "2008/09 Q4"),
    );
    let catalogue = Catalogue::new(&workspace, now);
    let mut changed = workspace.clone();
    let mut actions: Vec<_> = workspace.actions.iter().map(|it| (**it).clone()).collect();
    actions.remove(3);
    actions[0].title = "Something else altogether".to_owned();
    changed.actions = crate::domain::records::Records::new(actions);
    assert!(catalogue.is_of(&workspace, now));
    assert!(!catalogue.is_of(&workspace, then) && !catalogue.is_of(&changed, now));
    let index = Index::new(&changed);
    for at in [now, then] {
        let asked = Asked {
            workspace: &changed,
            index: &index,
            moment: at,
            who: &NOBODY,
        };
        let renewed = catalogue.renewed(&changed, at);
        assert!(renewed.is_of(&changed, at));
        for query in [
            "altogether",
            "hw-2a",
            "kind:action",
            "poverty",
            "attendence",
        ] {
            let fresh = Catalogue::new(&changed, at).find(query, &asked, 99);
            let hits = renewed.find(query, &asked, 99);
            assert_eq!(hits.hits, fresh.hits, "{query}");
        }
    }
}

/// The records that a query finds, by kind.
fn kinds(query: &str) -> Vec<(&'static str, usize)> {
    let workspace = sample();
    let hits = found(&workspace, moment(&workspace, "2010/11 Q2"), query);
    let of = |kind: &Kind| {
        let count = hits
            .iter()
            .filter(|hit| RecordRef::read(hit).is_some_and(|record| record.kind == *kind));
        (kind.word(), count.count())
    };
    FOUND
        .iter()
        .map(of)
        .filter(|(_, count)| *count > 0)
        .collect()
}

#[test]
fn fields_narrow_to_the_records_of_the_papers() {
    // Paper 001: five tracked recommendations were drafted or confirmed as stage 4, the coverage is NA for
    // JAR 10, APA 7 has an indirect route only, and four priorities of the quarter were rated.
    let cases: [(&str, &[(&str, usize)]); 10] = [
        ("kind:priority rating:red", &[("priority", 2)]),
        ("kind:prio rating:am", &[("priority", 2)]),
        (
            "code:jar* coverage:not_applicable",
            &[("recommendation", 1)],
        ),
        ("code:apa* coverage:indirect", &[("recommendation", 1)]),
        ("stage:4", &[("recommendation", 5)]),
        ("kind:item due:2011-03", &[("item", 6)]),
        ("kind:decision due:<=2010-12", &[("decision", 2)]),
        ("kind:highlight period:2007/08 Q4", &[("highlight", 5)]),
        ("kind:judgement updated:2010-12", &[("judgement", 4)]),
        ("kind:theme,board", &[("board", 4), ("theme", 4)]),
    ];
    for (query, counts) in cases {
        assert_eq!(kinds(query), counts, "{query}");
    }
}

#[test]
fn none_finds_what_lacks_a_value_and_not_what_never_has_one() {
    for (query, only) in [
        ("rating:none", &["priority", "recommendation"] as &[&str]),
        ("direction:none", &["priority"]),
        ("stage:none", &["recommendation"]),
        ("coverage:none", &["recommendation"]),
        ("quality:none", &["indicator"]),
        ("status:none", &["indicator", "action"]),
        ("overdue:no", &["priority", "action", "recommendation"]),
    ] {
        let kinds: Vec<&str> = kinds(query).into_iter().map(|(kind, _)| kind).collect();
        assert_eq!(kinds, only, "{query}");
    }
}

#[test]
fn a_value_that_the_workspace_does_not_have_is_an_error_that_names_the_nearest() {
    let workspace = sample();
    let catalogue = Catalogue::new(&workspace, moment(&workspace, "2010/11 Q2"));
    for (query, said) in [
        ("theme:LM", "“LM” is no theme; did you mean “LN”?"),
        (
            "board:childern",
            "“childern” is no board; did you mean “children”?",
        ),
        ("stage:7", "“7” is no stage; did you mean “1”?"),
        (
            "x due:soon y",
            "due: cannot read “soon”; it takes a day, month or period: 2010-12-31, 2010-12, 2010/11, 2010/11 Q2, this",
        ),
        (
            "coverage:indrect",
            "“indrect” is no coverage; did you mean “indirect”?",
        ),
        (
            "updatd:2010",
            "there is no field “updatd”; did you mean “updated”?",
        ),
        ("rating:<red", "“rating” cannot be compared with < or >"),
    ] {
        assert_eq!(
            catalogue.parse(query).unwrap_err().to_string(),
            said,
            "{query}"
        );
    }
}

mod properties {
    use proptest::prelude::*;

    use super::*;

    static WORKSPACE: LazyLock<Workspace> = LazyLock::new(sample);
    static CATALOGUE: LazyLock<Catalogue> =
        LazyLock::new(|| Catalogue::new(&WORKSPACE, moment(&WORKSPACE, "2010/11 Q2")));
    static INDEX: LazyLock<Index> = LazyLock::new(|| Index::new(&WORKSPACE));

    fn asked() -> Asked<'static> {
        Asked {
            workspace: &WORKSPACE,
            index: &INDEX,
            moment: moment(&WORKSPACE, "2010/11 Q2"),
            who: &NOBODY,
        }
    }

    fn hits(query: &str) -> Vec<String> {
        let found = CATALOGUE.find(query, &asked(), usize::MAX);
        let hits = found.hits.into_iter();
        hits.map(|hit| hit.record.to_string()).collect()
    }

    fn word() -> impl Strategy<Value = &'static str> {
        prop::sample::select(vec![
            "looked",
            "children",
            "attendence",
            "govern",
            "lac",
            "poverty",
            "school",
            "traficking",
            "neet",
            "budget",
            "zzzz",
            "tnpreg",
        ])
    }

    fn filter() -> impl Strategy<Value = &'static str> {
        prop::sample::select(vec![
            "kind:rec",
            "rating:red",
            "theme:LN",
            "stage:3..5",
            "coverage:none",
            "due:<2011",
            "updated:>=2010-09",
            "period:2010/11 Q2",
            "overdue:yes",
            "board:children",
            "officer:pct",
            "!kind:action",
            "code:NI*",
            "quality:concerns",
        ])
    }

    proptest! {
        #![proptest_config(ProptestConfig { cases: 48, failure_persistence: None, ..ProptestConfig::default() })]

        #[test]
        fn a_filter_only_takes_rows_away_and_never_reorders(
            words in prop::collection::vec(word(), 0..3),
            filter in filter(),
        ) {
            let query = words.join(" ");
            let narrowed = hits(&format!("{query} {filter}"));
            if words.is_empty() {
                prop_assert!(narrowed.len() <= CATALOGUE.records().len());
            } else {
                let all = hits(&query);
                let kept: Vec<_> = all.into_iter().filter(|hit| narrowed.contains(hit)).collect();
                prop_assert_eq!(narrowed, kept);
            }
        }

        #[test]
        fn order_and_blanks_never_reorder(words in prop::collection::vec(word(), 1..4), filter in filter()) {
            let query = format!("{} {filter}", words.join(" "));
            let mut turned = words;
            turned.reverse();
            let other = format!("  {filter}   {} ", turned.join("  "));
            prop_assert_eq!(hits(&query), hits(&other));
        }

        #[test]
        fn any_text_is_understood_or_told_what_is_wrong_with_it(
            typed in prop_oneof!["[a-z:<>=.,*\"' é|!^$0-9/-]{0,30}", any::<String>()],
            cursor in 0_usize..40,
        ) {
            let _ = CATALOGUE.parse(&typed);
            let _ = CATALOGUE.parse_so_far(&typed);
            let cursor = typed.floor_char_boundary(cursor.min(typed.len()));
            let assist = CATALOGUE.assist(&typed, cursor);
            prop_assert!(typed.get(assist.range.clone()).is_some(), "{:?} {:?}", typed, assist.range);
            for option in &assist.options {
                let mut taken = typed.clone();
                taken.replace_range(assist.range.clone(), &option.insert);
            }
        }
    }
}
