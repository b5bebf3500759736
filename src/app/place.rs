//! Where the keys go: the panes and the overlays, one bit each, so that a command can name several.

/// A set of places.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Places(u64);

impl Places {
    /// The pane of themes.
    pub const THEMES: Self = Self(1);
    /// The pane of priorities.
    pub const PRIORITIES: Self = Self(1 << 1);
    /// The pane of indicators.
    pub const INDICATORS: Self = Self(1 << 2);
    /// The pane of actions.
    pub const ACTIONS: Self = Self(1 << 3);
    /// The page of a priority.
    pub const PRIORITY_PAGE: Self = Self(1 << 4);
    /// The page of another record.
    pub const OTHER_PAGE: Self = Self(1 << 5);
    /// The filter of a list, while it is typed.
    pub const FILTER: Self = Self(1 << 6);
    /// The finder.
    pub const FINDER: Self = Self(1 << 7);
    /// The palette of commands.
    pub const PALETTE: Self = Self(1 << 8);
    /// The help.
    pub const HELP: Self = Self(1 << 9);
    /// A question to be answered with yes or no.
    pub const QUESTION: Self = Self(1 << 10);
    /// The line for a note.
    pub const NOTE: Self = Self(1 << 11);
    /// The list of a file's faults.
    pub const FAULTS: Self = Self(1 << 12);

    /// The question in which role a tracker is approved.
    pub const ROLE: Self = Self(1 << 40);
    /// The list of recommendations.
    pub const RECOMMENDATIONS: Self = Self(1 << 13);
    /// The coverage matrix.
    pub const MATRIX: Self = Self(1 << 14);
    /// The list of exceptions.
    pub const EXCEPTIONS: Self = Self(1 << 15);
    /// The overview.
    pub const OVERVIEW: Self = Self(1 << 16);
    /// The work programme.
    pub const PROGRAMME: Self = Self(1 << 17);
    /// The history.
    pub const HISTORY: Self = Self(1 << 18);
    /// The questions that give a recommendation its stage.
    pub const STAGE: Self = Self(1 << 19);
    /// The line for an answer to an exception.
    pub const ANSWER: Self = Self(1 << 20);

    /// A change of mine and somebody else's, to be decided.
    pub const CONFLICT: Self = Self(1 << 21);
    /// The line in which one text is made out of two.
    pub const MERGE: Self = Self(1 << 22);
    /// The fields of a form.
    pub const FORM: Self = Self(1 << 30);
    /// The items of a list in a form.
    pub const FORM_LIST: Self = Self(1 << 31);

    /// A page as bare text.
    pub const COPY_VIEW: Self = Self(1 << 50);
    /// The meetings to which an item can be moved.
    pub const MEETINGS: Self = Self(1 << 44);

    /// The choice of what is set of many records.
    pub const FIELD_CHOICE: Self = Self(1 << 60);
    /// What a change of many records comes to.
    pub const PREVIEW: Self = Self(1 << 61);
    /// The screen that stands where no file is open.
    pub const WELCOME: Self = Self(1 << 58);
    /// The line in which a file is typed, or what a new one is called.
    pub const FILE_LINE: Self = Self(1 << 59);
    /// A task of the update round, while a word is chosen.
    pub const ROUND: Self = Self(1 << 54);
    /// A task of the update round, while something is typed.
    pub const ROUND_TEXT: Self = Self(1 << 55);
    /// What a list can be sorted by.
    pub const SORT: Self = Self(1 << 33);
    /// The columns of a list.
    pub const COLUMNS: Self = Self(1 << 34);
    /// The values by which a list can be narrowed.
    pub const CHIPS: Self = Self(1 << 35);
    /// The saved views.
    pub const VIEWS: Self = Self(1 << 36);
    /// The name of a view that is being saved.
    pub const VIEW_NAME: Self = Self(1 << 37);
    /// The question where a view is to be kept.
    pub const KEEP_VIEW: Self = Self(1 << 38);

    /// The four lists of the trackers.
    pub const PANES: Self = Self(0b1111);
    /// The lists that fill a screen each.
    pub const FULL: Self = Self::RECOMMENDATIONS
        .and(Self::EXCEPTIONS)
        .and(Self::OVERVIEW)
        .and(Self::PROGRAMME)
        .and(Self::HISTORY);
    /// Every list.
    pub const LISTS: Self = Self::PANES.and(Self::FULL);
    /// Every page.
    pub const PAGES: Self = Self(0b11 << 4);
    /// Everything but overlays.
    pub const BASE: Self = Self::LISTS.and(Self::PAGES).and(Self::MATRIX);
    /// Where a priority is rated: its pane and its page, nowhere else.
    pub const RATING: Self = Self(0b1_0010);
    /// Overlays with a line to type into.
    pub const TYPING: Self = Self((0b111 << 6) | (1 << 11) | (1 << 22) | (1 << 30))
        .and(Self::ANSWER)
        .and(Self::FILE_LINE)
        .and(Self::ROUND_TEXT)
        .and(Self::VIEW_NAME);

    /// Whether this place is among them; of several, whether any is.
    pub const fn has(self, place: Self) -> bool {
        self.0 & place.0 != 0
    }
}

impl Places {
    /// These places but for others, where a constant is needed.
    #[must_use]
    pub const fn without(self, other: Self) -> Self {
        Self(self.0 & !other.0)
    }

    /// The union, where a constant is needed.
    #[must_use]
    pub const fn and(self, other: Self) -> Self {
        Self(self.0 | other.0)
    }
}
