//! A run of figures in a cell or a few: enough to see where it goes.

/// The most points.
const RUN: usize = 6;

/// The newest points of a run, the lowest of them on the floor. One point alone says nothing.
pub(super) fn sparkline(run: &[f64], ascii: bool) -> String {
    let levels: &[char] = if ascii {
        &['_', '.', '-', '\'', '^']
    } else {
        &['▁', '▂', '▃', '▄', '▅', '▆', '▇', '█']
    };
    let points = run.get(run.len().saturating_sub(RUN)..).unwrap_or(run);
    let low = points.iter().copied().fold(f64::INFINITY, f64::min);
    let high = points.iter().copied().fold(f64::NEG_INFINITY, f64::max);
    if points.len() < 2 || !(high - low).is_finite() {
        return String::new();
    }
    let share = |value: &f64| {
        if high > low {
            (value - low) / (high - low)
        } else {
            0.5
        }
    };
    // The first level whose upper edge is not below the point.
    let steps = [0.5, 1.5, 2.5, 3.5, 4.5, 5.5, 6.5];
    let top = if ascii { 4.0 } else { 7.0 };
    let level = |value: &f64| {
        let height = share(value) * top;
        steps.iter().take_while(|edge| **edge < height).count()
    };
    points
        .iter()
        .filter_map(|value| levels.get(level(value)))
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_sparkline_has_its_lowest_point_on_the_floor_and_its_highest_at_the_top() {
        for (run, line) in [
            (&[1.0, 2.0, 8.0][..], "▁▂█"),
            (&[5.0, 5.0], "▄▄"),
            (&[1.0], ""),
            (&[], ""),
            (&[-3.0, -1.0], "▁█"),
        ] {
            assert_eq!(sparkline(run, false), line, "{run:?}");
        }
        assert!(sparkline(&[1.0, 2.0, 3.0], true).is_ascii());
    }
}
