//! A user at the keyboard: keys in, screens out, over a real file.
//!
//! What the main loop does, without a terminal and without threads: every key is taken by `update`,
//! its effects are performed at once, and a frame is drawn after each.

use std::collections::VecDeque;
use std::fs;
use std::path::PathBuf;
use std::sync::Arc;

use ratatui::buffer::{Buffer, Cell};
use ratatui::layout::Rect;
use ratatui::style::{Color, Modifier};
use scrutineer::app::effect::{Effect, NewFile};
use scrutineer::app::input::InputEvent;
use scrutineer::app::key::Key;
use scrutineer::app::message::{Msg, Session};
use scrutineer::app::state::{File, Notice, Options, State, Welcome};
use scrutineer::app::update::update;
use scrutineer::domain::day::Day;
use scrutineer::domain::entry::Entry;
use scrutineer::domain::entry::Who;
use scrutineer::domain::period::Period;
use scrutineer::domain::plan::View;
use scrutineer::domain::workspace::Workspace;
use scrutineer::store::format;
use scrutineer::store::{Access, OpenError, OpenOptions, ReadOnlyReason, Store};
use scrutineer::tui;
use scrutineer::tui::clerk::{self, Clerk};
use scrutineer::tui::colour::ColourLevel;
use scrutineer::tui::styles::Styles;
use scrutineer::tui::view::view;
use tempfile::TempDir;

use super::found::found;

/// The workspace of the papers.
pub const SAMPLE: &str = include_str!("../../../tests/data/trackers-2008-q4.json");
/// The sample that comes with the program: both years, with recommendations.
pub const LEEDS: &str = include_str!("../../../sample-data/leeds.json");
/// A workspace with nothing in it.
pub const EMPTY: &str = "{\n  \"format\": \"scrutineer/1\"\n}\n";

/// What the letters of a style layer mean.
const LEGEND: &str = "styles: . plain  b bold  d dim  f focus  R A G B rating chip  r selected  m matched\n        x red  o green  w yellow  # selected or chip without colour";

/// What an editor makes of a text, or why it could not.
pub type Editor = fn(&str) -> Result<String, String>;

/// One sitting.
pub struct Journey {
    /// The program.
    pub state: State,
    /// What was put on the clipboard.
    pub copied: Vec<String>,
    /// Whether the program has ended.
    pub ended: bool,
    /// What the user's editor makes of a text; none leaves it as it is.
    pub editor: Option<Editor>,
    /// The views of this user.
    private: Vec<View>,
    clerk: Option<Clerk>,
    styles: Styles,
    size: (u16, u16),
    path: PathBuf,
    folder: TempDir,
}

/// How to sit down.
pub struct Sitting<'a> {
    /// The file's content.
    pub text: &'a str,
    /// Columns and rows.
    pub size: (u16, u16),
    /// Whether nothing shall be written.
    pub read_only: bool,
    /// Whether only ASCII is drawn.
    pub ascii: bool,
    /// How many colours there are.
    pub colours: ColourLevel,
    /// The day that counts as today, for overdue dates and signatures.
    pub as_of: Option<Day>,
    /// Who sits there.
    pub who: Who,
}

impl Default for Sitting<'_> {
    fn default() -> Self {
        Self {
            text: SAMPLE,
            size: (120, 40),
            read_only: false,
            ascii: false,
            colours: ColourLevel::Sixteen,
            as_of: None,
            who: Who::default(),
        }
    }
}

