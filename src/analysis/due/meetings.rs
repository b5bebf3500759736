//! What falls due before each meeting of a board.

use std::collections::HashMap;

use super::Due;
use crate::analysis::moment::Moment;
use crate::analysis::programme::Meeting;
use crate::domain::id::Id;

/// For each of the meetings (in the order of their days) what falls due by it and after its board's
/// meeting before, as places in `due`. A board has to do with what is relevant to it. The next
/// meeting of a board has what is overdue as well; those held before the day in view, and those whose
/// day cannot be read, have nothing.
pub fn before_meetings(due: &[Due], meetings: &[Meeting], moment: Moment) -> Vec<Vec<usize>> {
    let mut ahead: HashMap<&Id, Vec<usize>> = HashMap::new();
    for (place, meeting) in meetings.iter().enumerate() {
        if meeting.day.is_some() && !meeting.is_past(moment.today) {
            ahead.entry(&meeting.board).or_default().push(place);
        }
    }
    let mut shared = vec![Vec::new(); meetings.len()];
    for (at, due) in due.iter().enumerate() {
        let day = moment.today.map_or(due.day, |today| due.day.max(today));
        let is_before = |place: &usize| {
            let meeting = meetings.get(*place).and_then(|meeting| meeting.day);
            meeting.is_some_and(|meeting| meeting < day)
        };
        for places in due.boards.iter().filter_map(|board| ahead.get(board)) {
            let next = places.get(places.partition_point(is_before));
            if let Some(list) = next.and_then(|place| shared.get_mut(*place)) {
                list.push(at);
            }
        }
    }
    shared
}

#[cfg(test)]
mod tests {
    use super::super::due;
    use super::*;
    use crate::analysis::index::Index;
    use crate::analysis::programme::programme;
    use crate::domain::field::In;
    use crate::domain::json::Json;
    use crate::domain::workspace::Workspace;

    #[test]
    fn what_falls_due_goes_to_the_next_meeting_of_its_boards() {
        let text = r#"{"current_period":"2010/11 Q2","as_of":"2010-11-10",
            "boards":[{"id":"x","meets":["2010-10-21","2010-12-16","2010-11-18"]},{"id":"y","meets":["2011-01-05"]}],
            "priorities":[{"id":"px","boards":["x"]},{"id":"both","boards":["x","y"]}],
            "actions":[
                {"id":"late","priority":"px","timescale":{"text":"31 March 2010"}},
                {"id":"on-the-day","priority":"px","timescale":{"text":"18 November 2010"}},
                {"id":"after","priority":"px","timescale":{"text":"19 November 2010"}},
                {"id":"shared","priority":"both","timescale":{"text":"1 January 2011"}},
                {"id":"beyond","priority":"px","timescale":{"text":"1 June 2011"}},
                {"id":"nobodys","timescale":{"text":"1 December 2010"}}],
            "programme":{"items":[{"id":"i","board":"y","meeting":"2011-02-02"},
                {"id":"k","board":"x","meeting":"some day"}]}}"#;
        let workspace = Json::parse(text).unwrap().to::<In<Workspace>>().unwrap().0;
        let moment = Moment::new(&workspace, None, None);
        let due = due(&workspace, &Index::new(&workspace), moment, None);
        let meetings = programme(&workspace, None).meetings;
        let before = before_meetings(&due, &meetings, moment);
        let said: Vec<String> = meetings
            .iter()
            .zip(before)
            .map(|(meeting, places)| {
                let ids: Vec<&str> = places
                    .iter()
                    .map(|at| due[*at].record.id.as_str())
                    .collect();
                format!("{} {}: {}", meeting.board, meeting.stated, ids.join(" "))
            })
            .collect();
        assert_eq!(
            said,
            [
                "x 2010-10-21: ",
                "x 2010-11-18: late on-the-day",
                "x 2010-12-16: after",
                "y 2011-01-05: shared",
                "y 2011-02-02: ",
                "x some day: ",
            ]
        );
    }
}
