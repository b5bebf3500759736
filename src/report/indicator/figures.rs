//! All figures of an indicator, by period.

use crate::domain::indicator::{DataQuality, Indicator, reported, spoken_of};
use crate::domain::number::Number;
use crate::domain::period::Period;
use crate::domain::record::Rest;
use crate::domain::stated::Stated;
use crate::report::dates::stated_period;
use crate::report::document::{Column, Document, Row, Span};
use crate::report::figures::{figure_spans, number_text, published};
use crate::report::provenance::sources_text;
use crate::report::tracker::quality;

/// One figure, whichever list it stands in.
struct Line {
    /// By the column it was published under, then baseline, target, result, forecast. What is
    /// undated comes first, as an undated baseline is where all began.
    order: (Option<Period>, u8),
    cells: Vec<Vec<Span>>,
}

/// Adds baselines, targets, results and forecasts as one table.
pub(super) fn add(document: &mut Document, indicator: &Indicator) {
    let mut lines = Vec::new();
    lines.extend(baselines(indicator));
    lines.extend(targets(indicator));
    lines.extend(results(indicator));
    lines.extend(forecasts(indicator));
    lines.sort_by_key(|line| line.order);
    document.section("Figures", "");
    if lines.is_empty() {
        document.absence("No figures yet.");
        return;
    }
    let columns = vec![
        Column::fixed("Period"),
        Column::fixed("Reported").keep(40),
        Column::fixed("What"),
        Column::figures("Figure"),
        Column::words("Details").keep(60),
        Column::words("Source").keep(10),
    ];
    document.table(
        columns,
        lines
            .into_iter()
            .map(|line| Row {
                cells: line.cells,
                record: None,
            })
            .collect(),
    );
}

fn baselines(indicator: &Indicator) -> impl Iterator<Item = Line> {
    indicator.baselines.iter().map(|figure| {
        let mut details = Details::new(figure.value, &figure.text);
        details.counted(figure.numerator, figure.denominator);
        details.say(&figure.breakdown);
        line(
            indicator,
            0,
            (&figure.reported, &figure.period),
            ("baseline", figure.value, &figure.text),
            details,
            &figure.rest,
        )
    })
}

fn targets(indicator: &Indicator) -> impl Iterator<Item = Line> {
    indicator.targets.iter().map(|figure| {
        let mut details = Details::new(figure.value, &figure.text);
        if !figure.set_by.is_empty() {
            details.say(&format!("set by {}", figure.set_by));
        }
        let number = |number: Number| number_text(number.get());
        match (figure.low, figure.high, figure.width) {
            (Some(low), Some(high), _) => {
                details.say(&format!("band {} to {}", number(low), number(high)));
            }
            (Some(low), None, _) => details.say(&format!("at least {}", number(low))),
            (None, Some(high), _) => details.say(&format!("at most {}", number(high))),
            (None, None, Some(width)) => {
                details.say(&format!("band {} on either side", number(width)));
            }
            (None, None, None) => {}
        }
        if let Some(tolerance) = &figure.tolerance {
            details.say(&format!("tolerance {}", super::tolerance_words(tolerance)));
        }
        if !figure.change_from.is_empty() {
            details.say(&format!("a change from {}", figure.change_from));
        }
        details.provisional(figure.provisional);
        details.say(&figure.breakdown);
        line(
            indicator,
            1,
            (&figure.reported, &figure.period),
            ("target", figure.value, &figure.text),
            details,
            &figure.rest,
        )
    })
}

fn results(indicator: &Indicator) -> impl Iterator<Item = Line> {
    indicator.results.iter().map(|figure| {
        let mut details = Details::new(figure.value, &figure.text);
        details.counted(figure.numerator, figure.denominator);
        details.provisional(figure.provisional);
        details.say(&figure.breakdown);
        details.quality(figure.data_quality.as_ref());
        line(
            indicator,
            2,
            (&figure.reported, &figure.period),
            ("result", figure.value, &figure.text),
            details,
            &figure.rest,
        )
    })
}

fn forecasts(indicator: &Indicator) -> impl Iterator<Item = Line> {
    indicator.forecasts.iter().map(|figure| {
        let mut details = Details::new(figure.value, &figure.text);
        if !figure.made.is_empty() {
            details.say(&format!("made in {}", stated_period(&figure.made)));
        }
        let period = (&figure.period, &figure.period);
        line(
            indicator,
            3,
            period,
            ("forecast", figure.value, &figure.text),
            details,
            &figure.rest,
        )
    })
}

fn line(
    indicator: &Indicator,
    kind: u8,
    (under, of): (&Stated<Period>, &Stated<Period>),
    (what, value, words): (&str, Option<Number>, &str),
    mut details: Details,
    rest: &Rest,
) -> Line {
    details.say(rest.note());
    let column = reported(under, of);
    let spoken = stated_period(spoken_of(under, of));
    let elsewhere = stated_period(column) != spoken;
    let spoken = if spoken.is_empty() {
        "undated".to_owned()
    } else {
        spoken
    };
    // Words of any length stand under the details.
    let figure = if value.is_none() {
        vec![Span::dim(if words.is_empty() { "none" } else { "-" })]
    } else {
        figure_spans(value, indicator.unit.as_ref(), "")
    };
    let cells = vec![
        vec![Span::plain(spoken)],
        vec![Span::dim(if elsewhere {
            stated_period(column)
        } else {
            String::new()
        })],
        vec![Span::plain(what)],
        figure,
        details.spans,
        vec![Span::dim(sources_text(rest.source().iter()))],
    ];
    Line {
        order: (column.read(), kind),
        cells,
    }
}

/// What stands beside a figure.
struct Details {
    spans: Vec<Span>,
}

impl Details {
    /// Begins with what was published, where it says more than the number.
    fn new(value: Option<Number>, words: &str) -> Self {
        let mut details = Self { spans: Vec::new() };
        match value {
            None => details.say(words),
            Some(_) => details.say(
                &published(value, words)
                    .map(|words| format!("published as {words}"))
                    .unwrap_or_default(),
            ),
        }
        details
    }

    fn push(&mut self, span: Span) {
        if !self.spans.is_empty() {
            self.spans.push(Span::plain("; "));
        }
        self.spans.push(span);
    }

    fn say(&mut self, words: &str) {
        let words = words.trim().trim_end_matches('.');
        if !words.is_empty() {
            self.push(Span::plain(words));
        }
    }

    /// What was counted, unless the published words say it.
    fn counted(&mut self, numerator: Option<Number>, denominator: Option<Number>) {
        let (Some(part), Some(whole)) = (numerator, denominator) else {
            return;
        };
        let said = self
            .spans
            .iter()
            .any(|span| span.text.contains(&format!("{part}/{whole}")));
        if !said {
            self.say(&format!(
                "{} of {}",
                number_text(part.get()),
                number_text(whole.get())
            ));
        }
    }

    fn provisional(&mut self, provisional: Option<bool>) {
        if provisional == Some(true) {
            self.push(Span::mark("provisional"));
        }
    }

    fn quality(&mut self, data: Option<&DataQuality>) {
        let Some(data) = data else { return };
        if let Some(level) = data
            .level
            .as_ref()
            .and_then(crate::domain::choice::Choice::known)
        {
            let span = quality(level);
            self.push(Span::new(format!("data: {}", span.text), span.tone));
        }
        self.say(data.rest.note());
    }
}
