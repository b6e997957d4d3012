"""文书的写法：文号、金额大写、规范用语。都只提醒。"""

import re
from collections.abc import Iterator

from casebook.checks.docket import Docket, Fault
from casebook.law.amounts import CAPITAL_AMOUNT, read_capital_amount, write_capital_amount
from casebook.source.nodes import Mark

_WRONG_BRACKETS = re.compile(r"[\[(（【{［｛﹝]\s*(20\d{2})\s*[\])）】}］｝﹞]")
_COLLOQUIAL = re.compile(r"收纳(?=[^，。；]{0,6}(?:建筑垃圾|渣土|弃土))")
_BOTH_AMOUNTS = re.compile(rf"(\d+)\s*元\s*[（(]\s*(?:大写[：:]?)?({CAPITAL_AMOUNT})[）)]")


def number_with_wrong_brackets(docket: Docket) -> Iterator[Fault]:
    """文号的年份没有用六角括号〔〕。

    依据：《行政处罚法》第五十九条
    """
    number = docket.case.document or ""
    if _WRONG_BRACKETS.search(number):
        right = _WRONG_BRACKETS.sub(r"〔\1〕", number)
        yield Fault(("文书号",), "文书号的年份要用六角括号〔〕", f"写成 {right}。")


def number_out_of_form(docket: Docket) -> Iterator[Fault]:
    """文号不合本镇资料里登记的写法，或者年份不是作出决定那一年。

    依据：《行政处罚法》第五十九条
    """
    case, town = docket.case, docket.desk.town
    forms = town.document_forms if town else None
    if forms is None or case.document is None or _WRONG_BRACKETS.search(case.document):
        return
    year = (case.decided_day or case.act_day).year
    if not forms.fits(case.document, case.procedure, year):
        form = forms.of(case.procedure).replace("年份", str(year)).replace("序号", "3")
        message = f"文书号不合本镇{case.procedure}的写法"
        hint = f"写成 {form} 这样；写法改了就改本镇资料（town.yml）的“文书号格式”。"
        yield Fault(("文书号",), message, hint)


def colloquial_term(docket: Docket) -> Iterator[Fault]:
    """“收纳建筑垃圾”是口头说法，规章的用语是“受纳”。

    依据：《城市建筑垃圾管理规定》第二十条第一款第三项
    """
    for number, line in enumerate(docket.loaded.source.lines, start=1):
        for match in _COLLOQUIAL.finditer(line.split(" #")[0]):
            mark = Mark(number, match.start() + 1, len(match.group()))
            yield Fault(mark, "规章的用语是“受纳”，不是“收纳”", "改成“受纳”。")


def capital_amount_differs(docket: Docket) -> Iterator[Fault]:
    """大写金额与数字不符，或者大写读不出；连同正文里写成“1000元（壹仟元整）”的。

    依据：《行政处罚法》第五十九条第一款
    """
    case = docket.case
    if case.fine_words is not None and read_capital_amount(case.fine_words) != case.fine:
        yield Fault(("罚款大写",), *_amounts(case.fine_words, case.fine))
    for number, line in enumerate(docket.loaded.source.lines, start=1):
        for match in _BOTH_AMOUNTS.finditer(line):
            if read_capital_amount(match[2]) != int(match[1]):
                mark = Mark(number, match.start(2) + 1, len(match[2]))
                yield Fault(mark, *_amounts(match[2], int(match[1])))


def _amounts(words: str, yuan: int) -> tuple[str, str]:
    """（错在哪，怎么改）。"""
    read = read_capital_amount(words)
    found = "读不出是多少" if read is None else f"是 {read} 元"
    return f"大写金额{found}，数字是 {yuan} 元", f"{yuan} 元的大写是{write_capital_amount(yuan)}。"
