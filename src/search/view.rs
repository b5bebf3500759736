//! Saved views: a list with its filter, order and columns, under a name.
//!
//! A view stands in the workspace, for everybody, or is kept for one person; some come with the program. What
//! cannot be understood in one is said with what is nearest; the rest of it counts.

use super::catalogue::Catalogue;
use super::value::nearest;
use crate::analysis::listing::{Column, Listing, Sort};
use crate::domain::plan::View;
use crate::domain::workspace::Workspace;

/// Where a view is kept.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Keeper {
    /// It comes with the program.
    Program,
    /// In the workspace: everybody has it.
    Workspace,
    /// For this user alone.
    Person,
}

impl Keeper {
    /// The word for it.
    pub fn word(self) -> &'static str {
        match self {
            Self::Program => "built in",
            Self::Workspace => "workspace",
            Self::Person => "private",
        }
    }
}

/// A list as somebody wants to see it again.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ListView {
    /// Its name.
    pub name: String,
    /// Where it is kept.
    pub keeper: Keeper,
    /// The list; `None` where the file names none that there is.
    pub list: Option<Listing>,
    /// What it is filtered by, as it is typed.
    pub filter: String,
    /// What it is sorted by.
    pub sort: Option<Sort>,
    /// The columns that it shows, from the left; empty for the usual ones.
    pub columns: Vec<Column>,
    /// What cannot be understood in it, with what is nearest.
    pub troubles: Vec<String>,
}

/// No view has that name.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("there is no view “{name}”")]
pub struct NoView {
    /// The name as it was asked for.
    pub name: String,
    /// The name nearest to it.
    pub nearest: Option<String>,
    /// All names.
    pub known: Vec<String>,
}

impl NoView {
    /// What to do.
    pub fn hint(&self) -> String {
        match &self.nearest {
            Some(near) => format!("Did you mean “{near}”?"),
            None => format!("One of: {}", self.known.join(", ")),
        }
    }
}

/// The views that come with the program: name, list, filter, sort.
const BUILT_IN: [(&str, Listing, &str, Option<Sort>); 5] = [
    ("Exceptions", Listing::Exceptions, "", None),
    (
        "Overdue",
        Listing::Exceptions,
        "kind:action,recommendation overdue:yes",
        Some(Sort {
            column: Column::Due,
            descending: false,
        }),
    ),
    (
        "No update this period",
        Listing::Priorities,
        "updated:<this,none",
        None,
    ),
    (
        "Waiting for approval",
        Listing::Priorities,
        "approval:waiting",
        None,
    ),
    ("Mine", Listing::Priorities, "officer:me", None),
];

/// Every view that can be chosen: those of the program, of the workspace, of the person.
pub fn offered(workspace: &Workspace, private: &[View]) -> Vec<ListView> {
    let built_in = BUILT_IN.iter().map(|(name, list, filter, sort)| ListView {
        name: (*name).to_owned(),
        keeper: Keeper::Program,
        list: Some(*list),
        filter: (*filter).to_owned(),
        sort: *sort,
        columns: Vec::new(),
        troubles: Vec::new(),
    });
    let shared = workspace.views.iter();
    let shared = shared.map(|view| ListView::read(view, Keeper::Workspace));
    let own = private.iter();
    let own = own.map(|view| ListView::read(view, Keeper::Person));
    built_in.chain(shared).chain(own).collect()
}

/// The view with a name, whatever its case; else the only one that begins so. One's own comes before one
/// of the workspace, and that before one of the program.
pub fn named<'a>(views: &'a [ListView], name: &str) -> Result<&'a ListView, NoView> {
    let wanted = name.trim().to_lowercase();
    let mut own_first = views.iter().rev();
    if let Some(found) = own_first.find(|view| view.name.to_lowercase() == wanted) {
        return Ok(found);
    }
    let begins = |view: &&ListView| view.name.to_lowercase().starts_with(&wanted);
    let begun: Vec<&ListView> = views.iter().filter(begins).collect();
    match begun.as_slice() {
        [only] if !wanted.is_empty() => Ok(only),
        _ => {
            let known = || views.iter().map(|view| view.name.as_str());
            Err(NoView {
                name: name.to_owned(),
                nearest: nearest(name, known()).map(str::to_owned),
                known: known().map(str::to_owned).collect(),
            })
        }
    }
}

/// Whether a name is taken by a view of the program.
pub fn is_built_in(name: &str) -> bool {
    let wanted = name.trim().to_lowercase();
    BUILT_IN
        .iter()
        .any(|(name, ..)| name.to_lowercase() == wanted)
}

