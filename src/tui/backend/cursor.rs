//! Where the terminal's cursor is, and the shortest way to another place.

use std::io::Write;

/// What is known of the cursor. The column equals the width while a wrap is pending, that is after
/// writing in the last column: terminals then disagree about relative moves, so only absolute ones
/// are used.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Cursor {
    pub(super) row: Option<u16>,
    pub(super) column: Option<u16>,
}

impl Cursor {
    pub(super) const UNKNOWN: Self = Self {
        row: None,
        column: None,
    };

    pub(super) const fn at(column: u16, row: u16) -> Self {
        Self {
            row: Some(row),
            column: Some(column),
        }
    }

    /// The shortest bytes that bring the cursor to a place on a screen `width` columns wide.
    ///
    /// Carriage return and line feed are used for the rows just below, being two bytes; a line feed
    /// keeps its column only in raw mode, so the carriage return always goes before it.
    pub(super) fn path(self, column: u16, row: u16, width: u16) -> Vec<u8> {
        if self == Self::at(column, row) && column < width {
            return Vec::new();
        }
        let mut best = absolute(column, row);
        let mut consider = |other: Vec<u8>| {
            if other.len() < best.len() {
                best = other;
            }
        };
        let Some(from) = self.row else { return best };
        if from <= row && row - from <= 3 {
            let mut down = vec![b'\r'];
            down.resize(1 + usize::from(row - from), b'\n');
            forwards(&mut down, column);
            consider(down);
        }
        if from != row {
            return best;
        }
        let mut along = b"\x1b[".to_vec();
        number(&mut along, column + 1);
        along.push(b'G');
        consider(along);
        match self.column {
            Some(from) if from < column => {
                let mut right = Vec::new();
                forwards(&mut right, column - from);
                consider(right);
            }
            Some(from) if from > column && from < width => {
                let steps = from - column;
                consider(vec![8; usize::from(steps)]);
                let mut left = b"\x1b[".to_vec();
                number(&mut left, steps);
                left.push(b'D');
                consider(left);
            }
            _ => {}
        }
        best
    }
}

/// `CUP`, its parameters left out where they are 1.
fn absolute(column: u16, row: u16) -> Vec<u8> {
    let mut bytes = b"\x1b[".to_vec();
    number(&mut bytes, row + 1);
    if column > 0 {
        bytes.push(b';');
        number(&mut bytes, column + 1);
    }
    bytes.push(b'H');
    bytes
}

/// `CUF`, or nothing for no column.
fn forwards(bytes: &mut Vec<u8>, columns: u16) {
    if columns > 0 {
        bytes.extend_from_slice(b"\x1b[");
        number(bytes, columns);
        bytes.push(b'C');
    }
}

/// A parameter; 1 is what a terminal takes when there is none.
pub(super) fn number(bytes: &mut Vec<u8>, value: u16) {
    if value != 1 {
        // Writing to a vector cannot fail.
        let _ = write!(bytes, "{value}");
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_cursor_goes_the_shortest_way() {
        for (from, to, path) in [
            (Cursor::at(5, 5), (5, 5), ""),
            (Cursor::UNKNOWN, (0, 0), "^[H"),
            (Cursor::UNKNOWN, (0, 7), "^[8H"),
            (Cursor::UNKNOWN, (7, 0), "^[;8H"),
            (Cursor::at(5, 5), (6, 5), "^[C"),
            (Cursor::at(5, 5), (25, 5), "^[26G"),
            (Cursor::at(5, 5), (4, 5), "<"),
            (Cursor::at(50, 5), (20, 5), "^[21G"),
            (Cursor::at(9, 5), (0, 5), "\r"),
            (Cursor::at(9, 5), (0, 6), "\r\n"),
            (Cursor::at(9, 5), (1, 6), "\r\n^[C"),
            (Cursor::at(9, 5), (30, 6), "^[7;31H"),
            (Cursor::at(9, 5), (0, 9), "^[10H"),
            (Cursor::at(9, 5), (0, 3), "^[4H"),
            (Cursor::at(80, 5), (0, 6), "\r\n"),
            (Cursor::at(80, 5), (79, 5), "^[80G"),
            (
                Cursor {
                    row: Some(5),
                    column: None,
                },
                (11, 5),
                "^[12G",
            ),
        ] {
            let bytes = from.path(to.0, to.1, 80);
            let shown = String::from_utf8(bytes)
                .unwrap()
                .replace('\x1b', "^")
                .replace('\x08', "<");
            assert_eq!(shown, path, "{from:?} -> {to:?}");
        }
    }
}
