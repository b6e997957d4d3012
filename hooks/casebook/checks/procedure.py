"""程序：简易程序只能用于警告和小额罚款，限额分个人与单位。"""

from collections.abc import Iterator

from casebook.checks.docket import Docket, Fault
from casebook.checks.fines import range_words
from casebook.law.parties import ORGANISATION, PERSON, SOLE_TRADER
from casebook.law.penalties import FINE, PENALTY_KINDS
from casebook.records.case import SUMMARY

LIMITS = {PERSON: 200, SOLE_TRADER: 3000, ORGANISATION: 3000}
"""简易程序的罚款限额，元（《行政处罚法》第五十一条）。个体工商户按单位的限额拦，按个人的限额提醒。"""
WARNING = "警告"
ORDINARY_INSTEAD = "这样的罚款要走普通程序；核对程序、当事人类型和数额。"


def summary_fine_over_limit(docket: Docket) -> Iterator[Fault]:
    """简易程序的罚款超过限额：公民 200 元，法人或者其他组织 3000 元。

    依据：《行政处罚法》第五十一条
    """
    case = docket.case
    limit = LIMITS[case.party_kind]
    if _summary(docket) and case.fine > limit:
        message = f"简易程序对{case.party_kind}的罚款不能超过 {limit} 元，这里是 {case.fine} 元"
        yield Fault(("罚款",), message, ORDINARY_INSTEAD)


def minimum_over_summary_limit(docket: Docket) -> Iterator[Fault]:
    """罚则的最低罚款已经高于简易程序的限额，对这类当事人不能用简易程序罚款。

    依据：《行政处罚法》第五十一条
    """
    case = docket.case
    limit = LIMITS[case.party_kind]
    least = [rule.penalty.fine.least for rule in docket.rules if docket.certain(rule)]
    if not (_summary(docket) and case.fine and least):
        return
    if all(amount is not None and amount > limit for amount in least):
        ranges = "；".join(dict.fromkeys(range_words(r.penalty.fine) for r in docket.rules))
        message = (
            f"法定幅度 {ranges}，最低也超过简易程序对{case.party_kind}的限额 {limit} 元，"
            "不能用简易程序罚款"
        )
        yield Fault(("程序",), message, "改为普通程序，补上立案日期和告知日期。")


def sole_trader_in_summary(docket: Docket) -> Iterator[Fault]:
    """个体工商户在简易程序里罚了 200 元以上、3000 元以下：按个人还是按单位，要人工判断。

    依据：《行政处罚法》第五十一条
    """
    case = docket.case
    between = LIMITS[PERSON] < case.fine <= LIMITS[SOLE_TRADER]
    if _summary(docket) and case.party_kind == SOLE_TRADER and between:
        message = f"个体工商户在简易程序里罚 {case.fine} 元：按个人只能罚 200 元以下"
        yield Fault(("罚款",), message, "按个人认定的改走普通程序；按单位认定的不用改。")


def summary_kind_too_heavy(docket: Docket) -> Iterator[Fault]:
    """简易程序用了警告、罚款以外的处罚。

    依据：《行政处罚法》第五十一条
    """
    heavy = [
        kind
        for kind in docket.case.penalty_kinds
        if kind in PENALTY_KINDS and kind not in (WARNING, FINE)
    ]
    if _summary(docket) and heavy:
        message = f"简易程序只能警告或者罚款，这里有{'、'.join(heavy)}"
        yield Fault(("处罚种类",), message, "改为普通程序，或核对处罚种类。")


def _summary(docket: Docket) -> bool:
    return docket.case.procedure == SUMMARY and docket.case.decided_day is not None
