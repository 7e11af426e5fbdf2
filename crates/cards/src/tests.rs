//! Cards as a reader would see them: each picture is read back and looked at.

use std::ops::RangeInclusive;
use std::sync::Arc;

use crate::painting::{BLOCK, EDGE, LINES};
use crate::{Card, Colors, EMBLEM, Emblem, Fonts, HEIGHT, Leaf, WIDTH, draw};

const SANS: &[u8] = include_bytes!("../../../themes/civic/card/NotoSans-Bold.ttf");
const SYMBOLS: &[u8] = include_bytes!("../../../themes/civic/card/NotoSansSymbols-Bold.ttf");

const COLORS: Colors = Colors {
    paper: [255, 254, 253],
    ink: [29, 26, 28],
    accent: [0x7a, 0x1f, 0x5c],
    on_accent: [250, 251, 252],
};

/// Every letter of Vietnamese with a mark, and those of its neighbours that Unicode has only
/// in two parts.
const MARKED: &str =
    "àáảãạăằắẳẵặâầấẩẫậèéẻẽẹêềếểễệìíỉĩịòóỏõọôồốổỗộơờớởỡợùúủũụưừứửữựỳýỷỹỵđ ơ̆ ê̆ ô̆ ĕ ŏ ĭ ŭ";

/// A card that was drawn and read back: for each pixel a place in the palette.
struct Seen {
    pixels: Vec<u8>,
    palette: Vec<u8>,
    bytes: Vec<u8>,
    /// The columns beside the block.
    beside: std::ops::Range<u32>,
}

impl Seen {
    fn of(title: &str, footer: &str, fonts: &Fonts) -> Seen {
        Seen::read(draw(&card(title, footer), fonts).unwrap())
    }

    fn read(bytes: Vec<u8>) -> Seen {
        let mut reader = png::Decoder::new(std::io::Cursor::new(&bytes)).read_info().unwrap();
        let mut pixels = vec![0; reader.output_buffer_size().unwrap()];
        let info = reader.next_frame(&mut pixels).unwrap();
        assert_eq!((info.width, info.height), (WIDTH, HEIGHT));
        let palette = reader.info().palette.clone().unwrap().into_owned();
        // The block is where no paper is along the lower edge.
        let is_left = pixels[pixels.len() - WIDTH as usize] != 0;
        let beside = if is_left { BLOCK..WIDTH } else { 0..WIDTH - BLOCK };
        Seen { pixels, palette, bytes, beside }
    }

    /// The rows beside the block, each with the columns that are not paper.
    fn inked(&self) -> impl Iterator<Item = (u32, RangeInclusive<u32>)> {
        let rows = self.pixels.chunks_exact(WIDTH as usize);
        let beside = self.beside.clone();
        (0..).zip(rows).filter_map(move |(y, row)| {
            let row = &row[beside.start as usize..beside.end as usize];
            let first = row.iter().position(|pixel| *pixel != 0)?;
            let last = row.iter().rposition(|pixel| *pixel != 0)?;
            Some((y, beside.start + first as u32..=beside.start + last as u32))
        })
    }

    /// The color of a pixel.
    fn color(&self, x: u32, y: u32) -> [u8; 3] {
        let place = 3 * usize::from(self.pixels[(y * WIDTH + x) as usize]);
        self.palette[place..place + 3].try_into().unwrap()
    }

    /// How many stretches of inked rows there are.
    fn bands(&self) -> usize {
        let rows: Vec<u32> = self.inked().map(|(y, _)| y).collect();
        let gaps = rows.windows(2).filter(|pair| pair[1] > pair[0] + 1);
        gaps.count() + usize::from(!rows.is_empty())
    }

    fn top(&self) -> u32 {
        self.inked().next().unwrap().0
    }

    /// That no letter comes near the edges.
    fn assert_safe(&self) {
        // What a letter may lean out of its own width and a mark out of its line.
        let lean = 8;
        for (y, columns) in self.inked() {
            let (left, right) = (self.beside.start + EDGE - lean, self.beside.end - EDGE + lean);
            assert!(*columns.start() >= left && *columns.end() <= right, "row {y}: {columns:?}");
            assert!((EDGE - lean..HEIGHT - EDGE + lean).contains(&y), "row {y}");
        }
    }
}

fn card<'a>(title: &'a str, footer: &'a str) -> Card<'a> {
    Card {
        title,
        label: "",
        leaf: None,
        details: "",
        footer,
        tag: "",
        emblem: None,
        right_to_left: false,
        colors: COLORS,
    }
}

