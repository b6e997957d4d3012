"""罚款幅度的性质：每条罚则、每类当事人，两端的数额都过，再少一元、多一元都不过。"""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from casebook.book import Book
from casebook.checks.docket import Desk, Docket, open_docket
from casebook.checks.fines import (
    fine_outside_range,
    fine_outside_unverified_range,
    fine_where_none_allowed,
)
from casebook.entries.entry import Loaded
from casebook.law.amounts import read_capital_amount, write_capital_amount
from casebook.law.parties import ORGANISATION, PERSON, SOLE_TRADER
from casebook.law.register import Rule
from casebook.records.case import Case
from casebook.source.document import Source

TODAY = date(2026, 11, 23)
BASE = 100_000
JUDGES = (fine_outside_range, fine_outside_unverified_range, fine_where_none_allowed)


def docket(rule: Rule, party: str, fine: int, book: Book) -> Docket:
    """照这条罚则作出的一件罚款。"""
    day = rule.penalty.until or max(rule.penalty.since or TODAY, TODAY)
    case = Case.model_validate(
        {
            "编号": "2026-001",
            "标题": "示例",
            "案由": rule.penalty.matter,
            "程序": "普通程序",
            "当事人": "张某",
            "当事人类型": party,
            "违法日期": day,
            "决定日期": day + timedelta(days=1),
            "处罚依据": [citation.plain for citation in rule.sanctions],
            "罚款": fine,
            "基准": BASE,
            "公开": False,
        }
    )
    desk = Desk(book.register, book.calendar, TODAY)
    return open_docket(Loaded(case, Source("cases/2026/2026-001.yml")), desk)


def refused(rule: Rule, party: str, fine: int, book: Book) -> bool:
    opened = docket(rule, party, fine, book)
    return any(list(judge(opened)) for judge in JUDGES)


def edges(rules: tuple[Rule, ...]) -> tuple[int, int] | None:
    """几条罚则合起来的最低与最高，元；没有定额为 None。"""
    spans = []
    for rule in rules:
        fine = rule.penalty.fine
        if fine.upper_percent is not None:
            low, high = fine.lower_percent or 0, fine.upper_percent
            spans.append((BASE * low // 100, BASE * high // 100))
        elif fine.limits is None:
            return None
        else:
            spans += fine.limits or [(0, 0)]
    return min(low for low, _ in spans), max(high for _, high in spans)


@pytest.mark.parametrize("party", [PERSON, SOLE_TRADER, ORGANISATION])
def test_every_rule_holds_to_the_yuan_for_every_party(party: str, book: Book) -> None:
    tried = 0
    for rule in book.register.rules:
        if party not in rule.penalty.parties or not rule.sanctions:
            continue
        together = docket(rule, party, 1, book).cited
        assert rule in together, rule.id
        span = edges(together)
        if span is None:
            continue
        low, high = span
        assert not refused(rule, party, low, book), rule.id
        assert not refused(rule, party, high, book), rule.id
        assert low <= 1 or refused(rule, party, low - 1, book), rule.id
        assert refused(rule, party, high + 1, book), rule.id
        tried += 1
    assert tried > 10


@given(fine=st.integers(1, 2_000_000), data=st.data())
def test_a_fine_is_refused_exactly_when_no_cited_rule_allows_it(
    book: Book, fine: int, data: st.DataObject
) -> None:
    rules = [rule for rule in book.register.rules if rule.sanctions]
    rule = data.draw(st.sampled_from(rules))
    party = data.draw(st.sampled_from(rule.penalty.parties))
    cited = docket(rule, party, fine, book).cited
    verdicts = {each.penalty.fine.allows(fine, BASE) for each in cited}
    assert refused(rule, party, fine, book) == (verdicts == {False})


@given(st.integers(1, 99_999_999))
def test_a_capital_amount_is_read_back(yuan: int) -> None:
    assert read_capital_amount(write_capital_amount(yuan)) == yuan
    assert read_capital_amount("人民币" + write_capital_amount(yuan).replace("元", "圆")) == yuan


@pytest.mark.parametrize("words", ["壹仟", "一千元整", "壹仟贰拾元整", "壹佰贰元整", "元整", ""])
def test_a_doubtful_capital_amount_is_not_read(words: str) -> None:
    assert read_capital_amount(words) is None
