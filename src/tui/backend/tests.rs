//! What the terminal shows is what ratatui drew, and it costs less than crossterm's backend.

use std::cell::RefCell;
use std::rc::Rc;

use proptest::prelude::*;
use ratatui::Terminal;
use ratatui::style::{Color, Modifier, Style};

use super::*;

mod bytes;

/// A sink that a test can read while the backend owns it; it fails when told to.
#[derive(Clone, Default)]
struct Wire {
    bytes: Rc<RefCell<Vec<u8>>>,
    writes: Rc<Shared<usize>>,
    fault: Rc<Shared<Option<i32>>>,
}

impl Wire {
    fn take(&self) -> Vec<u8> {
        self.writes.set(0);
        self.bytes.take()
    }
}

impl Write for Wire {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        if let Some(fault) = self.fault.get() {
            return Err(io::Error::from_raw_os_error(fault));
        }
        self.writes.set(self.writes.get() + 1);
        self.bytes.borrow_mut().extend_from_slice(bytes);
        Ok(bytes.len())
    }

    fn flush(&mut self) -> io::Result<()> {
        Ok(())
    }
}

/// A program's end and a terminal's end of one line.
struct Line {
    terminal: Terminal<TerseBackend<Wire>>,
    wire: Wire,
    screen: vt100::Parser,
    size: Rc<Shared<Size>>,
    colours: ColourLevel,
}

impl Line {
    fn new(width: u16, height: u16, colours: ColourLevel) -> Self {
        let wire = Wire::default();
        let size = Rc::new(Shared::new(Size { width, height }));
        let told = Rc::clone(&size);
        let terminal = Terminal::new(TerseBackend::new(wire.clone(), colours, move || {
            Ok(told.get())
        }))
        .unwrap();
        let rows_and_columns = (height.try_into().unwrap(), width.try_into().unwrap());
        Self {
            terminal,
            wire,
            screen: vt100::Parser::new(rows_and_columns.0, rows_and_columns.1, 0),
            size,
            colours,
        }
    }

    fn resize(&mut self, width: u16, height: u16) {
        self.size.set(Size { width, height });
        self.screen
            .screen_mut()
            .set_size(height.try_into().unwrap(), width.try_into().unwrap());
    }

    /// Draws, lets the terminal read, and returns what was sent and what was to be shown.
    fn draw(&mut self, render: impl FnOnce(&mut Buffer)) -> (Vec<u8>, Buffer) {
        let drawn = self.terminal.draw(|frame| {
            render(frame.buffer_mut());
            mend_wide(frame.buffer_mut());
        });
        let wanted = drawn.unwrap().buffer.clone();
        let bytes = self.wire.take();
        self.screen.process(&bytes);
        (bytes, wanted)
    }

    /// Compares every cell of the terminal with ratatui's buffer.
    fn check(&self, wanted: &Buffer) {
        for y in 0..wanted.area.height {
            let mut x = 0;
            while x < wanted.area.width {
                let cell = &wanted[(x, y)];
                let width = cell.cell_width().max(1);
                let shown = self.screen.screen().cell(y, x).unwrap();
                let text = if shown.has_contents() {
                    shown.contents()
                } else {
                    " "
                };
                assert_eq!(text, cell.symbol(), "at {x},{y}");
                assert_eq!(shown.is_wide(), width == 2, "at {x},{y}");
                self.check_look(cell, shown, (x, y));
                x += width;
            }
        }
    }

    fn check_look(&self, cell: &Cell, shown: &vt100::Cell, place: (u16, u16)) {
        let has = |modifier| cell.modifier.contains(modifier);
        let colour = |colour| seen(crate::tui::colour::degrade(colour, self.colours));
        assert_eq!(shown.bgcolor(), colour(cell.bg), "ground at {place:?}");
        assert_eq!(
            shown.inverse(),
            has(Modifier::REVERSED),
            "reverse at {place:?}"
        );
        assert_eq!(
            shown.underline(),
            has(Modifier::UNDERLINED),
            "underline at {place:?}"
        );
        if cell.symbol() != " " || has(Modifier::REVERSED) {
            assert_eq!(shown.fgcolor(), colour(cell.fg), "colour at {place:?}");
            assert_eq!(shown.bold(), has(Modifier::BOLD), "bold at {place:?}");
            assert_eq!(shown.italic(), has(Modifier::ITALIC), "italic at {place:?}");
        }
    }
}

fn seen(colour: Color) -> vt100::Color {
    match colour {
        Color::Reset => vt100::Color::Default,
        Color::Rgb(r, g, b) => vt100::Color::Rgb(r, g, b),
        Color::Indexed(index) => vt100::Color::Idx(index),
        Color::Red => vt100::Color::Idx(1),
        Color::LightBlue => vt100::Color::Idx(12),
        Color::White => vt100::Color::Idx(15),
        other => panic!("{other} is not in these tests"),
    }
}

/// One thing drawn.
#[derive(Debug, Clone)]
enum Stroke {
    Text(u16, u16, String, Style),
    Band(u16, Style),
    /// Lines numbered from here on, as a list that scrolls.
    List(u16, u16),
    Popup(u16, u16, u16),
    Clear,
}

