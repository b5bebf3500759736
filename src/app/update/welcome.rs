//! Before any file is open: a copy of the sample, a file that is there, or a new workspace.

use crate::app::effect::{Effect, NewFile};
use crate::app::message::Session;
use crate::app::state::{FileLine, Notice, Offer, Overlay, State, WantedFile, Welcome};

/// What a copy of the sample is called where nobody says otherwise.
const SAMPLE: &str = "leeds sample";
/// What a file of workspaces ends in: so they are found again in their folder.
const ENDING: &str = ".json";

/// The screen without a file, to change it.
fn welcome(state: &mut State) -> Option<&mut Welcome> {
    match state.overlays.first_mut() {
        Some(Overlay::Welcome(welcome)) => Some(welcome),
        _ => None,
    }
}

fn line(state: &mut State) -> Option<&mut FileLine> {
    match state.overlays.last_mut() {
        Some(Overlay::FileLine(line)) => Some(line),
        _ => None,
    }
}

/// Selects another offer.
pub(super) fn choose(state: &mut State, by: isize) {
    if let Some(welcome) = welcome(state) {
        let last = welcome.offers().len() - 1;
        welcome.selected = welcome.selected.saturating_add_signed(by).min(last);
    }
}

/// Takes the selected offer.
pub(super) fn accept(state: &mut State) -> Vec<Effect> {
    let Some(welcome) = state.without_file() else {
        return Vec::new();
    };
    match welcome.offers().get(welcome.selected) {
        Some(Offer::Sample) => sample(state),
        Some(Offer::Open) => open(state),
        Some(Offer::New) => new(state),
        Some(Offer::Near(name)) => {
            let name = (*name).to_owned();
            begin(state, &name, |path| Effect::Open { path })
        }
        None => Vec::new(),
    }
}

/// Asks where the copy of the sample is to be.
pub(super) fn sample(state: &mut State) -> Vec<Effect> {
    let name = state.without_file().map(|it| it.free_name(SAMPLE));
    ask(state, WantedFile::Sample, &name.unwrap_or_default())
}

/// Asks which file to open.
pub(super) fn open(state: &mut State) -> Vec<Effect> {
    ask(state, WantedFile::Open, "")
}

/// Asks what the new workspace is called.
pub(super) fn new(state: &mut State) -> Vec<Effect> {
    ask(state, WantedFile::Title, "")
}

fn ask(state: &mut State, wanted: WantedFile, text: &str) -> Vec<Effect> {
    let line = FileLine::new(wanted, text);
    state.overlays.push(Overlay::FileLine(line));
    list(state, true)
}

/// What follows from a changed line.
pub(super) fn typed(state: &mut State) -> Vec<Effect> {
    list(state, false)
}

/// Narrows what fits; asks for the names of the folder where they are not known yet.
fn list(state: &mut State, anew: bool) -> Vec<Effect> {
    let Some(line) = line(state) else {
        return Vec::new();
    };
    line.narrow();
    let (folder, _) = line.parts();
    if line.wanted == WantedFile::Title || (folder == line.folder && !anew) {
        return Vec::new();
    }
    vec![Effect::ListFolder(folder.to_owned())]
}

/// The names of a folder came. Those of one that is no longer typed are of no use.
pub(super) fn listed(state: &mut State, folder: String, names: Vec<String>) -> Vec<Effect> {
    if let Some(line) = line(state)
        && line.parts().0 == folder
    {
        line.folder = folder;
        line.names = names;
        line.narrow();
    }
    Vec::new()
}

/// Selects another of the names that fit.
pub(super) fn choose_name(line: &mut FileLine, by: isize) {
    let last = line.fits.len().saturating_sub(1);
    let next = match line.chosen {
        Some(chosen) => chosen.saturating_add_signed(by).min(last),
        None if by < 0 => last,
        None => 0,
    };
    line.chosen = Some(next).filter(|_| !line.fits.is_empty());
}

/// Takes the chosen name into the line, or the first that fits.
pub(super) fn complete(state: &mut State) -> Vec<Effect> {
    let Some(line) = line(state) else {
        return Vec::new();
    };
    let Some(name) = line.fits.get(line.chosen.unwrap_or(0)) else {
        return Vec::new();
    };
    let whole = format!("{}{name}", line.parts().0);
    line.line = crate::app::line::InputLine::with(&whole);
    list(state, false)
}

/// Takes what is typed or chosen.
pub(super) fn accept_line(state: &mut State) -> Vec<Effect> {
    let Some(line) = line(state) else {
        return Vec::new();
    };
    let is_folder = |text: &str| text.ends_with('/');
    if let Some(name) = line.chosen.and_then(|at| line.fits.get(at)) {
        let goes_on = is_folder(name);
        let listed = complete(state);
        if goes_on {
            return listed;
        }
        return accept_text(state);
    }
    accept_text(state)
}

/// Takes what is typed.
fn accept_text(state: &mut State) -> Vec<Effect> {
    let Some(line) = line(state) else {
        return Vec::new();
    };
    let text = line.line.text().trim().to_owned();
    if text.is_empty() {
        let what = match line.wanted {
            WantedFile::Title => "Type what the workspace is called",
            _ => "Type the name of a file",
        };
        state.notice = Some(Notice::warning(what));
        return Vec::new();
    }
    if text.ends_with('/') && line.wanted != WantedFile::Title {
        state.notice = Some(Notice::warning("That is a folder; go on with a file in it"));
        return Vec::new();
    }
    match line.wanted.clone() {
        WantedFile::Open => begin(state, &text, |path| Effect::Open { path }),
        WantedFile::Sample => begin(state, &with_ending(text), |path| Effect::Make {
            path,
            content: NewFile::Sample,
        }),
        WantedFile::New { title } => begin(state, &with_ending(text), |path| Effect::Make {
            path,
            content: NewFile::Titled(title),
        }),
        WantedFile::Title => {
            let name = state.without_file().map(|it| it.free_name(&text));
            let wanted = WantedFile::New { title: text };
            ask(state, wanted, &name.unwrap_or_default())
        }
    }
}

/// A name without an ending gets that of workspaces.
fn with_ending(path: String) -> String {
    let name = path.rsplit('/').next().unwrap_or_default();
    if name.is_empty() || name.contains('.') {
        path
    } else {
        path + ENDING
    }
}

/// Has a file opened or made, one at a time.
fn begin(state: &mut State, path: &str, effect: impl FnOnce(String) -> Effect) -> Vec<Effect> {
    let Some(welcome) = welcome(state).filter(|it| it.opening.is_none()) else {
        return Vec::new();
    };
    welcome.opening = Some(path.to_owned());
    state.notice = Some(Notice::done(format!("Opening {path}")));
    vec![effect(path.to_owned())]
}

/// A file is open: the program begins with it.
pub(super) fn opened(state: &mut State, session: Session) -> Vec<Effect> {
    let Some(welcome) = welcome(state) else {
        return Vec::new();
    };
    let mut options = std::mem::take(&mut welcome.options);
    options.resumed = session.resumed;
    options.said = None;
    let (today, regions) = (state.today, std::mem::take(&mut state.regions));
    *state = State::new(session.workspace, session.file, &options);
    state.today = today;
    state.regions = regions;
    Vec::new()
}

/// No file was opened, and why.
pub(super) fn not_opened(state: &mut State, reason: String) -> Vec<Effect> {
    if let Some(welcome) = welcome(state) {
        welcome.opening = None;
    }
    state.notice = Some(Notice::error(reason));
    Vec::new()
}
