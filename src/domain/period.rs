//! stub
/// stub
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Period(u32);
impl Period {
    /// stub
    pub fn read(text: &str) -> Option<Self> { text.get(0..4)?.parse().ok().map(Self) }
}
impl std::fmt::Display for Period { fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result { write!(f, "{}", self.0) } }