impl Sitting<'_> {
    /// Opens the file and draws the first frame.
    pub fn begin(self) -> Journey {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("leeds.json");
        fs::write(&path, self.text).unwrap();
        let mut file = File {
            name: "leeds.json".to_owned(),
            ..File::default()
        };
        let options = OpenOptions {
            read_only: self.read_only,
            despite_faults: true,
            who: Some(self.who.clone()),
        };
        let (store, workspace) = match Store::open_with(&path, options) {
            Ok(opened) => {
                if let Access::ReadOnly(reason) = opened.access {
                    file.read_only = Some(reason.to_string());
                    if let ReadOnlyReason::Faults(faults) = reason {
                        file.faults = faults;
                    }
                }
                (Some(opened.store), opened.workspace)
            }
            Err(OpenError::Faulty { faults, .. }) => {
                file.read_only = Some("the file has faults".to_owned());
                file.faults = faults;
                (None, Workspace::empty())
            }
            Err(error) => panic!("{error}"),
        };
        let options = Options {
            ascii: self.ascii,
            as_of: self.as_of,
            who: self.who,
            ..Options::default()
        };
        let mut journey = Journey {
            state: State::new(workspace, file, &options),
            copied: Vec::new(),
            ended: false,
            editor: None,
            private: Vec::new(),
            clerk: store.map(Clerk::new),
            styles: Styles::new(self.colours),
            size: self.size,
            path,
            folder,
        };
        if let Some(clerk) = &mut journey.clerk {
            let read = clerk.read_back();
            let effects = update(&mut journey.state, read);
            journey.perform(effects);
        }
        journey.draw();
        journey
    }
}

impl Journey {
    /// Without a file, in a folder with these files in it.
    pub fn without_file(size: (u16, u16), files: &[(&str, &str)], gone: Option<&str>) -> Self {
        let folder = tempfile::tempdir().unwrap();
        for (name, text) in files {
            let path = folder.path().join(name);
            fs::create_dir_all(path.parent().unwrap()).unwrap();
            fs::write(path, text).unwrap();
        }
        let names = files.iter().map(|(name, _)| (*name).to_owned());
        let welcome = Welcome {
            near: names.filter(|name| !name.contains('/')).collect(),
            gone: gone.map(str::to_owned),
            ..Welcome::default()
        };
        let mut journey = Self {
            state: State::welcome(welcome),
            copied: Vec::new(),
            ended: false,
            editor: None,
            private: Vec::new(),
            clerk: None,
            styles: Styles::new(ColourLevel::Sixteen),
            size,
            path: folder.path().join("none"),
            folder,
        };
        journey.draw();
        journey
    }

    /// Over the sample, on a screen so large.
    pub fn sample(size: (u16, u16)) -> Self {
        Sitting {
            size,
            ..Sitting::default()
        }
        .begin()
    }

    /// Types keys: a name in brackets is a named key, a space parts, everything else is itself.
    pub fn keys(&mut self, script: &str) -> &mut Self {
        for key in keys(script) {
            self.key(key);
        }
        self
    }

    /// Lets the time pass that a key which begins something waits, and draws.
    pub fn pause(&mut self) -> &mut Self {
        let effects = update(&mut self.state, Msg::Paused);
        self.perform(effects);
        self.draw();
        self
    }

    /// Pastes a text, and draws.
    pub fn paste(&mut self, text: &str) -> &mut Self {
        self.input(InputEvent::Paste(text.to_owned()))
    }

    /// Takes what the terminal tells, and draws.
    pub fn input(&mut self, event: InputEvent) -> &mut Self {
        let effects = update(&mut self.state, Msg::Input(event));
        self.perform(effects);
        self.draw();
        self
    }

    /// Types one key, and draws.
    pub fn key(&mut self, key: Key) {
        assert!(!self.ended, "{key} after the end");
        let effects = update(&mut self.state, Msg::Input(InputEvent::Key(key)));
        self.perform(effects);
        self.draw();
    }

    /// The workspace as somebody finds it who opens it now.
    pub fn file(&self) -> String {
        found(&self.path)
    }

    /// Somebody else writes the file.
    pub fn somebody_writes(&self, text: &str) {
        fs::write(&self.path, text).unwrap();
    }

    /// Somebody else takes the file away.
    pub fn somebody_removes(&self) {
        fs::remove_file(&self.path).unwrap();
    }

    /// Somebody writes over what the journal says.
    pub fn somebody_rewrites_the_journal(&self, from: &str, to: &str) {
        let path = self.path.with_file_name("leeds.journal.jsonl");
        let text = fs::read_to_string(&path).unwrap();
        assert!(text.contains(from), "{text}");
        fs::write(&path, text.replace(from, to)).unwrap();
    }

