//! Queries as officers type them, over titles as the papers print them, with the row that must come first.

use super::*;

/// Code, title, other name, officer, a line of prose (own words).
type Row = [&'static str; 5];

const ROWS: &str = "\
TP-3c | Reduce the number of children in poverty |  | Sally Threlfall | The city bid for Beacon status; a poverty outcome group now meets.
HW-2a | Develop extended services, using sites across the city, to improve support to children, families and communities |  | Chris Edwards | Four in five schools offer the full core offer.
HW-2b | Reduce teenage conception and improve sexual health | HW-1d | Sarah Sinclair | Chlamydia screening is below plan.
HW-3a | Improve the assessment and care management of children. |  | Chief Officer, Children and Young People's Social Care | Core assessments are late; permanent exclusions of looked after pupils are tracked.
HW-3d | Improve psychological, mental health and learning disability services for those who need it |  | Sarah Sinclair | CAMHS Tier 4 has been reviewed.
LN-1c | Improve safeguarding arrangements for vulnerable children and adults through better information, recognition and response to risk |  | Chief Officer, Children and Young People's Social Care | The safeguarding board meets monthly.
LN-1d | Increase the proportion of vulnerable groups engaged in education, training or employment | CYPP-5 | Dorothy Smith | Care leavers and young offenders are followed up; NI 117 is the headline.
LN-1e | Improve participation and early learning outcomes for all children, with a focus on families in deprived areas. |  | Chris Edwards | Children's centres reach more families.
HM-1a | Increase the number of decent homes |  | Bridget Emery | Houses are brought up to the standard.
NI 6 | Participation in regular volunteering |  |  |
NI 45 | Young offenders engagement in suitable education, training and employment |  | Jim Hopkinson | 1171 of 1536 in the year.
NI50 | Emotional Health of Children |  |  | From a national survey.
NI54 | Parents' experience of services for disabled children |  | Martin Ford |
NI58 | Emotional Health of Looked after Children |  |  | Fifteen out of forty.
NI 63 | Stability of placements of looked after children: length of placement |  |  |
NI 66 | Looked after children cases which were reviewed within required timescales |  |  |
NI 72 | Achievement of at least 78 points across the Early Years Foundation Stage with at least 6 in each of the scales in Personal Social and Emotional Development and Communication, Language and Literacy |  |  |
NI 73 | Achievement at level 4 or above in both English and maths at Key Stage 2 |  |  |
NI 76 | Reduction in number of schools where fewer than 65% of pupils achieve level 4 or above in both English and maths at Key Stage 2 |  |  |
NI 79 | Achievement of a Level 2 qualification by the age of 19 |  |  |
NI 80 | Achievement of Level 3 qualifications by the age of 19 |  |  |
NI 88 | Percentage of schools providing access to extended services |  |  |
NI 92 | Narrowing the gap between the lowest achieving 20% in the Early Years Foundation Stage Profile and the rest |  |  |
NI 93 | Progression by 2 levels in English between Key Stage 1 and Key Stage 2 |  |  |
NI 94 | Progression by 2 levels in maths between Key Stage 1 and Key Stage 2 |  |  |
NI 99 | Looked after children reaching level 4 in English at Key Stage 2 |  |  |
NI 100 | Looked after children reaching level 4 in maths at Key Stage 2 |  |  |
NI 102A | Achievement gap between pupils eligible for free school meals and their peers achieving the expected level at Key Stages 2 |  |  |
NI 102B | Achievement gap between pupils eligible for free school meals and their peers achieving the expected level at Key Stage 4 |  |  |
NI 110 | Young people's participation in positive activities |  |  |
NI 112 | Under 18 conception rate |  |  | Falls, yet slower than the plan asks.
NI 116 | Proportion of children in poverty |  |  |
NI 117 | 16 - 18 year olds who are not in education training or employment (NEET) |  |  | 9.5% against 8.9%.
NI 118 | Take up of formal childcare by low-income working families |  |  |
NI 148 | Care leavers in education, employment or training |  |  |
NI 153 | Working age people claiming out of work benefits in the worst performing neighbourhoods |  |  |
NI 158 | % non-decent council homes |  |  |
NI 187a | Tackling fuel poverty - % of people receiving income based benefits living in homes with low energy efficiency rating |  |  |
NI 187b | Tackling fuel poverty - % of people receiving income based benefits living in homes with high energy efficiency rating |  |  |
LSP-TP1E | Increase the number of new customers on low incomes accessing credit union services (savings, loans and current accounts). |  | Diana Towler |
LSP-HW2b(i) | Number of children looked after (expressed as a rate per 10,000) excluding unaccompanied asylum seekers |  |  |
CYPP-P1-3 | Pupils excluded from primary school |  |  | Own words: fixed-term exclusions are counted by term.
CYPP-P13 | Eisteddfod at Tŷ Hafan |  | Siân Ffôn |
JAR 4 | Review the sufficiency of placements | IN 2.17 |  | The board asked how LAC are heard.";

fn rows() -> Vec<Row> {
    let row = |line: &'static str| {
        let mut cells = line.split('|').map(str::trim);
        [(); 5].map(|()| cells.next().unwrap_or_default())
    };
    ROWS.lines().map(row).collect()
}

