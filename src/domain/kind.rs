//! The kinds of records that a workspace holds.

use super::choice::words;

words! {
    /// A kind of record, by the word that commands, links and the journal use.
    pub enum Kind {
        /// The workspace itself: its title, period, scale.
        Workspace = "workspace",
        /// A body that reviews.
        Board = "board",
        /// A published plan.
        Plan = "plan",
        /// A group, return, report or forum that routes name.
        Monitor = "monitor",
        /// What was published about a period.
        Period = "period",
        /// An issue of significance of a quarter.
        Highlight = "highlight",
        /// A heading of the plan.
        Theme = "theme",
        /// An improvement priority.
        Priority = "priority",
        /// A performance indicator.
        Indicator = "indicator",
        /// Something to be done.
        Action = "action",
        /// An officer's answer to a line of the exceptions.
        Answer = "answer",
        /// A scrutiny inquiry.
        Inquiry = "inquiry",
        /// Something asked of the organisation.
        Recommendation = "recommendation",
        /// A graded inspection result.
        Judgement = "judgement",
        /// An item of the work programme.
        Item = "item",
        /// A working group.
        Group = "group",
        /// A decision of the forward plan.
        Decision = "decision",
        /// A saved view.
        View = "view",
    }
}

impl Kind {
    /// The word for several of them, as lists and headings say it.
    pub fn plural(self) -> &'static str {
        match self {
            Self::Workspace => "workspaces",
            Self::Board => "boards",
            Self::Plan => "plans",
            Self::Monitor => "monitors",
            Self::Period => "periods",
            Self::Highlight => "highlights",
            Self::Theme => "themes",
            Self::Priority => "priorities",
            Self::Indicator => "indicators",
            Self::Action => "actions",
            Self::Answer => "answers",
            Self::Inquiry => "inquiries",
            Self::Recommendation => "recommendations",
            Self::Judgement => "judgements",
            Self::Item => "items",
            Self::Group => "groups",
            Self::Decision => "decisions",
            Self::View => "views",
        }
    }

    /// Reads a kind as people type it: the word, its plural, or a beginning of it that fits only one.
    pub fn read(text: &str) -> Option<Self> {
        let text = text.trim().to_lowercase();
        if text.is_empty() {
            return None;
        }
        let exact = Self::ALL
            .iter()
            .find(|kind| kind.word() == text || kind.plural() == text);
        if let Some(kind) = exact {
            return Some(*kind);
        }
        let mut begin = Self::ALL
            .iter()
            .filter(|kind| kind.plural().starts_with(&text) || kind.word().starts_with(&text));
        let first = begin.next()?;
        begin.next().is_none().then_some(*first)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_kind_is_read_by_word_plural_or_an_unmistakable_beginning() {
        for (text, kind) in [
            ("priority", Some(Kind::Priority)),
            ("Priorities", Some(Kind::Priority)),
            ("rec", Some(Kind::Recommendation)),
            ("p", None),
            ("", None),
            ("nothing", None),
        ] {
            assert_eq!(Kind::read(text), kind, "{text}");
        }
    }
}
