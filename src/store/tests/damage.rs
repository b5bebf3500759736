//! Journals that a crash or a disk has damaged.

use super::*;

fn journal(desk: &Desk) -> PathBuf {
    companions::journal(&desk.file)
}

/// A desk with steps that the file has not got.
fn behind() -> Desk {
    let mut desk = Desk::used();
    for (before, after) in [("Old", "One"), ("One", "Two"), ("Two", "New")] {
        desk.store.commit(&title(before, after)).unwrap();
    }
    desk
}

#[test]
fn a_last_entry_torn_at_any_byte_is_passed_over_set_aside_and_never_in_the_way() {
    let desk = behind();
    let whole = fs::read(journal(&desk)).unwrap();
    let last = memchr::memrchr(b'\n', &whole[..whole.len() - 1]).unwrap() + 1;
    for cut in last..whole.len() {
        for zeros in [0, 7] {
            let mut torn = whole[..cut].to_vec();
            torn.extend(vec![0; zeros]);
            fs::write(journal(&desk), &torn).unwrap();
            assert_eq!(desk.title(), "Two", "cut at {cut}");
            let is_torn = cut + zeros > last;
            assert_eq!(verify(&desk.file).unwrap().torn, is_torn);
            let mut store = Store::open(&desk.file).unwrap().store;
            let committed = store.commit(&title("Two", "Next")).unwrap();
            assert_eq!(committed.set_aside.is_some(), is_torn, "cut at {cut}");
            if let Some(aside) = committed.set_aside {
                assert_eq!(fs::read(aside).unwrap(), &torn[last..]);
            }
            assert_eq!(desk.title(), "Next");
            let verified = verify(&desk.file).unwrap();
            assert_eq!((verified.first_bad, verified.torn), (None, false));
        }
    }
}

#[test]
fn a_torn_entry_is_not_in_the_way_of_who_has_the_file_open() {
    let mut desk = behind();
    let mut torn = fs::read(journal(&desk)).unwrap();
    torn.extend(b"{\"seq\":9,\"time\":\"20");
    fs::write(journal(&desk), &torn).unwrap();
    assert!(desk.store.poll().unwrap().is_none());
    desk.store.commit(&title("New", "Next")).unwrap();
    assert_eq!(verify(&desk.file).unwrap().first_bad, None);
}

#[test]
fn a_flipped_bit_anywhere_in_the_journal_is_found_and_never_applied() {
    let desk = behind();
    let whole = fs::read(journal(&desk)).unwrap();
    let held = memchr::memmem::find(&whole, b"\"One\"").unwrap();
    for byte in 0..whole.len() {
        let mut flipped = whole.clone();
        flipped[byte] ^= 1 << (byte % 8);
        fs::write(journal(&desk), &flipped).unwrap();
        let verified = verify(&desk.file).unwrap();
        assert!(verified.first_bad.is_some() || verified.torn, "byte {byte}");
        let opened = Store::open(&desk.file).unwrap();
        let title = &*opened.workspace.title;
        match opened.access {
            // Behind the place that the file belongs to nothing is read, and so nothing is wrong.
            Access::ReadWrite if byte < held => assert_eq!(title, "New", "byte {byte}"),
            // The newline of the last entry: it might have been written to half.
            Access::ReadWrite => assert_eq!((title, byte + 1), ("Two", whole.len())),
            Access::ReadOnly(ReadOnlyReason::Journal(_)) => assert_eq!(title, "Old"),
            Access::ReadOnly(reason) => panic!("{reason}"),
        }
    }
}

#[test]
fn a_journal_that_is_damaged_while_it_is_open_keeps_the_last_good_state_and_takes_nothing_more() {
    let mut desk = behind();
    let mut other = Store::open(&desk.file).unwrap().store;
    let before = fs::read(journal(&desk)).unwrap().len();
    other.commit(&title("New", "Theirs")).unwrap();
    let mut bytes = fs::read(journal(&desk)).unwrap();
    bytes[before + 20] ^= 1;
    fs::write(journal(&desk), &bytes).unwrap();
    let news = desk.store.poll().unwrap().unwrap();
    assert_eq!((&*news.workspace.title, news.entries.len()), ("New", 0));
    assert!(matches!(
        desk.store.access(),
        Access::ReadOnly(ReadOnlyReason::Journal(_))
    ));
    desk.store.commit(&title("New", "Mine")).unwrap_err();
    assert_eq!(fs::read(journal(&desk)).unwrap(), bytes);
}

#[test]
fn a_journal_that_was_cut_or_exchanged_is_read_anew() {
    let mut desk = behind();
    let whole = fs::read(journal(&desk)).unwrap();
    let last = memchr::memrchr(b'\n', &whole[..whole.len() - 1]).unwrap() + 1;
    // Somebody's sync failed, and he cut his entry off again.
    fs::write(journal(&desk), &whole[..last]).unwrap();
    let news = desk.store.poll().unwrap().unwrap();
    assert_eq!((&*news.workspace.title, news.entries.len()), ("Two", 0));
    desk.store.commit(&title("Two", "Next")).unwrap();
    assert_eq!(desk.title(), "Next");
}
