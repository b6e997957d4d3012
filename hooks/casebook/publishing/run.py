"""一次出版：定下要 MkDocs 印的样张，写好变了的页，放进网站文件夹。

一页取决于什么都没变、写成的文件也还在架上，就不再写。存的东西坏了就全部重写。
"""

from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path

from msgspec import Struct

from casebook.book import Book
from casebook.channels.cards import Cards
from casebook.channels.kit import Kit
from casebook.frame.press import prepare
from casebook.frame.sitemap import Mapped, complete_sitemap
from casebook.frame.stock import FIXED
from casebook.memory.cache import Opened
from casebook.memory.folders import Stamp, list_files
from casebook.memory.pages import Finished, Output, Pages
from casebook.pages.sections import sections_of
from casebook.pages.site import plan_site
from casebook.pages.words import imprint_of
from casebook.publishing.photos import Photos
from casebook.publishing.products import Maker, Making, Product, WebPage
from casebook.publishing.reuse import carry_out, digest_of, foundation, jobs_for
from casebook.publishing.shelf import Shelf
from casebook.publishing.stages import (
    Stage,
    dataset_stage,
    download_stage,
    feed_stage,
    search_stage,
)
from casebook.publishing.workshop import Workshop
from casebook.releases.feeds import feeds_of
from casebook.releases.page import draft_data
from casebook.render import WebRenderer


class Summary(Struct, frozen=True):
    """这次写了几页、留用几页。"""

    written: int
    kept: int


class Run:
    """一次出版。先由 MkDocs 印 `press` 里的页，再 `publish`。"""

    def __init__(
        self,
        book: Book,
        workshop: Workshop,
        display: str,
        handwritten: Path,
        edit_base: str | None = None,
    ) -> None:
        """`display` 是数据目录在报告里的叫法；`handwritten` 是手写页所在的文件夹。

        `edit_base` 是在仓库网站上改记录的网址，没有仓库网站的为 None。
        """
        self.book = book
        self.workshop = workshop
        self.handwritten = handwritten
        self.cards = bool(book.town.address) and _can_draw()
        self.renderer = WebRenderer(imprint_of(book), self.cards, edit_base)
        self.summary = Summary(0, 0)
        sections = sections_of(book)
        self.feeds = tuple(feeds_of(book, sections))
        drafts = (*plan_site(book, sections), draft_data(self.feeds))
        self.press = prepare(drafts, self.renderer)
        self.drafts = tuple(self.press.written(drafts))
        self._common = digest_of(display, edit_base or "", *foundation(book))

    def sitemap(self, printed: str, site_url: str) -> str:
        """补全的站点地图。"""
        pages = (Mapped(draft.address, draft.day or self.book.today) for draft in self.drafts)
        return complete_sitemap(printed, site_url, pages, [s.address for s in self.press.sheets])

    def publish(self, printed: Path, site: Path) -> None:
        """写好变了的页，连同 MkDocs 印在 `printed` 里的，全部放进 `site`。

        样张不能用时抛出 `FrameProblem`。
        """
        page = WebPage(self.press.frames(), self.renderer)
        products: list[Product] = [page, Photos(self.book), Kit(self.book)]
        products += [Cards(self.book)] if self.cards else []
        present = list_files(site)
        with self.workshop.cache.open() as opened:
            outputs = opened.store.trusted(lambda: self._write(products, opened, present))
            with self.workshop.clock.stage("换上"):
                Shelf(opened.shelf).publish(outputs, printed, site, present)
            opened.store.commit()

    def lines(self, timings: bool) -> Iterator[str]:
        """一行小结；`timings` 为真时连同每道工序的用时。"""
        clock, summary = self.workshop.clock, self.summary
        records = len(self.book.cases) + len(self.book.bulletins)
        yield (
            f"记录 {records} 份；网页新写 {summary.written} 页、留用 {summary.kept} 页；"
            f"用时 {clock.total:.1f} 秒。"
        )
        if timings:
            yield from clock.lines()

    def _write(
        self, products: Sequence[Product], opened: Opened, present: Mapping[str, Stamp]
    ) -> list[Output]:
        """写好变了的页，返回架上该有的全部文件；网站里现有而且完好的（`present`），不必再看架上。"""
        shelf, pages = Shelf(opened.shelf), Pages(opened.store)
        common = digest_of(self._common, *(product.key for product in products))
        wanted = [draft for draft in self.drafts if draft.address not in FIXED]
        maker = Maker(self.book, products, shelf)
        jobs = jobs_for(
            wanted, common, pages, lambda o: o.intact(present.get(o.name)) or shelf.holds(o)
        )
        pages.add(self._make(Making(maker, jobs)))
        # 先忘掉没有了的页，搜索等工序才不会再看到它们
        pages.keep_only(draft.address for draft in wanted)
        stages = self._stages(pages)
        for stage in stages:
            with self.workshop.clock.stage(stage.name):
                carry_out(stage, pages, shelf)
        outputs = [output for page in pages.finished.values() for output in page.outputs]
        shelf.tidy(output.name for output in outputs)
        self.summary = Summary(len(jobs), len(wanted) - len(jobs))
        return outputs

    def _make(self, making: Making) -> Iterator[Finished]:
        for page in self.workshop.workforce.each("写网页", making, len(making.jobs)):
            self.workshop.clock.add(page.spent)
            yield page

    def _stages(self, pages: Pages) -> tuple[Stage, ...]:
        return (
            download_stage(self.book),
            feed_stage(self.book, self.feeds),
            dataset_stage(self.book),
            search_stage(self.book, pages, self.handwritten),
        )


def _can_draw() -> bool:
    from casebook.channels.drawing import can_draw  # 知道网址才画图，启动才快

    return can_draw()
