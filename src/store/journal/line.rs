//! Lines of the journal: an entry's JSON with its own hash as the last member.
//!
//! The hash is over the line as it would stand without that member, so that a shell can check it:
//! `sed 's/,"hash":"[0-9a-f]*"}$/}/' | tr -d '\n' | sha256sum`.

use crate::domain::digest::Digest;
use crate::domain::entry::Entry;
use crate::store::read::hash;

/// What stands before the hash's digits.
const BEFORE: &str = ",\"hash\":\"";
/// What stands behind them.
const BEHIND: &str = "\"}";
/// How long both are with the digits.
const MEMBER: usize = BEFORE.len() + Digest::DIGITS + BEHIND.len();

/// Why a line is no entry.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub(in crate::store) enum LineFault {
    /// It was never written to its end, or never reached the disk.
    #[error("a line that was not written to its end")]
    Torn,
    /// It says another hash than it has.
    #[error("the line was changed: it has not the hash that it names")]
    Changed,
    /// The hash is right, and this version does not understand it.
    #[error("an entry that this version does not understand: {0}")]
    Unknown(String),
}

/// Gives the entry its hash, and its line with the newline.
pub(in crate::store) fn encode(entry: &mut Entry) -> Result<Vec<u8>, serde_json::Error> {
    let unhashed = entry.unhashed()?;
    entry.hash = hash(unhashed.as_bytes());
    let mut line = unhashed.into_bytes();
    line.pop();
    line.extend_from_slice(format!("{BEFORE}{}{BEHIND}\n", entry.hash).as_bytes());
    Ok(line)
}

/// Reads a line without its newline.
pub(in crate::store) fn decode(line: &[u8]) -> Result<Entry, LineFault> {
    let hash = hash_of(line)?;
    let text = std::str::from_utf8(line).map_err(|error| LineFault::Unknown(error.to_string()))?;
    Entry::read(text, hash).map_err(|error| LineFault::Unknown(error.to_string()))
}

/// The hash of a line, once it is known to be the one that it names.
fn hash_of(line: &[u8]) -> Result<Digest, LineFault> {
    if line.contains(&0) {
        // A part of the file that was never written reads as zeros.
        return Err(LineFault::Torn);
    }
    let split = line.len().checked_sub(MEMBER).ok_or(LineFault::Changed)?;
    let (body, member) = line.split_at(split);
    let member = std::str::from_utf8(member).ok();
    let named = member
        .and_then(|it| it.strip_prefix(BEFORE)?.strip_suffix(BEHIND))
        .and_then(Digest::read)
        .ok_or(LineFault::Changed)?;
    let mut unhashed = body.to_vec();
    unhashed.push(b'}');
    if hash(&unhashed) == named {
        Ok(named)
    } else {
        Err(LineFault::Changed)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::entry::{Reverses, What, Who};
    use crate::domain::timestamp::Timestamp;

    fn entry() -> Entry {
        Entry {
            seq: 1,
            time: Timestamp::default(),
            who: Who::default(),
            host: String::new(),
            session: String::new(),
            what: What::Step,
            cause: "ä".to_owned(),
            edits: Vec::new(),
            reverses: Reverses::Nothing,
            prev: Vec::new(),
            hash: hash(b""),
        }
    }

    #[test]
    fn a_line_holds_the_hash_that_sha256sum_gives_for_the_rest() {
        let mut entry = entry();
        let line = encode(&mut entry).unwrap();
        // printf '…' | sha256sum
        assert_eq!(
            String::from_utf8(line.clone()).unwrap(),
            "{\"seq\":1,\"time\":\"1970-01-01T00:00:00.000Z\",\"who\":{\"user\":\"\"},\
             \"what\":\"step\",\"cause\":\"ä\",\"prev\":[],\
             \"hash\":\"4af8a59f1c2fb744c58fa87269ef63c92914b81f220f4b6ae07bfdc2697ef372\"}\n"
        );
        assert_eq!(decode(line.trim_ascii_end()).unwrap(), entry);
    }

    #[test]
    fn every_flipped_bit_is_noticed() {
        let line = encode(&mut entry()).unwrap();
        let line = line.trim_ascii_end();
        for bit in 0..line.len() * 8 {
            let mut flipped = line.to_vec();
            flipped[bit / 8] ^= 1 << (bit % 8);
            let fault = decode(&flipped).unwrap_err();
            assert!(
                matches!(fault, LineFault::Changed | LineFault::Torn),
                "bit {bit}: {fault}"
            );
        }
    }
}
