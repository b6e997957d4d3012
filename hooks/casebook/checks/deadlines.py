"""以工作日计的期限：送达、听证、公开、撤回。没有日历的年份说无法计算，绝不按周一到周五数。"""

from collections.abc import Iterator
from datetime import date

from msgspec import Struct

from casebook.checks.docket import Docket, Fault
from casebook.law.calendar import CalendarMissing, WorkCalendar
from casebook.source.nodes import Location

SERVICE, HEARING, PUBLICATION, WITHDRAWAL = "送达", "申请听证", "公开", "撤回"
DAYS = {SERVICE: 7, HEARING: 5, PUBLICATION: 7, WITHDRAWAL: 3}
"""各期限的工作日数（《行政处罚法》第四十八条、第六十一条、第六十四条、第八十五条，国办发〔2018〕118号）。"""
SUPPLY = "照国务院办公厅的放假通知写一份 calendar/{year}.yml，再检查一次。"


class Term(Struct, frozen=True):
    """一段期限：从 `start` 的次日数起，`done` 那天办完（还没办是 None）；`at` 是它在记录里的键。"""

    what: str
    start: date
    done: date | None
    at: Location

    def due(self, calendar: WorkCalendar) -> date:
        """最后一天。缺少日历时抛出 `CalendarMissing`。"""
        return calendar.after(self.start, DAYS[self.what])

    def surely_kept(self, today: date) -> bool:
        """不用日历也能断定没有超期：连自然日都没有超过。申请听证要等够，断定不了。"""
        elapsed = ((self.done or today) - self.start).days
        return self.what != HEARING and elapsed <= DAYS[self.what]


def service_too_late(docket: Docket) -> Iterator[Fault]:
    """当事人不在场，决定以后七个工作日还没有送达；在场的应当场交付。

    依据：《行政处罚法》第六十一条、第八十五条
    """
    case = docket.case
    if case.absent is False and case.served_day and case.served_day != case.decided_day:
        message = f"当事人在场，决定书应当场交付：{case.decided_day} 决定，{case.served_day} 送达"
        yield Fault(("送达日期",), message, "核对送达日期；当时不在场的，“送达时不在场”写 是。")
    for term, due in _overdue(docket, SERVICE):
        message = f"{term.start} 决定，最晚 {due} 送达，送达是 {term.done}"
        yield Fault(term.at, message, "核对送达日期；公告送达等另有期间的，案卷里要有记录。")


def hearing_window_too_short(docket: Docket) -> Iterator[Fault]:
    """告知了听证权利，却没有等满五个工作日就作了决定，当事人也没有放弃。

    依据：《行政处罚法》第六十四条第一项、第八十五条
    """
    for term in _terms(docket):
        if term.what == HEARING and term.done is not None:
            due = _due(term, docket)
            if due is not None and term.done <= due:
                message = f"{term.start} 告知听证，到 {due} 才满五个工作日，{term.done} 就作了决定"
                yield Fault(term.at, message, "当事人明确放弃的，“放弃听证”写 是；否则核对日期。")


def publication_too_late(docket: Docket) -> Iterator[Fault]:
    """决定以后七个工作日还没有公开。

    依据：《国务院办公厅关于全面推行行政执法公示制度执法全过程记录制度重大执法决定法制审核制度的指导意见》
    """
    for term, due in _overdue(docket, PUBLICATION):
        done = f"公开是 {term.done}" if term.done else f"到 {docket.desk.today} 还没有公开日期"
        message = f"{term.start} 决定，最晚 {due} 公开，{done}"
        yield Fault(term.at, message, "核对公开日期；依法不公开的，“公开”改成 否，并写理由。")


def withdrawal_too_late(docket: Docket) -> Iterator[Fault]:
    """决定变更、撤销等以后三个工作日才撤回公开。

    依据：《行政处罚法》第四十八条第二款、第八十五条
    """
    for term, due in _overdue(docket, WITHDRAWAL):
        message = f"{term.start} 决定变动，最晚 {due} 撤回公开，撤回是 {term.done}"
        yield Fault(term.at, message, "核对撤回日期；以后决定一有变动就写“撤回”。")


def deadline_not_computable(docket: Docket) -> Iterator[Fault]:
    """期限跨进没有日历的年份，超没超期无法计算。

    依据：《行政处罚法》第八十五条
    """
    for term, year in _without_calendar(docket):
        if not term.surely_kept(docket.desk.today):
            message = (
                f"{term.what}期限无法计算：{term.start} 起 {DAYS[term.what]} 个工作日，"
                f"缺少{year}年的工作日历"
            )
            yield Fault(term.at, message, SUPPLY.format(year=year))


def last_day_not_computable(docket: Docket) -> Iterator[Fault]:
    """公开没有超期，但期限的最后一天落在没有日历的年份，说不出是哪天。

    依据：《行政处罚法》第八十五条
    """
    for term, year in _without_calendar(docket):
        if term.what == PUBLICATION and term.surely_kept(docket.desk.today):
            message = f"{term.what}期限的最后一天算不出：缺少{year}年的工作日历"
            yield Fault(term.at, message, SUPPLY.format(year=year))


def _terms(docket: Docket) -> Iterator[Term]:
    """这件案件里以工作日计的各段期限。"""
    case = docket.case
    if case.decided_day is None:
        return
    if case.served_day is not None and case.absent is not False:
        yield Term(SERVICE, case.decided_day, case.served_day, ("送达日期",))
    if case.hearing_told and not case.hearing_waived and case.notice_day is not None:
        yield Term(HEARING, case.notice_day, case.decided_day, ("决定日期",))
    if case.public and case.withdrawal is None:
        at = ("公开日期",) if case.published_day else ("决定日期",)
        yield Term(PUBLICATION, case.decided_day, case.published_day, at)
    if case.overturning is not None and case.withdrawal is not None:
        yield Term(WITHDRAWAL, case.overturning.day, case.withdrawal.day, ("撤回", "日期"))


def _overdue(docket: Docket, what: str) -> Iterator[tuple[Term, date]]:
    """超过了的期限和它的最后一天。"""
    for term in _terms(docket):
        if term.what == what and not term.surely_kept(docket.desk.today):
            due = _due(term, docket)
            if due is not None and (term.done or docket.desk.today) > due:
                yield term, due


def _due(term: Term, docket: Docket) -> date | None:
    """最后一天；缺少日历为 None，由 `deadline_not_computable` 说。"""
    try:
        return term.due(docket.desk.calendar)
    except CalendarMissing:
        return None


def _without_calendar(docket: Docket) -> Iterator[tuple[Term, int]]:
    """算不出最后一天的期限，和缺的年份。"""
    for term in _terms(docket):
        try:
            term.due(docket.desk.calendar)
        except CalendarMissing as missing:
            yield term, missing.year