fn style() -> impl Strategy<Value = Style> {
    let colour = || {
        prop_oneof![
            Just(Color::Reset),
            Just(Color::Red),
            Just(Color::LightBlue),
            Just(Color::Rgb(200, 10, 90)),
            Just(Color::Indexed(77))
        ]
    };
    let modifier = prop_oneof![
        3 => Just(Modifier::empty()),
        1 => Just(Modifier::REVERSED),
        1 => Just(Modifier::BOLD),
        1 => Just(Modifier::UNDERLINED),
        1 => Just(Modifier::REVERSED | Modifier::ITALIC | Modifier::BOLD),
    ];
    (colour(), colour(), modifier)
        .prop_map(|(fg, bg, modifier)| Style::new().fg(fg).bg(bg).add_modifier(modifier))
}

fn stroke() -> impl Strategy<Value = Stroke> {
    let text = prop_oneof!["[a-z ]{0,20}", "[ab好─é● ]{0,9}", " {1,30}"];
    prop_oneof![
        4 => (0..40u16, 0..12u16, text, style()).prop_map(|(x, y, text, style)| Stroke::Text(x, y, text, style)),
        1 => (0..12u16, style()).prop_map(|(y, style)| Stroke::Band(y, style)),
        3 => (0..9u16, 0..3u16).prop_map(|(from, top)| Stroke::List(from, top)),
        1 => (0..40u16, 0..12u16, 1..20u16).prop_map(|(x, y, width)| Stroke::Popup(x, y, width)),
        1 => Just(Stroke::Clear),
    ]
}

fn apply(buffer: &mut Buffer, strokes: &[Stroke]) {
    let area = buffer.area;
    for stroke in strokes {
        match stroke {
            Stroke::Text(x, y, text, style) if *x < area.width && *y < area.height => {
                buffer.set_stringn(*x, *y, text, usize::from(area.width - x), *style);
            }
            Stroke::Band(y, style) if *y < area.height => {
                buffer.set_style(ratatui::layout::Rect::new(0, *y, area.width, 1), *style);
            }
            Stroke::List(from, top) => {
                for y in *top..area.height {
                    buffer.set_stringn(
                        0,
                        y,
                        format!(
                            "{:>3} row 好 {}",
                            from + y,
                            "x".repeat(usize::from(from + y))
                        ),
                        usize::from(area.width),
                        Style::new(),
                    );
                }
            }
            Stroke::Popup(x, y, width) => {
                let popup = ratatui::layout::Rect::new(*x, *y, *width, 3).intersection(area);
                ratatui::widgets::Widget::render(ratatui::widgets::Clear, popup, buffer);
                ratatui::widgets::Widget::render(
                    ratatui::widgets::Block::bordered(),
                    popup,
                    buffer,
                );
            }
            Stroke::Clear => buffer.reset(),
            _ => {}
        }
    }
}

fn levels() -> impl Strategy<Value = ColourLevel> {
    prop::sample::select(vec![
        ColourLevel::None,
        ColourLevel::Sixteen,
        ColourLevel::Indexed,
        ColourLevel::TrueColour,
    ])
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(400))]

    #[test]
    fn the_terminal_shows_what_ratatui_drew(
        (width, height) in (1..48u16, 1..14u16),
        colours in levels(),
        frames in prop::collection::vec((prop::collection::vec(stroke(), 0..6), prop::option::weighted(0.1, (1..48u16, 1..14u16))), 1..8),
    ) {
        let mut line = Line::new(width, height, colours);
        for (strokes, resize) in frames {
            if let Some((width, height)) = resize {
                line.resize(width, height);
            }
            let (bytes, wanted) = line.draw(|buffer| apply(buffer, &strokes));
            line.check(&wanted);
            prop_assert!(bytes.is_empty() || bytes.starts_with(SYNC_BEGIN) && bytes.ends_with(SYNC_END));
            let (again, _) = line.draw(|buffer| apply(buffer, &strokes));
            prop_assert_eq!(again, b"", "the same frame again costs nothing");
        }
    }
}

#[test]
fn a_frame_is_one_write_and_an_unchanged_one_none() {
    let mut line = Line::new(20, 4, ColourLevel::Sixteen);
    let mut writes = Vec::new();
    for text in ["one", "one", "two"] {
        line.terminal
            .draw(|frame| frame.render_widget(text, frame.area()))
            .unwrap();
        writes.push(line.wire.writes.replace(0));
    }
    assert_eq!(writes, [1, 0, 1]);
}

#[test]
fn the_screen_is_cleared_only_at_the_start_on_a_resize_and_on_request() {
    let clears = |bytes: &[u8]| bytes.windows(4).filter(|four| four == b"\x1b[2J").count();
    let mut line = Line::new(20, 4, ColourLevel::Sixteen);
    assert_eq!(clears(&line.draw(|_| ()).0), 1);
    assert_eq!(
        clears(&line.draw(|buffer| buffer[(3, 3)] = Cell::new("x")).0),
        0
    );
    line.resize(10, 3);
    assert_eq!(clears(&line.draw(|_| ()).0), 1);
    line.terminal.backend_mut().forget();
    assert_eq!(clears(&line.draw(|_| ()).0), 1);
}

