use crate::domain::kind::Kind;
use crate::report::tests::printed;
use crate::store::format::read;

fn page(kind: Kind, id: &str) -> String {
    let sample = read(include_bytes!("../../../sample-data/leeds.json")).unwrap();
    printed(&sample, kind, id, 76)
}

#[test]
fn the_pages_of_the_programme_say_all_that_is_recorded() {
    let pages = [
        page(Kind::Item, "child-poverty-session-1"),
        page(Kind::Item, "young-carers"),
        page(Kind::Group, "school-balances"),
        page(Kind::Decision, "connexions-funding"),
        page(Kind::Judgement, "safeguarding-2009"),
    ];
    insta::assert_snapshot!(pages.join("\n"));
}

#[test]
fn a_type_that_is_not_among_them_stands_as_it_is() {
    assert_eq!(super::type_text("rp"), "RP  review of existing policy");
    assert_eq!(super::type_text("XY"), "XY");
}
