"""MkDocs 与核心之间唯一的桥：按构建的先后，把记录交给核心，把核心的页面交给 MkDocs。

MkDocs 只印导航里的几页、各栏目的样张和几页对照；其余文章由核心照样张填好，写进网站文件夹。
这里不做判断，也不存状态；一次构建的东西放在 `config.extra["edition"]` 里，随配置而生、而灭。
"""

import gc
import logging
import os
from datetime import UTC, date, datetime, time
from pathlib import Path, PurePosixPath
from typing import TYPE_CHECKING
from urllib.parse import urljoin

from jinja2 import Environment, FileSystemBytecodeCache, FileSystemLoader
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import BuildError, PluginError
from mkdocs.structure.files import File, Files, InclusionLevel
from mkdocs.structure.pages import Page
from mkdocs.structure.toc import get_toc
from mkdocs.theme import Theme
from msgspec import Struct

from casebook.frame.slots import FrameProblem
from casebook.frame.stock import StockPage
from casebook.inspection import Place
from casebook.preview import Preview
from casebook.publishing.run import Run
from casebook.publishing.workshop import workshop_for
from casebook.report import as_text
from casebook.vault.store import FOLDER, Vault

if TYPE_CHECKING:  # 只有预览才用得着，生成时不必装它
    from mkdocs.livereload import LiveReloadServer

log = logging.getLogger("mkdocs.hooks.casebook")

ALLOCATIONS_BETWEEN_COLLECTIONS = 200_000
SETTLED = 0.05
"""编辑器存一次盘有好几个动静，静下来这么多秒就算存好了。"""


class Edition(Struct, frozen=True):
    """一次构建要用的东西：要 MkDocs 印的页（按 Markdown 路径找），和全站的印制。"""

    pages: dict[str, StockPage]
    run: Run


class ShellTheme(Theme):
    """主题的模板照用；它带的一万多个图标、脚本、样式一样也不发布，每次都不必去数。"""

    def get_env(self) -> Environment:
        """模板的环境；编译的结果存在本机的临时文件夹里，下次不必再编译。"""
        env = super().get_env()
        env.loader = TemplatesOnly(self.dirs)
        env.bytecode_cache = FileSystemBytecodeCache(pattern="casebook-theme-%s")
        return env


class TemplatesOnly(FileSystemLoader):
    """按名字取得到模板，却不列出文件夹里有什么。"""

    def list_templates(self) -> list[str]:
        """没有要照抄到网站里的文件。"""
        return []


def on_startup(command: str, **_: object) -> None:
    """只构建一次就退出的，一路只造不弃，来回找垃圾白费三成时间；预览要一直开着，只少找几回。"""
    if command == "build":
        gc.disable()
    else:
        gc.set_threshold(ALLOCATIONS_BETWEEN_COLLECTIONS)


def on_config(config: MkDocsConfig) -> MkDocsConfig:
    """读记录、检查，造出全部文章；有错误就停，并给出整份报告。"""
    directory, shown = _data_directory(config)
    today = os.environ.get("CASEBOOK_TODAY")
    root, documents = Path(config.config_file_path).parent, Path(config.docs_dir)
    workshop = workshop_for(root, directory, documents)
    inspection = workshop.inspect(
        Place(directory, shown),
        Place(documents, "docs"),
        date.fromisoformat(today) if today else None,
        Vault(_private_folder(config)),
    )
    logging.getLogger("mkdocs.commands.build").addFilter(_worth_saying)
    report = "\n".join(as_text(inspection.problems, inspection.gate.mask, _public_log()))
    book = inspection.publishable
    if book is None:
        raise PluginError("\n" + report)
    log.info(report)
    config.site_name = book.town.site_name
    config.site_url = config.site_url or book.town.address or ""
    config.theme.__class__ = ShellTheme
    config.extra["town"] = book.town
    config.extra["demonstration"] = book.demonstration
    os.environ["SOURCE_DATE_EPOCH"] = _noon(book.today)
    run = Run(book, workshop, shown, documents, _edit_base(config))
    pages = {_markdown_path(page.address): page for page in run.press.pages}
    config.extra["edition"] = Edition(pages, run)
    return config


def on_files(files: Files, config: MkDocsConfig) -> Files:
    """要印的每一页是内存里的页面，不写进 docs/，也不进导航。"""
    for path in _edition(config).pages:
        files.append(File.generated(config, path, content="", inclusion=InclusionLevel.NOT_IN_NAV))
    return files


