//! Disks that are full, and disks that lose their power.

use std::fs;
use std::io::{ErrorKind, Write};
use std::path::{Path, PathBuf};
use std::process::Command;

use super::desk::{Desk, Standing, is_root, said, skipped};

/// A file system that goes when this does.
struct Mounted {
    at: PathBuf,
}

impl Mounted {
    /// None where the system does not let it.
    fn new(arguments: &[&str], at: PathBuf) -> Option<Self> {
        fs::create_dir_all(&at).expect("a folder");
        let mounted = Command::new("mount").args(arguments).arg(&at).output();
        mounted
            .is_ok_and(|mounted| mounted.status.success())
            .then_some(Self { at })
    }
}

impl Drop for Mounted {
    fn drop(&mut self) {
        // At once for everybody; for a program that is just being started, as soon as it has.
        let _ = Command::new("umount").arg("--lazy").arg(&self.at).output();
    }
}

/// Writes a file until the disk takes no more.
fn fill(path: &Path) {
    let mut file = fs::File::create(path).expect("a file");
    let full = loop {
        if let Err(error) = file.write_all(&[b'x'; 512]) {
            break error;
        }
    };
    assert_eq!(full.kind(), ErrorKind::StorageFull);
}

#[test]
fn on_a_full_disk_a_save_says_so_and_the_file_stays_until_there_is_room() {
    if !is_root() {
        return skipped("only root can mount a disk of 1 MiB");
    }
    let root = tempfile::tempdir().expect("a folder");
    let at = root.path().join("disk");
    let Some(tiny) = Mounted::new(&["-t", "tmpfs", "-o", "size=1m", "none"], at) else {
        return skipped("this system lets nobody mount a disk of 1 MiB");
    };
    let folder = tiny.at.join("work");
    fs::create_dir(&folder).expect("a folder");
    for standing in [Standing::Plain, Standing::Linked, Standing::Bare] {
        let home = tempfile::tempdir().expect("a folder");
        let desk = Desk::in_folder(home, folder.clone(), standing);
        let new = desk.new_text();
        let names = desk.names();
        fill(&tiny.at.join("filler"));

        let refused = desk.run(&desk.save());
        assert_eq!(refused.status.code(), Some(2), "{standing:?}");
        assert!(
            said(&refused).contains("the disk is full; make room"),
            "{}",
            said(&refused)
        );
        assert_eq!(
            (desk.found(), desk.names()),
            (desk.old(), names),
            "{standing:?}"
        );

        fs::remove_file(tiny.at.join("filler")).expect("removed");
        desk.is_in_order(&new, &format!("{standing:?}, after there was room"));
    }
}

#[test]
fn what_was_called_saved_is_there_after_a_power_cut() {
    if !is_root() {
        return skipped("only root can mount a disk to cut it off");
    }
    for standing in Standing::ALL {
        let root = tempfile::tempdir().expect("a folder");
        let image = root.path().join("image");
        let Some(ext4) = formatted(&image, root.path().join("disk")) else {
            return skipped("this system lets nobody format and mount an ext4 disk");
        };
        let home = tempfile::tempdir().expect("a folder");
        let desk = Desk::in_folder(home, ext4.at.clone(), standing);
        let new = desk.new_text();
        let settled = Command::new("sync").arg("-f").arg(&ext4.at).status();
        assert!(settled.is_ok_and(|settled| settled.success()));

        let saved = desk.run(&desk.save());
        // What the disk has at this moment is all that a power cut would leave.
        let cut_off = root.path().join("cut-off");
        fs::copy(&image, &cut_off).expect("copied");
        assert!(saved.status.success(), "{}", said(&saved));

        let cut_off = cut_off.display().to_string();
        let after = Mounted::new(&["-o", "loop", &cut_off], root.path().join("after"));
        let after = after.expect("it was mounted before");
        let found = fs::read_to_string(after.at.join("ours.ron")).ok();
        assert_eq!(found, Some(new), "{standing:?}");
    }
}

/// A small disk that writes to the device only what it is asked to, or what has waited for long.
fn formatted(image: &Path, at: PathBuf) -> Option<Mounted> {
    fs::File::create(image)
        .expect("a file")
        .set_len(16 << 20)
        .expect("room");
    let formatted = Command::new("mkfs.ext4")
        .args(["-q", "-F"])
        .arg(image)
        .output();
    formatted.ok()?.status.success().then_some(())?;
    let image = image.display().to_string();
    let disk = Mounted::new(&["-o", "loop,noauto_da_alloc", &image], at)?;
    fs::remove_dir(disk.at.join("lost+found")).ok()?;
    Some(disk)
}
