//! Old texts as they are met, and right texts of many languages, of which none is accused.

use super::*;

/// Texts as people have met them, and how they read.
const OLD: &[(Letters, &str, &str)] = &[
    (Letters::Tcvn3, "Bµi thö", "Bài thử"),
    (
        Letters::Tcvn3,
        "céng hßa x· héi chñ nghÜa viÖt nam\n§éc lËp - Tù do - H¹nh phóc\nQuyÕt ®Þnh cña Bé tr\u{ad}ëng Bé Tµi chÝnh",
        "cộng hòa xã hội chủ nghĩa việt nam\nĐộc lập - Tự do - Hạnh phúc\nQuyết định của Bộ trưởng Bộ Tài chính",
    ),
    (Letters::Tcvn3, "B¸o c¸o tµi chÝnh quý II n¨m 2026", "Báo cáo tài chính quý II năm 2026"),
    (Letters::Tcvn3, "CéNG HßA X· HéI", "CỘNG HÒA XÃ HỘI"),
    (
        Letters::Tcvn3,
        "C¨n cø LuËt Phßng, chèng b¹o lùc gia ®×nh; Uû ban nh©n d©n x· kÝnh mêi",
        "Căn cứ Luật Phòng, chống bạo lực gia đình; Uỷ ban nhân dân xã kính mời",
    ),
    (Letters::Vni, "Baøi thöû", "Bài thử"),
    (
        Letters::Vni,
        "COÄNG HOØA XAÕ HOÄI CHUÛ NGHÓA VIEÄT NAM\nÑoäc laäp - Töï do - Haïnh phuùc\nCaên cöù Luaät Toå chöùc HÑND vaø UBND",
        "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\nĐộc lập - Tự do - Hạnh phúc\nCăn cứ Luật Tổ chức HĐND và UBND",
    ),
    (
        Letters::Vni,
        "ñöôïc nhöõng Chæ thò Myõ, Ñaø Naüng, Toâi teân laø Nguyeãn Vaên Thöû, saün coù",
        "được những Chỉ thị Mỹ, Đà Nẵng, Tôi tên là Nguyễn Văn Thử, sẵn có",
    ),
    (
        Letters::Windows1258,
        "Quyêìt ðiònh cuÒa UÒy ban nhân dân xaÞ, ngýõÌi dân",
        "Quyết định của Ủy ban nhân dân xã, người dân",
    ),
    (Letters::Garbled, "Chá»¯ viá»‡t", "Chữ việt"),
    (
        Letters::Garbled,
        "Ä\u{90}á»™c láº\u{ad}p, tá»± do â€“ háº¡nh phÃºc",
        "Độc lập, tự do – hạnh phúc",
    ),
    (Letters::Garbled, "dÃ©jÃ\u{a0} vu, prÃ¨s de lâ€™Ã©cole", "déjà vu, près de l’école"),
];

/// Texts that are right as they are.
const RIGHT: &[&str] = &[
    "Bµ",
    "Sợi 5 µm và 7 µm, 25 °C, © 2026 Sở Y tế®, 1½ giờ, «mời» · §5",
    "Chia việc · cùng làm · vui vẻ; “QUÉT MÃ”; QUÉT MÃ…; À, Ô, giò chả, quà, hoà, thuỷ, Uỷ",
    "Où es-tu né ? J’étais haï là-bas, où l’été était beau ; le thé, la boxe thaï, le maïs, Noël, août, dû",
    "Le 8 mars, l’égalité entre les femmes et les hommes est célébrée à Genève, où l’on a créé un comité.",
    "Die Förderung der Gleichstellung für Mädchen, schön, Köln, Höchst, Müller, öl, nötig, größer, Straße",
    "Não há só avó e avô: coração, pão, põe, às, até, você, cidadã, pó, fé, Mª José, Dª Mª",
    "El niño del señor Muñoz vivía en Logroño; el ñu, año, «¿qué?», 1ª y 2º",
    "På søndag får vi kjøre båt til Tromsø; når må du gå? Æ e trønder æ å",
    "På ön finns många hjärtan; för att dö, lök, sjö, gå, få, må, så, bör, tö",
    "Työ tekijäänsä neuvoo; hyvää yötä, öljy, sää, pöytä",
    "È così che la città può vivere: perché, però, più, già, ciò, lunedì, libertà, virtù",
    "Það er gott að vera með þér við hliðina á húsinu; Þú, ðð",
    "Është në të më që për Shqipërinë",
    "Türkçe öğrenmek için çok çalışmak; söz, göl, köy, ön, gün, dün, önü",
    "Õnne ja tõde: sõna, nõu, jõud, õu, öö, töö, süü",
    "Coördinatie, reünie, egoïst, geïnd, België, één, Oekraïne",
    "Příliš žluťoučký kůň úpěl ďábelské ódy, łódź, größe",
    "ភាសាខ្មែរ និង ภาษาไทย и русский ελληνικά 日本語 العربية",
    "Hre: Cơ̆m, bơ̆, Đăk Tơ̆, mơ̆h hŏm, kơ̆t; Ê-đê: Êđê, hruê, mơĭt, ƀuôn",
    "CAFÉ… “VÔ”, “NÃ”, Ó…, l’Â»",
    "Cộng hoà xã hội chủ nghĩa Việt Nam; cả nghìn người đã ở đó, ký, quý, tuý, ỷ, y",
];

