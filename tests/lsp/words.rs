//! What may be written, and what is told of what stands there.

use serde_json::{Value, json};

use crate::client::Client;

const FILES: [(&str, &str); 6] = [
    (
        "site.yaml",
        "title: { vi: Xã, en: Commune }\nlanguages:\n  vi: { name: Tiếng Việt }\n  en: { name: English }\n\
         taxonomies:\n  topics:\n    title: Chủ đề\n    terms: { viec-nha: { vi: Việc nhà, en: Housework } }\n",
    ),
    ("content/_index.md", "---\ntitle: Trang chủ\n---\n\nChào.\n"),
    (
        "content/_data/agencies.yaml",
        "so-noi-vu:\n  name: { vi: Sở Nội vụ, en: Home Affairs }\nhoi-phu-nu:\n  name: Hội Phụ nữ\n",
    ),
    (
        "content/ke-hoach.md",
        "---\ntitle: Kế hoạch năm\nkind: plan\ndescription: Làm gì trong năm.\n\
         tasks:\n  - { id: nv1, title: Tập huấn, ongoing: true }\n---\n\n## Mục tiêu\n\nMột.\n",
    ),
    ("content/lich.md", "---\ntitle: Lịch\n---\n\nMột.\n"),
    ("content/anh.png", ""),
];

/// What is asked at `|` in a document that is open with the text around it.
fn asked(client: &mut Client, path: &str, marked: &str) -> Value {
    let offset = marked.find('|').unwrap();
    let line = marked[..offset].matches('\n').count();
    let start = marked[..offset].rfind('\n').map_or(0, |at| at + 1);
    let character = marked[start..offset].encode_utf16().count();
    client.open_as(path, &marked.replacen('|', "", 1));
    let place = json!({ "line": line, "character": character });
    json!({ "textDocument": { "uri": client.uri(path) }, "position": place })
}

/// What may be written at `|`, each with the words beside it.
fn offered(client: &mut Client, path: &str, marked: &str) -> Vec<String> {
    let asked = asked(client, path, marked);
    let list = client.request("textDocument/completion", asked);
    let items = list["items"].as_array().cloned().unwrap_or_default();
    let word = |item: &Value, key: &str| item[key].as_str().unwrap_or_default().to_owned();
    items
        .iter()
        .map(|item| {
            let (label, detail) = (word(item, "label"), word(item, "detail"));
            let new = item["textEdit"]["newText"].as_str().unwrap();
            format!("{label} → {new} ({detail})")
        })
        .collect()
}

/// What is told of what stands at `|`.
fn told(client: &mut Client, path: &str, marked: &str) -> String {
    let asked = asked(client, path, marked);
    let hover = client.request("textDocument/hover", asked);
    hover["contents"]["value"].as_str().unwrap_or_default().to_owned()
}

fn has(offered: &[String], wanted: &[&str]) {
    for wanted in wanted {
        assert!(offered.iter().any(|own| own.starts_with(wanted)), "{wanted} in {offered:#?}");
    }
}

#[test]
fn keys_are_offered_by_kind_with_their_words() {
    let mut client = Client::begin(&FILES, "vi", json!({})).0;
    let page = "content/bai.md";
    let keys = offered(&mut client, page, "---\ntitle: A\nda|\n---\n");
    has(&keys, &["date → date:  (ngày đăng)"]);
    assert!(!keys.iter().any(|own| own.starts_with("title ")), "{keys:#?}");
    let keys = offered(&mut client, page, "---\ntitle: A\nkind: schedule\n|\n");
    has(&keys, &["events →", "starts →", "topics →", "summary →"]);
    assert!(!keys.iter().any(|own| own.starts_with("tasks ")), "{keys:#?}");
    let keys =
        offered(&mut client, page, "---\ntitle: A\nkind: plan\ntasks:\n  - id: a\n    |\n---\n");
    has(&keys, &["lead →", "due →"]);
    has(&offered(&mut client, page, "---\nkind: |\n---\n"), &["schedule → schedule (lịch"]);
    has(&offered(&mut client, page, "---\ndraft: |\n---\n"), &["true → true", "false"]);
    has(&offered(&mut client, "site.yaml", "title: A\nlan|"), &["languages → languages: "]);
    has(&offered(&mut client, "content/_data/agencies.yaml", "a:\n  na|"), &["name → name: "]);
    has(
        &offered(&mut client, "content/_data/agencies.yaml", "a:\n  name: { |"),
        &["en → en:  (English)"],
    );
    assert_eq!(offered(&mut client, page, "---\ntitle: A|\n---\n"), Vec::<String>::new());
}

