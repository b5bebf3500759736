//! Records of which code and title are all there is to list.

use crate::analysis::naming::{code_of, title_of};
use crate::cli::desk::Desk;
use crate::cli::table::{Column, Table};
use crate::domain::id::RecordRef;

/// Code and title.
pub(super) fn table(desk: &Desk, records: &[RecordRef], _: Option<usize>) -> Table<'static> {
    let mut table = Table::new(&[Column::Left, Column::Title]);
    for record in records {
        table.row([
            code_of(&desk.workspace, record, desk.moment),
            title_of(&desk.workspace, record, desk.moment),
        ]);
    }
    table
}
