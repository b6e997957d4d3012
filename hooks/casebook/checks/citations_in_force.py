"""引用的效力：行为那天有没有施行、失没失效，跨新旧规定的有没有比较。"""

from collections.abc import Iterable, Iterator
from datetime import date

from casebook.checks.docket import PROHIBITIONS, SANCTIONS, Docket, Fault, all_citations
from casebook.law.citations import Citation
from casebook.law.penalties import UNVERIFIED
from casebook.law.register import Rule
from casebook.law.statutes import Statute


def repealed_law(docket: Docket) -> Iterator[Fault]:
    """引用了行为那天已经失效的规定；改法给出接替的条款。

    依据：《行政处罚法》第三十七条；《生态环境法典》第一千二百四十二条
    """
    day = docket.case.law_day
    for at, citation in all_citations(docket.loaded):
        statute = docket.desk.register.find(citation.statute)
        if statute is None or statute.in_force(day) is not False or not _begun(statute, day):
            continue
        message = f"《{statute.short_name}》从 {statute.ends} 起失效，不能用于 {day} 的行为"
        newer = _replacing(docket, citation, str(at[0]))
        instead = docket.desk.register.replacement(statute)
        if newer:
            hint = f"改引 {newer}。"
        elif instead is not None:
            hint = f"看《{instead.short_name}》里接替它的条款。"
        else:
            hint = "改引行为那天有效的规定。"
        yield Fault(at, message, hint)


def law_not_yet_in_force(docket: Docket) -> Iterator[Fault]:
    """引用了行为那天还没有施行的规定；从旧兼从轻比较后适用新规定的除外。

    依据：《行政处罚法》第三十七条
    """
    day = docket.case.law_day
    for at, citation in all_citations(docket.loaded):
        statute = docket.desk.register.find(citation.statute)
        if statute is None or statute.in_force(day) is not False or _begun(statute, day):
            continue
        message = f"《{statute.short_name}》{statute.begins} 才施行，不能用于 {day} 的行为"
        older = _replaced(docket, citation, str(at[0]))
        hint = f"改引 {older}。" if older else "改引行为那天有效的规定。"
        yield Fault(at, message, hint + "新规定更轻而适用新规定的，写“从旧兼从轻”。")


def change_without_comparison(docket: Docket) -> Iterator[Fault]:
    """行为在前、规定改动在中间、决定在后，却没有写从旧兼从轻的比较。

    依据：《行政处罚法》第三十七条；《生态环境法典》第一千零五十七条
    """
    case = docket.case
    if case.decided_day is None or case.comparison is not None:
        return
    for day, name in sorted(set(_changes(docket))):
        if case.act_day < day <= case.decided_day:
            yield Fault(
                ("违法日期",),
                f"行为在 {case.act_day}，决定在 {case.decided_day}，"
                f"其间 {day} 规定有变动（{name}），没有从旧兼从轻的比较",
                "补上“从旧兼从轻”：“适用”写旧规定或新规定，“理由”写怎么比的。",
            )
            return


def doubtful_rule(docket: Docket) -> Iterator[Fault]:
    """所引的罚则还没有核实，或者行为那天的适用还没有查清。

    依据：《行政处罚法》第五条；《法治宣传教育法》第五十四条
    """
    for rule in docket.cited:
        questions = [doubt.matter for doubt in rule.doubts(docket.case.law_day)]
        if rule.penalty.verification == UNVERIFIED:
            questions.append("这条罚则没有见到原文")
        if questions:
            message = f"《{rule.statute.short_name}》待核：{'；'.join(questions)}"
            hint = "对照官方文本查清后，改登记册的“核实”“存疑”。"
            yield Fault((SANCTIONS,), message, hint, quotes=True)


def _begun(statute: Statute, day: date) -> bool:
    return statute.begins is not None and statute.begins <= day


def _changes(docket: Docket) -> Iterator[tuple[date, str]]:
    """所引规定变动的日子：修正、失效，以及罚则的接替。没有核到的日期不算。"""
    register = docket.desk.register
    for _, citation in all_citations(docket.loaded):
        statute = register.find(citation.statute)
        for version in statute.versions if statute else ():
            if version.verification != UNVERIFIED:
                yield version.effective, f"《{citation.statute}》"
                if version.ends is not None:
                    yield version.ends, f"《{citation.statute}》失效"
    for rule in docket.rules:
        later = register.following(rule)
        if later is not None and later.penalty.since is not None:
            yield later.penalty.since, f"改由《{later.statute.short_name}》规定"


def _replacing(docket: Docket, citation: Citation, key: str) -> str:
    """接替旧条款的新条款，可以照抄进记录。"""
    register, case = docket.desk.register, docket.case
    old = _rules_on(docket, citation, key)
    new = [later for rule in old if (later := register.following(rule)) is not None]
    return _write(docket, [r for r in new if r.applies(case.law_day)] or docket.rules, key)


def _replaced(docket: Docket, citation: Citation, key: str) -> str:
    """新条款所接替的旧条款。"""
    register, case = docket.desk.register, docket.case
    new = _rules_on(docket, citation, key)
    old = [earlier for rule in new if (earlier := register.previous(rule)) is not None]
    return _write(docket, [r for r in old if r.applies(case.law_day)] or docket.rules, key)


def _rules_on(docket: Docket, citation: Citation, key: str) -> list[Rule]:
    """这处引用所在的罚则，不问哪天有效。"""
    register, case = docket.desk.register, docket.case
    named = register.resolve(citation).citation
    return [
        rule
        for rule in register.rules
        if rule.penalty.matter == case.matter
        and case.party_kind in rule.penalty.parties
        and any(named.covers(one) or one.covers(named) for one in _provisions(rule, key))
    ]


def _provisions(rule: Rule, key: str) -> tuple[Citation, ...]:
    return rule.prohibitions if key == PROHIBITIONS else rule.sanctions


def _write(docket: Docket, rules: Iterable[Rule], key: str) -> str:
    """第一条罚则的条款，写成记录里的样子。"""
    for rule in rules:
        if provisions := _provisions(rule, key):
            return "、".join(docket.desk.register.short(citation) for citation in provisions)
    return ""
