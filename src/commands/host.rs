//! `bangtin host`: prints what a host must be told, for servers that read it elsewhere than in the
//! folder of the site.

use std::sync::Arc;

use bangtin::config::Host;
use bangtin::diagnostics::say;
use bangtin::outputs::hosts;
use bangtin::public::Kept;
use bangtin::{Built, Memos, build};

use crate::cli::{Format, HostFlags};
use crate::commands::report::Report;
use crate::commands::{Context, Exit, Outcome, Refusal, site};

/// Prints it. The site is made as for `check`, for only then is it known which files it has.
pub(super) fn run(flags: &HostFlags, context: &Context) -> Outcome {
    let printer = &context.printer;
    let report = Report { printer, format: Format::Text, strict: false };
    let phase = printer.phase(&say!("đang xem trang web…", "looking at the site…"));
    let sources = site::read(&context.root)?;
    let kept = Arc::new(Kept::reading(&context.root));
    let memos = Memos::forgetful().kept_by(&kept);
    let built = build(&sources, &site::settings(&flags.site, &sources), &memos);
    drop(phase);
    let exit = report.verdict(&built.diagnostics);
    let (Exit::Good, Some(plan)) = (exit, &built.plan) else {
        report.show(&built.diagnostics)?;
        return Ok(exit);
    };
    let asked = match flags.host {
        Some(host) => vec![host],
        None => named(&built)?,
    };
    let texts = asked.into_iter().flat_map(|host| hosts::texts(plan, &built.files, host));
    let texts: Vec<(&str, String)> = texts.collect();
    match &texts[..] {
        [] => printer.news(&say!(
            "nơi này không cần tệp nào thêm: đưa thư mục `public` lên là xong",
            "this host needs no more files: upload the folder `public`, that is all"
        )),
        [(_, text)] => printer.data(text)?,
        several => {
            let named = several.iter().map(|(name, text)| format!("# {name}\n\n{text}"));
            printer.data(&named.collect::<Vec<_>>().join("\n"))?;
        }
    }
    Ok(Exit::Good)
}

/// The hosts that the settings name.
fn named(built: &Built) -> Result<Vec<Host>, Refusal> {
    let config = built.site.iter().map(|site| &site.config);
    let hosts: Vec<Host> = config.flat_map(|config| &config.hosts).map(|own| own.value).collect();
    if hosts.is_empty() {
        let all = Host::ALL.map(|(name, _)| format!("`{name}`")).join(", ");
        return Err(Refusal::usage(
            say!("chưa biết trang web nằm ở đâu", "it is not known where the site is published"),
            say!(
                "viết tên sau lệnh, như `bangtin host nginx`, hoặc thêm dòng `host: nginx` vào `site.yaml`; các tên: {all}",
                "write a name behind the command, like `bangtin host nginx`, or add a line `host: nginx` to `site.yaml`; the names: {all}"
            ),
        ));
    }
    Ok(hosts)
}
