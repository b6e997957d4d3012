"""不请 MkDocs，只用一个最小的外壳出版：同样走检查、样张、写页、换上，快得多。"""

import shutil
from collections.abc import Callable
from pathlib import Path

from casebook.frame.stock import StockPage
from casebook.inspection import Place
from casebook.memory.cache import Cache
from casebook.publishing.run import Run
from casebook.publishing.workshop import Workshop
from casebook.workforce import Workforce

Theme = Callable[[StockPage], str]


def shell(page: StockPage) -> str:
    """代替主题的外壳。"""
    rows = "".join(f'<li><a href="#{row.anchor}">{row.title}</a></li>' for row in page.rows)
    return (
        f"<title>{page.article.title}</title><meta content='{page.article.description}'>"
        f"<nav>{rows}</nav>{page.body}"
    )


def publish(
    data: Path, cache: Path, site: Path, processes: int = 1, theme: Theme = shell
) -> Run | None:
    """出版一次，`site` 里有上一版就在它上面改；有错误则不出版，返回 None。"""
    docs = data.parent / "docs"
    workshop = Workshop(Cache(cache, "版本"), Workforce(processes))
    book = workshop.inspect(Place(data, "cases_data"), None, None, None).publishable
    if book is None:
        return None
    printed = site.with_name(f"{site.name}.printed")
    shutil.rmtree(printed, ignore_errors=True)
    run = Run(book, workshop, "cases_data", docs)
    for page in run.press.pages:
        kept = run.press.collect(page.address, theme(page))
        if kept:
            path = printed / page.address
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(kept, encoding="utf-8")
    run.publish(printed, site)
    return run


def contents(site: Path) -> dict[str, bytes]:
    """网站文件夹里的全部文件。"""
    return {
        path.relative_to(site).as_posix(): path.read_bytes()
        for path in sorted(site.rglob("*"))
        if path.is_file()
    }
