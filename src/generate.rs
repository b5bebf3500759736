//! A synthetic workspace of any size, for trying the program out, for tests and for benches.
//!
//! It has what a real one has, in proportion: themes, priorities with a tracker a quarter, indicators with
//! their history, actions with milestones, recommendations with routes and updates, officers by post, a
//! programme. All of it is made up. The ratings, the figures and the actions of a priority agree with each
//! other, so that `check` finds no error and little else.
//!
//! Every record is made from the seed and its own number alone, so that references need no memory: the file
//! is written record by record, whatever its size, and the same seed gives the same bytes in every run of
//! the same version. [`write()`] gives canonical text, as the store would write it. May import `domain` only.

mod action;
mod calendar;
mod chance;
mod course;
mod frame;
mod indicator;
mod names;
mod priority;
mod prose;
mod recommendation;

use std::io::{self, Write};

use serde::Serialize;

use crate::domain::field::Out;
use crate::domain::json::Json;
use crate::domain::record::Record as _;
use crate::domain::workspace::Workspace;

/// The most priorities that can be asked for: codes stay short and apart up to here.
pub const MOST: u32 = 1_000_000;

/// How many indicators, and how many actions, belong to a priority.
const INDICATORS: u32 = 2;
const ACTIONS: u32 = 3;

/// What is to be made.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Recipe {
    /// How many priorities, at most [`MOST`].
    pub priorities: u32,
    /// What chance begins with.
    pub seed: u64,
}

impl Recipe {
    fn indicators(self) -> u32 {
        self.priorities * INDICATORS
    }

    fn actions(self) -> u32 {
        self.priorities * ACTIONS
    }

    fn recommendations(self) -> u32 {
        self.priorities.div_ceil(3)
    }
}

/// Writes the workspace. Holds no more than one record at a time, and the little that stands around them.
pub fn write(recipe: Recipe, out: &mut dyn Write) -> io::Result<()> {
    let around = frame::frame(recipe);
    let mut file = File { out, begun: false };
    for spec in Workspace::FIELDS {
        match spec.name {
            "highlights" => file.list(spec.name, frame::highlights(recipe))?,
            "priorities" => {
                file.list(spec.name, each(recipe.priorities, recipe, priority::make))?;
            }
            "indicators" => {
                file.list(
                    spec.name,
                    each(recipe.indicators(), recipe, indicator::make),
                )?;
            }
            "actions" => file.list(spec.name, each(recipe.actions(), recipe, action::make))?,
            "recommendations" => {
                let all = each(recipe.recommendations(), recipe, recommendation::make);
                file.list(spec.name, all)?;
            }
            name => {
                if let Some(value) = around.get(name) {
                    file.key(name)?;
                    file.out.write_all(value.pretty(1).as_bytes())?;
                }
            }
        }
    }
    file.out.write_all(b"\n}\n")
}

/// The records of a kind, one after the other.
fn each<T>(count: u32, recipe: Recipe, make: fn(Recipe, u32) -> T) -> impl Iterator<Item = T> {
    (0..count).map(move |number| make(recipe, number))
}

/// The file as it grows.
struct File<'a> {
    out: &'a mut dyn Write,
    begun: bool,
}

impl File<'_> {
    /// Begins a key of the workspace.
    fn key(&mut self, name: &str) -> io::Result<()> {
        let before = if self.begun { ",\n" } else { "{\n" };
        self.begun = true;
        write!(self.out, "{before}  \"{name}\": ")
    }

    /// Writes a list of records; none at all is not written.
    fn list<T>(&mut self, name: &str, records: impl Iterator<Item = T>) -> io::Result<()>
    where
        for<'a> Out<'a, T>: Serialize,
    {
        let mut records = records.peekable();
        if records.peek().is_none() {
            return Ok(());
        }
        self.key(name)?;
        let mut before = "[\n    ";
        for record in records {
            let text = Json::of(&Out(&record))?.pretty(2);
            self.out.write_all(before.as_bytes())?;
            self.out.write_all(text.as_bytes())?;
            before = ",\n    ";
        }
        self.out.write_all(b"\n  ]")
    }
}
