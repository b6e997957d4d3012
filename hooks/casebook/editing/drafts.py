"""起草：给一件新案子定编号，写出带说明的底稿；也照一份旧记录另起一份。"""

import re
from collections.abc import Iterable
from datetime import date

from msgspec import Struct

from casebook.book import Book
from casebook.editing.changes import change
from casebook.editing.roundtrip import Plain, load
from casebook.editing.templates import yaml_template
from casebook.entries.kinds import fields_of
from casebook.law.calendar import CalendarMissing
from casebook.law.citations import Citation
from casebook.law.parties import PERSON
from casebook.law.register import Rule
from casebook.records.case import ORDINARY, Bulletin, Case, Commentary

PUBLICATION_DAYS = 7
_ONE_OFF = (
    *("文书号", "立案日期", "告知日期", "决定日期", "送达日期", "公开日期", "履行日期", "发现日期"),
    *("撤回", "决定变动", "审核", "图片", "隐私例外", "不公开理由", "缴款期限", "罚款大写"),
)
_TO_REDO = ("当事人", "违法日期", "标题", "罚款", "摘要和解读")


class Brief(Struct, frozen=True):
    """起草一件案子先要知道的几样。"""

    id: str
    matter: str
    procedure: str
    act_day: date
    party: str = "某某"
    party_kind: str = PERSON
    title: str = ""


def next_id(taken: Iterable[str], year: int, mark: str = "") -> str:
    """这一年下一个编号：最大的序号加一。`mark` 是序号前的字母，动态用 b。"""
    width = 2 if mark else 3
    pattern = re.compile(rf"{year}-{mark}(\d+)")
    numbers = [int(match.group(1)) for one in taken if (match := pattern.fullmatch(one))]
    return f"{year}-{mark}{max(numbers, default=0) + 1:0{width}d}"


def draft_case(brief: Brief, book: Book) -> str:
    """一件案子的底稿：已知的填好，没定的记进“待补”，旁边注明好的写法该有什么。"""
    rules = book.register.rules_for(brief.matter, brief.act_day, brief.party_kind)
    rule = next((rule for rule in rules if rule.sanctions), None)
    template = yaml_template("case.yml.j2")
    notes = template.render(
        brief=brief,
        ordinary=brief.procedure == ORDINARY,
        ranges=[rule.penalty.words for rule in rules],
        sections=fields_of(Commentary).values(),
        town=book.town,
    )
    return change(notes, _known(brief, rule, book), Case)


def draft_bulletin(id_: str, title: str, day: date, kind: str, book: Book) -> str:
    """一条动态的底稿，先不公开。"""
    notes = yaml_template("bulletin.yml.j2").render(town=book.town)
    wanted: dict[str, Plain] = {
        "编号": id_,
        "标题": title,
        "日期": day.isoformat(),
        "类别": kind,
        "公开": "否",
        "摘要": "（一两句话：做了什么、结果怎样）",
        "正文": "（写给村民看：为什么做、做了什么、大家以后怎么办。）",
    }
    return change(notes, wanted, Bulletin)


def copy_case(text: str, id_: str) -> str:
    """照一件旧案另起一份：编号换新，一案一份的日期和文号清空，先不公开。"""
    wanted: dict[str, Plain] = dict.fromkeys(key for key in _ONE_OFF if key in load(text))
    wanted |= {"编号": id_, "公开": "否", "待补": list(_TO_REDO)}
    return change(text, wanted, Case)


def publication_deadline(decided: date, book: Book) -> date | None:
    """最迟公开的一天：决定之日起七个工作日内；没有那一年的工作日历则为 None。"""
    try:
        return book.calendar.after(decided, PUBLICATION_DAYS)
    except CalendarMissing:
        return None


def _known(brief: Brief, rule: Rule | None, book: Book) -> dict[str, Plain]:
    pending = ["决定日期", "文书号", "摘要"]
    if rule is None:
        pending.append("违反和处罚依据")
    wanted: dict[str, Plain] = {
        "编号": brief.id,
        "标题": brief.title or f"{brief.matter}（标题待补）",
        "案由": brief.matter,
        "程序": brief.procedure,
        "当事人": brief.party,
        "当事人类型": brief.party_kind,
        "违法日期": brief.act_day.isoformat(),
        "公开": "否",
        "待补": list(pending if brief.title else ["标题", *pending]),
    }
    if rule is not None:
        wanted["违反"] = _cited(rule.prohibitions, book)
        wanted["处罚依据"] = _cited(rule.sanctions, book)
    return wanted


def _cited(citations: Iterable[Citation], book: Book) -> Plain:
    texts: list[Plain] = [book.register.short(citation) for citation in citations]
    return texts[0] if len(texts) == 1 else texts
