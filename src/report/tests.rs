use super::*;
use crate::domain::id::Id;
use crate::store::format::read;
use layout::lines;

/// The workspace that comes with the program.
pub(super) fn sample() -> Workspace {
    read(include_bytes!("../../tests/data/trackers-2008-q4.json")).unwrap()
}

/// A workspace from the inner part of a file.
pub(super) fn workspace(inner: &str) -> Workspace {
    read(format!(r#"{{"format":"scrutineer/1","current_period":"2010/11 Q2","as_of":"2010-11-10",{inner}}}"#).as_bytes()).unwrap()
}

/// A page as plain text, at the present moment of its workspace.
pub(crate) fn printed(workspace: &Workspace, kind: Kind, id: &str, width: usize) -> String {
    let index = Index::new(workspace);
    let moment = Moment::new(workspace, None, None);
    let page = page(
        workspace,
        &index,
        moment,
        &RecordRef::new(kind, &Id::new(id)),
    )
    .unwrap();
    text::to_text(&page, width, false, false)
}

#[test]
fn a_record_that_is_not_there_has_no_page_and_the_workspace_has_none() {
    let workspace = sample();
    let index = Index::new(&workspace);
    let moment = Moment::new(&workspace, None, None);
    for (kind, id) in [
        (Kind::Priority, "nothing"),
        (Kind::Board, "nowhere"),
        (Kind::Workspace, ""),
    ] {
        assert_eq!(
            page(
                &workspace,
                &index,
                moment,
                &RecordRef::new(kind, &Id::new(id))
            ),
            None
        );
    }
}

#[test]
fn every_page_of_the_sample_fits_every_width() {
    let workspace = sample();
    let index = Index::new(&workspace);
    let moment = Moment::new(&workspace, None, None);
    for kind in [Kind::Priority, Kind::Indicator, Kind::Action, Kind::Theme] {
        let records = workspace.records(kind).unwrap();
        for id in (0..records.len()).filter_map(|place| records.key_at(place)) {
            let page = page(
                &workspace,
                &index,
                moment,
                &RecordRef::new(kind, &Id::new(id)),
            )
            .unwrap();
            for width in [0, 1, 2, 5, 13, 20, 40, 60, 80, 100, 140, 300] {
                for line in lines(&page, width, true) {
                    assert!(
                        crate::text::width(&line.text()) <= width,
                        "{id} at {width}: {:?}",
                        line.text()
                    );
                }
            }
        }
    }
}

#[test]
fn every_heading_of_a_page_has_an_anchor_of_its_own() {
    let workspace = sample();
    let index = Index::new(&workspace);
    let moment = Moment::new(&workspace, None, None);
    let record = RecordRef::new(Kind::Priority, &Id::new("teenage-conception"));
    let page = page(&workspace, &index, moment, &record).unwrap();
    let anchors: Vec<&str> = page
        .blocks
        .iter()
        .filter_map(|block| match block {
            document::Block::Heading(heading) => Some(heading.anchor.as_str()),
            _ => None,
        })
        .collect();
    let unique: std::collections::HashSet<&str> = anchors.iter().copied().collect();
    assert!(anchors.len() > 20);
    assert_eq!(anchors.len(), unique.len());
}

#[test]
fn a_theme_lists_its_priorities_with_how_they_stand() {
    insta::assert_snapshot!(printed(&sample(), Kind::Theme, "tp", 80), @r"
    TP  Thriving places

    Plan        Leeds Strategic Plan
    Period      2008/09 Q4

    Priorities  2  ━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━
    Code   Priority                                Rating     Indicators
    TP-3b  Reduce the number of children in         A  amber  1 met 1 close 4 missed
           poverty
    TP-3c  Develop extended services, using sites   A  amber  1 met
           across the city, to improve support to
           children, families and communities

    Sources and notes  ━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━
    Sources     paper 001, line 700
    ");
}

#[test]
fn an_action_shows_its_dates_milestones_and_what_every_tracker_said() {
    insta::assert_snapshot!(printed(&sample(), Kind::Action, "reduce-neet", 80), @r"
    Bring down the number of NEET young people

    Status       not recorded
    Due          next milestone 30 Sep 2009
    Priority     LN-1d  Increase the proportion of vulnerable groups engaged in
                 education, training or employment
    In trackers  2008/09 Q4

    Milestones  6  ━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━
        Milestone                                    Due            Officer
    m1  Review the NEET Strategy Group's members     January 2010   Head of IYSS
        and leadership
    m2  Recommission Connexions: all new contracts   April 2010     Head of IYSS
        in place
    m3  Plan post-16 places and funding by wedge,    December 2009  Head of 14-19
        from data                                                   Strategy
    m4  Sound data on NEET and on the 'not known'    Sept 2009      Service
                                                                    Development…
    m5  Wedge leadership teams commission local      Sept 2009      Locality
        work on NEET                                                Enablers
    m6  CYPSC and YOS work closely, to build on
        YOS's success

    Progress  ━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━

    2008/09 Q4
      Progress    NEET rose from 9.1% to 10%, then fell to 9.5%, missing the target
                  by 0.6%. Strategy and school target groups are set up; Prospects
                  holds the £10.295m contract and £9.2m more is being procured.
      Next steps  Six steps.
      Risks       The IYSS Board may not agree before Jan 2010, and recommissioning
                  may change little. Local models may come slowly, data be unclear
                  and contracts inflexible.
      Reviewed    31 Mar 2009
      Source      paper 003, line 298

    Sources and notes  ━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━
    Sources     paper 003, line 298
    ");
}

const MOVED: &str = r#""actions":[{"id":"draft","title":"Draft the plan","trackers":["2010/11 Q1"],
    "timescale":{"text":"July 2010","was":[{"text":"May 2010","on":"2010-05-20","why":"no data"}]},
    "progress":[{"period":"2010/11 Q1","status":"delayed","text":"Begun."}]}]"#;

#[test]
fn an_action_keeps_the_dates_it_had_and_says_since_when_it_is_late() {
    insta::assert_snapshot!(printed(&workspace(MOVED), Kind::Action, "draft", 80), @r"
    Draft the plan

    Status       not reviewed in 2010/11 Q2; delayed in 2010/11 Q1
    Due          July 2010   ! overdue since 31 Jul 2010
    Due before   May 2010, moved on 20 May 2010: no data
    Moved        once, 61 days in all
    In trackers  2010/11 Q1

    Progress  ━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━

    2010/11 Q1
      Status      delayed
      Progress    Begun.
    ");
}

const ASKED: &str = r#""priorities":[{"id":"p","code":"LN-1d","title":"Vulnerable groups","updates":[{"period":"2010/11 Q2","rating":"red"}]}],
    "monitors":[{"id":"m","kind":"group","title":"Improvement group"}],
    "recommendations":[{"id":"jar-4","code":"JAR 4","heading":"Contact with young people","text":"Keep in touch with all of them.",
    "asked_by":"Joint Area Review 2008","made":"2008-05-06","due":{"text":"November 2008"},
    "routes":[{"id":"r1","kind":"direct","via":{"priority":"p"},"frequency":{"every":"quarterly"}},
              {"id":"r2","kind":"indirect","via":{"monitor":"m"},"frequency":{"text":"when it meets"}},
              {"id":"r3","kind":"indirect","via":{"indicator":"gone"}}],
    "response":{"decision":"accepted","text":"Agreed."},"rating":"amber",
    "updates":[{"id":"u1","at":"2009-06","text":"Begun."},{"id":"u2","at":"2010-06","text":"Going well.","draft_stage":[2,4]}]}]"#;

#[test]
fn a_recommendation_shows_its_answer_its_routes_and_what_happened_newest_first() {
    insta::assert_snapshot!(printed(&workspace(ASKED), Kind::Recommendation, "jar-4", 80), @"
    JAR 4  Contact with young people

     A  amber   no stage confirmed yet   ! draft of the adviser: 2 (achieved) or 4
    (acceptable)

    Asked by    Joint Area Review 2008
    Made        6 May 2008
    Due         November 2008
    Coverage    direct

    Recommendation  ━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━
    Keep in touch with all of them.

    Response  accepted  ━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━
    Agreed.

    How it is monitored  ━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━
    Route     Through  Title              Stands   Reported
    direct    LN-1d    Vulnerable groups   R  red  quarterly, last for 2010/11 Q2
    indirect           Improvement group           when it meets
    indirect  gone     not in this file

    Updates  ━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━

    2010-06   stage 2 or 4 proposed
      Going well.

    2009-06
      Begun.
    ");
}
