use super::*;
use crate::report::text::to_text;
use crate::store::format::read;

fn page(id: &str, width: usize, ascii: bool) -> String {
    let workspace = read(include_bytes!("../../../sample-data/leeds.json")).unwrap();
    let moment = Moment::new(&workspace, None, None);
    let indicator = workspace.indicators.get(id).unwrap();
    to_text(
        &chart_page(&workspace, moment, indicator),
        width,
        ascii,
        false,
    )
}

#[test]
fn the_chart_of_the_notice_shows_years_and_months() {
    insta::assert_snapshot!(page("ni-59", 76, false));
    insta::assert_snapshot!(page("ni-59", 36, true));
}

#[test]
fn a_chart_shows_targets_to_fall_to_with_what_is_close() {
    insta::assert_snapshot!(page("ni-187a", 76, false));
}

#[test]
fn an_indicator_without_figures_says_that_there_is_nothing_to_draw() {
    let page = page("ni-87", 76, false);
    assert!(page.contains("nothing to draw"), "{page}");
}

#[test]
fn every_chart_of_the_sample_fits_any_width() {
    let workspace = read(include_bytes!("../../../sample-data/leeds.json")).unwrap();
    let moment = Moment::new(&workspace, None, None);
    for indicator in &workspace.indicators {
        let document = chart_page(&workspace, moment, indicator);
        for width in [1, 8, 20, 38, 57, 78, 104, 198] {
            for line in to_text(&document, width, width > 50, false).lines() {
                assert!(crate::text::width(line) <= width, "{width}: {line}");
            }
        }
    }
}