fn documents() -> Vec<Prepared> {
    let glossary = Glossary::built_in_and([("BTF", "Beacon task force")]);
    let prepare = |row: &Row| {
        let fields = [
            Field::new(FieldName::Code, row[0]),
            Field::new(FieldName::Title, row[1]),
            Field::new(FieldName::OtherName, row[2]),
            Field::new(FieldName::Officer, row[3]),
            Field::new(FieldName::Prose("summary"), row[4]),
        ];
        Prepared::new(&fields, &glossary)
    };
    rows().iter().map(prepare).collect()
}

const FIELDS: &[FieldSpec<'static>] = &[FieldSpec::new("code", Values::Code, "")];

fn passes(index: usize, filter: &Filter) -> bool {
    let code = rows().get(index).map_or("", |row| row[0]);
    filter.tests.iter().any(|test| test.holds_for_code(code))
}

fn found(query: &str) -> Vec<&'static str> {
    let rows = rows();
    let is_code = |text: &str| {
        rows.iter()
            .any(|row| fold_code(row[0]).starts_with(&fold_code(text)))
    };
    let query = Query::parse(
        query,
        &Grammar {
            fields: FIELDS,
            is_code: &is_code,
            known: &|_| &[],
        },
    )
    .unwrap();
    let documents = documents();
    let hits = Searcher::new(&documents).search(&query, &passes);
    hits.all()
        .iter()
        .filter_map(|ranked| rows.get(ranked.index))
        .map(|row| row[0])
        .collect()
}

