"""手写的解读不能与救济途径相抵触：当场作出的处罚要先复议，不能直接起诉。"""

import re
from collections.abc import Iterator

from casebook.checks.docket import Docket, Fault
from casebook.law.remedies import reconsideration_first
from casebook.records.case import SUMMARY

_SUING = re.compile(r"起诉|诉讼|打官司|法院")
_RECONSIDERING = re.compile(
    r"先[^。；]{0,10}复议|复议前置|(?:不服|对)[^。；]{0,4}复议|复议(?:以后|之后|完)"
)
_STRAIGHT = re.compile(
    r"(?<!不能)(?<!不得)(?<!不可以)(?<!不可)直接[^。；，]{0,12}(?:起诉|诉讼|打官司|法院)"
    r"|(?:或者|也可以)[^。；]{0,16}(?:起诉|提起[^。；]{0,4}诉讼|打官司)"
)


def straight_to_court(docket: Docket) -> Iterator[Fault]:
    """简易程序的解读说可以直接起诉，或者说到法院却没有说要先申请复议。

    依据：《行政复议法》第二十三条第一款第一项、第二款
    """
    case = docket.case
    if case.commentary is None or case.decided_day is None or case.procedure != SUMMARY:
        return
    if not reconsideration_first(case.decided_day):
        return
    for name, text in case.commentary.sections():
        if _STRAIGHT.search(text) or (_SUING.search(text) and not _RECONSIDERING.search(text)):
            yield Fault(
                ("解读", name),
                f"“{name}”里说可以直接去法院；当场作出的处罚要先申请行政复议",
                "改成“要先申请复议，对复议决定不服再起诉”；或者删去，页面会自己写上。",
            )
