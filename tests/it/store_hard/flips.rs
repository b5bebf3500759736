//! A flipped bit in the workspace file is never silent: what cannot be read leaves the last good state,
//! what can be read shows as somebody else's change and can be undone.

use std::fs;

use scrutineer::domain::entry::What;
use scrutineer::store::Store;

use super::{assert_whole, desk, look};

#[test]
fn every_byte_of_the_file_can_lose_a_bit_and_nobody_is_deceived() {
    let desk = desk(2);
    assert_eq!(desk.run(&["set", "P-1", "--note", "1"]).code, 0);
    let path = desk.path("plan.json");
    let good = fs::read(&path).unwrap();
    let state = look(&desk).workspace;
    let mut chance = fastrand::Rng::with_seed(4);
    let (mut unreadable, mut shown) = (0, 0);
    for place in 0..good.len() {
        let mut store = Store::open(&path).unwrap().store;
        let mut bytes = good.clone();
        bytes[place] ^= 1 << chance.u32(0..8);
        fs::write(&path, &bytes).unwrap();
        match store.poll() {
            Err(_) => {
                assert_eq!(*store.workspace(), state, "byte {place}");
                unreadable += 1;
            }
            Ok(news) => {
                let news = news.unwrap_or_else(|| panic!("byte {place}: silent"));
                let outside = news
                    .entries
                    .iter()
                    .find(|entry| matches!(entry.what, What::Outside { .. }));
                let outside = outside.unwrap_or_else(|| panic!("byte {place}: {news:?}"));
                assert!(!outside.edits.is_empty(), "byte {place}");
                assert_ne!(news.workspace, state, "byte {place}");
                let undone = store.commit(&outside.inverse("undo")).unwrap();
                assert_eq!(undone.workspace, state, "byte {place}");
                shown += 1;
                // A fresh start for the next one: all of this is in the journal.
                store.snapshot().unwrap();
                assert_eq!(fs::read(&path).unwrap(), good, "byte {place}");
            }
        }
        fs::write(&path, &good).unwrap();
    }
    assert!(unreadable > 100 && shown > 100, "{unreadable} {shown}");
    assert_whole(&path);
    assert_eq!(look(&desk).workspace, state);
}