#[test]
fn the_cursor_is_shown_where_it_was_put_and_costs_nothing_while_it_stays() {
    let mut line = Line::new(20, 4, ColourLevel::Sixteen);
    let mut at = |place: Option<(u16, u16)>| {
        line.terminal
            .draw(|frame| {
                if let Some(place) = place {
                    frame.set_cursor_position(place);
                }
            })
            .unwrap();
        let bytes = line.wire.take();
        line.screen.process(&bytes);
        (
            bytes.len(),
            line.screen.screen().cursor_position(),
            line.screen.screen().hide_cursor(),
        )
    };
    assert!(at(None).2);
    assert_eq!(at(Some((5, 2))).1, (2, 5));
    assert_eq!(at(Some((5, 2))), (0, (2, 5), false));
    assert_eq!(at(Some((6, 2))), (16 + 3, (2, 6), false));
    assert!(at(None).2);
}

#[test]
fn a_closed_line_is_told_from_other_faults_and_the_next_frame_repaints_all() {
    let mut line = Line::new(20, 4, ColourLevel::Sixteen);
    line.draw(|_| ());
    for (errno, lost) in [(5, true), (32, true), (28, false)] {
        line.wire.fault.set(Some(errno));
        let fault = line
            .terminal
            .draw(|frame| frame.render_widget("lost", frame.area()))
            .unwrap_err();
        assert_eq!(
            matches!(fault, BackendError::LineLost(_)),
            lost,
            "{fault:?}"
        );
    }
    line.wire.fault.set(None);
    let (bytes, wanted) = line.draw(|buffer| buffer[(0, 0)] = Cell::new("x"));
    assert!(bytes.windows(4).any(|four| four == b"\x1b[2J"));
    line.check(&wanted);
}

#[test]
fn without_colour_no_colour_is_sent_and_reverse_is_never_cancelled_by_a_bare_reset() {
    let mut line = Line::new(20, 3, ColourLevel::None);
    let style = Style::new()
        .fg(Color::Red)
        .bg(Color::Rgb(1, 2, 3))
        .add_modifier(Modifier::REVERSED | Modifier::BOLD);
    let (bytes, wanted) = line.draw(|buffer| {
        buffer.set_string(0, 0, "> selected", style);
        buffer.set_string(0, 1, "plain", Style::new().fg(Color::Green));
    });
    let text = String::from_utf8(bytes).unwrap();
    assert!(text.contains("\x1b[1;7m> selected"), "{text:?}");
    assert!(!text.contains("\x1b[m"), "{text:?}");
    for colour in ["3", "4", "9", "10"] {
        assert!(
            !text.contains(&format!("\x1b[{colour}1m")) && !text.contains(&format!(";{colour}8;")),
            "{text:?}"
        );
    }
    assert!(line.screen.screen().cell(0, 3).unwrap().inverse());
    assert_eq!(wanted.area.height, 3);
}

#[test]
fn half_a_wide_character_under_a_popup_is_a_blank() {
    let mut line = Line::new(12, 3, ColourLevel::Sixteen);
    line.draw(|buffer| {
        buffer.set_string(0, 1, "好好好好", Style::new());
    });
    let (_, wanted) = line.draw(|buffer| {
        buffer.set_string(0, 1, "好好好好", Style::new());
        buffer.set_string(3, 1, "|", Style::new());
    });
    line.check(&wanted);
    assert_eq!(
        line.screen.screen().rows(0, 12).nth(1).unwrap().trim_end(),
        "好 | 好".replace("| 好", "|好好")
    );
    let (_, wanted) = line.draw(|buffer| {
        buffer.set_string(0, 1, "a|b|好好", Style::new());
    });
    line.check(&wanted);
}

#[test]
fn no_command_in_a_symbol_reaches_the_terminal() {
    let mut backend = TerseBackend::new(Wire::default(), ColourLevel::Sixteen, || {
        Ok(Size {
            width: 20,
            height: 2,
        })
    });
    let mut cells = Vec::new();
    for symbol in ["\x1b]0;x\x07", "\u{202e}", "\r", "\u{9b}31m", "\u{e0041}"] {
        let mut cell = Cell::EMPTY;
        cell.set_symbol(symbol);
        cells.push(cell);
    }
    backend
        .draw(
            cells
                .iter()
                .enumerate()
                .map(|(x, cell)| (u16::try_from(x * 4).unwrap(), 1, cell)),
        )
        .unwrap();
    backend.flush().unwrap();
    let bytes = backend.writer().take();
    let text = String::from_utf8(bytes).unwrap();
    let painted = text.replace("\x1b[", "").replace("\r\n", "");
    assert!(
        !painted.contains(|one: char| one.is_control() || one == '\u{202e}' || one == '\u{e0041}'),
        "{text:?}"
    );
    assert!(text.contains('?'));
}
