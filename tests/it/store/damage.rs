//! Full disks, broken and vanished files, missing permissions.

use std::process::Command;

use scrutineer::store::{CommitError, WriteError};

use super::*;

#[test]
fn a_file_broken_by_others_is_left_alone_and_the_last_good_state_stays() {
    let (folder, file) = desk();
    let mut store = open(&file);
    let broken = "{\"format\": \"scrutineer/1\", \"title\": ";
    fs::write(&file, broken).unwrap();
    let error = store.commit(&set("title", "Old", "New")).unwrap_err();
    assert!(
        matches!(&error, CommitError::Broken { faults, .. } if faults.len() == 1),
        "{error}"
    );
    assert!(
        error.to_string().contains("The file ends in the middle"),
        "{error}"
    );
    assert_eq!(fs::read_to_string(&file).unwrap(), broken);
    assert_eq!(names(folder.path()), ["leeds.json", "leeds.lock"]);
    assert_eq!(store.workspace().title, "Old");
    fs::write(&file, OLD).unwrap();
    store.commit(&set("title", "Old", "New")).unwrap();
}

#[test]
fn what_is_wrong_is_said_once_and_its_end_is_a_change() {
    let (_folder, file) = desk();
    let mut store = open(&file);
    fs::write(&file, "{").unwrap();
    assert!(matches!(store.poll(), Err(OpenError::Faulty { .. })));
    assert!(store.poll().unwrap().is_none());
    fs::write(&file, "[").unwrap();
    assert!(matches!(store.poll(), Err(OpenError::Faulty { .. })));
    fs::remove_file(&file).unwrap();
    assert!(matches!(store.poll(), Err(OpenError::Missing { .. })));
    assert!(store.poll().unwrap().is_none());
    fs::write(&file, OLD).unwrap();
    assert_eq!(store.poll().unwrap().unwrap().workspace.title, "Old");
    assert!(store.poll().unwrap().is_none());
}

#[test]
fn a_file_that_is_gone_is_not_made_again_unasked() {
    let (folder, file) = desk();
    let mut store = open(&file);
    fs::remove_file(&file).unwrap();
    let error = store.commit(&set("title", "Old", "New")).unwrap_err();
    assert!(matches!(error, CommitError::Gone { .. }));
    assert!(names(folder.path()).is_empty());
    Store::create(&file, store.workspace()).unwrap();
    assert!(
        store
            .commit(&set("title", "Old", "New"))
            .unwrap()
            .theirs
            .is_empty()
    );
}

#[test]
fn what_a_crash_left_behind_is_swept_and_nothing_else() {
    let (folder, file) = desk();
    let left = folder.path().join(".leeds.json.0123456789abcdef.tmp");
    let foreign = folder.path().join(".leeds.json.notes.tmp");
    fs::write(&left, "half").unwrap();
    fs::write(&foreign, "mine").unwrap();
    open(&file).commit(&set("title", "Old", "New")).unwrap();
    assert!(!left.exists() && foreign.exists());
}

/// A mounted file system, taken down again at the end.
struct Mounted(PathBuf);

impl Mounted {
    /// `None` where that is not permitted.
    fn tiny(at: &Path) -> Option<Self> {
        let mount = Command::new("mount")
            .args(["-t", "tmpfs", "-o", "size=64k", "tmpfs"])
            .arg(at)
            .output();
        mount.ok()?.status.success().then(|| Self(at.to_owned()))
    }

    fn again(&self, how: &str) -> bool {
        let how = format!("remount,{how}");
        let mount = Command::new("mount")
            .args(["-o", &how])
            .arg(&self.0)
            .output();
        mount.is_ok_and(|mount| mount.status.success())
    }
}

impl Drop for Mounted {
    fn drop(&mut self) {
        let _ = Command::new("umount").arg(&self.0).output();
    }
}

#[test]
fn a_full_disk_leaves_the_file_whole_and_a_retry_after_making_room_succeeds() {
    let folder = tempfile::tempdir().unwrap();
    let Some(disk) = Mounted::tiny(folder.path()) else {
        return;
    };
    let file = disk.0.join("leeds.json");
    let long = OLD.replace("Leeds", &"L".repeat(20_000));
    fs::write(&file, &long).unwrap();
    let ballast = disk.0.join("ballast");
    let mut store = open(&file);
    let leave_free = |free: usize| {
        // As much as fits, but for this.
        let mut size = 64 * 1024;
        while fs::write(&ballast, vec![b'x'; size]).is_err() {
            size -= 4096;
        }
        fs::write(&ballast, vec![b'x'; size.saturating_sub(free)]).unwrap();
    };
    let full = |error: &CommitError| {
        let CommitError::Write(WriteError::Io { source, .. }) = error else {
            panic!("{error}")
        };
        assert_eq!(source.kind(), std::io::ErrorKind::StorageFull, "{error}");
        assert!(error.hint().contains("Free some space"), "{error}");
        assert_eq!(fs::read_to_string(&file).unwrap(), long);
        let left = names(&disk.0).iter().any(|name| name.ends_with("tmp"));
        assert!(!left, "{error}");
    };
    leave_free(0);
    full(&store.commit(&set("title", "Old", "New")).unwrap_err());
    // Enough for the journal, not for the file.
    for (n, free) in [12_288, 8_192, 4_096].into_iter().enumerate() {
        fs::remove_file(&ballast).unwrap();
        leave_free(free);
        let (before, after) = [("Old", "New"), ("New", "Old")][n % 2];
        store.commit(&set("title", before, after)).unwrap();
        full(&store.snapshot().unwrap_err());
        assert_eq!(Store::open(&file).unwrap().workspace.title, after);
    }
    fs::remove_file(&ballast).unwrap();
    store.snapshot().unwrap().unwrap();
    assert_eq!(
        fs::read_to_string(&file).unwrap(),
        long.replace("Old", "New")
    );
}

