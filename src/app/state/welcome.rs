//! What there is before any file is open: the choice of one.

use crate::app::line::InputLine;
use crate::domain::id::Id;

use super::{File, Options, Overlay, State};
use crate::domain::workspace::Workspace;

/// The screen that stands where no file is open.
#[derive(Clone, Debug, Default)]
pub struct Welcome {
    /// The workspace files of the folder that the program was started in, by name.
    pub near: Vec<String>,
    /// The file that was open last, where it is no longer there.
    pub gone: Option<String>,
    /// The selected offer, by its place among [`offers`](Self::offers).
    pub selected: usize,
    /// The file that is being opened.
    pub opening: Option<String>,
    /// How the program begins, once a file is open.
    pub options: Options,
}

/// What can be chosen where no file is open.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Offer<'a> {
    /// A copy of the sample.
    Sample,
    /// A file that is there.
    Open,
    /// A new workspace.
    New,
    /// A workspace file of the folder.
    Near(&'a str),
}

impl Welcome {
    /// Everything that can be chosen, in the order in which it stands there.
    pub fn offers(&self) -> Vec<Offer<'_>> {
        let near = self.near.iter().map(|name| Offer::Near(name));
        [Offer::Sample, Offer::Open, Offer::New]
            .into_iter()
            .chain(near)
            .collect()
    }

    /// A file name made of a title, that no workspace of the folder has: `plan.json`, `plan-2.json`.
    pub fn free_name(&self, title: &str) -> String {
        let slug = Id::slug(title);
        let stem = if slug.is_empty() {
            "plan"
        } else {
            slug.as_str()
        };
        let taken = |name: &String| self.near.contains(name);
        let numbered = (2..).map(|number| format!("{stem}-{number}.json"));
        let mut names = std::iter::once(format!("{stem}.json")).chain(numbered);
        names.find(|name| !taken(name)).unwrap_or_default()
    }
}

/// A line in which a file, or what a new one is called, is typed.
#[derive(Clone, Debug, Default)]
pub struct FileLine {
    /// What is typed for.
    pub wanted: WantedFile,
    /// What is typed.
    pub line: InputLine,
    /// The folder whose names are known, as it was typed.
    pub folder: String,
    /// The names in it; those of folders end in `/`.
    pub names: Vec<String>,
    /// Those that go on with what is typed.
    pub fits: Vec<String>,
    /// The chosen one of them.
    pub chosen: Option<usize>,
}

/// What a file is typed for.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub enum WantedFile {
    /// To open it.
    #[default]
    Open,
    /// To put a copy of the sample there.
    Sample,
    /// The title of a new workspace; its file comes next.
    Title,
    /// To put a new workspace with this title there.
    New {
        /// The title.
        title: String,
    },
}

impl FileLine {
    /// A line with something in it.
    pub fn new(wanted: WantedFile, text: &str) -> Self {
        Self {
            wanted,
            line: InputLine::with(text),
            ..Self::default()
        }
    }

    /// The folder and the beginning of a name that are typed.
    pub fn parts(&self) -> (&str, &str) {
        let text = self.line.text();
        let end = text.rfind('/').map_or(0, |at| at + 1);
        text.split_at_checked(end).unwrap_or(("", text))
    }

    /// Finds what goes on with what is typed: folders, and workspace files where one is opened. Names
    /// that begin with a dot only where a dot is typed.
    pub(crate) fn narrow(&mut self) {
        let (folder, stem) = self.parts();
        let opens = self.wanted == WantedFile::Open;
        let fits = |name: &&String| {
            let is_folder = name.ends_with('/');
            let hidden = name.starts_with('.') && !stem.starts_with('.');
            name.starts_with(stem) && !hidden && (is_folder || opens)
        };
        self.fits = if folder == self.folder && self.wanted != WantedFile::Title {
            self.names.iter().filter(fits).cloned().collect()
        } else {
            Vec::new()
        };
        self.chosen = None;
    }
}

impl State {
    /// The program without a file.
    pub fn welcome(welcome: Welcome) -> Self {
        let options = welcome.options.clone();
        let mut state = Self::new(Workspace::empty(), File::default(), &options);
        state.overlays.push(Overlay::Welcome(Box::new(welcome)));
        state
    }

    /// The screen without a file, if none is open.
    pub fn without_file(&self) -> Option<&Welcome> {
        match self.overlays.first() {
            Some(Overlay::Welcome(welcome)) => Some(welcome),
            _ => None,
        }
    }
}
