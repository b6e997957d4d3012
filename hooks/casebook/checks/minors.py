"""未成年人：不满十四周岁不处罚；未成年人的案件一律不公开。"""

from collections.abc import Iterator

from casebook.checks.docket import Docket, Fault
from casebook.records.circumstances import CHILD


def child_punished(docket: Docket) -> Iterator[Fault]:
    """不满十四周岁的人受了处罚；依法不予处罚，责令监护人管教。

    依据：《行政处罚法》第三十条
    """
    case = docket.case
    if case.age_band == CHILD and case.decided_day is not None and case.penalty_kinds:
        what = f"罚款 {case.fine} 元" if case.fine else "给予处罚"
        yield Fault(
            ("罚款",) if case.fine else ("处罚种类",),
            f"当事人不满十四周岁，不予行政处罚，这里却{what}",
            "核对年龄段；确实不满十四周岁的，撤销处罚，责令监护人管教。",
        )


def minor_made_public(docket: Docket) -> Iterator[Fault]:
    """未成年人的案件写了公开；案件里能认出未成年人的信息不得披露。

    依据：《未成年人保护法》第一百零三条；《个人信息保护法》第二十八条
    """
    if docket.case.minor and docket.case.public:
        yield Fault(
            ("公开",),
            "当事人是未成年人，案件不能公开",
            "“公开”改成 否，“不公开理由”写 当事人是未成年人；案件照样计入统计。",
        )
