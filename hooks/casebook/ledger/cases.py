"""台账的各行合成案件：同一文书号的几行是一件案子的几个当事人；重复登记的只算一次。"""

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from datetime import date

from casebook.ledger.people import is_masked_name, parts_of, split_names
from casebook.ledger.places import house_forms, village_in
from casebook.ledger.tables import Record
from casebook.ledger.values import (
    ADULT,
    birthday_in,
    is_minor,
    read_age,
    read_birthday,
    read_day,
    read_yuan,
)

DAYS = ("违法日期", "立案日期", "告知日期", "决定日期", "送达日期", "公开日期", "履行日期")
_OTHER_PEOPLE = ("商号", "其他姓名", "执法人员")
_NUMBERS = ("证件号", "电话", "车牌", "账号")
_SHORTEST_NUMBER = 5


@dataclass(frozen=True, slots=True)
class LedgerCase:
    """台账里的一件案子。真实信息都在 `records` 里，不显示、不落盘。

    `identity` 用来在下次导入时认出同一件案子，只取它的摘要。
    """

    records: tuple[Record, ...] = field(repr=False)
    identity: str = field(repr=False)

    @property
    def first(self) -> Record:
        """登记的第一行。"""
        return self.records[0]

    @property
    def parties(self) -> list[str]:
        """当事人的真名，不重复；没写当事人就用商号、负责人。"""
        for name in ("当事人", "商号", "其他姓名"):
            found = list(_names(self.records, name))
            if found:
                return list(dict.fromkeys(found))
        return []

    @property
    def names(self) -> list[str]:
        """本案出现的全部真名，当事人在前，商号里的店主在后。"""
        others = [found for name in _OTHER_PEOPLE for found in _names(self.records, name)]
        whole = [*self.parties, *others]
        return list(dict.fromkeys([*whole, *(part for name in whole for part in parts_of(name))]))

    @property
    def officers(self) -> list[str]:
        """执法人员的真名。"""
        return list(_names(self.records, "执法人员"))

    def text(self, name: str) -> str:
        """某种列的文字，取第一处有内容的。"""
        return next((text for record in self.records if (text := record.text(name))), "")

    def day(self, name: str) -> date | None:
        """某个日期，取第一处读得出的。"""
        cells = (cell for record in self.records for cell in record.all(name))
        return next((day for cell in cells if (day := read_day(cell)) is not None), None)

    def fine(self) -> int | None:
        """各行罚款之和；合并格子补出来的不重复计，有一行读不出就是 None。"""
        rows = [record for record in self.records if "罚款" not in record.copied]
        amounts = [read_yuan(cell) for record in rows for cell in record.all("罚款")[:1]]
        known = [amount for amount in amounts if amount is not None]
        return sum(known) if known and len(known) == len(amounts) else None

    def involves_minor(self) -> bool:
        """有没有未满十八周岁的人：看身份证号、出生日期和年龄。"""
        on = next((day for name in DAYS if (day := self.day(name)) is not None), None)
        return any(_is_minor(record, on) for record in self.records)


def group_cases(records: Iterable[Record]) -> list[LedgerCase]:
    """文书号、案由、违法日期都相同的几行是一件；没有文书号的，还要当事人与地点相同。

    文书号相同而案由或日期不同的，多半是号写重了，各算一件。
    """
    groups: dict[tuple[str, ...], list[Record]] = {}
    for record in records:
        groups.setdefault(_key(record), []).append(record)
    same_start: Counter[str] = Counter()
    cases = []
    for key, rows in groups.items():
        start = key[0] or "\0".join(key)
        cases.append(LedgerCase(tuple(_distinct(rows)), f"{start}\0{same_start[start]}"))
        same_start[start] += 1
    return cases


def secret_values(case: LedgerCase) -> Iterator[str]:
    """一件案子里全部要记住、要抹去的真实信息。"""
    yield from (name for name in case.names if not is_masked_name(name))
    for record in case.records:
        for name in _NUMBERS:
            yield from (text for text in record.texts(name) if len(text) >= _SHORTEST_NUMBER)
        for name in ("住址", "地点"):
            yield from (form for text in record.texts(name) for form in house_forms(text))


def villages(case: LedgerCase) -> Iterator[str]:
    """一件案子的住址与地点里真实的村名。"""
    for record in case.records:
        for name in ("住址", "地点"):
            yield from (place for text in record.texts(name) if (place := village_in(text)))


def _names(records: Iterable[Record], column: str) -> Iterator[str]:
    return (
        name for record in records for text in record.texts(column) for name in split_names(text)
    )


def _key(record: Record) -> tuple[str, ...]:
    """文书号在最前，没有就是空的。"""
    document = "".join(record.text("文书号").split())
    happened = (record.text("案由"), str(next(iter(record.all("违法日期")), "")))
    if document:
        return document, *happened
    return "", *happened, record.text("当事人"), record.text("证件号"), record.text("地点")


def _distinct(rows: list[Record]) -> Iterator[Record]:
    """当事人与罚款都相同的几行是重复登记。"""
    seen = set()
    for record in rows:
        mark = (record.text("当事人"), record.text("罚款"), record.text("证件号"))
        if mark not in seen:
            seen.add(mark)
            yield record


def _is_minor(record: Record, on: date | None) -> bool:
    if any((age := read_age(cell)) is not None and age < ADULT for cell in record.all("年龄")):
        return True
    if on is None:
        return False
    birthdays = [birthday_in(text) for text in record.texts("证件号")]
    birthdays += [read_birthday(cell) for cell in record.all("出生日期")]
    return any(birthday is not None and is_minor(birthday, on) for birthday in birthdays)
