"""MkDocs 与核心之间唯一的桥：按构建的先后，把记录交给核心，把核心的页面交给 MkDocs。

这里不做判断，也不存状态；一次构建的东西放在 `config.extra["edition"]` 里，随配置而生、而灭。
"""

import logging
import os
from dataclasses import dataclass
from datetime import UTC, date, datetime, time
from pathlib import Path, PurePosixPath

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import PluginError
from mkdocs.structure.files import File, Files, InclusionLevel
from mkdocs.structure.pages import Page
from mkdocs.structure.toc import get_toc

from casebook.article.blocks import Article
from casebook.inspection import Place, inspect_all
from casebook.pages.site import build_site
from casebook.render import WebRenderer, contents
from casebook.report import as_text
from casebook.vault.store import FOLDER, Vault

log = logging.getLogger("mkdocs.hooks.casebook")


@dataclass(frozen=True, slots=True)
class Edition:
    """一次构建要用的东西：按 Markdown 路径找的文章，和渲染器。"""

    articles: dict[str, Article]
    renderer: WebRenderer


def on_config(config: MkDocsConfig) -> MkDocsConfig:
    """读记录、检查，造出全部文章；有错误就停，并给出整份报告。"""
    directory, shown = _data_directory(config)
    today = os.environ.get("CASEBOOK_TODAY")
    inspection = inspect_all(
        Place(directory, shown),
        Place(Path(config.docs_dir), "docs"),
        date.fromisoformat(today) if today else None,
        Vault(_private_folder(config)),
    )
    report = "\n".join(as_text(inspection.problems, inspection.gate.mask, _public_log()))
    book = inspection.publishable
    if book is None:
        raise PluginError("\n" + report)
    log.info(report)
    site = build_site(book)
    config.site_name = book.town.site_name
    config.extra["town"] = book.town
    config.extra["demonstration"] = book.demonstration
    os.environ["SOURCE_DATE_EPOCH"] = _noon(book.today)
    config.extra["edition"] = Edition(
        {_markdown_path(article.address): article for article in site.articles}, WebRenderer()
    )
    return config


def on_files(files: Files, config: MkDocsConfig) -> Files:
    """每篇文章是一个内存里的页面，不写进 docs/，也不进导航。"""
    for path in _edition(config).articles:
        files.append(File.generated(config, path, content="", inclusion=InclusionLevel.NOT_IN_NAV))
    return files


def on_page_markdown(markdown: str, page: Page, config: MkDocsConfig, **_: object) -> str:
    """给文章页填上标题、摘要等。"""
    article = _edition(config).articles.get(page.file.src_uri)
    if article is not None:
        page.meta |= {
            "title": article.title,
            "description": article.description,
            "section": article.section,
            "article": article,
        }
        if article.day is not None:
            page.update_date = article.day.isoformat()
    return markdown


def on_page_content(html: str, page: Page, config: MkDocsConfig, **_: object) -> str:
    """文章页的正文由核心渲染。"""
    edition = _edition(config)
    article = edition.articles.get(page.file.src_uri)
    if article is None:
        return html
    page.toc = get_toc(
        [
            {"level": item.level, "id": item.anchor, "name": item.title, "children": []}
            for item in contents(article)
        ]
    )
    return edition.renderer.body(article)


def _noon(day: date) -> str:
    """MkDocs 写进站点地图的时间取自数据，不看时钟；同样的输入总得到同样的字节。"""
    return str(int(datetime.combine(day, time(12), UTC).timestamp()))


def _edition(config: MkDocsConfig) -> Edition:
    edition = config.extra["edition"]
    assert isinstance(edition, Edition)
    return edition


def _data_directory(config: MkDocsConfig) -> tuple[Path, str]:
    """数据目录和它在报告里的叫法；默认是 mkdocs.yml 旁的 cases_data。"""
    given = os.environ.get("CASEBOOK_DATA")
    if given:
        return Path(given), PurePosixPath(Path(given)).as_posix()
    return Path(config.config_file_path).parent / "cases_data", "cases_data"


def _private_folder(config: MkDocsConfig) -> Path:
    """不进仓库的文件夹；没有导入过台账的机器上没有它。"""
    beside = Path(config.config_file_path).parent / FOLDER
    return Path(os.environ.get("CASEBOOK_PRIVATE") or beside)


def _markdown_path(address: str) -> str:
    return str(PurePosixPath(address).with_suffix(".md"))


def _public_log() -> bool:
    return os.environ.get("CI") == "true"
