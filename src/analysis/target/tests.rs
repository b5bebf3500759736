use proptest::prelude::*;

use super::{Change, DeadBand, Judgement, Target, Tolerance, Why, direction, headroom, judge};
use crate::domain::figure::FigureUnit;
use crate::domain::number::same;
use crate::domain::polarity::Polarity::{self, Fall, Range, Rise};

const FIVE_PERCENT: Tolerance = Tolerance::Percent(5.0);

fn judged(value: f64, target: f64, polarity: Polarity, tolerance: Tolerance) -> Judgement {
    judge(Some(value), &Target::of(target), Some(polarity), tolerance)
}

#[test]
fn results_of_the_papers_are_judged_as_the_papers_speak_of_them() {
    let rows = [
        // Paper 003, 2008/09 results against 2008/09 targets.
        ("NI 153, line 12", 27.3, 29.8, Fall, Judgement::Met),
        (
            "NI 187a, line 13, as 2009/10",
            6.63,
            5.85,
            Fall,
            Judgement::Missed,
        ),
        (
            "NI 117, line 293: the annual target was missed",
            9.5,
            8.9,
            Fall,
            Judgement::Missed,
        ),
        (
            "NI 45, line 294: exceeds",
            76.24,
            73.0,
            Rise,
            Judgement::Met,
        ),
        (
            "NI 148, line 295: not met",
            68.9,
            76.6,
            Rise,
            Judgement::Missed,
        ),
        ("NI 63, line 142", 71.3, 72.0, Rise, Judgement::Close),
        ("NI 66, line 143", 78.2, 80.0, Rise, Judgement::Close),
        ("NI 79, line 259", 68.0, 68.6, Rise, Judgement::Close),
        (
            "LSP-HW2b(i), line 224: not in line with the targets set",
            82.1,
            75.4,
            Fall,
            Judgement::Missed,
        ),
        // Paper 001, quarter 2 of 2010/11.
        ("NI 59, line 1234", 79.4, 80.0, Rise, Judgement::Close),
        ("NI 60, line 1235", 82.2, 85.0, Rise, Judgement::Close),
        ("NI 76, line 1595", 25.0, 15.0, Fall, Judgement::Missed),
        ("NI 94, line 1597", 84.0, 88.0, Rise, Judgement::Close),
    ];
    for (what, value, target, polarity, judgement) in rows {
        assert_eq!(
            judged(value, target, polarity, FIVE_PERCENT),
            judgement,
            "{what}"
        );
    }
}

#[test]
fn a_boundary_belongs_to_its_better_side() {
    let points = Tolerance::Points(2.0);
    let rows = [
        (80.0, 80.0, Rise, points, Judgement::Met),
        (0.1 + 0.2, 0.3, Fall, points, Judgement::Met), // 0.30000000000000004
        (78.0, 80.0, Rise, points, Judgement::Close),
        (77.999, 80.0, Rise, points, Judgement::Missed),
        (82.0, 80.0, Fall, points, Judgement::Close),
        (76.0, 80.0, Rise, FIVE_PERCENT, Judgement::Close),
        (75.999, 80.0, Rise, FIVE_PERCENT, Judgement::Missed),
        (
            0.0,
            0.3,
            Rise,
            Tolerance::Points(0.1 + 0.2),
            Judgement::Close,
        ),
        (
            0.0,
            0.1 + 0.2,
            Rise,
            Tolerance::Points(0.3),
            Judgement::Close,
        ), // the difference is dust, not zero
        (60.0, 80.0, Rise, Tolerance::Floor(60.0), Judgement::Close),
        (59.9, 80.0, Rise, Tolerance::Floor(60.0), Judgement::Missed),
        (12.0, 10.0, Fall, Tolerance::Floor(12.0), Judgement::Close), // a ceiling for fall
        (12.1, 10.0, Fall, Tolerance::Floor(12.0), Judgement::Missed),
        (
            79.0,
            80.0,
            Rise,
            Tolerance::Points(f64::INFINITY),
            Judgement::Missed,
        ), // no tolerance at all
        (
            79.0,
            80.0,
            Rise,
            Tolerance::Floor(f64::NEG_INFINITY),
            Judgement::Missed,
        ),
        (
            79.0,
            80.0,
            Rise,
            Tolerance::Percent(-5.0),
            Judgement::Missed,
        ),
        (79.0, 80.0, Rise, Tolerance::Floor(1e15), Judgement::Missed),
    ];
    for (value, target, polarity, tolerance, judgement) in rows {
        assert_eq!(
            judged(value, target, polarity, tolerance),
            judgement,
            "{value} of {target} {tolerance:?}"
        );
    }
}

