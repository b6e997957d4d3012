"""职权：这项处罚权是不是镇里的；法律没有直接给的，要有公布的授权。"""

from collections.abc import Iterator

from casebook.checks.docket import Docket, Fault
from casebook.law.register import Rule
from casebook.records.town import Delegation

BY_LAW, DELEGATED, NOT_OURS = "法定", "须授权", "无"


def power_not_ours(docket: Docket) -> Iterator[Fault]:
    """处罚权属于别的机关，或者须有授权而本镇资料里没有登记。

    依据：《行政处罚法》第二十四条
    """
    rule = _rule(docket)
    if rule is None or rule.penalty.town_power == BY_LAW or _delegations(docket):
        return
    case = docket.case
    owner = f"，由{rule.penalty.authority}处罚" if rule.penalty.authority else ""
    if rule.penalty.town_power == DELEGATED:
        message = f"“{case.matter}”的处罚权须有授权{owner}；{case.decided_day} 没有登记的授权"
        hint = "有公布的授权、目录的，登记到本镇资料（town.yml）的“授权”；没有的移送有权机关。"
    else:
        message = f"“{case.matter}”不是乡镇的处罚权{owner}"
        hint = "移送有权的机关；本镇只是劝导的，写成执法动态。"
    yield Fault(("案由",), message, hint, quotes=True)


def power_unverified(docket: Docket) -> Iterator[Fault]:
    """有登记的授权，但还没有见到它的依据。

    依据：《行政处罚法》第二十四条
    """
    rule = _rule(docket)
    if rule is None or rule.penalty.town_power != DELEGATED:
        return
    found = _delegations(docket)
    if found and not any(delegation.verified for delegation in found):
        message = f"“{docket.case.matter}”的授权待核：{found[0].document}"
        hint = "查到这一项后，把本镇资料（town.yml）“授权”里的“核实”改为摘录或全文。"
        yield Fault(("案由",), message, hint, quotes=True)


def _rule(docket: Docket) -> Rule | None:
    """决定职权的罚则：几条里看镇里最有权的一条。未作处罚、本镇资料读不出时为 None。"""
    case = docket.case
    if docket.desk.town is None or case.decided_day is None or not case.penalty_kinds:
        return None
    order = (BY_LAW, DELEGATED, NOT_OURS)
    return min(docket.rules, key=lambda rule: order.index(rule.penalty.town_power), default=None)


def _delegations(docket: Docket) -> tuple[Delegation, ...]:
    case, town = docket.case, docket.desk.town
    rule = _rule(docket)
    if town is None or case.decided_day is None or rule is None:
        return ()
    if rule.penalty.town_power != DELEGATED:
        return ()
    return tuple(d for d in town.delegations if d.covers(case.matter, case.decided_day))
