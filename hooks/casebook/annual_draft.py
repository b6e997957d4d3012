"""起草年度报告：能从记录算出的数填好，去年的数写在旁边，算不出的留空，等人照台账填。"""

from collections import Counter
from datetime import date

from msgspec import Struct

from casebook.annual_table import AnnualTable, count_penalties
from casebook.book import Book
from casebook.editing.templates import yaml_template
from casebook.records.annual import AnnualReport
from casebook.records.case import ORDINARY, SUMMARY, Figure
from casebook.tally import LoadedCase, decided, of_procedure, total_fine


class Counted(Struct, frozen=True):
    """一种程序：合计几件，各案由几件。"""

    procedure: str
    total: int
    matters: tuple[tuple[str, int], ...]


class YearFigures(Struct, frozen=True):
    """一年里能从记录算出的数；罚款的单位是元。"""

    year: int
    as_of: date
    counted: tuple[Counted, ...]
    fine: int
    fines: tuple[tuple[str, int], ...]
    table: AnnualTable
    campaigns: tuple[tuple[str, tuple[Figure, ...]], ...]


def count_year(book: Book, year: int) -> YearFigures:
    """算出一年的数；还没过完的一年算到“今天”。"""
    as_of = min(book.today, date(year, 12, 31))
    cases = decided(book.cases, year, as_of)
    return YearFigures(
        year=year,
        as_of=as_of,
        counted=tuple(_counted(cases, procedure) for procedure in (SUMMARY, ORDINARY)),
        fine=total_fine(cases),
        fines=_fines(cases),
        table=count_penalties(cases, None),
        campaigns=_campaigns(book, year, as_of),
    )


def draft_report(book: Book, year: int) -> str:
    """报告底稿的文字。填满空着的几处，存成 annual/<年>.yml 就能通过检查。"""
    last = next((r.value for r in book.reports if r.value.year == year - 1), None)
    template = yaml_template("annual.yml.j2")
    return template.render(
        figures=count_year(book, year), last=last, before=_before(last), town=book.town
    )


def _counted(cases: tuple[LoadedCase, ...], procedure: str) -> Counted:
    chosen = of_procedure(cases, procedure)
    found = Counter(case.value.matter for case in chosen)
    return Counted(procedure, len(chosen), tuple(sorted(found.items())))


def _fines(cases: tuple[LoadedCase, ...]) -> tuple[tuple[str, int], ...]:
    found: Counter[str] = Counter()
    for case in cases:
        found[case.value.matter] += case.value.fine
    return tuple((matter, fine) for matter, fine in sorted(found.items()) if fine)


def _campaigns(book: Book, year: int, as_of: date) -> tuple[tuple[str, tuple[Figure, ...]], ...]:
    """各案由动态里的数，同名的加在一起；一条动态涉及几个案由的，算在头一个。"""
    sums: dict[str, dict[str, Figure]] = {}
    for bulletin in (loaded.value for loaded in book.bulletins):
        if bulletin.day.year != year or bulletin.day > as_of or not bulletin.matters:
            continue
        figures = sums.setdefault(bulletin.matters[0], {})
        for figure in bulletin.figures:
            known = figures.get(figure.name)
            amount = figure.amount + (known.amount if known else 0)
            figures[figure.name] = figure.model_copy(update={"amount": amount})
    return tuple((matter, tuple(found.values())) for matter, found in sums.items() if found)


def _before(last: AnnualReport | None) -> dict[str, int]:
    """去年申报的数，按底稿里的叫法。"""
    if last is None:
        return {}
    found = {"罚款": last.fines.total}
    for procedure, count in last.cases.by_procedure():
        found[procedure] = count.total
        found |= {f"{procedure}/{matter}": number for matter, number in count.matters.items()}
    return found | {f"罚款/{matter}": fine for matter, fine in last.fines.matters.items()}
