//! Spoils workspace files at random, and the same way each time.

use std::ops::Range;

use proptest::strategy::{Strategy, ValueTree};
use proptest::test_runner::TestRunner;

use crate::domain::testing::workspace;
use crate::store::Manuscript;

/// A workspace with every field there is.
pub(super) const EVERY_FIELD: &str = include_str!("../../../../tests/golden/every-field.ron");

/// A workspace with a little of everything, in somebody's own hand.
pub(super) const SMALL: &str = r#"/* ours */ #![enable(implicit_some)]
Workspace(
    name: "Acme é", format: 1, // the version
    stages: [(id: "use", name: "Use", purchase: After)],
    jobs: [
        ( id: "j", /* ( */ name: r"a \ b", estimate: (importance: 9.5, satisfaction: 3), ),
    ],
    studies: [(
        id: "s", name: "S", date: "2026-02-28", source: Team, scale: 5,
        responses: [(id: "r", answers: [("j", 5, None)])],
    )],
    economics: [(period: "2026-02", revenue: -1e3)],
)
"#;

/// What is put where it does not belong.
pub(super) const PIECES: &[&[u8]] = &[
    b"(",
    b")",
    b"[",
    b"]",
    b"{",
    b"}",
    b"\"",
    b"\\",
    b",",
    b":",
    b"=",
    b"#",
    b"'",
    b"-",
    b".",
    b"0",
    b"\n",
    b"\r\n",
    b"\t",
    b" ",
    b"//",
    b"/*",
    b"*/",
    b"r#\"",
    b"\"#",
    b"b\"",
    b"Some(",
    b"None",
    b"\0",
    b"\x1b[2J",
    b"\x7f",
    b"\xc2\x9b",
    b"\xff",
    b"\xed\xa0\x80",
    b"\xc3",
    b"\xef\xbb\xbf",
    b"\xe2\x80\xae",
    b"\xe2\x80\xa8",
    b"\xf3\xa0\x81\x81",
    b"e\xcc\x81\xcc\x81\xcc\x81\xcc\x81\xcc\x81",
    b"\xf0\x9f\x91\xa9\xe2\x80\x8d\xf0\x9f\x91\xa9\xe2\x80\x8d\xf0\x9f\x91\xa7",
    b"\\u{1b}",
    b"\\u{d800}",
    b"\\x41",
    b"\\n",
    b"\\\n    ",
    b"1e400",
    b"-1e400",
    b"NaN",
    b"inf",
    b"-0.0",
    b"1e15",
    b"1000000000000001",
    b"0.1e-320",
    b"0x1F",
    b"1_000",
    b"1,5",
    b"35%",
    b"340282366920938463463374607431768211456",
    b"-1",
    b"65536",
    b"1.0f64",
    b"true",
    b"()",
    b"'a'",
    b"\"2026-02-30\"",
    b"\"1899-12-31\"",
    b"\"2200-13\"",
    b"\"\"",
    b"\"-\"",
    b"\"zz\"",
    b"#![enable(unwrap_newtypes)]",
    b"#![enable(implicit_some)]",
    b"format: 1,",
    b"format: 2,",
    b"name: \"N\",",
    b"<<<<<<< ours\n",
    b"=======\n",
    b">>>>>>> theirs\n",
    "“".as_bytes(),
    "名前".as_bytes(),
];

/// What may stand between two words.
const GAPS: &[&[u8]] = &[
    b"",
    b" ",
    b"\n",
    b"\r\n\t",
    b" // ( \" a remark\n",
    b"/* [ /* \" */ */",
    b"/* open",
    b"//",
];

/// Good files to spoil.
pub(super) struct Corpus {
    files: Vec<Vec<u8>>,
}

impl Corpus {
    /// Those that are kept by hand, and random ones, the same each time. Large ones are few: they
    /// take longer and try no more.
    pub(super) fn new() -> Self {
        let mut files: Vec<Vec<u8>> = [
            include_str!("../../../../assets/sample/crm.ron"),
            EVERY_FIELD,
            EVERY_FIELD,
            SMALL,
            SMALL,
            SMALL,
            SMALL,
            "(format: 1, name: \"\")",
        ]
        .map(|file| file.as_bytes().to_vec())
        .into();
        let mut runner = TestRunner::deterministic();
        while files.len() < 32 {
            let random = workspace().new_tree(&mut runner).expect("a workspace");
            let written = Manuscript::default().revised(&random.current()).manuscript;
            if written.text().len() < 3_000 {
                files.push(written.text().as_bytes().to_vec());
            }
        }
        Self { files }
    }

    /// The input of a number.
    pub(super) fn spoiled(&self, number: u64) -> Vec<u8> {
        let mut dice = Dice(number);
        let mut file = dice.one_of(&self.files).clone();
        let mut times = 1;
        while times < 12 && dice.below(3) == 0 {
            times += 1;
        }
        for _ in 0..times {
            self.spoil(&mut file, &mut dice);
        }
        file
    }

