"""公开与撤回：决定变动了要撤回，公开到了年限要下架。"""

from collections.abc import Iterator

from casebook.checks.docket import Docket, Fault
from casebook.law.periods import years_after


def overturned_still_public(docket: Docket) -> Iterator[Fault]:
    """决定被变更、撤销、确认违法或者无效，处罚信息还公开着。

    依据：《行政处罚法》第四十八条第二款
    """
    case = docket.case
    if case.overturning is not None and case.public and case.withdrawal is None:
        message = f"决定已于 {case.overturning.day} 被{case.overturning.result}，这里还写着公开"
        hint = "补上“撤回”的日期和理由（表单里点“撤回公开”）；页面会变成撤回说明，地址不变。"
        yield Fault(("公开",), message, hint)


def retention_over(docket: Docket) -> Iterator[Fault]:
    """公开满了本镇资料里登记的年限，该下架了；年限没有登记的不核对。

    依据：《行政处罚法》第四十八条；《政府信息公开条例》第二十条第六项
    """
    case, town = docket.case, docket.desk.town
    years = town.retention.years(case.party_kind) if town else None
    if years is None or case.published_day is None or case.withdrawal or not case.public:
        return
    last = years_after(case.published_day, years)
    if docket.desk.today > last:
        message = f"{case.party_kind}的处罚信息公开 {years} 年，到 {last} 为止，已经过了"
        hint = (
            "写“撤回”（表单里点“撤回公开”），理由写 公开期限届满；或“公开”改成 否，并写不公开理由。"
        )
        yield Fault(("公开日期",), message, hint)
