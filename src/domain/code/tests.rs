use proptest::prelude::*;

use super::{fold, is_prefix, matches_glob, same, without_plan_prefix};

#[test]
fn spellings_of_one_code_fold_alike() {
    let rows = [
        ("NI 117", "ni117"),
        ("NI 117", "NI-117"),
        ("NI50", "NI 50"),                  // paper 003, line 184
        ("NI 187a", "NI 187 A"),            // paper 003, line 13
        ("CYPP \u{2013}P1-6", "CYPP-P1-6"), // paper 000, line 33
        ("CYPP\u{2013}P1-3", "cypp-p1-3"),  // paper 000, line 22
        ("CYPP-9 -1", "CYPP-9-1"),          // paper 000, line 63
        ("LSP-TP1E", "LSP-TP1e"),           // paper 003, line 15
        ("LSP-TP1e", "lsp tp1e"),
        ("LSP- HW2b(i)a", "LSP-HW2b(i)a"), // paper 001, line 1248
        ("LN-1e(i)", "ln1e (i)"),          // paper 001, line 1415
        ("HW-1d/CYPP 7", "hw1d / cypp7"),  // paper 001, line 671
        ("JAR 4", " jar\u{a0}4 "),         // paper 000, line 22
        ("IN 1.3", "in1.3"),               // paper 001, line 1885
        ("AN 113", "an113"),
    ];
    for (one, other) in rows {
        assert!(
            same(one, other),
            "{one} and {other}: {} and {}",
            fold(one),
            fold(other)
        );
    }
}

#[test]
fn different_codes_fold_apart() {
    let rows = [
        ("CYPP-P1-3", "CYPP-P13"),
        ("LSP-HW2b(i)a", "LSP-HW2b(i)"),
        ("LSP-HW2b(i)a", "LSP-HW2bia"),
        ("NI 117", "NI 11-7"),
        ("IN 1.3", "IN 13"),
        ("HW-1d", "HW-1e"),
        ("APA 12", "APA 1-2"),
    ];
    for (one, other) in rows {
        assert!(!same(one, other), "{one} and {other}");
    }
}

#[test]
fn folding_keeps_a_dash_between_digits_and_between_letters_alone() {
    assert_eq!(fold("CYPP-P1-3"), "cypp-p1-3");
    assert_eq!(fold("CYPP - 9 - 3"), "cypp9-3");
    assert_eq!(fold("LSP-HW2b(i)a"), "lsp-hw2b(i)a");
    assert_eq!(fold("- "), "");
}

#[test]
fn what_is_typed_so_far_begins_a_code() {
    for (typed, code) in [
        ("", "NI 117"),
        ("n", "NI 117"),
        ("ni 1", "NI 117"),
        ("NI-", "NI 117"),
        ("cypp-p1", "CYPP-P13"),
        ("CYPP-P1-", "CYPP-P1-3"),
        ("lsp-hw2b(", "LSP-HW2b(i)a"),
    ] {
        assert!(is_prefix(typed, code), "{typed} of {code}");
    }
    for (typed, code) in [
        ("NI 2", "NI 117"),
        ("CYPP-P1-", "CYPP-P13"),
        ("NI 1178", "NI 117"),
    ] {
        assert!(!is_prefix(typed, code), "{typed} of {code}");
    }
}

#[test]
fn the_prefix_of_a_plan_can_be_left_off() {
    let rows = [
        ("LSP-TP1e", "lsp", Some("TP1e")),
        ("LSP- HW2b(i)a", "LSP", Some("HW2b(i)a")),
        ("CYPP \u{2013}P1-6", "cypp", Some("P1-6")),
        ("CYPP-9-3", "CYPP", Some("9-3")),
        ("CYPP7", "cypp", Some("7")),
        ("14-19 P2", "14-19", Some("P2")),
        ("LSP-TP1e", "cypp", None),
        ("LSPX-1", "lsp", None),
        ("LSP", "lsp", None),
        ("LSP-", "lsp", None),
        ("NI 117", "", None),
    ];
    for (code, plan, rest) in rows {
        assert_eq!(
            without_plan_prefix(code, plan),
            rest,
            "{code} without {plan}"
        );
    }
}

#[test]
fn a_star_stands_for_any_run_and_a_question_mark_for_one() {
    for (pattern, code) in [
        ("NI*", "NI 117"),
        ("ni 11*", "NI 117"),
        ("NI *", "NI 117"),
        ("*117", "NI 117"),
        ("NI ?17", "NI 117"),
        ("*", ""),
        ("CYPP-P1-*", "CYPP-P1-3"),
        ("CYPP*3", "CYPP-P1-3"),
        ("*hw*(i)?", "LSP-HW2b(i)a"),
        ("NI 187?", "NI 187a"),
    ] {
        assert!(matches_glob(pattern, code), "{pattern} should fit {code}");
    }
    for (pattern, code) in [
        ("NI*", "LSP-TP1e"),
        ("NI 11", "NI 117"),
        ("CYPP-P1-*", "CYPP-P13"),
        ("", "NI 117"),
        ("NI 1?", "NI 117"),
    ] {
        assert!(
            !matches_glob(pattern, code),
            "{pattern} should not fit {code}"
        );
    }
}

proptest! {
    #[test]
    fn folding_twice_is_folding_once(code in "\\PC*") {
        prop_assert_eq!(fold(&fold(&code)), fold(&code));
    }

    #[test]
    fn a_code_is_its_own_prefix_and_fits_its_own_pattern(code in "[A-Z]{2,4}[ -][A-Z]?[0-9]{1,3}(-[0-9]|[a-e])?(\\([iv]+\\))?") {
        prop_assert!(is_prefix(&code, &code));
        prop_assert!(matches_glob(&code, &code));
        prop_assert!(matches_glob("*", &code));
    }

    #[test]
    fn no_text_makes_the_helpers_fail(one in "\\PC*", other in "\\PC*") {
        let _ = (is_prefix(&one, &other), without_plan_prefix(&one, &other), matches_glob(&one, &other));
    }
}

#[test]
fn codes_are_put_in_order_by_letters_and_numbers() {
    let mut codes = [
        "LN-10",
        "LN-1e(ii)",
        "NI 117",
        "LN-2",
        "LN-1e(i)",
        "LN-1d",
        "ln-1b",
        "HW-3a",
    ];
    codes.sort_by_cached_key(|code| super::in_order(code));
    assert_eq!(
        codes,
        [
            "HW-3a",
            "ln-1b",
            "LN-1d",
            "LN-1e(i)",
            "LN-1e(ii)",
            "LN-2",
            "LN-10",
            "NI 117"
        ]
    );
}