#[test]
fn names_of_the_site_are_offered_in_the_language_of_the_author() {
    let mut client = Client::begin(&FILES, "en-GB", json!({})).0;
    let page = "content/bai.md";
    let plan = "---\ntitle: A\nkind: plan\ntasks:\n  - { id: a, title: b, lead: so| }\n---\n";
    assert_eq!(offered(&mut client, page, plan), ["so-noi-vu → so-noi-vu (Home Affairs)"]);
    has(
        &offered(&mut client, page, "---\ntopics: [|]\n---\n"),
        &["viec-nha → viec-nha (Housework)"],
    );
    let schedule = "---\ntitle: A\nkind: schedule\nplan: |\n---\n";
    assert_eq!(
        offered(&mut client, page, schedule),
        ["@/ke-hoach.md → \"@/ke-hoach.md\" (Kế hoạch năm)"]
    );
    let task =
        "---\ntitle: A\nkind: schedule\nplan: \"@/ke-hoach.md\"\nevents:\n  - task: |\n---\n";
    assert_eq!(offered(&mut client, page, task), ["nv1 → nv1 (Tập huấn)"]);
    assert_eq!(offered(&mut client, page, "---\nimage: |\n---\n"), ["anh.png → anh.png ()"]);
}

#[test]
fn links_places_and_components_are_offered() {
    let mut client = Client::begin(&FILES, "vi", json!({})).0;
    let page = "content/bai.md";
    let body = |text: &str| format!("---\ntitle: A\n---\n\n{text}\n");
    let links = offered(&mut client, page, &body("Xem [kế hoạch](@/ke|)."));
    assert_eq!(links, ["@/ke-hoach.md → @/ke-hoach.md (Kế hoạch năm)"]);
    let places = offered(&mut client, page, &body("Xem [kế hoạch](@/ke-hoach.md#|)."));
    has(&places, &["muc-tieu → muc-tieu (Mục tiêu)", "nv1 → nv1"]);
    has(&offered(&mut client, page, &body("![Ảnh](an|)")), &["anh.png → anh.png"]);
    has(&offered(&mut client, page, &body("::: det|")), &["details → details"]);
    has(&offered(&mut client, page, &body("{{ agen|")), &["agency → agency(key=\"\")"]);
    has(&offered(&mut client, page, &body("{{ agency(|) }}")), &["key → key="]);
    let agencies = offered(&mut client, page, &body("{{ agency(key=\"|\") }}"));
    has(&agencies, &["so-noi-vu → so-noi-vu (Sở Nội vụ)", "hoi-phu-nu"]);
    assert_eq!(offered(&mut client, page, &body("Một |câu.")), Vec::<String>::new());
}

#[test]
fn what_stands_there_is_explained() {
    let marked = json!({ "textDocument": { "hover": { "contentFormat": ["markdown"] } } });
    let mut client = Client::begin(&FILES, "vi", marked).0;
    let page = "content/bai.md";
    let key = told(&mut client, page, "---\ntitle: A\nda|te: 15/11/2026\n---\n");
    assert!(key.contains("**`date`**: ngày đăng"), "{key}");
    let kind = told(&mut client, page, "---\ntitle: A\nkind: po|st\n---\n");
    assert!(kind.contains("tin, bài"), "{kind}");
    let link = told(&mut client, page, "---\ntitle: A\n---\n\n[a](@/ke-|hoach.md#muc-tieu)\n");
    assert!(link.contains("**Kế hoạch năm**") && link.contains("Làm gì trong năm."), "{link}");
    assert!(link.contains("Mục tiêu"), "{link}");
    let box_ = told(&mut client, page, "---\ntitle: A\n---\n\n::: de|tails B\nC.\n:::\n");
    assert!(box_.contains("bấm mới mở") && box_.contains("title"), "{box_}");
    let fault = told(&mut client, page, "---\ntitle: A\nda|tte: 15/11/2026\n---\n");
    assert!(fault.contains("### B102"), "{fault}");
}
