"""终端里的一问一答：案由可以边打边找，日期当场核对。"""

import datetime
from typing import Any

import questionary
from msgspec import Struct

from casebook.desk.hints import read_day
from casebook.records.case import ORDINARY, SUMMARY


class Answers(Struct, frozen=True):
    """起草一件案子要问的几样。"""

    matter: str
    procedure: str
    act_day: datetime.date
    party: str
    title: str


def ask_brief(matters: list[str], today: datetime.date) -> Answers:
    """依次问完；中途按 Ctrl+C 抛出 KeyboardInterrupt，什么也没写。"""
    matter = _answer(questionary.select("什么案由？", choices=matters, instruction="（上下键选）"))
    procedure = _answer(
        questionary.select("哪种程序？", choices=[ORDINARY, SUMMARY], instruction="（上下键选）")
    )
    day = _answer(
        questionary.text("违法日期？", instruction=f"（例如 {today}）", validate=_day_problem)
    )
    party = _answer(questionary.text("当事人怎么写？", instruction="（姓加“某”）", default="某某"))
    title = _answer(questionary.text("标题？", instruction="（可以以后再写，直接回车）"))
    act_day = read_day(day)
    assert act_day is not None, "问的时候核对过"
    return Answers(matter, procedure, act_day, party.strip(), title.strip())


def _answer(question: Any) -> str:
    return str(question.unsafe_ask())


def _day_problem(text: str) -> bool | str:
    return read_day(text) is not None or "写成“年-月-日”，例如 2026-06-12"
