"""四眼：公开的记录没写审核，按本镇的规矩提醒、拦下或不管；先审核，后公开。"""

from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from msgspec.structs import replace

from casebook.annual_draft import draft_report
from casebook.book import Book
from casebook.checks.approvals import check_approval, check_shared_approvals
from casebook.editing.drafts import Brief, draft_bulletin, draft_case
from casebook.entries.entry import Loaded
from casebook.inspection import Place, inspect_all
from casebook.records.case import ORDINARY
from casebook.records.review import Approval
from casebook.records.town import Town
from tests.workbench import replace_line

KINDS = ("cases", "bulletins", "reports")


def real(book: Book, kind: str, **changes: object) -> Loaded[Any]:
    """某一种记录里的头一份，当作真实的。"""
    first = getattr(book, kind)[0]
    if kind != "reports":
        changes = {"demonstration": False, **changes}
    return Loaded(first.value.model_copy(update=changes), first.source)


def asking(book: Book, rule: str, since: date | None = None) -> Town:
    """本镇定下规矩；`since` 是从哪天起。"""
    return book.town.model_copy(update={"four_eyes": rule, "four_eyes_since": since})


def approved(day: date) -> Approval:
    return Approval.model_validate({"角色": "法制审核员", "日期": day.isoformat()})


@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize(
    ("rule", "expected"),
    [("提醒", [("C120", False)]), ("强制", [("C121", True)]), ("不用", [])],
)
def test_the_town_decides_what_a_missing_approval_means(
    book: Book, kind: str, rule: str, expected: list[tuple[str, bool]]
) -> None:
    found = check_approval(real(book, kind), asking(book, rule))
    assert [(one.code, one.blocks) for one in found] == expected


@pytest.mark.parametrize("kind", KINDS)
def test_what_was_published_before_the_rule_is_left_alone(book: Book, kind: str) -> None:
    town = asking(book, "强制", date(2026, 1, 1))
    assert not list(check_approval(real(book, kind), town))


def test_the_rule_holds_on_its_first_day(book: Book) -> None:
    bulletin = real(book, "bulletins")
    [one] = check_approval(bulletin, asking(book, "强制", bulletin.value.day))
    assert one.code == "C121"


def test_demonstrations_and_what_is_not_published_need_no_approval(book: Book) -> None:
    town = asking(book, "强制")
    assert not list(check_approval(book.cases[0], town))
    assert not list(check_approval(real(book, "cases", public=False), town))
    assert not list(check_approval(real(book, "bulletins", public=False), town))


@pytest.mark.parametrize(
    ("kind", "field"), [("cases", "published_day"), ("bulletins", "day"), ("reports", "report_day")]
)
def test_an_approval_comes_before_the_publication(book: Book, kind: str, field: str) -> None:
    day = getattr(real(book, kind).value, field)
    town = asking(book, "强制")
    assert not list(check_approval(real(book, kind, approval=approved(day)), town))
    [late] = check_approval(real(book, kind, approval=approved(date(2026, 1, 5))), town)
    assert late.code == "C122"


def test_a_guide_has_no_date_and_is_held_back_only_where_the_rule_is_enforced(book: Book) -> None:
    since = date(2026, 1, 1)
    assert not list(check_shared_approvals(book, asking(book, "提醒", since)))
    [first, *others] = check_shared_approvals(book, asking(book, "强制", since))
    assert first.code == "C121"
    assert len(others) == len(book.matters) - 1
    guide = book.matters[0]
    seen = guide.value.model_copy(update={"approval": approved(date(2026, 11, 20))})
    once = replace(book, matters=(Loaded(seen, guide.source), *book.matters[1:]))
    assert list(check_shared_approvals(once, asking(book, "强制", since))) == others


def test_check_covers_every_kind_of_published_record(data: Path) -> None:
    replace_line(data / "town.yml", "四眼: 提醒\n四眼自: 2026-01-01", "四眼: 强制\n四眼自:")
    replace_line(data / "cases/2025/2025-003.yml", "演示: true", "演示: false")
    problems = inspect_all(Place(data, "cases_data"), None, None).problems
    paths = {one.position.path.split("/")[1] for one in problems if one.code == "C121"}
    assert paths == {"cases", "bulletins", "annual", "matters"}


@pytest.mark.parametrize(
    "draft",
    [
        lambda book: draft_case(Brief("2026-001", "门前三包", ORDINARY, book.today), book),
        lambda book: draft_bulletin("2026-b01", "标题", book.today, "日常检查", book),
        lambda book: draft_report(book, 2026),
    ],
)
def test_every_draft_says_how_to_write_it_down(book: Book, draft: Callable[[Book], str]) -> None:
    assert "# 审核:\n#   角色: 法制审核员\n" in draft(book)
    unasked = replace(book, town=asking(book, "不用"))
    assert "审核" not in draft(unasked)
