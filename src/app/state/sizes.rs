//! How the panes share the screen, where the user has moved a border.

/// A border between two parts of the screen that can be moved.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Split {
    /// Between the themes and the priorities.
    Themes,
    /// Between the panes above and those below.
    Upper,
    /// Between indicators and actions, side by side.
    Lower,
    /// Between indicators and actions, one below the other.
    Stacked,
    /// Between the lists and the page beside them.
    Page,
}

impl Split {
    /// All of them, in the order in which their places are kept.
    pub const ALL: [Self; 5] = [
        Self::Themes,
        Self::Upper,
        Self::Lower,
        Self::Stacked,
        Self::Page,
    ];

    /// Whether it stands upright, so that it moves to the left and right.
    pub fn is_upright(self) -> bool {
        matches!(self, Self::Themes | Self::Lower | Self::Page)
    }
}

/// The border that the mouse holds.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Held {
    /// Which.
    pub split: Split,
    /// How far the mouse is before the first line of cells behind it.
    pub short: u16,
}

/// Where the borders are that the user has moved: how much of their area lies before them, in
/// thousandths, so that it holds for a terminal of another size.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Sizes([Option<u16>; Split::ALL.len()]);

/// No part is made smaller than this, in thousandths of the area.
const LEAST: u16 = 100;

impl Sizes {
    /// How much lies before a border, in thousandths; `None` where the program decides.
    pub fn share(&self, split: Split) -> Option<u16> {
        let place = Split::ALL.iter().position(|other| *other == split)?;
        self.0.get(place).copied().flatten()
    }

    /// Moves a border to where so many of so many columns or rows lie before it.
    pub fn put(&mut self, split: Split, before: u16, of: u16) {
        let share = u32::from(before) * 1000 / u32::from(of.max(1));
        let share = u16::try_from(share).unwrap_or(1000);
        self.set(split, Some(share));
    }

    fn set(&mut self, split: Split, share: Option<u16>) {
        let place = Split::ALL.iter().position(|other| *other == split);
        if let Some(kept) = place.and_then(|place| self.0.get_mut(place)) {
            *kept = share.map(|share| share.clamp(LEAST, 1000 - LEAST));
        }
    }

    /// Whether any border was moved.
    pub fn are_moved(&self) -> bool {
        self.0.iter().any(Option::is_some)
    }

    /// The places in the order of [`Split::ALL`]; 0 where the program decides.
    pub fn kept(&self) -> [u16; Split::ALL.len()] {
        self.0.map(Option::unwrap_or_default)
    }

    /// From what was kept. What is missing, or no share at all, is left to the program.
    pub fn from_kept(kept: &[u16]) -> Self {
        let mut sizes = Self::default();
        for (split, share) in Split::ALL.into_iter().zip(kept) {
            sizes.set(
                split,
                Some(*share).filter(|share| (1..1000).contains(share)),
            );
        }
        sizes
    }

    /// How many of so many columns or rows lie before a border: where the user put it, as far as that
    /// leaves both sides `least`; else `own`.
    pub fn part(&self, split: Split, of: u16, least: u16, own: u16) -> u16 {
        match self.share(split) {
            Some(share) if of >= 2 * least => {
                // Rounded up, so that a border stays where it was dropped.
                let part = (u32::from(of) * u32::from(share)).div_ceil(1000);
                u16::try_from(part).unwrap_or(of).clamp(least, of - least)
            }
            _ => own,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_border_stays_where_it_was_dropped_and_keeps_its_share_of_another_size() {
        let mut sizes = Sizes::default();
        assert_eq!(sizes.part(Split::Themes, 120, 10, 30), 30);
        for before in 12..=108 {
            sizes.put(Split::Themes, before, 120);
            assert_eq!(sizes.part(Split::Themes, 120, 10, 30), before);
        }
        sizes.put(Split::Themes, 40, 120);
        assert_eq!(sizes.part(Split::Themes, 60, 10, 30), 20);
        assert_eq!(sizes.part(Split::Page, 60, 10, 25), 25, "another border");
    }

    #[test]
    fn no_side_gets_less_than_it_needs() {
        let mut sizes = Sizes::default();
        for (before, part) in [(0, 10), (3, 10), (60, 60), (119, 108), (500, 108)] {
            sizes.put(Split::Page, before, 120);
            let found = sizes.part(Split::Page, 120, 10, 30);
            assert!(found.abs_diff(part) <= 2, "{before}: {found}");
        }
        assert_eq!(sizes.part(Split::Page, 15, 10, 7), 7, "there is no room");
    }

    #[test]
    fn what_is_kept_comes_back_and_nonsense_is_left_to_the_program() {
        let mut sizes = Sizes::default();
        sizes.put(Split::Upper, 3, 10);
        assert_eq!(Sizes::from_kept(&sizes.kept()), sizes);
        assert!(!Sizes::from_kept(&[]).are_moved());
        assert!(!Sizes::from_kept(&[0, 1000, 65535]).are_moved());
    }
}
