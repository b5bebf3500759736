use super::*;
use crate::report::document::{Area, Mark, PlotColumn, Rule};

fn plot() -> Plot {
    let column = |middle: f64, year: &str| PlotColumn {
        middle,
        names: [year.to_owned(), year.get(2..).unwrap().to_owned()],
        group: String::new(),
    };
    let mark = |x: f64, y: f64, sign: Sign| Mark {
        at: (x, y),
        sign,
        tone: Tone::Strong,
    };
    Plot {
        levels: vec![
            (0.0, "70".to_owned()),
            (0.5, "80".to_owned()),
            (1.0, "90".to_owned()),
        ],
        columns: vec![column(0.25, "2008/09"), column(0.75, "2009/10")],
        areas: vec![Area {
            across: (0.5, 1.0),
            up: (0.5, 0.75),
        }],
        rules: vec![Rule {
            across: (0.5, 1.0),
            at: 0.75,
        }],
        lines: vec![vec![(0.25, 0.0), (0.75, 1.0)]],
        marks: vec![
            mark(0.25, 0.0, Sign::Result),
            mark(0.75, 1.0, Sign::Provisional),
        ],
        legend: vec![
            (Sign::Result, "result".to_owned()),
            (Sign::Target, "target".to_owned()),
        ],
    }
}

fn text_of(plot: &Plot, width: usize, ascii: bool) -> Vec<String> {
    draw(plot, width, ascii)
        .into_iter()
        .map(|(spans, _)| {
            spans
                .iter()
                .map(|span| span.text.as_str())
                .collect::<String>()
        })
        .map(|line| line.trim_end().to_owned())
        .collect()
}

#[test]
fn figures_stand_where_their_period_and_their_number_are() {
    let drawn = [text_of(&plot(), 40, false), text_of(&plot(), 40, true)];
    insta::assert_snapshot!(drawn.concat().join("\n"), @r"
    90 ┤                         ⣀⠤○
       │                  ━━━━━━━━━━━━━━━━━━
    80 ┤                  ⡠⠔⠊⠁░░░░░░░░░░░░░░
       │              ⣀⠤⠒⠉
       │          ⢀⡠⠔⠊
    70 ┤         ●⠁
       └────────────────────────────────────
              2008/09           2009/10
        ● result   ━ target
    90 +                         ..o
       |                  ==================
    80 +                  ....::::::::::::::
       |              ....
       |          ....
    70 +         *.
       +------------------------------------
              2008/09           2009/10
        * result   = target
    ");
}
