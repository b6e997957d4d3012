"""channels 命令：把文章做成各渠道的成品，一篇一个文件夹。"""

import gc
import os
import sys
from argparse import Namespace
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cache
from itertools import chain
from pathlib import Path, PurePosixPath

from cli import MISUSE, command_parser
from environment import CACHE, ROOT
from mkdocs_runner import add_data_options
from poster_libraries import ensure_poster_libraries
from private_folder import open_vault
from tqdm import tqdm

from casebook.book import Book
from casebook.channels.edition import Newsroom
from casebook.channels.fonts import FontProblem
from casebook.channels.package import Package, make_package
from casebook.channels.phrases import words
from casebook.channels.poster import PosterProblem
from casebook.channels.studio import PICTURES, Studio
from casebook.channels.texts import build_texts
from casebook.channels.wechat import WechatRenderer
from casebook.entries.entry import closest
from casebook.inspection import Place
from casebook.pages.drafts import Draft
from casebook.publishing.workshop import workshop_for
from casebook.report import as_text
from casebook.workforce import Workforce

_BINARY = getattr(os, "O_BINARY", 0)
"""Windows 上不写它，换行会被改掉。"""
DESCRIPTION = """\
把文章做成各渠道的成品：公众号正文和封面、村广播稿、横幅、短视频脚本和字幕、海报、纯文本。
一篇一个文件夹，里面的 manifest.json 列着长短、检查结果和校验值。"""
EXAMPLES = ["", "2025-001 straw-burning", "--out 宣传品 --texts"]


def main(argv: list[str]) -> int:
    """制作成品，返回退出码：0 全部做成，1 有没做成的，2 用法不对。"""
    options = parse(argv)
    book = read_book(options)
    if book is None:
        return 1
    newsroom = Newsroom(book)
    drafts = drafts_named(options.ids, newsroom) if options.ids else newsroom.drafts()
    if drafts is None:
        return MISUSE
    names: Sequence[str] = () if options.texts else PICTURES
    if names and (trouble := ensure_poster_libraries()):
        print(trouble, file=sys.stderr)
    count, failures = produce(Production(newsroom, drafts, names, options.out))
    for failure in failures:
        print(failure, file=sys.stderr)
    print(f"做好 {count} 篇，在 {options.out}。", file=sys.stderr)
    return 1 if failures else 0


def parse(argv: list[str]) -> Namespace:
    """命令行的参数。"""
    parser = command_parser("channels", DESCRIPTION, EXAMPLES)
    parser.add_argument("ids", metavar="编号", nargs="*", help="只做这几篇；不写就全做")
    parser.add_argument(
        "--out",
        metavar="文件夹",
        type=lambda text: Path(text).resolve(),
        default=ROOT / "channels",
        help="成品放在哪个文件夹，不写就是 channels",
    )
    parser.add_argument("--texts", action="store_true", help="只要文字，不画封面、不排海报")
    add_data_options(parser)
    return parser.parse_args(argv)


def read_book(options: Namespace) -> Book | None:
    """检查并读出全部记录；有错误就打印报告，返回 None。"""
    data: Path = options.data or ROOT / "cases_data"
    workshop = workshop_for(ROOT, data, ROOT / "docs")
    places = Place(data, data.name), Place(ROOT / "docs", "docs")
    inspection = workshop.inspect(*places, options.today, open_vault())
    book = inspection.publishable
    if book is None:
        public_log = os.environ.get("CI") == "true"
        for line in as_text(inspection.problems, inspection.gate.mask, public_log):
            print(line, file=sys.stderr)
    return book


def drafts_named(names: Sequence[str], newsroom: Newsroom) -> tuple[Draft, ...] | None:
    """点名的几篇的草案；有不存在的就说出来，能猜到原意也提出来，返回 None。"""
    drafts = {
        edition.id: draft
        for draft in newsroom.drafts()
        if any(name.startswith(PurePosixPath(draft.address).stem) for name in names)
        and (edition := newsroom.write(draft)) is not None
    }
    if strangers := [name for name in names if name not in drafts]:
        written = map(newsroom.write, newsroom.drafts())
        known = {edition.id for edition in written if edition is not None}
        print(_describe(strangers, known), file=sys.stderr)
        return None
    return tuple(drafts[name] for name in names)


def _describe(strangers: Sequence[str], known: set[str]) -> str:
    lines = []
    for name in strangers:
        near = closest(name, known)
        lines.append(f"没有“{name}”这一篇" + (f"，是不是 {near}？" if near else "。"))
    return "\n".join(lines)


@dataclass(frozen=True, slots=True)
class Production:
    """一批要制作的文章：要哪些图，放在哪个文件夹。"""

    newsroom: Newsroom
    drafts: Sequence[Draft]
    names: Sequence[str]
    out: Path

    def make(self, index: int) -> tuple[str, ...] | None:
        """做第几篇，写进它的文件夹，返回没做成的原因；一种图做不成，其余照做。撤回的为 None。"""
        edition = self.newsroom.write(self.drafts[index])
        if edition is None:
            return None
        pictures: dict[str, bytes] = {}
        failures: list[str] = []
        for name in self.names:
            try:
                pictures[name] = studio().make(name, edition)
            except (FontProblem, PosterProblem) as problem:
                failures.append(str(problem))
        write(make_package(edition, build_texts(edition, renderer()), pictures), self.out)
        return tuple(failures)


def produce(production: Production) -> tuple[int, list[str]]:
    """逐篇制作、写出，返回做了几篇和没做成的原因，同样的原因只说一次。

    只要文字时分给几个进程；图要慢得多，一张一张做，显示进度。
    """
    count = len(production.drafts)
    outcomes: Iterable[tuple[str, ...] | None]
    if production.names:
        shown = tqdm(range(count), "制作", unit="篇", disable=None)
        outcomes = map(production.make, shown)
    else:
        # 模板和词典读好再分工，工作进程就不必各读一遍；记录不会再变，不必一遍遍清点
        renderer()
        words("")
        gc.freeze()
        outcomes = Workforce.of_this_machine().each("制作", production.make, count)
    made = [outcome for outcome in outcomes if outcome is not None]
    return len(made), list(dict.fromkeys(chain.from_iterable(made)))


@cache
def renderer() -> WechatRenderer:
    """公众号渲染器，一个进程一个。"""
    return WechatRenderer()


@cache
def studio() -> Studio:
    """画室，一个进程一间。"""
    return Studio(CACHE / "channels")


def write(package: Package, out: Path) -> None:
    """写出一包文件；内容没变的不动。"""
    folder = out / package.id
    try:
        folder.mkdir(parents=True)
        fresh = True
    except FileExistsError:
        fresh = False
    for name, content in package.files.items():
        path = f"{folder}/{name}"  # 一万篇有十万个文件，不为每个造一个 Path
        if fresh or not _holds(path, content):
            _put(path, content)


def _put(path: str, content: bytes) -> None:
    """写一个文件；不经文件对象，一万篇省下几秒。"""
    file = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_TRUNC | _BINARY, 0o666)
    try:
        rest = memoryview(content)
        while rest:
            rest = rest[os.write(file, rest) :]
    finally:
        os.close(file)


def _holds(path: str, content: bytes) -> bool:
    present = Path(path)
    return present.is_file() and present.read_bytes() == content


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
