//! Messages of the protocol, and what is put into them.

use lsp_server::{Message, Notification, Request};
use lsp_types::{MessageType, ShowMessageParams};
use serde::Serialize;
use serde::de::DeserializeOwned;
use serde_json::json;

use crate::diagnostics::show::Tongue;
use crate::diagnostics::{Say, say};

/// The parameters of a message, or why they are none.
pub(super) fn read<P: DeserializeOwned>(params: serde_json::Value) -> Result<P, String> {
    serde_json::from_value(params).map_err(|error| error.to_string())
}

/// A message that wants no answer.
pub(super) fn notice(method: &str, params: &impl Serialize) -> Message {
    let params = serde_json::to_value(params).unwrap_or_default();
    Message::Notification(Notification { method: method.to_owned(), params })
}

/// That there is no site where the editor looks.
pub(super) fn no_site(tongue: Tongue) -> Message {
    let Say { vi, en } = say!(
        "chưa thấy trang web ở đây: hãy mở thư mục có tệp `site.yaml`, hoặc tạo trang web mới bằng `bangtin init`",
        "there is no site here: open the folder that holds `site.yaml`, or lay out a site with `bangtin init`"
    );
    let message = match tongue {
        Tongue::Vi => vi,
        Tongue::En => en,
    };
    notice("window/showMessage", &ShowMessageParams { typ: MessageType::INFO, message })
}

/// The wish to be told of changes on the disk.
pub(super) fn watch_files() -> Message {
    let globs = ["**/site.yaml", "**/translations.lock", "**/content/**"];
    let globs = globs.iter().chain(&["**/i18n/**", "**/themes/**"]);
    let watchers: Vec<_> = globs.map(|glob| json!({ "globPattern": glob })).collect();
    let params = json!({ "registrations": [{
        "id": "bangtin-files",
        "method": "workspace/didChangeWatchedFiles",
        "registerOptions": { "watchers": watchers },
    }] });
    let id = "bangtin-files".to_owned().into();
    Message::Request(Request { id, method: "client/registerCapability".to_owned(), params })
}