    fn spoil(&self, file: &mut Vec<u8>, dice: &mut Dice) {
        match dice.below(15) {
            0 => flip(file, dice),
            1 => file.truncate(dice.below(file.len() + 1)),
            2 => replace(file, dice.piece(file.len()), b""),
            3 => {
                let piece = file[dice.piece(file.len())].to_vec();
                replace(file, dice.place(file.len()), &piece);
            }
            4 => replace(file, dice.place(file.len()), &self.elsewhere(dice)),
            5 => {
                let piece = dice.scrap(PIECES).repeat(dice.often());
                replace(file, dice.place(file.len()), &piece);
            }
            6 => swap(file, dice, &pieces(file)),
            7 => swap(file, dice, &lines(file)),
            8 => replace(file, dice.out_of(&lines(file)), b""),
            9 => {
                let lines = lines(file);
                let line = file[dice.out_of(&lines)].to_vec();
                let start = dice.out_of(&lines).start;
                replace(file, start..start, &line);
            }
            10 => swap(file, dice, &runs(file, is_of_word)),
            11 => replace(
                file,
                dice.out_of(&runs(file, is_of_word)),
                dice.scrap(PIECES),
            ),
            12 => {
                let words = runs(file, is_of_word);
                let word = file[dice.out_of(&words)].to_vec();
                replace(file, dice.out_of(&words), &word);
            }
            13 => {
                let gaps = runs(file, |byte| byte.is_ascii_whitespace());
                replace(file, dice.out_of(&gaps), dice.scrap(GAPS));
            }
            _ => {
                let numbers = runs(file, |byte| byte.is_ascii_digit());
                let number = dice.below(100).to_string();
                replace(file, dice.out_of(&numbers), number.as_bytes());
            }
        }
    }

    /// A piece of some file.
    fn elsewhere(&self, dice: &mut Dice) -> Vec<u8> {
        let other = dice.one_of(&self.files);
        match dice.below(2) {
            0 => other[dice.piece(other.len())].to_vec(),
            _ => other[dice.out_of(&lines(other))].to_vec(),
        }
    }
}

fn flip(file: &mut [u8], dice: &mut Dice) {
    let bit = dice.below(8);
    let place = dice.below(file.len());
    if let Some(byte) = file.get_mut(place) {
        *byte ^= 1 << bit;
    }
}

fn replace(file: &mut Vec<u8>, range: Range<usize>, piece: &[u8]) {
    file.splice(range, piece.iter().copied());
}

/// Puts two of some pieces, which don't overlap, in each other's place.
fn swap(file: &mut Vec<u8>, dice: &mut Dice, pieces: &[Range<usize>]) {
    let (one, other) = (dice.out_of(pieces), dice.out_of(pieces));
    let (first, second) = if one.start <= other.start {
        (one, other)
    } else {
        (other, one)
    };
    let (early, late) = (file[first.clone()].to_vec(), file[second.clone()].to_vec());
    if first.end <= second.start {
        replace(file, second, &early);
        replace(file, first, &late);
    }
}

fn pieces(file: &[u8]) -> Vec<Range<usize>> {
    let starts = (0..file.len()).step_by(37);
    starts
        .map(|start| start..file.len().min(start + 37))
        .collect()
}

/// The lines, with their ends.
fn lines(file: &[u8]) -> Vec<Range<usize>> {
    let mut start = 0;
    let lines = file.split_inclusive(|byte| *byte == b'\n').map(|line| {
        let line = start..start + line.len();
        start = line.end;
        line
    });
    lines.collect()
}

fn is_of_word(byte: u8) -> bool {
    byte.is_ascii_alphanumeric() || matches!(byte, b'-' | b'.' | b'_')
}

/// The longest pieces that consist of such bytes.
fn runs(file: &[u8], is_of: impl Fn(u8) -> bool) -> Vec<Range<usize>> {
    let mut start = 0;
    let chunks = file.chunk_by(|a, b| is_of(*a) == is_of(*b)).map(|chunk| {
        let range = start..start + chunk.len();
        start = range.end;
        range
    });
    chunks.filter(|range| is_of(file[range.start])).collect()
}

/// Random numbers that follow from a first one (`SplitMix64`).
struct Dice(u64);

impl Dice {
    fn next(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mut mixed = self.0;
        mixed = (mixed ^ (mixed >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        mixed ^ (mixed >> 31)
    }

    /// A number below a limit; 0 where there is none.
    fn below(&mut self, limit: usize) -> usize {
        let limit = u64::try_from(limit.max(1)).expect("a file's length");
        usize::try_from(self.next() % limit).expect("it is below a usize")
    }

    fn one_of<'a, T>(&mut self, all: &'a [T]) -> &'a T {
        &all[self.below(all.len())]
    }

    fn scrap<'a>(&mut self, all: &[&'a [u8]]) -> &'a [u8] {
        self.one_of::<&[u8]>(all)
    }

    /// A place between two bytes.
    fn place(&mut self, length: usize) -> Range<usize> {
        let place = self.below(length + 1);
        place..place
    }

    /// A piece of something so long; most are short.
    fn piece(&mut self, length: usize) -> Range<usize> {
        let start = self.below(length + 1);
        let longest = *self.one_of(&[2, 20, 200, 2_000]);
        start..length.min(start + self.below(longest))
    }

    /// One of some ranges; an empty one where there are none.
    fn out_of(&mut self, ranges: &[Range<usize>]) -> Range<usize> {
        match ranges {
            [] => 0..0,
            ranges => self.one_of(ranges).clone(),
        }
    }

    /// How often a piece is repeated: mostly once, at times deeper and longer than files may be.
    fn often(&mut self) -> usize {
        match self.below(100) {
            0 => 70_000,
            1..10 => self.below(100),
            _ => 1,
        }
    }
}
