//! stub
pub mod document;
pub mod figures;
pub mod layout;
use document::Document;
/// stub
pub fn page(
    _: &crate::domain::workspace::Workspace,
    _: &crate::analysis::index::Index,
    _: crate::analysis::moment::Moment,
    _: &crate::domain::id::RecordRef,
) -> Option<Document> {
    None
}
/// stub
pub mod text {
    /// stub
    pub fn to_text(_: &super::Document, _: usize, _: bool, _: bool) -> String {
        String::new()
    }
}
