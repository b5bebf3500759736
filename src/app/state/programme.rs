//! The boards' work programme: meetings with what is set for them, and what falls due before each.

use std::collections::HashMap;

use super::list::List;
use super::overview::Section;
use crate::analysis::due::Due;
use crate::analysis::programme::Meeting;
use crate::domain::id::Id;
use crate::domain::kind::Kind;

/// The boards' work programme.
#[derive(Clone, Debug, Default)]
pub struct Programme {
    /// Its rows.
    pub list: List,
    /// For which state of the file, and which period, its values were made
    /// ([`super::State::generation`]); `None` before it was ever shown.
    pub made_for: Option<u64>,
    /// The sections, from the top: heading and rows.
    pub sections: Vec<Section>,
    /// What the rows show, with the place of their section.
    pub lines: HashMap<Id, (usize, ProgrammeLine)>,
    /// The meetings in order, each with what falls due before it, as places in `due`.
    pub meetings: Vec<(Meeting, Vec<usize>)>,
    /// Everything that falls due.
    pub due: Vec<Due>,
}

/// What a row of the programme shows.
#[derive(Clone, Debug)]
pub enum ProgrammeLine {
    /// A meeting.
    Meeting {
        /// Its place in [`Programme::meetings`].
        place: usize,
        /// Its day, as we print days.
        day: String,
        /// The board.
        board: String,
        /// Whether it was held before the day in view, is the next one, or comes later.
        time: Time,
        /// How many things fall due before it.
        due: usize,
    },
    /// An item, under its meeting or unscheduled.
    Item {
        /// The codes of its types.
        types: String,
        /// What they stand for.
        words: String,
        /// Its title.
        title: String,
    },
    /// A working group.
    Group {
        /// Its name.
        title: String,
        /// When it meets next, else when it met last; in words where no day is read.
        meets: String,
    },
    /// A decision.
    Decision {
        /// When it is expected.
        day: String,
        /// Its title.
        title: String,
        /// Who takes it.
        maker: String,
        /// Whether that day has passed.
        past: bool,
    },
}

/// Where a meeting stands in time.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Time {
    /// Before the day in view.
    Held,
    /// The board's next one.
    Next,
    /// After that, or its day cannot be read.
    Later,
}

impl Programme {
    /// What the selected row shows.
    pub fn selected(&self) -> Option<&ProgrammeLine> {
        let selected = self.list.selected.as_ref()?;
        self.lines.get(selected).map(|(_, line)| line)
    }

    /// A meeting by board and day, with what falls due before it.
    pub fn meeting(&self, board: &Id, day: &str) -> Option<(&Meeting, Vec<&Due>)> {
        let mut meetings = self.meetings.iter();
        let (meeting, due) = meetings.find(|(it, _)| it.board == *board && it.stated == day)?;
        let due = due.iter().filter_map(|place| self.due.get(*place));
        Some((meeting, due.collect()))
    }

    /// The kind of record of the section in view; items under meetings and where nothing is selected.
    pub fn listed_kind(&self) -> Kind {
        match self.selected() {
            Some(ProgrammeLine::Group { .. }) => Kind::Group,
            Some(ProgrammeLine::Decision { .. }) => Kind::Decision,
            Some(ProgrammeLine::Meeting { .. } | ProgrammeLine::Item { .. }) | None => Kind::Item,
        }
    }

    /// The meeting that the selected row is, or stands under.
    pub fn meeting_in_view(&self) -> Option<&Meeting> {
        let place = self.list.place()?;
        let above = self.list.rows.get(..=place)?.iter().rev();
        let (section, _) = self.lines.get(self.list.rows.get(place)?)?;
        let lines = above.map_while(|row| self.lines.get(row).filter(|it| it.0 == *section));
        let meeting = lines.into_iter().find_map(|(_, line)| match line {
            ProgrammeLine::Meeting { place, .. } => Some(*place),
            _ => None,
        })?;
        self.meetings.get(meeting).map(|(meeting, _)| meeting)
    }
}
