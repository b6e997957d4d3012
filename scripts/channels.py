"""channels 命令：把文章做成各渠道的成品，一篇一个文件夹。"""

import os
import sys
from argparse import Namespace
from collections.abc import Sequence
from pathlib import Path, PurePosixPath

from cli import MISUSE, command_parser
from data_options import add_data_option, add_today_option
from environment import CACHE, ROOT
from inspecting import DOCUMENTS
from private_folder import open_vault

from casebook.book import Book
from casebook.channels.edition import Newsroom
from casebook.entries.entry import closest
from casebook.inspection import Place
from casebook.pages.drafts import Draft
from casebook.publishing.parcels import Order, deliver
from casebook.publishing.workshop import Workshop, workshop_for
from casebook.report import as_text

DESCRIPTION = """\
把文章做成各渠道的成品：公众号正文和封面、村广播稿、横幅、短视频脚本和字幕、海报、纯文本。
一篇一个文件夹，里面的 manifest.json 列着长短、检查结果和校验值。"""
EXAMPLES = ["", "2025-001 straw-burning", "--out 宣传品 --texts"]


def main(argv: list[str]) -> int:
    """制作成品，返回退出码：0 全部做成，1 有没做成的，2 用法不对。"""
    options = parse(argv)
    workshop = open_workshop(options)
    book = read_book(options, workshop)
    if book is None:
        return 1
    newsroom = Newsroom(book)
    drafts = drafts_named(options.ids, newsroom) if options.ids else newsroom.drafts()
    if drafts is None:
        return MISUSE
    order = Order(newsroom, drafts, pictures(options), options.out, CACHE / "channels")
    delivery = deliver(order, workshop.cache, workshop.workforce)
    for failure in delivery.failures:
        print(failure, file=sys.stderr)
    kept = f"，另有 {delivery.kept} 篇没有变" if delivery.kept else ""
    print(f"做好 {delivery.made} 篇{kept}，在 {options.out}。", file=sys.stderr)
    return 1 if delivery.failures else 0


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
    add_data_option(parser)
    add_today_option(parser)
    return parser.parse_args(argv)


def pictures(options: Namespace) -> Sequence[str]:
    """要做的图；缺了排海报的库就先说出来，别的照做。"""
    if options.texts:
        return ()
    from poster_libraries import ensure_poster_libraries

    from casebook.channels.studio import PICTURES  # 只要文字的不必请画图的库，启动才快

    if trouble := ensure_poster_libraries():
        print(trouble, file=sys.stderr)
    return PICTURES


def open_workshop(options: Namespace) -> Workshop:
    """这份数据的作坊。"""
    return workshop_for(ROOT, options.data, DOCUMENTS)


def read_book(options: Namespace, workshop: Workshop) -> Book | None:
    """检查并读出全部记录；有错误就打印报告，返回 None。"""
    places = Place(options.data, options.data.name), Place(DOCUMENTS, "docs")
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


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
