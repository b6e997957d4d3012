"""规则名册：核对法律的全部规则，每条一个代码、一句说法、一个依据；案件、登记册都从这里查。"""

import inspect
from collections.abc import Callable, Iterable, Iterator
from typing import Any, Generic, TypeVar

from msgspec import Struct

from casebook.checks import (
    citations_in_force,
    deadlines,
    documents,
    double_fines,
    fines,
    minors,
    payments,
    powers,
    procedure,
    publication,
    remedy_wording,
    standing,
    timeline,
)
from casebook.checks.docket import Desk, Docket, Fault, open_docket
from casebook.codes import CODES, Severity
from casebook.entries.entry import Entry, Loaded
from casebook.law.statutes import Statute
from casebook.problems import Problem
from casebook.records.case import Case
from casebook.source.nodes import Mark

Find = TypeVar("Find", bound=Callable[..., object])
OfCase = Callable[[Docket], Iterator[Fault]]
OfArchive = Callable[[Iterable[Docket]], Iterator[tuple[Docket, Fault]]]
OfStatute = Callable[[Statute, Desk], Iterator[Fault]]
BASIS = "依据："


class Rule(Struct, Generic[Find], frozen=True):
    """一条规则：代码，和找毛病的函数；其余都由这两样得出。"""

    code: str
    find: Find

    @property
    def name(self) -> str:
        """英文名，例如 fine-outside-range；样例文件夹也叫这个名字。"""
        return str(getattr(self.find, "__name__", "")).replace("_", "-")

    @property
    def wording(self) -> str:
        """一句说法。"""
        return CODES[self.code].wording

    @property
    def severity(self) -> Severity:
        """错误还是提醒。"""
        return CODES[self.code].severity

    @property
    def source(self) -> str:
        """依据的条款，写在函数的文档字符串里。"""
        _, _, basis = (inspect.getdoc(self.find) or "").partition(BASIS)
        return basis.strip()


CASE_RULES: tuple[Rule[OfCase], ...] = (
    Rule("L101", fines.fine_outside_range),
    Rule("L102", fines.fine_outside_unverified_range),
    Rule("L103", fines.fine_where_none_allowed),
    Rule("L104", fines.basis_without_rule),
    Rule("L105", fines.fine_not_comparable),
    Rule("L106", fines.kind_not_in_rule),
    Rule("L107", fines.kind_contradicts_amount),
    Rule("L201", citations_in_force.repealed_law),
    Rule("L202", citations_in_force.law_not_yet_in_force),
    Rule("L203", citations_in_force.change_without_comparison),
    Rule("L204", citations_in_force.doubtful_rule),
    Rule("L301", procedure.summary_fine_over_limit),
    Rule("L302", procedure.minimum_over_summary_limit),
    Rule("L303", procedure.sole_trader_in_summary),
    Rule("L304", procedure.summary_kind_too_heavy),
    Rule("L305", powers.power_not_ours),
    Rule("L306", powers.power_unverified),
    Rule("L501", minors.child_punished),
    Rule("L502", minors.minor_made_public),
    Rule("L601", documents.number_out_of_form),
    Rule("L602", documents.number_with_wrong_brackets),
    Rule("L603", documents.colloquial_term),
    Rule("L604", documents.capital_amount_differs),
    Rule("L701", publication.overturned_still_public),
    Rule("L702", publication.retention_over),
    Rule("L801", remedy_wording.straight_to_court),
    Rule("D101", timeline.dates_out_of_order),
    Rule("D102", timeline.time_barred),
    Rule("D201", timeline.decision_too_late),
    Rule("D202", deadlines.service_too_late),
    Rule("D203", deadlines.hearing_window_too_short),
    Rule("D204", deadlines.publication_too_late),
    Rule("D205", deadlines.withdrawal_too_late),
    Rule("D206", payments.payment_too_late),
    Rule("D207", payments.late_fee_over_cap),
    Rule("D901", deadlines.deadline_not_computable),
    Rule("D902", deadlines.last_day_not_computable),
)
ARCHIVE_RULES: tuple[Rule[OfArchive], ...] = (
    Rule("L401", double_fines.fined_twice),
    Rule("L402", double_fines.fined_under_two_matters),
)
STATUTE_RULES: tuple[Rule[OfStatute], ...] = (
    Rule("L901", standing.statute_not_rechecked),
    Rule("L902", standing.statute_unverified),
)
RULEBOOK: tuple[Rule[Any], ...] = (*CASE_RULES, *ARCHIVE_RULES, *STATUTE_RULES)


def check_law(cases: Iterable[Loaded[Case]], desk: Desk) -> Iterator[Problem]:
    """逐件、再合起来核对案件。"""
    cases = tuple(cases)
    for case in cases:
        yield from check_case_law(case, desk)
    yield from check_archive(cases, desk)


def check_case_law(case: Loaded[Case], desk: Desk) -> Iterator[Problem]:
    """核对一件案件；还没有补齐的草稿不核对。"""
    if case.value.draft:
        return
    docket = open_docket(case, desk)
    for rule in CASE_RULES:
        for fault in rule.find(docket):
            yield _problem(rule.code, case, fault)


def check_archive(cases: Iterable[Loaded[Case]], desk: Desk) -> Iterator[Problem]:
    """合起来才看得出的毛病；这些规则不看罚则，案卷里就不选。"""
    dockets = [Docket(case, desk, (), ()) for case in cases if not case.value.draft]
    for rule in ARCHIVE_RULES:
        for docket, fault in rule.find(dockets):
            yield _problem(rule.code, docket.loaded, fault)


def check_standing(statutes: Iterable[Loaded[Statute]], desk: Desk) -> Iterator[Problem]:
    """登记册里该提醒工作人员的事。"""
    for statute in statutes:
        for rule in STATUTE_RULES:
            for fault in rule.find(statute.value, desk):
                yield _problem(rule.code, statute, fault)


E = TypeVar("E", bound=Entry)


def _problem(code: str, loaded: Loaded[E], fault: Fault) -> Problem:
    """报告里的问题。没有引记录文字的，说法只由条款、日期、金额组成，公开日志里也可照印。"""
    words = (fault.message, fault.hint, not fault.quotes)
    if isinstance(fault.at, Mark):
        return loaded.source.problem(code, fault.at, *words)
    return loaded.problem(code, fault.at, *words, related=fault.related)
