"""罚款：数额在不在幅度之内，依据对不对得上，种类与数额合不合。"""

from collections.abc import Iterable, Iterator

from casebook.checks.docket import SANCTIONS, Docket, Fault, all_citations
from casebook.law.penalties import FINE, NONE, PENALTY_KINDS, PERCENT, Fine
from casebook.law.register import Rule

EITHER = "择一"
FIX = "核对决定书的数额；依据引错了就改“处罚依据”。"


def fine_outside_range(docket: Docket) -> Iterator[Fault]:
    """罚款不在行为那天有效、对这类当事人适用的法定幅度之内，单位元。

    依据：《行政处罚法》第五条、第三十七条
    """
    rules = _refusing(docket)
    if rules and any(map(docket.certain, rules)) and not _without_fines(rules):
        yield Fault(("罚款",), _outside(docket, rules), FIX)


def fine_outside_unverified_range(docket: Docket) -> Iterator[Fault]:
    """罚款不在登记的幅度之内，但这个幅度或它的适用还没有核实，所以只提醒。

    依据：《行政处罚法》第五条
    """
    rules = _refusing(docket)
    if rules and not any(map(docket.certain, rules)) and not _without_fines(rules):
        message = f"{_outside(docket, rules)}（待核）"
        yield Fault(("罚款",), message, "对照官方文本核实幅度，再改登记册或数额。")


def fine_where_none_allowed(docket: Docket) -> Iterator[Fault]:
    """所引的条款没有设定罚款，案件却写了罚款，例如村庄规划区里的违法建设。

    依据：《行政处罚法》第十六条；《城乡规划法》第六十五条
    """
    rules = _refusing(docket)
    if rules and _without_fines(rules):
        provisions = _join(docket, rules)
        yield Fault(
            ("罚款",),
            f"{provisions}没有设定罚款，这里却写了 {docket.case.fine} 元",
            "法律没有设定罚款的不能罚款；另有依据的改“处罚依据”，否则罚款写 0。",
        )


def basis_without_rule(docket: Docket) -> Iterator[Fault]:
    """处罚依据对不上本案由在行为那天、对这类当事人的任何罚则；多半是引错了款或项。

    依据：《行政处罚法》第三十七条、第五十九条第一款
    """
    case = docket.case
    if docket.cited or not docket.rules or not case.sanctions:
        return
    if not all(_usable(docket)):
        return
    listing = "；或者 ".join(_sanctions(docket, rule) for rule in docket.rules)
    yield Fault(
        (SANCTIONS,),
        f"处罚依据对不上“{case.matter}”在 {case.law_day} 对{case.party_kind}的罚则",
        f"登记的罚则引 {listing}。确有别的依据，先在法规登记册（statutes）里登记罚则。",
        quotes=True,
    )


def fine_not_comparable(docket: Docket) -> Iterator[Fault]:
    """罚款数额没有条件核对：登记册里没有罚则、法条没有定额，或者比例罚款缺了基准。

    依据：《行政处罚法》第五条
    """
    case = docket.case
    if not case.fine or case.decided_day is None:
        return
    if not docket.rules:
        message = f"登记册里没有“{case.matter}”在 {case.law_day} 对{case.party_kind}的罚则"
        yield Fault(
            ("罚款",),
            message,
            "请人工核对数额，并把罚则登记到法规登记册（statutes）。",
            quotes=True,
        )
        return
    verdicts = [rule.penalty.fine.allows(case.fine, case.fine_base) for rule in docket.rules]
    if True in verdicts or None not in verdicts:
        return
    percent = any(rule.penalty.fine.method == PERCENT for rule in docket.rules)
    hint = "补上“基准”（元），例如工程造价。" if percent else "请人工核对裁量基准。"
    message = f"{_join(docket, docket.rules)}没有写明数额，罚款 {case.fine} 元没有条件核对"
    yield Fault(("罚款",), message, hint)


