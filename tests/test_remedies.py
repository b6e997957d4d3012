"""对处罚不服怎么办：普通程序两条路选一条，当场处罚先复议；日子从送达次日起算，赶上节假日顺延。"""

from datetime import date

import pytest
from msgspec.structs import replace

from casebook.book import Book
from casebook.law.calendar import CalendarMissing, HolidayPlan, WorkCalendar
from casebook.law.periods import months_after, years_after
from casebook.law.remedies import find_remedies
from casebook.pages.law import changes
from casebook.pages.site import build_site
from casebook.render import WebRenderer

CALENDAR = WorkCalendar()


@pytest.fixture(scope="module")
def bodies(book: Book) -> dict[str, str]:
    return {a.address: WebRenderer().body(a) for a in build_site(book).articles}


def section(body: str) -> str:
    return body.split('id="remedies"')[1].split("<h2", maxsplit=1)[0]


def test_the_dates_of_the_example_in_the_help_page() -> None:
    found = find_remedies(False, date(2026, 5, 29), date(2026, 6, 1), CALENDAR)
    assert found.pay_by == date(2026, 6, 16)
    assert found.reconsider_by == date(2026, 7, 31)
    assert found.sue_by == date(2026, 12, 1)


def test_an_on_the_spot_penalty_leaves_only_reconsideration_since_2024() -> None:
    day = date(2024, 1, 1)
    assert find_remedies(True, day, day, CALENDAR).sue_by is None
    before = date(2023, 12, 29)
    assert find_remedies(True, before, before, CALENDAR).sue_by is not None


def test_a_last_day_on_a_holiday_moves_to_the_day_after() -> None:
    served = date(2025, 8, 3)  # 六十日满在 2025-10-02，国庆假到 10-08
    assert find_remedies(True, served, served, CALENDAR).reconsider_by == date(2025, 10, 9)


def test_without_a_calendar_the_day_does_not_move() -> None:
    served = date(2026, 11, 3)
    assert find_remedies(True, served, served, CALENDAR).reconsider_by == date(2027, 1, 2)


@pytest.mark.parametrize(
    ("day", "months", "end"),
    [
        (date(2025, 8, 31), 6, date(2026, 2, 28)),
        (date(2023, 8, 31), 6, date(2024, 2, 29)),
        (date(2025, 12, 15), 1, date(2026, 1, 15)),
    ],
)
def test_a_month_without_that_day_ends_on_its_last(day: date, months: int, end: date) -> None:
    assert months_after(day, months) == end
    assert years_after(date(2024, 2, 29), 1) == date(2025, 2, 28)


def test_every_summary_case_says_reconsideration_comes_first(
    book: Book, bodies: dict[str, str]
) -> None:
    summary = [case.value for case in book.published() if case.value.procedure == "简易程序"]
    assert len(summary) == 6
    for case in summary:
        pages = [f"news/{case.id}.html"] + [f"cases/{case.id}.html"] * bool(case.commentary)
        for address in pages:
            text = section(bodies[address])
            assert "要先申请行政复议，不能直接起诉" in text
            assert "6个月" not in text


def test_an_ordinary_case_names_both_ways_their_last_days_and_the_payment(
    bodies: dict[str, str],
) -> None:
    text = section(bodies["news/2025-001.html"])
    for words in ("宝坻区人民政府", "宝坻区人民法院", "2025年5月6日", "2025年9月5日"):
        assert words in text
    assert "2025年3月20日" in text
    assert "百分之三" in text
    assert "不能直接起诉" not in text


def test_a_case_without_a_fine_says_nothing_of_payment(bodies: dict[str, str]) -> None:
    assert "交罚款" not in section(bodies["news/2025-002.html"])


def test_every_published_decision_has_the_section(book: Book, bodies: dict[str, str]) -> None:
    for case in book.published():
        assert 'id="remedies"' in bodies[f"news/{case.value.id}.html"]


# 指南里的新旧对照


def test_a_law_promulgated_but_not_yet_in_force_is_shown_beside_the_present_one(
    book: Book,
) -> None:
    for today, title in ((date(2026, 8, 1), "规定就要变了"), (date(2026, 9, 1), "规定有过变化")):
        then = replace(book, today=today)
        [question] = changes(then.register.rules_for("露天焚烧秸秆", today), then)
        assert question.ask.startswith(title)
    long_ago = replace(book, today=date(2026, 1, 1))
    assert not list(changes(book.register.rules_for("露天焚烧秸秆", date(2026, 1, 1)), long_ago))


def test_what_is_in_doubt_is_never_told_as_certain(book: Book) -> None:
    bodies = {a.address: WebRenderer().body(a) for a in build_site(book).articles}
    waste = bodies["guides/dump-site.html"].split('id="cost"')[1].split("</section>")[0]
    assert waste.count("适用待核") == 2
    straw = bodies["guides/straw-burning.html"].split('id="cost"')[1].split("</section>")[0]
    assert "待核" not in straw
    assert "500元以上2000元以下" in straw


# 工作日历


@pytest.mark.parametrize(
    ("start", "days", "end"),
    [
        (date(2025, 9, 29), 7, date(2025, 10, 15)),
        (date(2025, 1, 9), 7, date(2025, 1, 20)),
        (date(2025, 12, 8), 7, date(2025, 12, 17)),
        (date(2025, 12, 20), 20, date(2026, 1, 19)),
        (date(2026, 12, 28), 3, date(2026, 12, 31)),
    ],
)
def test_working_days_know_the_make_up_days(start: date, days: int, end: date) -> None:
    assert CALENDAR.after(start, days) == end


def test_a_missing_year_is_said_not_guessed() -> None:
    with pytest.raises(CalendarMissing, match="2027") as missing:
        CALENDAR.after(date(2026, 12, 28), 7)
    assert missing.value.year == 2027


def test_a_supplied_year_comes_before_the_library() -> None:
    plan = HolidayPlan.model_validate(
        {
            "年度": "2027",
            "来源": "假设的通知",
            "核对日期": "2026-12-01",
            "放假": ["2027-01-01 至 2027-01-03", "2027-02-05"],
            "上班": "2027-01-09",
        }
    )
    calendar = WorkCalendar((plan,))
    assert calendar.after(date(2026, 12, 28), 7) == date(2027, 1, 7)
    assert calendar.is_working(date(2027, 1, 9))
    assert not calendar.is_working(date(2027, 2, 5))
    with pytest.raises(CalendarMissing):
        calendar.is_working(date(2028, 1, 4))