#[test]
fn a_read_only_medium_is_told_when_opening_and_when_it_becomes_one() {
    let folder = tempfile::tempdir().unwrap();
    let Some(disk) = Mounted::tiny(folder.path()) else {
        return;
    };
    let file = disk.0.join("leeds.json");
    fs::write(&file, OLD).unwrap();
    let mut store = open(&file);
    if !disk.again("ro") {
        return;
    }
    assert_eq!(
        Store::open(&file).unwrap().access,
        Access::ReadOnly(ReadOnlyReason::Medium)
    );
    let error = store.commit(&set("title", "Old", "New")).unwrap_err();
    assert_eq!(
        error.to_string(),
        "nothing can be changed: it lies on a read-only medium"
    );
    assert!(disk.again("rw"));
    store.commit(&set("title", "Old", "New")).unwrap();
}

/// Says to the part that runs as another user where to look.
const FOLDER: &str = "SCRUTINEER_TEST_FOLDER";

#[test]
#[ignore = "run as another user by the test below"]
fn the_part_that_runs_without_permissions() {
    let Some(folder) = std::env::var_os(FOLDER).map(PathBuf::from) else {
        return;
    };
    for (name, reason) in [
        ("file", ReadOnlyReason::File),
        ("folder", ReadOnlyReason::Folder),
    ] {
        let mut opened = Store::open(&folder.join(name).join("leeds.json")).unwrap();
        assert_eq!(opened.access, Access::ReadOnly(reason.clone()));
        let error = opened
            .store
            .commit(&set("title", "Old", "New"))
            .unwrap_err();
        assert_eq!(
            error.to_string(),
            format!("nothing can be changed: {reason}")
        );
        assert!(error.hint().contains("write permission"));
    }
    let error = Store::open(&folder.join("secret.json")).unwrap_err();
    assert_eq!(error.hint(), "Ask its owner for permission to read it");
    // A colleague's file: his ownership cannot be kept, and nobody gains by that.
    let shared = folder.join("shared/leeds.json");
    let (_, snapshot) = save(&mut open(&shared), &set("title", "Old", "New"));
    assert!(!snapshot.attributes_kept);
    assert_eq!(mode(&shared), 0o666);
}

#[test]
fn without_write_permission_a_file_is_read_and_a_lost_group_gains_nothing() {
    let folder = tempfile::tempdir().unwrap();
    let put = |path: &str, file_mode, folder_mode| {
        let file = folder.path().join(path);
        let parent = file.parent().unwrap();
        fs::create_dir_all(parent).unwrap();
        fs::write(&file, OLD).unwrap();
        fs::set_permissions(&file, fs::Permissions::from_mode(file_mode)).unwrap();
        fs::set_permissions(parent, fs::Permissions::from_mode(folder_mode)).unwrap();
    };
    put("secret.json", 0o600, 0o755);
    put("file/leeds.json", 0o644, 0o777);
    put("folder/leeds.json", 0o666, 0o755);
    put("shared/leeds.json", 0o676, 0o777);
    fs::set_permissions(folder.path(), fs::Permissions::from_mode(0o755)).unwrap();
    let program = folder.path().join("it");
    fs::copy(std::env::current_exe().unwrap(), &program).unwrap();
    fs::set_permissions(&program, fs::Permissions::from_mode(0o755)).unwrap();
    let user = ["--reuid=65534", "--regid=65534", "--clear-groups", "--"];
    let as_other = || {
        let mut command = Command::new("setpriv");
        command.args(user).arg(&program).env(FOLDER, folder.path());
        command
    };
    if !as_other()
        .arg("--list")
        .output()
        .is_ok_and(|listed| listed.status.success())
    {
        return; // Only the superuser can become another one.
    }
    let part = "store::damage::the_part_that_runs_without_permissions";
    let ran = as_other()
        .args(["--exact", part, "--ignored"])
        .output()
        .unwrap();
    let said = String::from_utf8_lossy(&ran.stdout);
    assert!(ran.status.success() && said.contains("1 passed"), "{said}");
    assert_eq!(names(&folder.path().join("file")), ["leeds.json"]);
    assert_eq!(names(&folder.path().join("folder")), ["leeds.json"]);
}
