"""格子里五花八门的日期、金额、年龄：意思确定的都读得出，拿不准的不猜。"""

from datetime import date, datetime

import pytest

from casebook.ledger.values import (
    birthday_in,
    find_fine,
    is_minor,
    read_age,
    read_birthday,
    read_day,
    read_yuan,
)

DAY = date(2025, 3, 12)


@pytest.mark.parametrize(
    "cell",
    [
        DAY,
        datetime(2025, 3, 12, 9, 30),  # noqa: DTZ001  Excel 的时间没有时区
        45728.0,
        "45728",
        "2025.3.12",
        "2025年3月12日",
        "2025 年 3 月 12 日",
        "２０２５年３月１２日",
        "二〇二五年三月十二日",
        "20250312",
        "2025/03/12",
        "2025-03-12 09:30",
        "2025/3/12上午",
    ],
)
def test_every_way_of_writing_a_day_is_read(cell: object) -> None:
    assert read_day(cell) == DAY


@pytest.mark.parametrize("cell", ["2025.2.30", "3月12日", "", "不详", True, 12.0, "2025年3月"])
def test_an_uncertain_day_is_not_guessed(cell: object) -> None:
    assert read_day(cell) is None


@pytest.mark.parametrize(
    ("cell", "yuan"),
    [
        (1000.0, 1000),
        ("1,000", 1000),
        ("５００元", 500),
        ("壹仟元整", 1000),
        ("人民币伍佰元整", 500),
        ("壹仟贰佰圆整", 1200),
        ("一千二百元", 1200),
        ("0.5万元", 5000),
        ("1000.00", 1000),
        ("￥1，000", 1000),
        (1000.5, None),
        ("无", None),
        ("", None),
        ("约一千", None),
    ],
)
def test_amounts_become_whole_yuan(cell: object, yuan: int | None) -> None:
    assert read_yuan(cell) == yuan


@pytest.mark.parametrize(
    ("text", "yuan"),
    [
        ("责令改正，罚款壹仟元整（￥1000元）", 1000),
        ("警告，并处罚款500元", 500),
        ("处以人民币２００元罚款", 200),
        ("罚款500元，逾期加处罚款800元", None),
        ("警告", None),
    ],
)
def test_a_fine_is_found_in_the_wording_when_it_is_the_only_one(
    text: str, yuan: int | None
) -> None:
    assert find_fine(text) == yuan


def test_who_is_a_minor_is_counted_to_the_day() -> None:
    birthday = birthday_in("120224200703120019")
    assert birthday == date(2007, 3, 12)
    assert is_minor(birthday, date(2025, 3, 11))
    assert not is_minor(birthday, date(2025, 3, 12))


def test_old_and_broken_numbers_and_written_ages() -> None:
    assert birthday_in("120224700312123") == date(1970, 3, 12)
    assert birthday_in("91120224MA05XXXX1X") is None
    assert read_age("十六周岁") == 16
    assert read_age("16岁") == 16
    assert read_age(16.0) == 16
    assert read_age("不详") is None
    assert read_birthday("2008年3月") == date(2008, 3, 31)