impl ListView {
    /// Understands a view as it stands in the file.
    pub fn read(view: &View, keeper: Keeper) -> Self {
        let mut troubles = Vec::new();
        let mut unknown =
            |what: &str, word: &str, known: &mut dyn Iterator<Item = &'static str>| {
                let near = nearest(word, known);
                let near =
                    near.map_or_else(String::new, |near| format!("; did you mean “{near}”?"));
                troubles.push(format!("“{word}” is no {what}{near}"));
            };
        let list = Listing::read(&view.screen);
        if list.is_none() {
            let known = &mut Listing::ALL.iter().map(|list| list.word());
            unknown("list", &view.screen, known);
        }
        let columns_of =
            |list: Option<Listing>| list.map(|list| list.columns().collect::<Vec<_>>());
        let has = |column: &Column| columns_of(list).is_none_or(|all| all.contains(column));
        let words = || {
            let all = columns_of(list).unwrap_or_else(|| Column::ALL.to_vec());
            all.into_iter().map(Column::word)
        };
        let sort = Sort::read(&view.sort).filter(|sort| has(&sort.column));
        if sort.is_none() && !view.sort.is_empty() {
            unknown(
                "column to sort by",
                view.sort.trim_start_matches('-'),
                &mut words(),
            );
        }
        let mut columns = Vec::new();
        for word in &view.columns {
            match Column::from_word(word).filter(has) {
                Some(column) if !columns.contains(&column) => columns.push(column),
                Some(_) => {}
                None => unknown("column", word, &mut words()),
            }
        }
        Self {
            name: view.name.clone(),
            keeper,
            list,
            filter: view.r#where.clone(),
            sort,
            columns,
            troubles,
        }
    }

    /// The view as it stands in the file.
    pub fn record(&self) -> View {
        View {
            name: self.name.clone(),
            screen: self
                .list
                .map_or_else(String::new, |list| list.word().to_owned()),
            r#where: self.filter.clone(),
            sort: self.sort.map_or_else(String::new, |sort| sort.to_string()),
            columns: self
                .columns
                .iter()
                .map(|column| column.word().to_owned())
                .collect(),
            ..View::default()
        }
    }

    /// Everything that cannot be understood in it, its filter too.
    pub fn troubles(&self, catalogue: &Catalogue) -> Vec<String> {
        let filter = catalogue.parse(&self.filter).err();
        let filter = filter.map(|trouble| trouble.to_string());
        filter.into_iter().chain(self.troubles.clone()).collect()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::store::format;

    fn workspace(views: &str) -> Workspace {
        let text = format!(r#"{{"format":"scrutineer/1","views":[{views}]}}"#);
        format::read(text.as_bytes()).unwrap()
    }

    #[test]
    fn a_view_is_written_as_it_was_read() {
        let text = r#"{"name":"Reds","screen":"priorities","where":"rating:red","sort":"-late","columns":["code","title","late"]}"#;
        let workspace = workspace(text);
        let view = workspace.views.at(0).unwrap();
        let read = ListView::read(view, Keeper::Workspace);
        assert_eq!(read.troubles, Vec::<String>::new());
        assert_eq!(read.sort, Some(Sort::by(Column::Late)));
        assert_eq!(read.record(), **view);
    }

    #[test]
    fn what_is_wrong_in_a_view_is_said_with_the_nearest_and_the_rest_counts() {
        let text = r#"{"name":"a","screen":"priorites"},{"name":"b","screen":"priorities","sort":"lete","columns":["code","titel","run"]}"#;
        let workspace = workspace(text);
        let views = offered(&workspace, &[]);
        let troubles = |name: &str| named(&views, name).unwrap().troubles.join(" / ");
        assert_eq!(
            troubles("a"),
            "“priorites” is no list; did you mean “priorities”?"
        );
        assert_eq!(
            troubles("b"),
            "“lete” is no column to sort by; did you mean “late”? / “titel” is no column; did you mean “title”? / “run” is no column; did you mean “due”?"
        );
        assert_eq!(named(&views, "b").unwrap().columns, [Column::Code]);
    }

    #[test]
    fn views_are_found_by_name_whatever_its_case_or_by_a_beginning_that_fits_one() {
        let workspace = workspace(r#"{"name":"Overdue","screen":"actions"},{"name":"Mine too"}"#);
        let views = offered(&workspace, &[]);
        let keeper = |name: &str| named(&views, name).map(|view| view.keeper);
        assert_eq!(
            keeper("overdue"),
            Ok(Keeper::Workspace),
            "the own one first"
        );
        assert_eq!(keeper("MINE"), Ok(Keeper::Program));
        assert_eq!(keeper("waiting"), Ok(Keeper::Program));
        let error = named(&views, "exeptions").unwrap_err();
        assert_eq!(error.nearest.as_deref(), Some("Exceptions"));
        assert!(named(&views, "").is_err());
    }

    #[test]
    fn what_comes_with_the_program_can_be_understood() {
        let workspace = Workspace::empty();
        let moment = crate::analysis::moment::Moment::new(&workspace, None, None);
        let catalogue = Catalogue::new(&workspace, moment);
        for view in offered(&workspace, &[]) {
            assert_eq!(
                view.troubles(&catalogue),
                Vec::<String>::new(),
                "{}",
                view.name
            );
            assert!(is_built_in(&view.name));
            assert_eq!(ListView::read(&view.record(), Keeper::Program), view);
        }
    }
}
