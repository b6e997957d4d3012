"""开放数据：公开而没有撤回的案件，一件一行。

CSV、JSON、xlsx 的内容相同，datapackage.json 说明各列。
"""

import csv
import json
from collections.abc import Callable, Iterable, Iterator
from datetime import date
from io import BytesIO, StringIO

from msgspec import Struct
from msgspec.json import encode

from casebook.article.addresses import of_news
from casebook.book import Book, in_force
from casebook.law.citations import Citation
from casebook.records.case import Case
from casebook.sheets.frozen import freeze

Value = str | int | date | bool | None
File = tuple[str, bytes]
STEM = "data/cases"
TYPES = {"string": "文字", "integer": "整数", "date": "日期", "boolean": "是或否"}


def _texts(citations: Iterable[Citation]) -> str:
    return "；".join(citation.text for citation in citations)


class Column(Struct, frozen=True):
    """一列：名称、类型（Frictionless 的叫法）、说明、从案件里取值的办法。"""

    name: str
    type: str
    description: str
    read: Callable[[Case], Value]


COLUMNS = (
    Column("编号", "string", "本站的编号，不会再变", lambda case: case.id),
    Column("标题", "string", "网页上的标题", lambda case: case.title),
    Column("案由", "string", "普法指南里的案由", lambda case: case.matter),
    Column("程序", "string", "简易程序或普通程序", lambda case: case.procedure),
    Column("当事人", "string", "已经隐去姓名", lambda case: case.party),
    Column("当事人类型", "string", "公民、个体工商户或单位", lambda case: case.party_kind),
    Column("违法日期", "date", "", lambda case: case.act_day),
    Column("立案日期", "date", "简易程序没有", lambda case: case.filed_day),
    Column("决定日期", "date", "还没决定的空着", lambda case: case.decided_day),
    Column("公开日期", "date", "", lambda case: case.published_day),
    Column("履行日期", "date", "还没履行的空着", lambda case: case.settled_day),
    Column("进展", "string", "已立案、已决定或已履行", lambda case: str(case.status)),
    Column(
        "违反",
        "string",
        "条款，几条用分号隔开",
        lambda case: "；".join(c.text for c in case.prohibitions),
    ),
    Column(
        "处罚依据",
        "string",
        "条款，几条用分号隔开",
        lambda case: "；".join(c.text for c in case.sanctions),
    ),
    Column("处罚种类", "string", "几种用顿号隔开", lambda case: "、".join(case.penalty_kinds)),
    Column("罚款", "integer", "元；只警告的是 0", lambda case: case.fine),
    Column("文书号", "string", "", lambda case: case.document),
    Column("演示", "boolean", "为演示编写的虚构记录是 true", lambda case: case.demonstration),
    Column("网页", "string", "相对网站首页的地址", lambda case: of_news(case.id)),
)

_FLAGS = [place for place, column in enumerate(COLUMNS) if column.type == "boolean"]


class Dataset(Struct, frozen=True):
    """全部的行，和写成的 CSV：它与本镇资料、“今天”都没变，别的几份也不会变。"""

    rows: list[list[Value]]
    csv: bytes


def dataset_of(book: Book) -> Dataset:
    """从记录里取出全部的行。"""
    cases = [loaded.value for loaded in in_force(book.published())]
    rows = [[column.read(case) for column in COLUMNS] for case in cases]
    return Dataset(rows, _csv(rows))


def dataset_files(dataset: Dataset, book: Book) -> Iterator[File]:
    """四份文件。同样的记录总得到同样的字节。"""
    rows = dataset.rows
    yield f"{STEM}.csv", dataset.csv
    yield f"{STEM}.json", _json_lines(dict(zip(_names(), row, strict=True)) for row in rows)
    yield f"{STEM}.xlsx", _xlsx(rows, book.today)
    yield "data/datapackage.json", _json(_package(book))


def _names() -> list[str]:
    return [column.name for column in COLUMNS]


def _csv(rows: list[list[Value]]) -> bytes:
    """带 BOM，双击用 Excel 打开不会乱码。"""
    text = StringIO()
    writer = csv.writer(text, lineterminator="\r\n")
    writer.writerow(_names())
    writer.writerows(_flagged(row, "true", "false") for row in rows)
    return text.getvalue().encode("utf-8-sig")


def _xlsx(rows: list[list[Value]], day: date) -> bytes:
    from rustpy_xlsxwriter import FastExcel  # 用到才装

    names, draft = _names(), BytesIO()
    book = FastExcel(draft, columns=names).format(datetime_format="yyyy-mm-dd").freeze(row=1, col=1)
    table = (dict(zip(names, _flagged(row, "是", "否"), strict=True)) for row in rows)
    book.sheet("案件", table).save()
    return freeze(draft, day)


def _package(book: Book) -> dict[str, object]:
    fields = [
        {"name": column.name, "type": column.type, "description": column.description}
        for column in COLUMNS
    ]
    return {
        "name": "cases",
        "title": f"{book.town.site_name}：公开的案件",
        "description": "公开而没有撤回的案件，姓名、地点已经隐去。",
        "created": book.today.isoformat(),
        "contributors": [{"title": book.town.authority, "role": "publisher"}],
        "resources": [
            {
                "name": "cases",
                "path": "cases.csv",
                "format": "csv",
                "encoding": "utf-8",
                "schema": {"fields": fields, "primaryKey": "编号"},
            }
        ],
    }


def _flagged(row: list[Value], yes: str, no: str) -> list[Value]:
    """一行里的是与否换成这两个词，其余原样。"""
    shown = row.copy()
    for place in _FLAGS:
        shown[place] = yes if row[place] else no
    return shown


def _json_lines(rows: Iterable[dict[str, Value]]) -> bytes:
    """一个数组，一件一行：改一件只动一行，写起来也快得多。"""
    return b"[\n" + b",\n".join(map(encode, rows)) + b"\n]\n"


def _json(content: object) -> bytes:
    return (json.dumps(content, ensure_ascii=False, indent=1, default=str) + "\n").encode()
