use ratatui::style::{Color, Modifier, Style};

use super::*;
use crate::config::{Colour, Slot};
use crate::report::document::Tone;
use crate::tui::colour::{ColourLevel, degrade};
use crate::tui::styles::Styles;

const DARK_GROUNDS: &[(&str, [u8; 3])] = &[
    ("black", [0, 0, 0]),
    ("a dark grey", [0x1e, 0x1e, 0x1e]),
    ("the dark ground of Solarized", [0x00, 0x2b, 0x36]),
];
const LIGHT_GROUNDS: &[(&str, [u8; 3])] = &[
    ("white", [255, 255, 255]),
    ("the light ground of Solarized", [0xfd, 0xf6, 0xe3]),
];
const RATINGS: [Rating; 4] = [Rating::Red, Rating::Amber, Rating::Green, Rating::Blue];

fn grounds(theme: Theme) -> Vec<(&'static str, [u8; 3])> {
    match theme {
        Theme::Dark | Theme::ColourBlind => DARK_GROUNDS.to_vec(),
        Theme::Light | Theme::ColourBlindLight => LIGHT_GROUNDS.to_vec(),
        // These bring no ink of their own, so that any ground will do.
        Theme::Terminal | Theme::HighContrast | Theme::Monochrome => {
            [DARK_GROUNDS, LIGHT_GROUNDS].concat()
        }
    }
}

/// Every style that text is painted in, by name.
fn text_styles(styles: &Styles) -> Vec<(&'static str, Style)> {
    vec![
        ("base", styles.base),
        ("dim", styles.dim),
        ("strong", styles.strong),
        ("accent", styles.accent),
        ("border", styles.border),
        ("focus", styles.focus),
        ("selected", styles.selected),
        ("matched", styles.matched),
        ("met", styles.met),
        ("close", styles.close),
        ("missed", styles.missed),
        ("late", styles.late),
        ("done", styles.done),
        ("warning", styles.warning),
        ("error", styles.error),
    ]
}

#[test]
fn every_theme_is_found_by_its_name_and_a_wrong_one_is_told_which_there_are() {
    for theme in Theme::ALL {
        assert_eq!(theme.name().parse(), Ok(theme));
    }
    assert_eq!("Color-Blind".parse(), Ok(Theme::ColourBlind));
    let unknown = "solarized".parse::<Theme>().unwrap_err().to_string();
    assert!(unknown.contains("high-contrast, colour-blind"), "{unknown}");
}

#[test]
fn the_settings_know_these_themes_and_no_others() {
    let names = Theme::ALL.map(Theme::name);
    assert_eq!(names.as_slice(), crate::config::settings::THEMES);
}

#[test]
fn a_users_own_colour_changes_what_it_is_for_and_nothing_else() {
    let theme = Theme::Dark.palette();
    for slot in Slot::ALL {
        let own = theme.with(&[(slot, Colour::Rgb([1, 2, 3]))]);
        let ink = Some(Color::Rgb(1, 2, 3));
        let chip = Some(Chip::on(Color::Rgb(1, 2, 3)));
        let expected = match slot {
            Slot::Faint => Palette {
                faint: Faint::In(Color::Rgb(1, 2, 3)),
                ..theme
            },
            Slot::Accent => Palette {
                accent: ink,
                ..theme
            },
            Slot::Matched => Palette {
                matched: ink,
                ..theme
            },
            Slot::Met => Palette { met: ink, ..theme },
            Slot::Close => Palette {
                close: ink,
                ..theme
            },
            Slot::Missed => Palette {
                missed: ink,
                ..theme
            },
            Slot::Red => Palette { red: chip, ..theme },
            Slot::Amber => Palette {
                amber: chip,
                ..theme
            },
            Slot::Green => Palette {
                green: chip,
                ..theme
            },
            Slot::Blue => Palette {
                blue: chip,
                ..theme
            },
        };
        assert_eq!(own, expected, "{slot:?}");
    }
    let plain = Slot::ALL.map(|slot| (slot, Colour::Default));
    let high = Theme::Monochrome.palette().with(&plain);
    assert_eq!(high.faint, Faint::Not);
    assert_eq!(theme.with(&plain), high);
}

#[test]
fn the_letter_of_a_chip_in_any_own_colour_reads() {
    let mut own = (0..16).map(Colour::Named).collect::<Vec<_>>();
    for red in [0, 90, 128, 200, 255] {
        own.extend([0, 90, 128, 200, 255].map(|green| Colour::Rgb([red, green, 128])));
    }
    for colour in own {
        let chip = Palette::with(Theme::Light.palette(), &[(Slot::Red, colour)]).chip(Rating::Red);
        let chip = chip.unwrap();
        let ratio = contrast(rgb(chip.ink), rgb(chip.ground));
        assert!(ratio >= 4.5, "{colour:?}: {ratio:.1} to 1");
    }
}

