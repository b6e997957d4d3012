"""写在输入框旁边的提示：期限到哪天、罚款幅度是多少、当天有效的条款有哪些。

只提示，不判断对错；对错由检查说。
"""

from collections.abc import Iterator
from datetime import date, timedelta

from casebook.book import Book
from casebook.desk.values import Values, day_in
from casebook.editing.drafts import publication_deadline
from casebook.editing.roundtrip import Plain
from casebook.law.calendar import CalendarMissing
from casebook.law.parties import PERSON
from casebook.law.provisions import Citation
from casebook.records.case import ORDINARY

LONGEST_TITLE = 32
DECISION_DAYS = 90
SERVICE_DAYS = 7
ARTICLES_LISTED = 400


def case_hints(values: Values, book: Book) -> dict[str, str]:
    """（键，提示）案件表单上的全部提示。"""
    return dict([*_title(values), *_periods(values, book), *_ranges(values, book)])


def _title(values: Values) -> Iterator[tuple[str, str]]:
    title = str(values.get("标题") or "")
    left = LONGEST_TITLE - len(title)
    yield "标题", f"还可以写 {left} 个字" if left >= 0 else f"多了 {-left} 个字"


def _periods(values: Values, book: Book) -> Iterator[tuple[str, str]]:
    filed, decided = read_day(values.get("立案日期")), read_day(values.get("决定日期"))
    if filed and values.get("程序") == ORDINARY:
        yield "决定日期", f"立案后九十日内决定，最迟 {filed + timedelta(days=DECISION_DAYS)}"
    if decided:
        deadline = publication_deadline(decided, book)
        yield "公开日期", f"最迟公开日 {deadline}" if deadline else "没有那一年的工作日历，算不出"
        try:
            yield "送达日期", f"七个工作日内送达，最迟 {book.calendar.after(decided, SERVICE_DAYS)}"
        except CalendarMissing:
            return


def _ranges(values: Values, book: Book) -> Iterator[tuple[str, str]]:
    day, matter = read_day(values.get("违法日期")), str(values.get("案由") or "")
    if day is None:
        return
    rules = book.register.rules_for(matter, day, _party(values))
    said = [
        f"{book.register.short(rule.sanctions[0])}：{rule.penalty.words}"
        for rule in rules
        if rule.sanctions
    ]
    if said:
        yield "罚款", f"{day} 有效的规定——" + "；".join(said)


def citation_choices(values: Values, book: Book) -> tuple[tuple[str, str], ...]:
    """（条款，说明）引用的选单：本案由当天有效的罚则在前，其余当天有效的法在后。"""
    day = read_day(values.get("违法日期")) or book.today
    found: dict[str, str] = {}
    for rule in book.register.rules_for(str(values.get("案由") or ""), day, _party(values)):
        for citation in (*rule.prohibitions, *rule.sanctions):
            found.setdefault(book.register.short(citation), f"本案由，{day} 有效")
    for statute in book.register.statutes:
        if statute.in_force(day) is False:
            continue
        for article in statute.articles:
            if article.used_on(day):
                citation = Citation(statute.name, *article.key)
                text = book.register.short(citation)
                found.setdefault(text, article.summary or f"{day} 有效")
    return tuple(found.items())[:ARTICLES_LISTED]


def read_day(value: Plain) -> date | None:
    """各种写法的日期；还没写好、年份不像话的为 None。"""
    return day_in(str(value or ""))


def _party(values: Values) -> str:
    return str(values.get("当事人类型") or PERSON)
