//! The pictures by which people know a site: whether each is there, and can be used.

use bangtin_pictures::{Facts, Format, Look};

use crate::config::{Config, SITE_FILE};
use crate::diagnostics::{Code, Diagnostic, Place, Say, nearest_path, say};
use crate::site::Asset;
use crate::site::files::Files;
use crate::sources::{LARGEST_LOGO, SourcePath};
use crate::yaml::Marked;

/// The least length of the shorter side of a logo that is no drawing, in pixels: as large as
/// telephones show it where a page is put among their programs.
const LEAST: u32 = 512;

/// The greatest length of the longer side. What is larger is no sharper on any screen.
const MOST: u32 = 4096;

/// Says which of the pictures that `site.yaml` names are not there or cannot be used.
pub(super) fn check(config: &Config, files: &Files, diagnostics: &mut Vec<Diagnostic>) {
    let identity = &config.identity;
    let logos = identity.logos().filter_map(|(key, file)| fault_of_logo(key, file, files));
    let hero = identity.hero.iter().filter_map(|hero| fault_of_hero(&hero.image, files));
    let place = |file: &Marked<SourcePath>| {
        Place::within(&SourcePath::new(SITE_FILE), &config.text, file.span)
    };
    diagnostics.extend(logos.chain(hero).map(|(file, (message, hint))| {
        Diagnostic::error(Code::BadSitePicture, message).hint(hint).at(place(file))
    }));
}

/// A picture, with what is to be said of it.
type Fault<'a> = (&'a Marked<SourcePath>, (Say, Say));

fn fault_of_logo<'a>(key: &str, file: &'a Marked<SourcePath>, files: &Files) -> Option<Fault<'a>> {
    let path = &file.value;
    if path.as_str().contains('/') {
        let message =
            say!("`{path}` không nằm cạnh `site.yaml`", "`{path}` does not lie beside `site.yaml`");
        let name = path.file_name();
        let hint = say!(
            "chuyển tệp ra cạnh `site.yaml` rồi viết `{key}: {name}`",
            "move the file beside `site.yaml` and write `{key}: {name}`"
        );
        return Some((file, (message, hint)));
    }
    let said = match files.published.get(path) {
        None => not_there(path, files),
        Some(asset) => fault_of_sign(path, asset)?,
    };
    Some((file, said))
}

/// Why a file cannot be the sign of a site.
fn fault_of_sign(path: &SourcePath, asset: &Asset) -> Option<(Say, Say)> {
    let look = asset.file.picture.as_ref().map(|picture| &picture.look);
    let draws = say!(
        "dùng một bản vẽ SVG, hoặc hình PNG mà cạnh ngắn từ {LEAST} điểm ảnh",
        "use a drawing in SVG, or a PNG of at least {LEAST} pixels on its shorter side"
    );
    if asset.file.len > LARGEST_LOGO {
        let most = LARGEST_LOGO / 1024 / 1024;
        let message = say!(
            "biểu trưng `{path}` lớn hơn {most} MB",
            "the logo `{path}` is larger than {most} MB"
        );
        let hint = say!("lưu lại cho nhỏ hơn", "save it smaller");
        return Some((message, hint));
    }
    let Some(Look::Pixels(Facts { format: Format::Png, width, height, .. })) = look else {
        let is_drawing = matches!(look, Some(Look::Drawing(_)));
        let message = say!(
            "biểu trưng `{path}` không phải SVG hay PNG",
            "the logo `{path}` is no SVG and no PNG"
        );
        return (!is_drawing).then_some((message, draws));
    };
    let (shorter, longer) = (width.min(height), width.max(height));
    if *shorter >= LEAST && *longer <= MOST {
        return None;
    }
    let message = say!(
        "biểu trưng `{path}` có {width} × {height} điểm ảnh: cạnh ngắn cần từ {LEAST}, cạnh dài không quá {MOST}",
        "the logo `{path}` has {width} × {height} pixels: at least {LEAST} on the shorter side and at most {MOST} on the longer are needed"
    );
    Some((message, draws))
}

fn fault_of_hero<'a>(file: &'a Marked<SourcePath>, files: &Files) -> Option<Fault<'a>> {
    let path = &file.value;
    let said = match files.published.get(path) {
        None => not_there(path, files),
        Some(asset) if asset.file.picture.is_none() => (
            say!("`{path}` không phải một hình", "`{path}` is no picture"),
            say!("dùng hình JPEG, PNG, WebP hoặc SVG", "use a JPEG, PNG, WebP or SVG"),
        ),
        Some(_) => return None,
    };
    Some((file, said))
}

fn not_there(path: &SourcePath, files: &Files) -> (Say, Say) {
    let message = say!("không có hình `{path}`", "there is no picture `{path}`");
    if let Some(withheld) = files.withheld.get(path) {
        let (_, hint) = withheld.why.of_link(path);
        let message =
            say!("hình `{path}` không được đăng", "the picture `{path}` is not published");
        return (message, hint);
    }
    let known = files.published.keys().map(SourcePath::as_str);
    let hint = match nearest_path(path.as_str(), known) {
        Some(near) => say!("có phải bạn muốn viết `{near}`?", "did you mean `{near}`?"),
        None => say!(
            "chép tệp vào cạnh `site.yaml` và viết đúng tên, kể cả chữ hoa chữ thường",
            "put the file beside `site.yaml` and write its name exactly, capitals too"
        ),
    };
    (message, hint)
}
