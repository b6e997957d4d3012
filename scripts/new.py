"""new 命令：一问一答，写出一件新案子的底稿。"""

import datetime
import sys
from argparse import ArgumentTypeError, Namespace

from cli import ENTRY, MISUSE, command_parser
from data_options import add_data_option, data_words, shown
from inspecting import inspect_project

from casebook.book import Book
from casebook.desk.hints import read_day
from casebook.editing.drafts import Brief, draft_case, next_id
from casebook.editing.files import write_if_unchanged
from casebook.editing.places import is_record_id, taken_ids
from casebook.records.case import ORDINARY, SUMMARY

DESCRIPTION = """\
写出一件新案子的底稿：编号自动接着排，违反和处罚依据取违法那天有效的规定，
旁边注明好的写法该有什么。不写选项就一样一样地问。"""
EXAMPLES = ["", "--matter 露天焚烧秸秆 --procedure 普通程序 --act-day 2026-06-12 --party 张某"]


def main(argv: list[str]) -> int:
    """写底稿，返回退出码：0 写好，1 数据读不出，2 用法不对，130 中途不写了。"""
    options = _options(argv)
    book = inspect_project(options.data).book
    if book is None:
        print("本镇资料 town.yml 读不出，先运行 check 看看哪里有误。", file=sys.stderr)
        return 1
    brief = _given(options, book) if options.matter else _asked(options, book)
    if isinstance(brief, str):
        print(brief, file=sys.stderr)
        return MISUSE
    if not is_record_id(brief.id):
        print(f"编号“{brief.id}”的写法不对，例如 2026-001。", file=sys.stderr)
        return MISUSE
    path = options.data / case_place(brief.id)
    if path.exists():
        print(f"{path.name} 已经有了，换一个编号。", file=sys.stderr)
        return 1
    write_if_unchanged(path, draft_case(brief, book), seen="")
    print(f"已写好底稿：{shown(options.data)}/{case_place(brief.id)}")
    command = f"{ENTRY} edit{data_words(options.data)}"
    print(f"接着写：{command} 打开表单；或用编辑器打开它，照里面的说明补齐。")
    return 0


def _options(argv: list[str]) -> Namespace:
    parser = command_parser("new", DESCRIPTION, EXAMPLES)
    parser.add_argument("--matter", metavar="案由", help="登记过的案由；写了它就不再问")
    parser.add_argument(
        "--procedure",
        metavar="程序",
        choices=(SUMMARY, ORDINARY),
        default=ORDINARY,
        help="简易程序或普通程序；不写就是普通程序",
    )
    parser.add_argument("--act-day", metavar="日期", type=_day, help="违法日期，2026/6/12 也认得")
    parser.add_argument("--party", metavar="当事人", default="某某", help="姓加“某”，例如 张某")
    parser.add_argument("--title", metavar="标题", default="", help="可以以后再写")
    parser.add_argument("--id", metavar="编号", help="不写就接着往下排")
    add_data_option(parser)
    return parser.parse_args(argv)


def _day(text: str) -> datetime.date:
    """参数类型：日期，各种常见写法都认得。"""
    day = read_day(text)
    if day is None:
        raise ArgumentTypeError(f"“{text}”不是日期，要写成 2026-06-12 这样")
    return day


def _given(options: Namespace, book: Book) -> Brief | str:
    """全凭选项；缺了、错了时返回一句话。"""
    if book.matter(options.matter) is None:
        names = "、".join(matter.value.name for matter in book.matters)
        return f"案由“{options.matter}”没有登记。登记过的：{names}。"
    if options.act_day is None:
        return "还要写 --act-day 违法日期，例如 --act-day 2026-06-12。"
    return _brief(options, options.matter, options.procedure, options.act_day)


def _asked(options: Namespace, book: Book) -> Brief | str:
    """一样一样地问；不在终端里就说清要写哪些选项。"""
    if not sys.stdin.isatty():
        return "不在终端里，请写上 --matter 和 --act-day；用法见 --help。"
    from questions import ask_brief  # 只有一问一答时才要它，启动才快

    answers = ask_brief([matter.value.name for matter in book.matters], book.today)
    options.party, options.title = answers.party, answers.title
    return _brief(options, answers.matter, answers.procedure, answers.act_day)


def _brief(options: Namespace, matter: str, procedure: str, act_day: datetime.date) -> Brief:
    id_ = options.id or next_id(taken_ids(options.data), act_day.year)
    return Brief(id_, matter, procedure, act_day, options.party, title=options.title)


def case_place(id_: str) -> str:
    """一件案子在数据文件夹里的位置。"""
    return f"cases/{id_[:4]}/{id_}.yml"


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
