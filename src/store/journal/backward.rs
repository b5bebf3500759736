//! A journal read from its end: what is old costs nothing until somebody asks for it.

use std::io;

use super::super::storage::ReadFile;

/// How much is read at a time.
const PART: usize = 64 * 1024;
/// The longest line: a step over a whole workspace fits, a file without newlines does not take all
/// memory.
const LONGEST: usize = 256 * 1024 * 1024;

/// The lines of a journal, the newest first.
pub(in crate::store) struct Backward {
    file: Box<dyn ReadFile>,
    /// Where in the file the buffer begins.
    from: u64,
    /// What was read and not yet given out; ends with the newline of a line.
    buffer: Vec<u8>,
}

/// A whole line.
#[derive(Debug, PartialEq, Eq)]
pub(in crate::store) struct Line {
    /// Where it begins.
    pub(in crate::store) at: u64,
    /// It, without its newline.
    pub(in crate::store) bytes: Vec<u8>,
}

impl Backward {
    /// Begins at the last whole line before `end`.
    pub(in crate::store) fn new(file: Box<dyn ReadFile>, end: u64) -> io::Result<Self> {
        let mut lines = Self {
            file,
            from: end,
            buffer: Vec::new(),
        };
        // What stands behind the last newline is torn, or being written.
        loop {
            if let Some(last) = memchr::memrchr(b'\n', &lines.buffer) {
                lines.buffer.truncate(last + 1);
                return Ok(lines);
            }
            if !lines.read_more()? {
                lines.buffer.clear();
                return Ok(lines);
            }
        }
    }

    /// Where the last whole line ends.
    pub(in crate::store) fn end(&self) -> u64 {
        self.from + self.buffer.len() as u64
    }

    /// The next older line.
    pub(in crate::store) fn previous(&mut self) -> io::Result<Option<Line>> {
        if self.buffer.is_empty() && !self.read_more()? {
            return Ok(None);
        }
        // Its newline.
        self.buffer.pop();
        let mut searched = 0;
        loop {
            let unsearched = self.buffer.len() - searched;
            let found = memchr::memrchr(b'\n', self.buffer.get(..unsearched).unwrap_or_default());
            if let Some(newline) = found {
                let bytes = self.buffer.split_off(newline + 1);
                return Ok(Some(Line {
                    at: self.from + self.buffer.len() as u64,
                    bytes,
                }));
            }
            searched = self.buffer.len();
            if !self.read_more()? {
                let bytes = std::mem::take(&mut self.buffer);
                return Ok(Some(Line { at: 0, bytes }));
            }
        }
    }

    /// Puts an earlier part before the buffer; false at the beginning.
    fn read_more(&mut self) -> io::Result<bool> {
        if self.from == 0 {
            return Ok(false);
        }
        if self.buffer.len() > LONGEST {
            return Err(io::Error::new(
                io::ErrorKind::InvalidData,
                "a line without an end",
            ));
        }
        // Long lines are read in ever larger parts, so that no byte is moved often.
        let part = self
            .buffer
            .len()
            .max(PART)
            .min(usize::try_from(self.from).unwrap_or(PART));
        let from = self.from - part as u64;
        let mut bytes = self.file.read_at(from, part)?;
        if bytes.len() < part {
            return Err(io::ErrorKind::UnexpectedEof.into());
        }
        bytes.append(&mut self.buffer);
        self.buffer = bytes;
        self.from = from;
        Ok(true)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::store::storage::Stamp;

    struct Text(Vec<u8>);

    impl ReadFile for Text {
        fn stamp(&self) -> io::Result<Stamp> {
            Err(io::ErrorKind::Unsupported.into())
        }
        fn read_at(&self, offset: u64, length: usize) -> io::Result<Vec<u8>> {
            let from = usize::try_from(offset).unwrap();
            Ok(self.0[from..self.0.len().min(from + length)].to_vec())
        }
    }

    fn lines(text: &str) -> Vec<String> {
        let end = text.len() as u64;
        let mut lines = Backward::new(Box::new(Text(text.as_bytes().to_vec())), end).unwrap();
        let mut found = Vec::new();
        while let Some(line) = lines.previous().unwrap() {
            let at = usize::try_from(line.at).unwrap();
            let bytes = String::from_utf8(line.bytes).unwrap();
            assert_eq!(text.get(at..at + bytes.len()), Some(&*bytes));
            found.push(bytes);
        }
        found
    }

    #[test]
    fn whole_lines_come_newest_first_and_a_torn_one_does_not() {
        for (text, expected) in [
            ("", &[][..]),
            ("torn", &[]),
            ("one\n", &["one"]),
            ("one\ntwo\n", &["two", "one"]),
            ("one\ntwo\nto", &["two", "one"]),
            ("\n", &[""]),
            ("\n\none\n", &["one", "", ""]),
        ] {
            assert_eq!(lines(text), expected, "{text:?}");
        }
    }

    #[test]
    fn lines_around_the_edges_of_the_parts_are_whole() {
        for length in [PART - 2, PART - 1, PART, PART + 1, 3 * PART] {
            let long = "x".repeat(length);
            let text = format!("first\n{long}\nlast\n");
            assert_eq!(lines(&text), ["last", &long, "first"]);
        }
    }
}