def kind_not_in_rule(docket: Docket) -> Iterator[Fault]:
    """处罚种类不是所引罚则里有的，或者把只能选一样的两样都用了。

    依据：《行政处罚法》第九条、第五十九条第一款
    """
    if not docket.cited or _without_fines(docket.cited):
        return
    used = [kind for kind in docket.case.penalty_kinds if kind in PENALTY_KINDS]
    allowed = {kind for rule in docket.cited for kind in rule.penalty.kinds}
    if extra := [kind for kind in used if kind not in allowed]:
        words = "、".join(kind for kind in PENALTY_KINDS if kind in allowed)
        message = f"{_join(docket, docket.cited)}没有“{'、'.join(extra)}”，只有{words}"
        at = ("处罚种类",) if docket.case.penalties else ("罚款",)
        yield Fault(at, message, "核对决定书的处罚种类和依据。")
    elif len(used) > 1 and all(rule.penalty.combination == EITHER for rule in docket.cited):
        message = f"{_join(docket, docket.cited)}只能选一样，这里写了{'、'.join(used)}"
        yield Fault(("处罚种类",), message, "留下决定书实际用的一样。")


def kind_contradicts_amount(docket: Docket) -> Iterator[Fault]:
    """处罚种类写了罚款却没有数额，或者有数额而种类里没有罚款。

    依据：《行政处罚法》第五十九条第一款
    """
    case = docket.case
    if case.decided_day is None or not case.penalties:
        return
    if FINE in case.penalties and not case.fine:
        yield Fault(("罚款",), "处罚种类有罚款，罚款却是 0 元", "写上数额，或从种类里删去罚款。")
    if case.fine and FINE not in case.penalties:
        message = f"罚款 {case.fine} 元，处罚种类里却没有罚款"
        yield Fault(("处罚种类",), message, "在处罚种类里加上罚款，或把罚款改为 0。")


def range_words(fine: Fine) -> str:
    """幅度的短写法，全用数字，单位元：“500–2000 元”“不超过 500 元”。"""
    if fine.limits is None:
        return "没有定额"
    spans = [_span(low, high) for low, high in fine.limits]
    return "或 ".join(spans) + " 元" if spans else "不设罚款"


def _span(low: int, high: int) -> str:
    if low == high:
        return f"{high}"
    return f"{low}–{high}" if low else f"不超过 {high}"


def _refusing(docket: Docket) -> tuple[Rule, ...]:
    """没有一条允许这个数额时，全部罚则；有一条允许或者说不准，就是空。"""
    case = docket.case
    if not case.fine or case.decided_day is None:
        return ()
    verdicts = {rule.penalty.fine.allows(case.fine, case.fine_base) for rule in docket.rules}
    return docket.rules if verdicts == {False} else ()


def _without_fines(rules: Iterable[Rule]) -> bool:
    return all(rule.penalty.fine.method == NONE for rule in rules)


def _usable(docket: Docket) -> Iterator[bool]:
    """各处引用是否有着落、当天有效；没有的另有规则说。"""
    register, day = docket.desk.register, docket.case.law_day
    for _, citation in all_citations(docket.loaded):
        statute = register.find(citation.statute)
        yield register.resolve(citation, day).found
        yield statute is not None and statute.in_force(day) is not False


def _outside(docket: Docket, rules: Iterable[Rule]) -> str:
    case = docket.case
    ranges = "；".join(
        dict.fromkeys(
            f"{_sanctions(docket, rule)}对{case.party_kind}是 {_range(docket, rule)}"
            for rule in rules
        )
    )
    return f"罚款 {case.fine} 元不在幅度之内：{ranges}"


def _range(docket: Docket, rule: Rule) -> str:
    fine, base = rule.penalty.fine, docket.case.fine_base
    if fine.method != PERCENT or base is None:
        return range_words(fine)
    low, high = -(base * (fine.lower_percent or 0) // -100), base * (fine.upper_percent or 0) // 100
    return f"{low}–{high} 元（{fine.base} {base} 元）"


def _sanctions(docket: Docket, rule: Rule) -> str:
    return "、".join(docket.desk.register.short(citation) for citation in rule.sanctions)


def _join(docket: Docket, rules: Iterable[Rule]) -> str:
    return "；".join(dict.fromkeys(_sanctions(docket, rule) for rule in rules))
