"""合起来才看得出的问题：重名、登记册自身、勾稽、一案两罚，和各处共用的记录。

只看一份案件、动态的检查在 `examination`。
"""

from collections.abc import Iterator

from casebook.book import Records
from casebook.checks.approvals import check_shared_approvals
from casebook.checks.docket import Desk
from casebook.checks.reconcile import reconcile
from casebook.checks.references import check_matter, check_placement
from casebook.checks.register import check_register
from casebook.checks.rulebook import check_archive, check_standing
from casebook.problems import Problem


def check_records(records: Records, desk: Desk | None) -> Iterator[Problem]:
    """全部记录放在一起核对；没有基准日期时，与日期有关的不核对。"""
    yield from check_together(records, desk)
    yield from check_register(records.register, [matter.value.name for matter in records.matters])
    if desk is not None:
        yield from check_standing(records.register.loaded, desk)


def check_together(records: Records, desk: Desk | None) -> Iterator[Problem]:
    """登记册以外的；改一件案子不会让登记册对了或错了。"""
    for matter in records.matters:
        yield from check_matter(matter, records)
    yield from check_placement(records)
    for report in records.reports:
        yield from reconcile(report, records.cases, records.bulletins)
    if desk is not None:
        yield from check_archive(records.cases, desk)
        if desk.town is not None:
            yield from check_shared_approvals(records, desk.town)
