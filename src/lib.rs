//! Scrutineer: improvement plans in a terminal, over one JSON file.
//!
//! ```text
//! title bar    workspace · period · as-of day · rating counts · save state
//! screens      1 Trackers  2 Recommendations  3 Exceptions …   the number shows the *screen*
//! ┌ Themes ┐┏ Priorities ━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━┓  a *pane* is a list; the focused one
//! │> LN    │┃>  R  +  LN-1d  Increase the proportion…  3 miss┃  has the thick border
//! └────────┘┗━━━━━━━┿━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━┛  ` R ` is the rating's *chip*,
//! ┌ Indicators ─────────────────┐┌ Actions ─────────────────┐  `+` the direction of travel
//! │> NI 117  9.5 %  8.9 near  + ││! Nov 2010  Renegotiate…  │  a *page* shows one record whole
//! └─────────────────────────────┘└──────────────────────────┘
//! footer       the keys that apply here, or what just happened
//! ```
//!
//! The data's way on screen:
//! `terminal → tui::input → Msg → app::update → (State, effects) → tui::view → terminal`;
//! effects are performed by `tui`, through `store` where they touch the file, and come back as
//! messages. The data's way of a command:
//! `arguments → cli → domain, analysis, search ↔ store → output`.
//!
//! Imports point one way: `domain ← analysis ← search ← report ← app ← tui ← cli`, and
//! `domain ← store, config ← tui, cli`; `domain ← generate ← cli`; `text` is below all. A test holds this.

pub mod analysis;
pub mod app;
pub mod cli;
pub mod config;
pub mod domain;
pub mod generate;
pub mod report;
pub mod search;
pub mod store;
pub mod text;
pub mod tui;