#[test]
fn zero_and_negative_targets_work() {
    let rows = [
        (0.0, 0.0, Fall, FIVE_PERCENT, Judgement::Met), // NI 78: no schools below the floor, paper 001, line 1813
        (3.0, 0.0, Fall, FIVE_PERCENT, Judgement::Missed),
        (1.0, 0.0, Fall, Tolerance::Points(1.0), Judgement::Close),
        (-4.0, -5.0, Fall, FIVE_PERCENT, Judgement::Missed),
        (-6.0, -5.0, Fall, FIVE_PERCENT, Judgement::Met),
        (-5.2, -5.0, Rise, FIVE_PERCENT, Judgement::Close),
        (-4.8, -5.0, Fall, FIVE_PERCENT, Judgement::Close),
        (-5.3, -5.0, Rise, FIVE_PERCENT, Judgement::Missed),
    ];
    for (value, target, polarity, tolerance, judgement) in rows {
        assert_eq!(
            judged(value, target, polarity, tolerance),
            judgement,
            "{value} of {target} {polarity}"
        );
    }
}

#[test]
fn a_range_is_met_inside_its_band_and_close_beside_it() {
    let band = Target::band_of(10.0, 15.0);
    let around = Target {
        value: Some(12.5),
        width: Some(2.5),
        ..Target::default()
    };
    let rows = [
        (12.2, band, FIVE_PERCENT, Judgement::Met), // NI 65, paper 001, line 1238
        (10.0, band, FIVE_PERCENT, Judgement::Met),
        (15.0, around, FIVE_PERCENT, Judgement::Met),
        (9.5, band, FIVE_PERCENT, Judgement::Close),
        (9.4, band, FIVE_PERCENT, Judgement::Missed),
        (15.75, band, FIVE_PERCENT, Judgement::Close),
        (15.8, band, FIVE_PERCENT, Judgement::Missed),
        (9.375, around, FIVE_PERCENT, Judgement::Close), // 5 percent of 12.5
        (15.7, around, FIVE_PERCENT, Judgement::Missed),
        (17.0, band, Tolerance::Points(2.0), Judgement::Close),
        (8.0, band, Tolerance::Floor(8.0), Judgement::Close),
        (15.1, band, Tolerance::Floor(8.0), Judgement::Missed),
        (14.9, band, Tolerance::Floor(8.0), Judgement::Met),
    ];
    for (value, target, tolerance, judgement) in rows {
        assert_eq!(
            judge(Some(value), &target, Some(Range), tolerance),
            judgement,
            "{value} {tolerance:?}"
        );
    }
}

#[test]
fn without_what_it_needs_there_is_no_judgement_and_a_reason() {
    let nothing = Target::default();
    let lone = Target::of(12.5);
    let rows = [
        (None, lone, Some(Rise), Why::NoFigure),
        (Some(f64::NAN), lone, Some(Rise), Why::NoFigure),
        (Some(1.0), nothing, Some(Rise), Why::NoTarget),
        (Some(1.0), nothing, Some(Range), Why::NoTarget),
        (Some(12.2), lone, Some(Range), Why::NoBand), // NI 65 has a lone target, paper 001, line 1238
        (
            Some(12.2),
            Target {
                low: Some(10.0),
                ..nothing
            },
            Some(Range),
            Why::NoBand,
        ),
        (
            Some(12.2),
            Target::band_of(15.0, 10.0),
            Some(Range),
            Why::NoBand,
        ),
        (
            Some(12.2),
            Target {
                width: Some(-1.0),
                ..lone
            },
            Some(Range),
            Why::NoBand,
        ),
        (Some(1.0), lone, None, Why::NoPolarity),
    ];
    for (value, target, polarity, why) in rows {
        assert_eq!(
            judge(value, &target, polarity, FIVE_PERCENT),
            Judgement::None(why),
            "{target:?}"
        );
    }
}

