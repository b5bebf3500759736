#[expect(clippy::too_many_lines, reason = "the whole page is what is expected")]
mod hw_2a;
#[expect(clippy::too_many_lines, reason = "the whole page is what is expected")]
mod ln_1d;
#[expect(clippy::too_many_lines, reason = "the whole page is what is expected")]
mod tp_3b;

use crate::domain::kind::Kind;
use crate::report::tests::{printed, workspace};

fn page(inner: &str) -> String {
    printed(&workspace(inner), Kind::Priority, "p", 80)
}

#[test]
fn a_priority_about_which_nothing_is_known_says_what_is_missing() {
    insta::assert_snapshot!(page(r#""priorities":[{"id":"p","code":"LN-1d","title":"Vulnerable groups"}]"#), @r"
    LN-1d  Vulnerable groups

    not rated yet   direction not recorded   2010/11 Q2

    Overall assessment  ━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━
    No assessment for this period yet.

    Indicators  ━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━
    No indicators are aligned with it.

    Actions  ━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━
    No actions in this period's tracker.
    ");
}

const FULL: &str = r#""themes":[{"id":"ln","code":"LN","title":"Learning"}],
    "priorities":[
    {"id":"p","code":"HW-1d","former_codes":[{"code":"HW-2a","in":"2008/09"}],"theme":"ln","title":"Reduce teenage conception",
    "why":"Rates are above the national ones.","high_risk":true,"links_none_stated":true,"indicators":["ni-112","gone"],
    "updates":[
    {"period":"2008/09 Q4","rating":"green","direction":"static","rating_note":"On course."},
    {"period":"2010/11 Q1","rating":"amber","direction":"deteriorating"},
    {"period":"2010/11 Q2","rating":"red","direction":"improving","summary":"First.\n\nSecond.","rating_note":"Two bids failed.",
     "approvals":[{"role":"officer","by":["Sarah Sinclair"],"on":"2010-10-29"},{"role":"director","on":"2010-11-10"}]}]}],
    "indicators":[{"id":"ni-112","code":"NI 112","title":"Under 18 conception rate","unit":{"rate_per":1000},"polarity":"fall",
    "baselines":[{"id":"b","period":"1998","value":50.4}],
    "targets":[{"id":"t1","reported":"2010/11","value":45,"set_by":"the plan"},{"id":"t2","reported":"2010/11","value":47,"set_by":"the notice"}],
    "results":[{"id":"r","reported":"2010/11 Q2","period":"2009","value":46.5,"provisional":true,"text":"47.5 (677)"}]}],
    "actions":[
    {"id":"a1","priority":"p","trackers":["2010/11 Q2"],"group":"Prevention","title":"Train staff","timescale":{"text":"Sept 2010"},
     "milestones":[{"id":"m1","text":"Find a trainer","timescale":{"text":"Aug 2010"},"status":"completed"},{"id":"m2","text":"First course","timescale":{"text":"Sept 2010"},"status":"delayed"}],
     "progress":[{"period":"2010/11 Q2","status":"delayed","text":"No trainer yet.","next_steps":"Ask again."}]},
    {"id":"a2","priority":"p","trackers":["2010/11 Q1"],"title":"Look at data"}],
    "recommendations":[{"id":"jar-4","code":"JAR 4","text":"Act on rates.","routes":[{"id":"r1","kind":"direct","via":{"indicator":"ni-112"},"frequency":{"every":"annual"}}]}]"#;

#[test]
fn a_tracker_with_everything_reads_like_the_printed_one() {
    insta::assert_snapshot!(page(FULL), @"
    HW-1d  Reduce teenage conception

     R  red   + improving   2010/11 Q2   approved   ! high risk

    Theme        LN Learning
    Other codes  HW-2a in 2008/09
    Approved by  officer, Sarah Sinclair, 29 Oct 2010
                 director, 10 Nov 2010

    Why this is a priority  ━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━
    Rates are above the national ones.

    Overall assessment  ━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━
    First.

    Second.

    On the rating: Two bids failed.

    Indicators  2: 1 close  ━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━
    Code    Indicator                 Baseline  Target      Result  Verdict  Dir.
    NI 112  Under 18 conception rate  50.4 /1k  45 /1k  46.5 /1k p  close    +
    gone    not in this file

    + better, = as before, - worse than the figure before; p provisional

    - NI 112  Baseline: of 1998. Target: 45 /1k set by the plan for 2010/11: close
      to target. Target: 47 /1k set by the notice for 2010/11: target met. Result:
      47.5 (677), provisional. ! The record says 46.5.

    Actions  1: 1 overdue  ━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━

    Prevention  ────────────────────────────────────────────────────────────────────

    Train staff
      Status      delayed
      Due         Sept 2010   ! overdue since 30 Sep 2010
      Progress    No trainer yet.
      Next steps  Ask again.

          Milestone       Due        Status
      m1  Find a trainer  Aug 2010   completed
      m2  First course    Sept 2010  delayed

    Not carried forward  ───────────────────────────────────────────────────────────
    - Look at data, last in 2010/11 Q1

    Links and inspection  ━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━
    Links       the tracker states that there are none

    Recommendations that lean on it  1  ━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━
    Code   Recommendation  Route   Through  How often
    JAR 4  Act on rates.   direct  NI 112   annual

    Earlier trackers  ━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━
    Period      Rating     Direction        Code then  Note
    2010/11 Q1   A  amber  - deteriorating  HW-1d
    2008/09 Q4   G  green  = static         HW-2a      On course.
    ");
}

#[test]
fn a_past_period_is_shown_with_the_rating_and_code_of_then() {
    let workspace = workspace(FULL);
    let moment = crate::analysis::moment::Moment::new(
        &workspace,
        crate::domain::period::Period::read("2008/09 Q4"),
        None,
    );
    let index = crate::analysis::index::Index::new(&workspace);
    let page = super::priority_page(
        &workspace,
        &index,
        moment,
        workspace.priorities.get("p").unwrap(),
    );
    let text = crate::report::text::to_text(&page, 80, false, false);
    assert!(
        text.starts_with("HW-2a  Reduce teenage conception"),
        "{text}"
    );
    assert!(
        text.contains(" G  green   = static   2008/09 Q4   not approved"),
        "{text}"
    );
    assert!(!text.contains("Earlier trackers"), "{text}");
}

#[test]
fn a_tracker_that_serves_several_priorities_is_shown_with_each_and_names_the_other() {
    let text = page(
        r#""priorities":[{"id":"p","code":"LN-1e(ii)","title":"Early years"},
        {"id":"q","code":"LN-1e(i)","title":"Other","updates":[{"period":"2010/11 Q2","rating":"amber","summary":"Shared.","joint_with":["p"]}]}]"#,
    );
    assert!(text.contains("One tracker with  LN-1e(i)"), "{text}");
    assert!(
        text.contains(" A  amber") && text.contains("Shared."),
        "{text}"
    );
}

#[test]
fn a_rating_that_is_none_is_shown_as_it_stands() {
    let text = page(
        r#""priorities":[{"id":"p","title":"T","updates":[{"period":"2010/11 Q2","rating":"purple","direction":"sideways"}]}]"#,
    );
    assert!(
        text.contains("purple (not a rating)   sideways (not a direction)"),
        "{text}"
    );
}

#[test]
fn what_was_carried_on_and_not_looked_at_since_says_so_and_whose_status_it_has() {
    let action = |id: &str, trackers: &str, more: &str| {
        format!(
            r#"{{"id":"{id}","priority":"p","title":"Action {id}","trackers":[{trackers}]{more}}}"#
        )
    };
    let carried = r#""2010/11 Q1","2010/11 Q2""#;
    let actions = [
        // The status is older than the newest word of progress.
        action(
            "told",
            carried,
            r#","progress":[{"period":"2009/10 Q4","status":"on_track"},{"period":"2010/11 Q1","text":"Begun."}]"#,
        ),
        action("silent", carried, ""),
        action(
            "reviewed",
            carried,
            r#","progress":[{"period":"2010/11 Q2","status":"delayed"}]"#,
        ),
        action("new", r#""2010/11 Q2""#, ""),
    ];
    let shown = page(&format!(
        r#""priorities":[{{"id":"p","code":"LN-1d","title":"Vulnerable groups"}}],"actions":[{}]"#,
        actions.join(",")
    ));
    let (_, actions) = shown.split_once("\nActions  ").unwrap();
    insta::assert_snapshot!(actions, @"
    4: 2 without a status, 2 not reviewed yet  ━━━━━━━━━━━━━━━━━━━━━━━━━━━━

    Action told
      Status      not reviewed in 2010/11 Q2; on track in 2009/10 Q4
      Progress    (2010/11 Q1) Begun.

    Action silent
      Status      not reviewed in 2010/11 Q2

    Action reviewed
      Status      delayed

    Action new
      Nothing is recorded of it yet.
    ");
}
