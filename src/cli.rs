//! Arguments. No subcommand means the interface.

mod interface;

use std::ffi::OsString;
/// stub
pub fn main(args: impl IntoIterator<Item = OsString>) -> u8 {
    let args: Vec<OsString> = args.into_iter().collect();
    interface::run(std::path::Path::new(&args[1]))
}