#[test]
fn old_letters_are_told_and_read() {
    for (letters, text, reads) in OLD {
        let page = format!("---\ntitle: A\n---\n\n{text}\n");
        let old = in_text(&page).unwrap_or_else(|| panic!("{text}"));
        assert_eq!(old.letters, *letters, "{text}");
        let (stretch, mended) = old.mended.unwrap_or_else(|| panic!("{text}"));
        assert_eq!((&page[stretch], mended.as_str()), (*text, *reads));
        assert!(reads.starts_with(old.reads.trim_end_matches('…')), "{}", old.reads);
    }
}

#[test]
fn right_texts_are_not_accused() {
    for text in RIGHT {
        assert_eq!(in_text(text), None, "{text}");
    }
    assert_eq!(in_text(&RIGHT.join("\n")), None);
}

#[test]
fn one_pasted_paragraph_is_told_in_a_right_text() {
    let text = format!("{}\nBaøi thöû naøy hay\nvà tiếp.", RIGHT.join("\n"));
    let old = in_text("Một.\n\nKính mời.\nTh«ng b¸o míi\n\nHai.").unwrap();
    assert_eq!((old.letters, old.reads.as_str()), (Letters::Tcvn3, "Thông báo mới"));
    assert_eq!(in_text(&text), None, "a few words among so many others may be chance");
    let long = format!("{text}\nÑoäc laäp töï do haïnh phuùc cuûa nhaân daân");
    assert_eq!(in_text(&long).map(|old| old.letters), Some(Letters::Vni));
}

#[test]
fn bytes_are_read_too() {
    let told = |bytes: &[u8]| in_bytes(bytes);
    let bytes =
        |text: &str| -> Vec<u8> { text.chars().map(|c| tables::byte_of(c).unwrap()).collect() };
    for (letters, text, reads) in OLD.iter().filter(|(letters, ..)| *letters != Letters::Garbled) {
        let (found, read) = told(&bytes(text)).unwrap_or_else(|| panic!("{text}"));
        assert_eq!(found, *letters, "{text}");
        assert!(reads.starts_with(read.trim_end_matches('…')), "{read}");
    }
    let wide: Vec<u8> =
        "\u{feff}---\ntitle: Bài\n".encode_utf16().flat_map(u16::to_le_bytes).collect();
    assert_eq!(told(&wide), Some((Letters::Utf16, "title: Bài".to_owned())));
    for right in ["L’été à Genève, où l’on est né", "Größe und Höhe für Mädchen", ""]
    {
        let cp1252: Vec<u8> = right.chars().filter_map(tables::byte_of).collect();
        assert_eq!(told(&cp1252), None, "{right}");
    }
}

#[test]
fn texts_of_right_letters_need_one_look() {
    let law = include_str!("../../../tests/browser/corpus/law.txt");
    let rights = include_str!("../../../tests/browser/corpus/rights.txt");
    for text in [law, rights] {
        for line in text.lines() {
            assert_eq!(in_text(line), None, "{line}");
        }
    }
    assert!(!may_hold(law), "a Vietnamese law should need no second look");
}

#[test]
fn a_page_of_each_language_stays_what_it_is_when_it_is_written_twice() {
    // What a build says must not hang on how long a text is.
    for text in RIGHT {
        let long = vec![*text; 50].join("\n");
        assert_eq!(in_text(&long), None, "{text}");
    }
}
