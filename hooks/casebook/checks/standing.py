"""登记册可不可靠：一年没有核对的、有事项没有核实的，一部法提醒一次。"""

from collections.abc import Iterator

from casebook.checks.docket import Desk, Fault
from casebook.law.standing import RECHECK_YEARS, open_questions, stale
from casebook.law.statutes import Statute


def statute_not_rechecked(statute: Statute, desk: Desk) -> Iterator[Fault]:
    """上次对照官方文本是一年以前的事了。

    依据：《法治宣传教育法》第五十四条
    """
    if stale(statute, desk.today):
        message = f"《{statute.short_name}》{statute.checked_on} 核对过，已超过 {RECHECK_YEARS} 年"
        hint = f"对照{statute.origin}的官方文本，核对后改“核对日期”。"
        yield Fault(("核对日期",), message, hint)


def statute_unverified(statute: Statute, desk: Desk) -> Iterator[Fault]:
    """有没有核实的事；居民的页面不把它们当作确定的话说。

    依据：《法治宣传教育法》第五十四条
    """
    questions = open_questions(statute, desk.today)
    if questions:
        listing = "；".join(question.text for question in questions)
        message = f"《{statute.short_name}》有 {len(questions)} 件事没有核实：{listing}"
        hint = f"对照{statute.origin}的官方文本，核实一件改一件；全表见 manage.py law-report。"
        yield Fault(questions[0].at, message, hint, quotes=True)
