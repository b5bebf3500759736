//! The reader of figures against every cell of the tables.

use scrutineer::domain::figure::Figure;
use scrutineer::domain::period::Period;

use super::differences::{Aspect, CELLS};
use super::rows_2008_q4::INDICATORS;
use super::{columns, same_figure};

#[test]
fn every_cell_of_the_paper_reads_as_its_figure() {
    let mut found = Vec::new();
    for row in INDICATORS {
        for (column, cell) in columns(row)
            .into_iter()
            .filter_map(|(column, cell)| Some((column, cell?)))
        {
            let read = Figure::read(cell.text);
            assert_eq!(read.text, cell.text);
            let aspects = [
                (Aspect::Value, same_figure(read.value, cell.value)),
                (
                    Aspect::Fraction,
                    same_figure(read.numerator, cell.numerator),
                ),
                (
                    Aspect::Fraction,
                    same_figure(read.denominator, cell.denominator),
                ),
                (Aspect::Count, same_figure(read.count, cell.count)),
                (
                    Aspect::Period,
                    read.period == cell.period.and_then(Period::read),
                ),
                (Aspect::Provisional, read.provisional == cell.provisional),
                // Words alone are a way of saying that there is no figure, and a figure is none.
                (Aspect::Text, read.missing.is_some() == cell.value.is_none()),
            ];
            let differ = aspects.into_iter().filter(|(_, agree)| !agree);
            found.extend(differ.map(|(aspect, _)| (row.line, column, aspect)));
        }
    }
    let known: Vec<_> = CELLS
        .iter()
        .map(|known| (known.line, known.column, known.aspect))
        .collect();
    assert_eq!(found, known);
}