fn fonts() -> Fonts {
    Fonts::new(&[SANS.into(), SYMBOLS.into()])
}

#[test]
fn every_letter_of_vietnam_is_in_the_font() {
    let fonts = fonts();
    for text in [MARKED, &MARKED.to_uppercase(), "“₫” – ‘…’ • → № %"] {
        assert_eq!(fonts.missing(text), None, "{text}");
    }
    assert_eq!(fonts.missing("Xã ភូមិ"), Some('ភ'));
    assert_eq!(fonts.missing("感谢"), Some('感'));
}

#[test]
fn what_says_nothing_is_not_missed() {
    let fonts = fonts();
    assert_eq!(fonts.missing("📢 Thông báo ✅\u{fe0f}\u{202e} 👩\u{200d}👧 nghỉ học"), None);
    assert_eq!(fonts.missing("a\tb\nc\u{0}\u{7}\u{a0}d"), None);
    // But then something must be left to see.
    assert_eq!(fonts.missing("📢"), Some('📢'));
    assert_eq!(fonts.missing("\u{301}\u{302}\u{303}"), Some('\u{301}'));
    assert_eq!(fonts.missing(""), None);
}

#[test]
fn a_card_has_its_colours() {
    let seen = Seen::of("Lịch", "Bảng tin", &fonts());
    let colors: Vec<&[u8]> = seen.palette.chunks_exact(3).collect();
    assert!(colors.len() <= 32);
    assert_eq!(colors[0], COLORS.paper);
    assert_eq!(seen.color(0, 0), COLORS.accent);
    assert_eq!(seen.color(WIDTH - 1, HEIGHT - 1), COLORS.paper);
    assert!(seen.pixels.iter().any(|pixel| colors[usize::from(*pixel)] == COLORS.ink));
}

#[test]
fn every_run_and_every_thread_draws_the_same_bytes() {
    let fonts = fonts();
    let titles = ["Kế hoạch số 72", MARKED, "Lịch", "Kế hoạch số 72"];
    let once = titles.map(|title| draw(&card(title, "Bảng tin"), &fonts));
    assert_eq!(once[0], once[3]);
    let threads = std::thread::scope(|scope| {
        let draw = |title| draw(&card(title, "Bảng tin"), &fonts);
        titles.map(|title| scope.spawn(move || draw(title))).map(|thread| thread.join().unwrap())
    });
    assert_eq!(once, threads);
    assert_eq!(once[1], draw(&card(MARKED, "Bảng tin"), &self::fonts()));
}

#[test]
fn titles_of_any_length_stay_inside_and_small() {
    let fonts = fonts();
    let long = "Kế hoạch triển khai Tháng hành động vì bình đẳng giới ".repeat(200);
    let upto = |letters: usize| long.chars().take(letters).collect::<String>();
    for title in [upto(1), upto(20), upto(80), upto(150), upto(300), long.clone()] {
        let seen = Seen::of(&title, &upto(300), &fonts);
        seen.assert_safe();
        assert!(seen.bytes.len() < 48 * 1024, "{} bytes", seen.bytes.len());
    }
}

#[test]
fn a_short_title_is_larger_than_a_long_one() {
    let fonts = fonts();
    let rows = |title: &str| Seen::of(title, "", &fonts).inked().count();
    let (large, small) = (rows("H"), rows(&"H ".repeat(200)) / LINES);
    assert!(large > 50 && large > small + 15, "{large} and {small} pixels");
}

#[test]
fn a_title_that_is_cut_says_so() {
    let fonts = fonts();
    let cut = Seen::of(&"nam ".repeat(100), "", &fonts);
    let whole = Seen::of(&"nam ".repeat(12), "", &fonts);
    // The dots end in the lower right, where letters without them end in an upright.
    let last = |seen: &Seen| {
        let (y, columns) = seen.inked().last().unwrap();
        let row = &seen.pixels[(y * WIDTH) as usize..][..WIDTH as usize];
        (row.split(|pixel| *pixel == 0).filter(|run| !run.is_empty()).count(), columns)
    };
    assert_ne!(last(&cut).0, last(&whole).0);
}

#[test]
fn marks_on_marks_touch_no_other_line_and_are_whole() {
    let fonts = fonts();
    // Each line holds letters that reach as far up and as far down as any.
    let seen = Seen::of(&"Ẫgl Ộgl Ỷgl Ặgl ".repeat(8), "", &fonts);
    assert_eq!(seen.bands(), LINES);
    // A mark more is higher by all of that mark.
    let top = |title: &str| Seen::of(title, "", &fonts).top();
    assert!(top("A") > top("Â") + 12 && top("Â") > top("Ẫ") + 8);
    assert!(top("O") > top("Ơ\u{306}") + 12);
}

