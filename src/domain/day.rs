//! stub
/// stub
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Day(jiff::civil::Date);
impl Day {
    /// stub
    pub fn read(text: &str) -> Option<Self> { text.parse().ok().map(Self) }
}
impl std::fmt::Display for Day { fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result { self.0.fmt(f) } }