    /// The names in the folder, in order.
    pub fn files(&self) -> Vec<String> {
        let entries = fs::read_dir(self.path.parent().unwrap()).unwrap();
        let name = |entry: std::io::Result<fs::DirEntry>| entry.unwrap().file_name();
        let mut names: Vec<String> = entries
            .map(|entry| name(entry).into_string().unwrap())
            .collect();
        names.sort();
        names
    }

    fn perform(&mut self, effects: Vec<Effect>) {
        let mut waiting: VecDeque<Effect> = effects.into();
        while let Some(effect) = waiting.pop_front() {
            let answer = match effect {
                Effect::Commit(pending) => {
                    let clerk = self.clerk.as_mut().expect("a store to commit to");
                    clerk.commit(&pending)
                }
                Effect::ReadBack => match &mut self.clerk {
                    Some(clerk) => clerk.read_back(),
                    None => continue,
                },
                Effect::Verify => clerk::verify(&self.path),
                Effect::Copy { text, what } => {
                    let notice = Notice::copied(&text, &what);
                    self.copied.push(text);
                    Msg::Said(notice)
                }
                Effect::Find(finding) => Msg::Found(Box::new(finding.run())),
                Effect::EditText(text) => Msg::Edited(match self.editor {
                    Some(edit) => edit(&text),
                    None => Ok(text),
                }),
                Effect::KeepText(_) => Msg::Said(Notice::error("kept aside")),
                Effect::KeepView(view) => {
                    self.private.retain(|it| it.name != view.name);
                    self.private.push(*view);
                    Msg::PrivateViews(self.private.clone(), Notice::done("View kept for you"))
                }
                Effect::ForgetView(name) => {
                    self.private.retain(|it| it.name != name);
                    Msg::PrivateViews(self.private.clone(), Notice::done("View deleted"))
                }
                Effect::Quit => {
                    self.ended = true;
                    return;
                }
                Effect::ListFolder(folder) => {
                    let typed = format!("{}/{folder}", self.folder.path().display());
                    let names = tui::folder::names(&typed);
                    Msg::Listed { folder, names }
                }
                Effect::Open { path } => self.open_file(&path),
                Effect::Make { path, content } => {
                    let made = match content {
                        NewFile::Sample => format::read(LEEDS.as_bytes()).unwrap(),
                        NewFile::Titled(title) => {
                            Workspace::begun(title, Period::read("2010/11 Q2"))
                        }
                    };
                    match Store::create(&self.folder.path().join(&path), &made) {
                        Ok(_) => self.open_file(&path),
                        Err(error) => Msg::NotOpened(error.to_string()),
                    }
                }
                Effect::Repaint | Effect::Suspend | Effect::Mouse(_) => continue,
            };
            waiting.extend(update(&mut self.state, answer));
        }
    }

    /// Opens a file of the folder, as the loop does where none is open.
    fn open_file(&mut self, name: &str) -> Msg {
        let path = self.folder.path().join(name);
        let opened = match Store::open(&path) {
            Ok(opened) => opened,
            Err(error) => return Msg::NotOpened(error.to_string()),
        };
        self.clerk = Some(Clerk::new(opened.store));
        self.path = path;
        Msg::Opened(Box::new(Session {
            workspace: opened.workspace,
            file: File {
                name: name.to_owned(),
                ..File::default()
            },
            resumed: None,
        }))
    }

    /// The store sees what others did, as the worker does when it is told or looks.
    pub fn look(&mut self) -> &mut Self {
        let news = self.clerk.as_mut().expect("a file to look at").look();
        for msg in news {
            let effects = update(&mut self.state, msg);
            self.perform(effects);
        }
        self.draw();
        self
    }

    /// The program gets to know of changes that were made before, the newest first.
    pub fn read_back(&mut self, entries: Vec<Arc<Entry>>) -> &mut Self {
        let read = Msg::ReadBack {
            entries,
            more: false,
        };
        let effects = update(&mut self.state, read);
        self.perform(effects);
        self.draw();
        self
    }

