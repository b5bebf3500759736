//! The operating system's name for whoever runs this program.

use nix::unistd::{Uid, User};

/// The user's name: that of the system's list of users, else of the environment, else the number. The
/// environment comes second, since anybody can set it.
pub fn user() -> String {
    let uid = Uid::effective();
    let listed = User::from_uid(uid).ok().flatten().map(|user| user.name);
    let told = || {
        ["USER", "LOGNAME"]
            .iter()
            .find_map(|name| std::env::var(name).ok())
    };
    let named = |name: &String| !name.trim().is_empty();
    listed
        .filter(named)
        .or_else(|| told().filter(named))
        .unwrap_or_else(|| format!("uid {uid}"))
}
