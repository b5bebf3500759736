//! The sample that comes with the program: what Leeds published of its children's services.
//!
//! It is part of the program, so that it is there wherever the program is. Nobody works in it: what is
//! opened is a copy that the user named.

use crate::domain::workspace::Workspace;
use crate::store::format;

use super::error::{CliError, Kind};

/// The file as it lies among the sample data.
const TEXT: &str = include_str!("../../sample-data/leeds.json");

/// The sample.
pub(super) fn workspace() -> Result<Workspace, CliError> {
    format::read(TEXT.as_bytes()).map_err(|faults| {
        let first = faults.first().map(ToString::to_string).unwrap_or_default();
        CliError::new(
            Kind::Read,
            format!("the sample cannot be read: {first}"),
            "",
        )
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_sample_is_whole_and_written_as_it_lies_there() {
        let written = format::write(&workspace().unwrap()).unwrap();
        assert!(written == TEXT, "the copy would be another file");
    }
}
