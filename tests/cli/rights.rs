//! Who may read what the program makes: its user alone, whatever the umask says.

use std::os::unix::fs::PermissionsExt;
use std::process::Command;

use crate::home::Home;

/// Runs the program where the system would let everybody read and write what is made.
fn run(home: &Home, arguments: &[&str]) {
    let program = home.command().get_program().to_owned();
    let done = Command::new("sh")
        .args(["-c", "umask 0; exec \"$@\"", "sh"])
        .arg(program)
        .args(arguments)
        .env_clear()
        .env("HOME", home.path())
        .current_dir(home.path())
        .output()
        .expect("the program starts");
    assert!(done.status.success(), "{arguments:?}: {done:?}");
}

#[test]
fn everything_that_commands_make_is_their_users_alone() {
    let home = Home::empty();
    for arguments in [
        &["new", "plan.ron"][..],
        &["new", "crm.ron", "--sample"],
        &["set", "workspace", "name=Mine"],
        &["add", "need", "Know more"],
        &["-f", "plan.ron", "add", "need", "Know less"],
        &["undo"],
        &["redo"],
        &["history"],
        &["backups"],
        &["show"],
        &["doctor"],
    ] {
        run(&home, arguments);
    }
    let found = home.contents();
    assert!(found.len() > 4, "{found:?}");
    for path in found {
        let about = std::fs::symlink_metadata(&path).expect("it is there");
        let wanted = if about.is_dir() { 0o700 } else { 0o600 };
        let mode = about.permissions().mode() & 0o7777;
        assert_eq!(mode, wanted, "{} has {mode:o}", path.display());
    }
}