#[test]
fn what_officers_type_puts_the_right_row_first() {
    let cases = [
        ("lookd aftr exclud", "LSP-HW2b(i)"),
        ("ni 117", "NI 117"),
        ("ni117", "NI 117"),
        ("NI117", "NI 117"),
        ("NI-117", "NI 117"),
        ("117", "NI 117"),
        ("ni 187b", "NI 187b"),
        ("ni 187 a", "NI 187a"),
        ("102a", "NI 102A"),
        ("ni 1", "NI 100"),
        ("ni 50", "NI50"),
        ("tp1e", "LSP-TP1E"),
        ("lsp tp1e", "LSP-TP1E"),
        ("lsp-hw2b(i)", "LSP-HW2b(i)"),
        ("hw2b", "HW-2b"),
        ("ln1d", "LN-1d"),
        ("LN-1D", "LN-1d"),
        ("cypp p1 3", "CYPP-P1-3"),
        ("CYPP-P13", "CYPP-P13"),
        ("cypp-5", "LN-1d"),
        ("IN 2.17", "JAR 4"),
        ("jar4", "JAR 4"),
        ("neet", "NI 117"),
        ("NEET", "NI 117"),
        ("teenage pregnancy", ""),
        ("teenage conc", "HW-2b"),
        ("conception rate", "NI 112"),
        ("conceptions", "HW-2b"),
        ("under 18", "NI 112"),
        ("poverty children", "TP-3c"),
        ("children in poverty", "TP-3c"),
        ("proportion poverty", "NI 116"),
        ("fuel poverty high", "NI 187b"),
        ("care leavers", "NI 148"),
        ("leaving care", "NI 148"),
        ("young offenders", "NI 45"),
        ("offending", "NI 45"),
        ("lac maths", "NI 100"),
        ("LAC placement", "NI 63"),
        ("looked after english ks2", "NI 99"),
        ("free school meals ks4", "NI 102B"),
        ("fsm key stage 2", "NI 102A"),
        ("level 2 qualification", "NI 79"),
        ("level 3", "NI 80"),
        ("eyfs gap", "NI 92"),
        ("safeguarding", "LN-1c"),
        ("safegrd", "LN-1c"),
        ("childrens", "TP-3c"),
        ("emotional wellbeing", ""),
        ("emotional health looked after", "NI58"),
        ("sinclair", "HW-2b"),
        ("threlfall", "TP-3c"),
        ("martin ford disab", "NI54"),
        ("credit union", "LSP-TP1E"),
        ("camhs", "HW-3d"),
        ("chlamydia", "HW-2b"),
        ("houses", "HM-1a"),
        ("decent homes", "HM-1a"),
        ("non-decent", "NI 158"),
        ("16-18", "NI 117"),
        ("pupil exclusions", "CYPP-P1-3"),
        ("exclusions perm", "HW-3a"),
        ("volunteer", "NI 6"),
        ("ty hafan", "CYPP-P13"),
        ("sian ffon", "CYPP-P13"),
        ("'after children'", "NI58"),
        ("'after", "NI58"),
        ("\"looked after children\" stab", "NI 63"),
        ("^proportion", "NI 116"),
        ("poverty$", "TP-3c"),
        ("poverty !children", "NI 187a"),
        ("chlamydia | volunteering", "NI 6"),
        ("code:NI* looked after maths", "NI 100"),
        ("code:LN*", "LN-1c"),
        ("Emotional Health", "NI50"),
        ("beacon", "TP-3c"),
        ("tngecncptn", "HW-2b"),
        ("partic volun", "NI 6"),
    ];
    let mut wrong = Vec::new();
    for (query, first) in cases {
        let got = found(query);
        if got.first().copied().unwrap_or_default() != first {
            wrong.push(format!(
                "{query:?}: wanted {first:?}, got {:?}",
                got.get(..got.len().min(4))
            ));
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn a_code_mentioned_in_prose_is_found_after_the_record_itself() {
    assert_eq!(found("ni 117"), ["NI 117", "LN-1d"]);
}

#[test]
fn typing_capitals_makes_case_count_in_texts_but_never_in_codes() {
    assert_eq!(found("Looked after").first(), Some(&"NI58"));
    assert!(found("LOOKED").is_empty());
    assert_eq!(found("LSP-TP1E"), found("lsp-tp1e"));
}

#[test]
fn an_empty_query_shows_everything_in_the_files_order() {
    let all: Vec<&str> = rows().iter().map(|row| row[0]).collect();
    assert_eq!(found(""), all);
    assert_eq!(found("  "), all);
}

#[test]
fn typed_accents_find_plain_letters_and_the_accented_row_goes_first() {
    let rows = ["Ty newydd", "Tŷ newydd"];
    let documents =
        rows.map(|row| Prepared::new(&[Field::new(FieldName::Title, row)], &Glossary::empty()));
    let order = |query: &str| {
        let query = Query::parse(query, &Grammar::WORDS).unwrap();
        let hits = Searcher::new(&documents).search(&query, &|_, _| true);
        hits.all()
            .iter()
            .map(|ranked| ranked.index)
            .collect::<Vec<_>>()
    };
    assert_eq!(order("tŷ"), [1, 0]);
    assert_eq!(order("ty\u{302}"), [1, 0]);
    assert_eq!(order("ty"), [0, 1]);
}

#[test]
fn a_hit_names_its_field_and_marks_whole_graphemes() {
    let text = "Réunion: cafe\u{301}s for LAC";
    let fields = [
        Field::new(FieldName::Code, "NI 117"),
        Field::new(FieldName::Title, text),
    ];
    let document = Prepared::new(&fields, &Glossary::built_in());
    let marked = |query: &str| {
        let query = Query::parse(query, &Grammar::WORDS).unwrap();
        let hit = match_document(&query, &document, &|_| true).unwrap();
        let ranges = hit.ranges.iter().zip(["NI 117", text]);
        let parts = ranges
            .flat_map(|(ranges, text)| ranges.iter().filter_map(|range| text.get(range.clone())));
        (hit.name.unwrap(), parts.collect::<Vec<_>>().join("/"))
    };
    assert_eq!(marked("cafe"), (FieldName::Title, "cafe\u{301}s".into()));
    assert_eq!(marked("caf"), (FieldName::Title, "caf".into()));
    assert_eq!(marked("'cafe"), (FieldName::Title, "cafe\u{301}".into()));
    assert_eq!(marked("cafes"), (FieldName::Title, "cafe\u{301}s".into()));
    assert_eq!(marked("children"), (FieldName::Title, "LAC".into()));
    assert_eq!(marked("ni1"), (FieldName::Code, "NI 1".into()));
    assert_eq!(marked("117"), (FieldName::Code, "117".into()));
    assert_eq!(marked("rnion"), (FieldName::Title, "R/nion".into()));
}

#[test]
fn a_lone_text_is_marked_by_the_same_rules() {
    let query = Query::parse("exclusion !primary 'fr", &Grammar::WORDS).unwrap();
    let text = "Pupils excluded from primary school";
    let ranges = highlight(
        &query,
        Field::new(FieldName::Title, text),
        &Glossary::empty(),
    );
    let parts: Vec<_> = ranges
        .into_iter()
        .filter_map(|range| text.get(range))
        .collect();
    assert_eq!(parts, ["excluded", "fr"]);
}

#[test]
fn an_excerpt_stands_around_the_first_hit() {
    let text = format!(
        "{}the café was closed {}",
        "word ".repeat(50),
        "more ".repeat(50)
    );
    let start = text.find("closed").unwrap();
    let (range, moved) = excerpt(&text, std::slice::from_ref(&(start..start + 6)), 60);
    let shown = text.get(range).unwrap();
    assert!(shown.len() <= 60 && shown.starts_with("word "), "{shown}");
    assert_eq!(
        moved.first().and_then(|range| shown.get(range.clone())),
        Some("closed")
    );
}
