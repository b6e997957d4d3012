"""channels 命令：把文章做成各渠道的成品，一篇一个文件夹。"""

import os
import sys
from argparse import Namespace
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from itertools import chain
from pathlib import Path

from cli import MISUSE, command_parser
from environment import CACHE, ROOT
from mkdocs_runner import add_data_options
from poster_libraries import ensure_poster_libraries
from private_folder import open_vault
from tqdm import tqdm

from casebook.book import Book
from casebook.channels.edition import Edition, Newsroom, goes_out
from casebook.channels.fonts import FontProblem
from casebook.channels.package import Package, make_package
from casebook.channels.poster import PosterProblem
from casebook.channels.studio import PICTURES, Studio
from casebook.channels.texts import build_texts
from casebook.channels.wechat import WechatRenderer
from casebook.entries.entry import closest
from casebook.inspection import Place
from casebook.pages.site import plan_site
from casebook.publishing.workshop import workshop_for
from casebook.report import as_text
from casebook.workforce import Workforce

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
    editions = list(find_editions(book))
    known = {edition.id for edition in editions}
    if strangers := [name for name in options.ids if name not in known]:
        print(describe_strangers(strangers, known), file=sys.stderr)
        return MISUSE
    wanted = [edition for edition in editions if not options.ids or edition.id in options.ids]
    names: Sequence[str] = () if options.texts else PICTURES
    if names and (trouble := ensure_poster_libraries()):
        print(trouble, file=sys.stderr)
    failures = produce(wanted, names, options.out)
    for failure in failures:
        print(failure, file=sys.stderr)
    print(f"做好 {len(wanted)} 篇，在 {options.out}。", file=sys.stderr)
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


def find_editions(book: Book) -> Iterator[Edition]:
    """全部要送去各渠道的文章，按地址排好。"""
    newsroom = Newsroom(book)
    articles = (draft.write() for draft in plan_site(book))
    return (newsroom.edition(article) for article in articles if goes_out(article))


def describe_strangers(strangers: Sequence[str], known: set[str]) -> str:
    """点名的编号不存在时的话，能猜到原意就提出来。"""
    lines = []
    for name in strangers:
        near = closest(name, known)
        lines.append(f"没有“{name}”这一篇" + (f"，是不是 {near}？" if near else "。"))
    return "\n".join(lines)


def produce(editions: Sequence[Edition], names: Sequence[str], out: Path) -> list[str]:
    """逐篇制作、写出，返回没做成的原因，同样的原因只说一次。

    只要文字时分给几个进程；图要慢得多，一张一张做，显示进度。
    """
    production = Production(editions, names, out)
    failures: Iterable[tuple[str, ...]]
    if names:
        failures = map(production.make, tqdm(range(len(editions)), "制作", unit="篇", disable=None))
    else:
        failures = Workforce.of_this_machine().each("制作", production.make, len(editions))
    return list(dict.fromkeys(chain.from_iterable(failures)))


@dataclass(frozen=True, slots=True)
class Production:
    """一批要制作的文章：要哪些图，放在哪个文件夹。"""

    editions: Sequence[Edition]
    names: Sequence[str]
    out: Path

    def make(self, index: int) -> tuple[str, ...]:
        """做第几篇，写进它的文件夹，返回没做成的原因；一种图做不成，其余照做。"""
        edition = self.editions[index]
        pictures: dict[str, bytes] = {}
        failures: list[str] = []
        for name in self.names:
            try:
                pictures[name] = studio().make(name, edition)
            except (FontProblem, PosterProblem) as problem:
                failures.append(str(problem))
        write(make_package(edition, build_texts(edition, renderer()), pictures), self.out)
        return tuple(failures)


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
    folder.mkdir(parents=True, exist_ok=True)
    for name, content in package.files.items():
        path = folder / name
        if not path.exists() or path.read_bytes() != content:
            path.write_bytes(content)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