#[test]
fn headroom_is_positive_when_good() {
    let band = Target::band_of(10.0, 15.0);
    let rows = [
        (76.24, Target::of(73.0), Rise, Some(3.24)),
        (9.5, Target::of(8.9), Fall, Some(-0.6)), // paper 003, line 298: missed by 0.6
        (12.0, band, Range, Some(0.0)),
        (9.0, band, Range, Some(-1.0)),
        (17.0, band, Range, Some(-2.0)),
        (12.0, Target::of(12.5), Range, None),
        (12.0, Target::default(), Rise, None),
        (12.0, band, Rise, Some(2.0)), // at least the lower end
        (12.0, band, Fall, Some(3.0)), // at most the upper end
    ];
    for (value, target, polarity, expected) in rows {
        let room = headroom(value, &target, polarity);
        let agrees = match (room, expected) {
            (Some(room), Some(expected)) => same(room, expected) || (room - expected).abs() < 1e-12,
            (room, expected) => room.is_none() && expected.is_none(),
        };
        assert!(agrees, "{value} {polarity}: {room:?}, not {expected:?}");
    }
    assert!(headroom(12.0, &band, Range).is_some_and(f64::is_sign_positive));
}

#[test]
fn a_direction_is_towards_or_away_from_what_is_good() {
    let point = DeadBand::for_unit(Some(&FigureUnit::Percent));
    let share = DeadBand::for_unit(None);
    let none = Target::default();
    let band = Target::band_of(10.0, 15.0);
    let rows = [
        (10.0, 9.5, Fall, none, point, Some(Change::Same)), // NI 117, paper 003, line 290: exactly half a point
        (9.1, 10.0, Fall, none, point, Some(Change::Worse)), // the same line, the year before
        (64.2, 71.4, Rise, none, point, Some(Change::Better)), // NI 63, paper 001, line 1089
        (86.8, 86.4, Rise, none, point, Some(Change::Same)),
        (1362.0, 1357.0, Fall, none, share, Some(Change::Same)), // LSP-HW2b(i)a, paper 001, line 1248: 0.37 percent
        (1362.0, 1281.0, Fall, none, share, Some(Change::Better)),
        (0.0, 0.001, Rise, none, share, Some(Change::Better)), // from zero
        (0.0, 0.0, Rise, none, share, Some(Change::Same)),
        (-10.0, -9.0, Rise, none, share, Some(Change::Better)),
        (17.5, 12.2, Range, band, point, Some(Change::Better)), // NI 65, paper 001, line 1238, with a band
        (12.2, 14.9, Range, band, point, Some(Change::Same)),   // inside the band either way
        (9.0, 16.0, Range, band, point, Some(Change::Same)),    // as far out on the other side
        (14.0, 8.0, Range, band, point, Some(Change::Worse)),
        (17.5, 12.2, Range, Target::of(12.5), point, None),
        (f64::NAN, 12.2, Rise, none, point, None),
    ];
    for (previous, current, polarity, band, dead_band, change) in rows {
        assert_eq!(
            direction(previous, current, polarity, &band, dead_band),
            change,
            "{previous} to {current}"
        );
    }
}

proptest! {
    #[test]
    fn a_result_with_headroom_is_met_and_more_tolerance_never_hurts(
        value in -1e6_f64..1e6, target in -1e6_f64..1e6, slack in 0.0_f64..100.0, more in 0.0_f64..100.0
    ) {
        for polarity in [Rise, Fall] {
            let room = headroom(value, &Target::of(target), polarity).unwrap();
            let tight = judged(value, target, polarity, Tolerance::Points(slack));
            let wide = judged(value, target, polarity, Tolerance::Points(slack + more));
            if room >= 0.0 {
                prop_assert_eq!(tight, Judgement::Met);
            }
            if tight != Judgement::Missed {
                prop_assert_eq!(wide, tight);
            }
        }
    }

    #[test]
    fn fall_is_rise_in_the_mirror(value in -1e6_f64..1e6, target in -1e6_f64..1e6, slack in 0.0_f64..50.0) {
        for tolerance in [Tolerance::Points(slack), Tolerance::Percent(slack)] {
            prop_assert_eq!(judged(value, target, Rise, tolerance), judged(-value, -target, Fall, tolerance));
        }
    }

    #[test]
    fn no_numbers_make_judging_fail(value in any::<f64>(), low in any::<f64>(), high in any::<f64>(), slack in any::<f64>()) {
        let target = Target { value: Some(low), low: Some(low), high: Some(high), width: Some(slack) };
        for polarity in Polarity::ALL.iter().copied() {
            for tolerance in [Tolerance::Points(slack), Tolerance::Percent(slack), Tolerance::Floor(slack)] {
                let _ = judge(Some(value), &target, Some(polarity), tolerance);
            }
            let _ = direction(value, high, polarity, &target, DeadBand::Percent(slack));
        }
    }
}
