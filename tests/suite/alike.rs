//! Right data, heads and settings that look like mistakes: nothing is said of them.

use crate::harness::Site;

/// Everything that is written without a fault and might be taken for one.
const SITE: &str = r#"-- site.yaml --
title: Trang thử
base_url: https://vi-du.example/v1.2/
description: ""
organisation: ""
publisher:
  name: UBND xã
  telephone: 0255 3712 135
  fax: ""
  email: xasonha@quangngai.gov.vn
  url: https://quangngai.gov.vn/
  banner: ""
menus:
  main:
    - { title: "", page: "@/_index.md" }
-- content/_data/agencies.yaml --
ubnd-son-ha-cu: { name: UBND xã Sơn Hà, replaced_by: ubnd-son-ha, replaced_on: 1/7/2025 }
ubnd-son-ha: { name: UBND xã Sơn Hà, url: "", short: "" }
so-a: { name: Sở A, replaced_by: so-b }
so-b: { name: Sở B }
so-c: { name: Sở C, replaced_by: so-b }
-- content/_data/places.yaml --
nvh-1: { name: Nhà văn hoá thôn 1, area: a }
nvh-2: { name: Nhà văn hoá thôn 1, area: b }
hoi-truong-1: { name: Hội trường, address: Thôn 1 }
hoi-truong-2: { name: Hội trường, address: Thôn 2, url: "" }
-- content/_data/areas.yaml --
a: { name: Sơn Hà, kind: xã }
b: { name: Sơn Hà, kind: phường }
-- content/_data/hotlines.yaml --
a: { number: "111", name: A, hours: 24/24, verified: 1/11/2026 }
b: { number: "0255 3712 135 (máy lẻ 1)", hours: "7h30–11h30, 13h30–17h", verified: 1/11/2026 }
c: { number: "0255 3712 135 (máy lẻ 2)", hours: trả lời trong 48 giờ, verified: 1/11/2026 }
d: { number: "1900 969 680", verified: 1/11/2026 }
e: { number: "111 hoặc 113", verified: 1/11/2026 }
f: { number: "1800 1567", verified: 1/11/2026 }
g: { number: "+84 (0)255 3712 137", verified: 1/11/2026 }
h: { number: "024 3825 5599", verified: 1/11/2026 }
i: { number: "ĐT: 0255.3712.138", verified: 1/11/2026 }
j: { number: "Tel0255 3712 139", verified: 1/11/2026 }
-- content/_data/campaigns.yaml --
a: { name: Tết, starts: 15/12, ends: 5/1 }
b: { name: Cả năm, starts: 1/7, ends: 30/6, since: năm 2016, not: [cả năm] }
-- content/_data/README.md --
# Ghi chú: xem agencies.yaml
-- content/_data/ghi-chu.txt --
Nhớ gọi thử mỗi quý.
-- content/_data/chu-de.yaml --
- a
- b
-- content/_index.md --
---
title: Trang chủ
---
-- content/a.md --
---
title: Bài
date: 16/11/2026
updated: 15 tháng 12 năm 2026
authors: [ThS. Nguyễn Thị Hoa, Ban biên tập]
image:
image_alt: ""
draft:
weight: ""
slug: bai-a
---
Chữ.
-- content/b.md --
---
title: Liên hệ
path: /v1.2/lien-he/
---
Chữ.
"#;

#[test]
fn what_looks_like_a_mistake_and_is_none_is_not_told() {
    let said: Vec<String> =
        Site::from_text(SITE).said().iter().map(|said| said.text.clone()).collect();
    assert!(said.is_empty(), "{}", said.join("\n"));
}
