"""各渠道的成品：一篇一个文件夹；取决于什么都没有变、文件也都完好的，不重做。"""

import gc
from collections.abc import Iterable, Iterator, Sequence
from functools import cache
from pathlib import Path

from msgspec import Struct
from msgspec.structs import replace

from casebook.channels.edition import Edition, Newsroom
from casebook.channels.package import make_package
from casebook.channels.phrases import words
from casebook.channels.texts import build_texts
from casebook.channels.wechat import WechatRenderer
from casebook.memory.cache import Cache
from casebook.memory.pages import Finished, Pages
from casebook.memory.store import Store
from casebook.pages.drafts import Draft
from casebook.publishing.products import Job
from casebook.publishing.reuse import digest_of, foundation, jobs_for
from casebook.publishing.shelf import Shelf
from casebook.source.reading import fingerprint
from casebook.workforce import Workforce

SELDOM = 100_000
"""多少个新对象才清点一次：成品里很少有互相指着的，清点得太勤，一万篇多花两成的时间。"""


class Made(Struct, frozen=True):
    """做好的一篇，和没做成的图各是什么原因。"""

    finished: Finished
    failures: tuple[str, ...]


class Delivery(Struct, frozen=True):
    """一次制作的结果：这次做了几篇，几篇没有变，没做成的原因（同样的只说一次）。"""

    made: int
    kept: int
    failures: tuple[str, ...]


class Order(Struct, frozen=True):
    """要做什么：哪些文章，哪些图（不要图为空），放在哪个文件夹，画过的图存在哪里。"""

    newsroom: Newsroom
    drafts: Sequence[Draft]
    pictures: Sequence[str]
    out: Path
    drawn: Path


def deliver(order: Order, memory: Cache, workforce: Workforce) -> Delivery:
    """照单制作。`memory` 里每个成品文件夹记一份，只管快慢；坏了就全部重做。"""
    place = memory.folder / "channels" / fingerprint(str(order.out).encode())
    with Cache(place, memory.version).open() as opened:
        delivery = opened.store.trusted(lambda: _deliver(order, opened.store, workforce))
        opened.store.commit()
    return delivery


def _deliver(order: Order, store: Store, workforce: Workforce) -> Delivery:
    shelf, pages = Shelf(order.out), Pages(store)
    common = digest_of(*foundation(order.newsroom.book), *order.pictures)
    jobs = jobs_for(order.drafts, common, pages, shelf.holds)
    failures: list[str] = []
    pages.add(_noted(_spread(Packing(order, shelf, jobs), workforce), failures))
    sent = {draft.address for draft in order.drafts if pages.finished[draft.address].outputs}
    count = len(sent & {job.draft.address for job in jobs})
    return Delivery(count, len(sent) - count, tuple(dict.fromkeys(failures)))


class Packing(Struct, frozen=True):
    """做一批：可以分给几个进程的活。"""

    order: Order
    shelf: Shelf
    jobs: Sequence[Job]

    def __call__(self, index: int) -> Made:
        """做一篇，写进它的文件夹；一种图做不成，其余照做，下次再试。撤回的没有文件。"""
        job = self.jobs[index]
        edition = self.order.newsroom.write(job.draft)
        if edition is None:
            return Made(Finished(job.draft.address, job.key, ()), ())
        pictures, failures = self._draw(edition)
        package = make_package(edition, build_texts(edition, _renderer()), pictures)
        files = ((f"{package.id}/{name}", data) for name, data in package.files.items())
        outputs = tuple(self.shelf.put(name, data, job.known.get(name)) for name, data in files)
        return Made(Finished(job.draft.address, "" if failures else job.key, outputs), failures)

    def _draw(self, edition: Edition) -> tuple[dict[str, bytes], tuple[str, ...]]:
        """做成的图，和没做成的原因。"""
        if not self.order.pictures:
            return {}, ()
        from casebook.channels import studio  # 只要文字的不必请画图的库，启动才快

        room, failures = studio.open_studio(self.order.drawn), []
        pictures: dict[str, bytes] = {}
        for name in self.order.pictures:
            try:
                pictures[name] = room.make(name, edition)
            except studio.TROUBLES as problem:
                failures.append(str(problem))
        return pictures, tuple(failures)


def _noted(made: Iterable[Made], failures: list[str]) -> Iterator[Finished]:
    """做好的一篇接一篇；没做成的图的原因记进 `failures`。"""
    for one in made:
        failures += one.failures
        yield one.finished


def _spread(packing: Packing, workforce: Workforce) -> Iterator[Made]:
    """文字分给几个进程做；图要慢得多，一张一张做。"""
    if packing.jobs:
        # 模板和词典读好再分工，工作进程就不必各读一遍；记录不会再变，不必一遍遍清点
        _renderer()
        words("")
        gc.freeze()
        gc.set_threshold(SELDOM)
    crew = replace(workforce, processes=1) if packing.order.pictures else workforce
    return crew.each("制作", packing, len(packing.jobs))


@cache
def _renderer() -> WechatRenderer:
    """公众号渲染器，一个进程一个。"""
    return WechatRenderer()