def on_page_markdown(markdown: str, page: Page, config: MkDocsConfig, **_: object) -> str:
    """给要印的页填上标题、摘要等。"""
    stock = _edition(config).pages.get(page.file.src_uri)
    if stock is not None:
        page.meta |= {
            "title": stock.article.title,
            "description": stock.article.description,
            "section": stock.article.section,
            "article": stock.article,
            "head": stock.head,
        }
        if stock.day is not None:
            page.update_date = stock.day.isoformat()
    return markdown


def on_page_content(html: str, page: Page, config: MkDocsConfig, **_: object) -> str:
    """要印的页的正文和目录由核心给。"""
    stock = _edition(config).pages.get(page.file.src_uri)
    if stock is None:
        return html
    page.toc = get_toc(
        [
            {"level": row.level, "id": row.anchor, "name": row.title, "children": []}
            for row in stock.rows
        ]
    )
    return stock.body


def on_post_page(output: str, page: Page, config: MkDocsConfig) -> str:
    """收下样张与对照页；它们不是成品，返回空文字，MkDocs 就不写。"""
    edition = _edition(config)
    stock = edition.pages.get(page.file.src_uri)
    return output if stock is None else edition.run.press.collect(stock.address, output)


def on_post_template(output_content: str, template_name: str, config: MkDocsConfig) -> str:
    """站点地图补上全部文章。"""
    if template_name != "sitemap.xml":
        return output_content
    return _edition(config).run.sitemap(output_content, config.site_url or "")


def on_post_build(config: MkDocsConfig) -> None:
    """样张齐了：核对，填好全部文章，写进网站文件夹。"""
    try:
        run = _edition(config).run
        printed = Path(config.site_dir)
        run.publish(printed, _site(printed))
    except FrameProblem as problem:
        raise PluginError(f"\n{problem}") from problem
    for line in run.lines(bool(os.environ.get("CASEBOOK_TIMINGS"))):
        log.info(line)


def on_serve(server: "LiveReloadServer", config: MkDocsConfig, **_: object) -> "LiveReloadServer":
    """预览时，记录的问题显示在浏览器里，不停在旧页面上；网站另放一处，一改只换那几页。

    MkDocs 每半秒看一遍全部文件，这里换成一变就知道的。
    第一次构建留下来的大多要一直用，以后找垃圾不必每次都翻它们。
    """
    from casebook.watching import Watcher  # 只有预览才用得着

    already = [config.docs_dir, config.config_file_path]
    for path in already:
        server.unwatch(path)
    server.observer = Watcher()
    server.build_delay = SETTLED
    for path in already:
        server.watch(path)
    gc.freeze()
    server.root = _site(Path(server.root)).as_posix()
    preview = Preview(server.builder, server.serve_request, (BuildError,))
    server.builder = preview.rebuild
    server.set_app(preview)
    return server


def _worth_saying(record: logging.LogRecord) -> bool:
    """样张与对照页本来就不写成文件，MkDocs 不必每次都说。"""
    return not str(record.msg).startswith("Page skipped")


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


def _edit_base(config: MkDocsConfig) -> str | None:
    """在仓库网站上改记录的网址，后面接数据文件的路径；没有写仓库网址、数据另在别处时为 None。"""
    if not config.repo_url or not config.edit_uri or os.environ.get("CASEBOOK_DATA"):
        return None
    documents = urljoin(f"{config.repo_url.rstrip('/')}/", config.edit_uri)
    return documents.removesuffix(f"{Path(config.docs_dir).name}/")


def _site(printed: Path) -> Path:
    """成品放在哪里；没有另说，就与 MkDocs 印的放在一起。"""
    return Path(os.environ.get("CASEBOOK_SITE") or printed)


def _private_folder(config: MkDocsConfig) -> Path:
    """不进仓库的文件夹；没有导入过台账的机器上没有它。"""
    beside = Path(config.config_file_path).parent / FOLDER
    return Path(os.environ.get("CASEBOOK_PRIVATE") or beside)


def _markdown_path(address: str) -> str:
    return str(PurePosixPath(address).with_suffix(".md"))


def _public_log() -> bool:
    return os.environ.get("CI") == "true"