    /// Leaves, and comes back another day to the same file.
    pub fn again(self) -> Self {
        let Self {
            clerk,
            styles,
            size,
            path,
            folder,
            private,
            ..
        } = self;
        drop(clerk);
        let opened = Store::open(&path).unwrap();
        let file = File {
            name: "leeds.json".to_owned(),
            ..File::default()
        };
        let mut journey = Self {
            state: State::new(opened.workspace, file, &Options::default()),
            copied: Vec::new(),
            ended: false,
            clerk: Some(Clerk::new(opened.store)),
            editor: None,
            private,
            styles,
            size,
            path,
            folder,
        };
        if let Some(clerk) = &mut journey.clerk {
            let msg = clerk.read_back();
            let effects = update(&mut journey.state, msg);
            journey.perform(effects);
        }
        journey.draw();
        journey
    }

    /// Draws a frame and tells the state what was drawn, as the loop does.
    pub fn draw(&mut self) -> Buffer {
        let (width, height) = self.size;
        let area = Rect::new(0, 0, width, height);
        let mut buffer = Buffer::empty(area);
        let drawn = view(&self.state, &self.styles, area, &mut buffer);
        if let Some(cursor) = drawn.cursor {
            assert!(area.contains(cursor), "the cursor is off the screen");
        }
        let asked = update(&mut self.state, Msg::Drawn(drawn.regions));
        assert!(asked.is_empty(), "a frame asks for nothing");
        buffer
    }

    /// Another size, as after a resize.
    pub fn resize(&mut self, size: (u16, u16)) {
        self.size = size;
        self.draw();
    }

    /// The lines of the screen, without styles.
    pub fn lines(&mut self) -> Vec<String> {
        layer(&self.draw(), |cell| cell.symbol().to_owned())
    }

    /// The screen without styles.
    pub fn text(&mut self) -> String {
        self.lines().join("\n")
    }

    /// The screen with its styles below.
    pub fn screen(&mut self) -> String {
        let buffer = self.draw();
        let text = layer(&buffer, |cell| cell.symbol().to_owned()).join("\n");
        let styles = layer(&buffer, |cell| letter(cell).to_string()).join("\n");
        format!("{text}\n{LEGEND}\n{styles}\n")
    }
}

/// Reads a script of keys.
pub fn keys(script: &str) -> Vec<Key> {
    let mut keys = Vec::new();
    let mut rest = script;
    while let Some(first) = rest.chars().next() {
        let named = rest
            .strip_prefix('<')
            .and_then(|rest| rest.split_once('>'))
            .filter(|(name, _)| !name.is_empty() && !name.contains([' ', '<']));
        if let Some((name, behind)) = named {
            keys.push(Key::parse(name).unwrap());
            rest = behind;
            continue;
        }
        if first != ' ' {
            keys.push(Key::Char(first));
        }
        rest = rest.get(first.len_utf8()..).unwrap_or_default();
    }
    keys
}

/// One layer of a screen, line by line, without what is blank at the right.
fn layer(buffer: &Buffer, show: impl Fn(&Cell) -> String) -> Vec<String> {
    let width = usize::from(buffer.area.width.max(1));
    let rows = buffer.content.chunks(width);
    rows.map(|row| {
        let line: String = row.iter().map(&show).collect();
        line.trim_end().to_owned()
    })
    .collect()
}

/// The letter that stands for the style of a cell.
fn letter(cell: &Cell) -> char {
    let has = |modifier| cell.modifier.contains(modifier);
    match (cell.bg, cell.fg) {
        (Color::Red, _) => 'R',
        (Color::Yellow, _) => 'A',
        (Color::Green, _) => 'G',
        (Color::Blue, _) => 'B',
        _ if has(Modifier::REVERSED) && has(Modifier::BOLD) => '#',
        _ if has(Modifier::REVERSED) => 'r',
        _ if has(Modifier::UNDERLINED) => 'm',
        (_, Color::Cyan) => 'f',
        (_, Color::Red) => 'x',
        (_, Color::Green) => 'o',
        (_, Color::Yellow) => 'w',
        _ if cell.symbol() == " " => ' ',
        _ if has(Modifier::BOLD) => 'b',
        _ if has(Modifier::DIM) => 'd',
        _ => '.',
    }
}