#[test]
fn hostile_titles_stay_inside() {
    let fonts = fonts();
    let tower = format!("A{}g", "\u{302}\u{301}\u{303}".repeat(2_000));
    let word = "W".repeat(10_000);
    let turned = format!("\u{202e}{}\u{2066}", "abc ".repeat(50));
    let titles = [
        tower.as_str(),
        &word,
        &turned,
        "\u{301}\u{301}\u{301}",
        "\u{0}\u{1b}[31m\r\n\t",
        "👩\u{200d}👩\u{200d}👧\u{200d}👦 📢",
        "\u{200f}\u{200f}",
        "ﷺ ﷽ \u{fdfd}",
        "\u{10ffff}\u{e000}",
        "a\u{2028}b\u{2029}c",
        "",
        "   ",
    ];
    for right_to_left in [false, true] {
        for title in titles {
            let card = Card { right_to_left, ..card(title, title) };
            Seen::read(draw(&card, &fonts).unwrap()).assert_safe();
        }
    }
}

#[test]
fn what_is_written_from_the_right_stands_on_the_right() {
    let card = Card { right_to_left: true, ..card("Lịch", "Tin") };
    let seen = Seen::read(draw(&card, &fonts()).unwrap());
    let (_, columns) = seen.inked().next().unwrap();
    assert!(*columns.end() > (WIDTH - BLOCK) / 2);
    seen.assert_safe();
    let ends = seen.inked().map(|(_, columns)| *columns.end()).max().unwrap();
    assert!(ends > WIDTH - BLOCK - EDGE - 20, "{ends}");
    assert_eq!(seen.color(WIDTH - 1, 0), COLORS.accent, "and the block too");
}

#[test]
fn without_a_font_there_is_a_block() {
    let none = Fonts::new(&[Arc::from(*b"no font")]);
    assert!(none.is_empty());
    let seen = Seen::of("Lịch", "Bảng tin", &none);
    assert_eq!(seen.inked().count(), 0);
    assert!(!Fonts::can_read(&Arc::from(*b"no font")));
    assert!(Fonts::can_read(&SANS.into()));
}

#[test]
fn the_first_font_that_has_a_letter_draws_it() {
    let both = fonts();
    let other = Fonts::new(&[SYMBOLS.into(), SANS.into()]);
    let draw = |fonts| Seen::of("a → b", "", fonts).bytes;
    assert_eq!(draw(&both), draw(&other));
    assert_eq!(Fonts::new(&[SANS.into()]).missing("a → b"), Some('→'));
}

#[test]
fn a_broken_font_stops_nothing() {
    // A simple generator (Numerical Recipes), so that each run breaks the same bytes.
    let mut state = 1_u32;
    let mut next = |below: usize| {
        state = state.wrapping_mul(1_664_525).wrapping_add(1_013_904_223);
        (state >> 8) as usize % below
    };
    let (mut read, mut drawn) = (0, 0);
    for round in 0..400 {
        let mut bytes = SANS.to_vec();
        for _ in 0..1 + round % 20 {
            // Half of the faults in the head, where the tables are named.
            let at = if next(2) == 0 { next(400) } else { next(bytes.len()) };
            bytes[at] = next(256) as u8;
        }
        if round % 5 == 0 {
            bytes.truncate(next(SANS.len()));
        }
        let fonts = Fonts::new(&[bytes.into()]);
        read += usize::from(!fonts.is_empty());
        // Whether something comes out matters less than that the program goes on.
        drawn += usize::from(draw(&card("Kế hoạch ơ̆ fi Ẫ", "Bảng tin"), &fonts).is_some());
    }
    assert!(read > 30, "{read} of them were fonts still");
    assert!(drawn > 30, "{drawn} of them could draw");
}

#[test]
fn initials_are_those_of_the_first_and_the_last_word_with_their_marks() {
    for (name, initials) in [
        ("Tháng hành động Quảng Ngãi", "TN"),
        ("đà nẵng", "ĐN"),
        ("Ấn phẩm", "ẤP"),
        ("Bangtin", "B"),
        ("“Nhà an toàn” 2026", "NT"),
        ("16 ngày", "N"),
        ("2026 11", "21"),
        ("ﬁn straße", "FS"),
        ("…", ""),
        ("", ""),
    ] {
        assert_eq!(crate::initials::initials(name), initials, "{name}");
    }
}

