"""勾稽：年度报告申报的每个数，都要与记录算出的数一致；不一致就说出两个数和各自的出处。"""

from collections.abc import Iterable, Iterator, Sequence

from casebook.checks.statistics import check_statistics
from casebook.entries.entry import Loaded
from casebook.problems import Position, Problem
from casebook.records.annual import AnnualReport
from casebook.records.case import Bulletin
from casebook.source.nodes import Location
from casebook.tally import LoadedCase, by_matter, decided, of_procedure, total_fine

LoadedReport = Loaded[AnnualReport]


def reconcile(
    report: LoadedReport, cases: Iterable[LoadedCase], bulletins: Iterable[Loaded[Bulletin]]
) -> Iterator[Problem]:
    """一份年度报告的全部勾稽问题。"""
    counted = decided(cases, report.value.year, report.value.as_of)
    yield from _parts(report)
    yield from _case_counts(report, counted)
    yield from _fines(report, counted)
    yield from _campaigns(report, bulletins)
    yield from check_statistics(report, counted)


def _parts(report: LoadedReport) -> Iterator[Problem]:
    """报告自己的分项之和。"""
    officers = report.value.officers
    if officers.total != officers.certified + officers.awaiting:
        yield report.problem(
            "R101",
            ("人员", "合计"),
            f"执法人员合计 {officers.total} 人，分项之和是 "
            f"{officers.certified + officers.awaiting} 人"
            f"（持证 {officers.certified} + 待考 {officers.awaiting}）",
            "核对原报告，改正合计或分项。",
            quotable=True,
            related=[report.position("人员", part) for part in ("持证", "待考")],
        )
    for procedure, count in report.value.cases.by_procedure():
        parts = sum(count.matters.values())
        if count.total != parts:
            yield report.problem(
                "R101",
                ("案件", procedure, "合计"),
                f"{procedure}案件合计 {count.total} 件，各案由之和是 {parts} 件"
                f"（{' + '.join(map(str, count.matters.values()))}）",
                "核对原报告，改正合计或分项。",
                quotable=True,
                related=[
                    report.position("案件", procedure, "案由", name) for name in count.matters
                ],
            )


def _case_counts(report: LoadedReport, cases: Sequence[LoadedCase]) -> Iterator[Problem]:
    for procedure, count in report.value.cases.by_procedure():
        mine = of_procedure(cases, procedure)
        where: Location = ("案件", procedure)
        if len(mine) != count.total:
            yield _count_problem(report, (*where, "合计"), f"{procedure}案件", count.total, mine)
        groups = by_matter(mine)
        for name in dict.fromkeys([*count.matters, *groups]):
            declared = count.matters.get(name, 0)
            same = groups[name]
            if len(same) != declared:
                at = (*where, "案由", name) if name in count.matters else (*where, "案由")
                yield _count_problem(report, at, f"{procedure}“{name}”案件", declared, same)


def _fines(report: LoadedReport, cases: Sequence[LoadedCase]) -> Iterator[Problem]:
    fines = report.value.fines
    in_scope = of_procedure(cases, *fines.procedures)
    if total_fine(in_scope) != fines.total:
        yield _fine_problem(
            report, ("罚款", "合计"), f"{fines.scope}罚款合计", fines.total, in_scope
        )
    groups = by_matter(in_scope)
    for name, declared in fines.matters.items():
        same = groups[name]
        if total_fine(same) != declared:
            yield _fine_problem(report, ("罚款", "案由", name), f"“{name}”罚款", declared, same)
    listed = sum(fines.matters.values())
    if listed > fines.total:
        yield report.problem(
            "R101",
            ("罚款", "合计"),
            f"罚款合计 {fines.total} 元，少于各案由之和 {listed} 元",
            "核对原报告，改正合计或分项。",
            quotable=True,
            related=[report.position("罚款", "案由", name) for name in fines.matters],
        )


def _campaigns(report: LoadedReport, bulletins: Iterable[Loaded[Bulletin]]) -> Iterator[Problem]:
    """专项数字与同名的动态数字之和核对；没有动态提到的项目不核。"""
    mentioned: dict[str, list[tuple[int, Position]]] = {}
    for bulletin in bulletins:
        value = bulletin.value
        if value.day.year != report.value.year or value.day > report.value.as_of:
            continue
        for index, figure in enumerate(value.figures):
            at = bulletin.position("数字", index, "数量")
            mentioned.setdefault(figure.name, []).append((figure.amount, at))
    for place, campaign in enumerate(report.value.campaigns):
        for index, figure in enumerate(campaign.figures):
            found = mentioned.get(figure.name)
            if found is None or sum(amount for amount, _ in found) == figure.amount:
                continue
            location = ("专项", place, "数字", index, "数量")
            total = sum(amount for amount, _ in found)
            listing = "、".join(f"{amount}（{_at(at)}）" for amount, at in found)
            yield report.problem(
                "R203",
                location,
                f"“{figure.name}”申报 {figure.amount} {figure.unit}"
                f"（{_at(report.position(*location))}），"
                f"执法动态合计 {total} {figure.unit}：{listing}",
                "核对原报告与动态，改正写错的一处。",
                quotable=True,
                related=[at for _, at in found],
            )


def _count_problem(
    report: LoadedReport, at: Location, what: str, declared: int, cases: Sequence[LoadedCase]
) -> Problem:
    listing = "、".join(f"{case.value.id}（{_at(case.position('编号'))}）" for case in cases)
    return report.problem(
        "R201",
        at,
        f"{what}：申报 {declared} 件（{_at(report.position(*at))}），"
        f"截至 {report.value.as_of} 的记录有 {len(cases)} 件" + (f"：{listing}" if listing else ""),
        "补上漏掉的记录，改正写错的程序、案由或决定日期；确实是申报有误才改申报数。",
        quotable=True,
        related=[case.position("程序") for case in cases],
    )


def _fine_problem(
    report: LoadedReport, at: Location, what: str, declared: int, cases: Sequence[LoadedCase]
) -> Problem:
    fined = [case for case in cases if case.value.fine]
    listing = "、".join(
        f"{case.value.id} {case.value.fine} 元（{_at(case.position('罚款'))}）" for case in fined
    )
    computed = total_fine(cases)
    return report.problem(
        "R202",
        at,
        f"{what}：申报 {declared} 元（{_at(report.position(*at))}），"
        f"截至 {report.value.as_of} 的记录合计 {computed} 元，相差 {abs(computed - declared)} 元；"
        f"由 {len(fined)} 件构成：{listing}",
        "逐件核对决定书的罚款数额，改正写错的一件；确实是申报有误才改申报数。",
        quotable=True,
        related=[case.position("罚款") for case in fined],
    )


def _at(position: Position) -> str:
    return f"{position.path}:{position.line}"
