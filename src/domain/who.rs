//! Who makes a change: what an entry of the audit trail and a signature under a tracker carry.

use std::fmt;

/// A person at this program: the user that the operating system knows, and what their own
/// configuration says of them. Proof of identity is the system's business, not ours.
#[derive(Clone, Debug, Default, PartialEq, Eq, Hash)]
pub struct Who {
    /// The operating system's name for the user; never empty where it was asked for.
    pub user: String,
    /// The name in the configuration; empty where none is given.
    pub name: String,
    /// The role in the configuration (`officer`, `director`, `adviser`, …); empty where none is given.
    pub role: String,
}

impl Who {
    /// A user of the system, without a configuration.
    pub fn user(user: impl Into<String>) -> Self {
        Self {
            user: user.into(),
            ..Self::default()
        }
    }

    /// What to call them: their name, else the system's user.
    pub fn called(&self) -> &str {
        if self.name.is_empty() {
            &self.user
        } else {
            &self.name
        }
    }

    /// Whether a change of the other is a change of mine: the same user with the same configured name,
    /// whatever the session, the host or the role of the day.
    pub fn is_same_person(&self, other: &Self) -> bool {
        self.user == other.user && self.name == other.name
    }
}

/// `name (user)`, or the user alone.
impl fmt::Display for Who {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match (self.name.is_empty(), self.name == self.user) {
            (false, false) => write!(f, "{} ({})", self.name, self.user),
            _ => f.write_str(&self.user),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn who(user: &str, name: &str, role: &str) -> Who {
        Who {
            user: user.to_owned(),
            name: name.to_owned(),
            role: role.to_owned(),
        }
    }

    #[test]
    fn the_same_person_is_the_same_user_under_the_same_name() {
        let me = who("jh", "J. Harris", "officer");
        for (other, same) in [
            (who("jh", "J. Harris", "director"), true),
            (who("jh", "", "officer"), false),
            (who("kp", "J. Harris", "officer"), false),
        ] {
            assert_eq!(me.is_same_person(&other), same, "{other:?}");
        }
    }

    #[test]
    fn a_person_is_called_by_name_where_one_is_given() {
        for (who, called, shown) in [
            (who("jh", "J. Harris", ""), "J. Harris", "J. Harris (jh)"),
            (who("jh", "", "officer"), "jh", "jh"),
            (who("jh", "jh", ""), "jh", "jh"),
        ] {
            assert_eq!((who.called(), who.to_string().as_str()), (called, shown));
        }
    }
}