#[test]
fn an_emblem_shows_its_letters_as_paths_within_its_disc() {
    let accent = [0x7a, 0x1f, 0x5c];
    let drawn = |name: &str| crate::emblem(name, &fonts(), [accent, [255; 3]]);
    for name in ["Đà Nẵng", "Ẫ", "W M", "i", "Tháng Ấy"] {
        let svg = drawn(name);
        assert!(svg.contains("fill=\"#7a1f5c\"") && !svg.contains("<text"), "{svg}");
        let path = svg.split(" d=\"").nth(1).and_then(|rest| rest.split('"').next()).unwrap();
        let numbers = path.split(|letter: char| letter.is_ascii_alphabetic() || letter == ' ');
        let numbers: Vec<f32> =
            numbers.filter(|part| !part.is_empty()).map(|part| part.parse().unwrap()).collect();
        assert!(numbers.len() > 20, "{svg}");
        for point in numbers.chunks_exact(2) {
            let from_middle = (point[0] - 32.0).hypot(point[1] - 32.0);
            assert!(from_middle < 30.0, "{name}: {point:?}");
        }
    }
    assert_ne!(drawn("Đà"), drawn("Dà"), "a mark is part of a letter");
    assert!(!drawn("中文").contains("<path"), "no font has these");
}

#[test]
fn an_event_shows_its_day_its_place_and_that_it_is_invented() {
    let whole = Card {
        label: "Hoạt động",
        leaf: Some(Leaf { above: "T2", day: "30", below: "thg 11 · 07:00" }),
        details: "Trường THCS Hoa Sen",
        tag: "MẪU",
        ..card("Mít tinh", "Bảng tin")
    };
    let drawn = |card: &Card<'_>| Seen::read(draw(card, &fonts()).unwrap());
    let seen = drawn(&whole);
    assert_eq!(seen.color(WIDTH - 1, 0), COLORS.accent, "the tag is in the corner");
    let less = [
        Card { label: "", ..whole.clone() },
        Card { leaf: None, ..whole.clone() },
        Card { details: "", ..whole.clone() },
        Card { tag: "", ..whole.clone() },
    ];
    let inked = |seen: &Seen| seen.pixels.iter().filter(|pixel| **pixel != 0).count();
    let on_block = |seen: &Seen| {
        let colors = COLORS.on_accent;
        (0..HEIGHT)
            .flat_map(|y| (0..BLOCK).map(move |x| (x, y)))
            .filter(|(x, y)| seen.color(*x, *y) == colors)
            .count()
    };
    let [no_label, no_leaf, no_details, no_tag] = less.map(|card| drawn(&card));
    assert!(on_block(&no_label) < on_block(&seen) && on_block(&no_leaf) < on_block(&seen));
    assert!(inked(&no_details) < inked(&seen) && inked(&no_tag) < inked(&seen));
}

#[test]
fn an_emblem_keeps_its_colours_as_far_as_there_is_room() {
    let side = EMBLEM;
    let flat = [0, 90, 200, 255].repeat((side * side) as usize);
    let many: Vec<u8> = (0..side * side)
        .flat_map(|at| [(at % 256) as u8, (at / 256 % 256) as u8, (at % 97) as u8, 255])
        .collect();
    let clear = [1, 2, 3, 0].repeat((side * side) as usize);
    for (rgba, on_paper) in [(&flat, false), (&many, true), (&clear, true), (&clear, false)] {
        let emblem = Emblem::new(rgba, on_paper, &COLORS).unwrap();
        let seen =
            Seen::read(draw(&Card { emblem: Some(&emblem), ..card("A", "") }, &fonts()).unwrap());
        let (x, y) = (EDGE + side / 2, EDGE + side / 2);
        let painted = seen.color(x, y);
        if rgba == &flat {
            assert_eq!(painted, [0, 90, 200]);
        } else if rgba == &clear {
            assert_eq!(painted, if on_paper { COLORS.paper } else { COLORS.accent });
        }
        assert!(seen.palette.len() <= 3 * 256);
        seen.assert_safe();
    }
    // Of another size it is none.
    let emblem = Emblem::new(&[0; 4], true, &COLORS);
    let seen =
        Seen::read(draw(&Card { emblem: emblem.as_ref(), ..card("A", "") }, &fonts()).unwrap());
    assert_eq!(seen.color(EDGE, EDGE), COLORS.accent);
}
