"""一次出版：请 MkDocs 印样张，填好全部文章，写进网站文件夹。"""

from pathlib import Path

from casebook.article.blocks import Article
from casebook.book import Book
from casebook.frame.press import Frames, prepare
from casebook.frame.searching import complete_index, search_entries
from casebook.frame.sitemap import Mapped, complete_sitemap
from casebook.frame.stock import FIXED
from casebook.pages.site import plan_site
from casebook.render import WebRenderer

SEARCH_INDEX = Path("search/search_index.json")


class Run:
    """一次出版要用的东西，和它的两步：印前准备，印后出版。"""

    def __init__(self, book: Book) -> None:
        self.book = book
        self.renderer = WebRenderer()
        self.drafts = plan_site(book)
        self.press = prepare(self.drafts, self.renderer)

    def sitemap(self, printed: str, site_url: str) -> str:
        """补全的站点地图。"""
        if not site_url:
            return printed
        pages = [Mapped(a.address, a.day or self.book.today) for a in self._articles()]
        return complete_sitemap(printed, site_url, pages, [s.address for s in self.press.sheets])

    def publish(self, folder: Path) -> None:
        """填好全部文章，写进 `folder`，补上搜索条目。样张不能用时抛出 `FrameProblem`。"""
        frames = self.press.frames()
        entries = []
        for article in self._articles():
            entries.append(search_entries(article))
            if article.address not in FIXED:
                self._write(article, frames, folder)
        index = folder / SEARCH_INDEX
        if index.exists():
            complete = complete_index(index.read_text(encoding="utf-8"), entries)
            index.write_text(complete, encoding="utf-8", newline="\n")

    def _articles(self) -> list[Article]:
        return [draft.write() for draft in self.drafts]

    def _write(self, article: Article, frames: Frames, folder: Path) -> None:
        path = folder / article.address
        path.parent.mkdir(parents=True, exist_ok=True)
        page = frames.fill(article, self.renderer.body(article))
        path.write_text(page, encoding="utf-8", newline="\n")