#[test]
fn every_text_of_every_theme_reads_on_the_grounds_that_it_is_made_for() {
    for theme in Theme::ALL.into_iter().filter(|it| *it != Theme::Terminal) {
        for level in [ColourLevel::TrueColour, ColourLevel::Indexed] {
            let styles = Styles::of(&theme.palette(), level);
            for (name, style) in text_styles(&styles) {
                // No colour is the terminal's own ink, which its user can read.
                let Some(ink) = style.fg else { continue };
                for (ground, colour) in grounds(theme) {
                    let ratio = contrast(rgb(degrade(ink, level)), colour);
                    let theme = theme.name();
                    assert!(
                        ratio >= 4.5,
                        "{name} of {theme} on {ground}: {ratio:.1} to 1"
                    );
                }
            }
        }
    }
}

#[test]
fn the_letter_of_every_chip_reads_on_its_colour() {
    for theme in Theme::ALL.into_iter().filter(|it| *it != Theme::Terminal) {
        for level in [ColourLevel::TrueColour, ColourLevel::Indexed] {
            let chips = RATINGS.map(|rating| theme.palette().chip(rating));
            for (rating, chip) in RATINGS.into_iter().zip(chips) {
                let Some(chip) = chip else { continue };
                let [ink, ground] = [chip.ink, chip.ground].map(|it| rgb(degrade(it, level)));
                let ratio = contrast(ink, ground);
                let theme = theme.name();
                assert!(ratio >= 4.5, "{rating:?} of {theme}: {ratio:.1} to 1");
            }
        }
    }
}

#[test]
fn high_contrast_has_no_faint_and_no_coloured_text_and_the_strongest_chips() {
    let palette = Theme::HighContrast.palette();
    for (name, style) in text_styles(&Styles::of(&palette, ColourLevel::TrueColour)) {
        assert_eq!(style.fg, None, "{name}");
        assert!(!style.add_modifier.contains(Modifier::DIM), "{name}");
    }
    for rating in RATINGS {
        let chip = palette.chip(rating).unwrap();
        assert!(
            contrast(rgb(chip.ink), rgb(chip.ground)) >= 7.0,
            "{rating:?}"
        );
    }
}

#[test]
fn the_default_uses_the_sixteen_colours_of_the_terminal_only() {
    let styles = Styles::of(&Theme::Terminal.palette(), ColourLevel::TrueColour);
    let chips = RATINGS.map(|rating| ("chip", styles.chip(rating)));
    for (name, style) in text_styles(&styles).into_iter().chain(chips) {
        for colour in [style.fg, style.bg].into_iter().flatten() {
            let named = !matches!(colour, Color::Rgb(..) | Color::Indexed(_));
            assert!(named, "{name}: {colour:?}");
        }
    }
}

#[test]
fn what_differs_in_meaning_differs_without_colour_in_letter_or_weight() {
    for theme in Theme::ALL {
        let styles = Styles::of(&theme.palette(), ColourLevel::None);
        for (name, style) in text_styles(&styles) {
            assert_eq!(
                (style.fg, style.bg),
                (None, None),
                "{name} of {}",
                theme.name()
            );
        }
        // A rating is a letter on a chip that stays a chip.
        for rating in RATINGS {
            let chip = styles.tone(Tone::Rating(rating));
            assert!(chip.add_modifier.contains(Modifier::REVERSED));
            assert_eq!((chip.fg, chip.bg), (None, None));
        }
        assert!(styles.selected.add_modifier.contains(Modifier::REVERSED));
        assert!(styles.matched.add_modifier.contains(Modifier::UNDERLINED));
    }
}

/// What somebody without red (protan) or green (deutan) receptors sees: Viénot, Brettel and Mollon
/// 1999, in linear light.
fn seen(colour: [u8; 3], blind: [[f64; 3]; 3]) -> [f64; 3] {
    let linear = colour.map(|part| (f64::from(part) / 255.0).powf(2.2));
    blind.map(|row| row.iter().zip(linear).map(|(a, b)| a * b).sum())
}

const PROTAN: [[f64; 3]; 3] = [
    [0.112_38, 0.887_62, 0.0],
    [0.112_38, 0.887_62, 0.0],
    [0.004_01, -0.004_01, 1.0],
];
const DEUTAN: [[f64; 3]; 3] = [
    [0.292_75, 0.707_25, 0.0],
    [0.292_75, 0.707_25, 0.0],
    [-0.022_34, 0.022_34, 1.0],
];

/// The smallest distance between the chips of red, amber and green, as somebody sees them.
fn least_apart(theme: Theme, blind: [[f64; 3]; 3]) -> f64 {
    let chips = [Rating::Red, Rating::Amber, Rating::Green]
        .map(|rating| seen(rgb(theme.palette().chip(rating).unwrap().ground), blind));
    let mut least = f64::INFINITY;
    for (place, a) in chips.iter().enumerate() {
        for b in &chips[place + 1..] {
            let square: f64 = a.iter().zip(b).map(|(a, b)| (a - b).powi(2)).sum();
            least = least.min(square.sqrt());
        }
    }
    least
}

#[test]
fn red_green_blindness_tells_the_chips_of_its_themes_apart_better_than_others() {
    for theme in [Theme::ColourBlind, Theme::ColourBlindLight] {
        for blind in [PROTAN, DEUTAN] {
            let apart = least_apart(theme, blind);
            assert!(apart > 0.3, "{}: {apart:.2}", theme.name());
            for other in [Theme::Dark, Theme::Light] {
                assert!(apart > 1.5 * least_apart(other, blind), "{}", other.name());
            }
        }
    }
}
