"""表单网页：把一份记录摆成一张表单，旁边写上问题和提示。"""

from flask import render_template
from msgspec import Struct, field

from casebook.desk.committing import has_changes, has_history
from casebook.desk.controls import build_sections, names_in, penalty_choices
from casebook.desk.examining import Examination, examine_draft
from casebook.desk.hints import case_hints, citation_choices
from casebook.desk.values import (
    Values,
    changed_values,
    flat,
    odd_keys,
    posted_values,
    shown_values,
)
from casebook.desk.workspace import NAMES, Record, Workspace
from casebook.editing.changes import Refused, change
from casebook.editing.files import Snapshot
from casebook.editing.roundtrip import Unreadable
from casebook.inspection import Inspection
from casebook.records.annual import AnnualReport
from casebook.records.case import Bulletin, Case
from casebook.records.matter import Matter

WITHDRAWAL = "撤回"
SEEN_BY_RESIDENTS = (Case, Bulletin, Matter, AnnualReport)
"""自己有一页给居民看的；别的没有预览。"""


class Page(Struct, frozen=True):
    """一张表单要摆出来的东西。"""

    record: Record
    snapshot: Snapshot
    values: Values
    original: Values
    inspection: Inspection
    notice: str = ""
    elsewhere: dict[str, str] = field(default_factory=dict)
    unsaved: bool = False


class Kept:
    """存着的草稿，当作交回来的表单来读。"""

    def __init__(self, values: dict[str, str | list[str]]) -> None:
        self._values = values

    def getlist(self, key: str) -> list[str]:
        """这个名字的全部值。"""
        found = self._values.get(key, "")
        return [str(one) for one in found] if isinstance(found, list) else [str(found)]

    def keys(self) -> list[str]:
        """全部名字。"""
        return list(self._values)


def render_form(page: Page) -> str:
    """表单网页。"""
    record, book = page.record, page.inspection.book
    text = drafted_text(record, page.snapshot, page.values)
    examined = examine_draft(text, record, page.inspection)
    guided = book if record.model is Case else None
    sections = build_sections(page.values, record.model)
    git = has_history(record.path.parent)
    return render_template(
        "desk/form.html.j2",
        page=page,
        record=record,
        kind_name=NAMES[record.kind],
        sections=sections,
        original=flat(page.original),
        problems=by_field(examined, page.inspection, names_in(sections)),
        hints=case_hints(page.values, guided) if guided else {},
        citations=citation_choices(page.values, guided) if guided else (),
        matters=[matter.value for matter in book.matters] if book else [],
        penalties=penalty_choices(),
        odd=odd_keys(page.snapshot.text, record.model),
        withdrawn=_withdrawn(page.original),
        git=git,
        uncommitted=git and has_changes(record.path),
        seen=record.model in SEEN_BY_RESIDENTS,
    )


def draft_text(workspace: Workspace, record: Record) -> str:
    """文件加上没保存的内容。"""
    snapshot = workspace.open(record)
    unsaved = workspace.autosave.recall(record.inside)
    if unsaved is None:
        return snapshot.text
    return drafted_text(record, snapshot, posted_values(Kept(unsaved.values), record.model))


def drafted_text(record: Record, snapshot: Snapshot, posted: Values) -> str:
    """填了 `posted` 以后文件的样子；写不成就用原来的。"""
    shown = shown_values(snapshot.text, record.model)
    try:
        wanted = changed_values(posted, shown, record.model)
        return change(snapshot.text, wanted, record.model)
    except (Refused, Unreadable):
        return snapshot.text


def by_field(
    examined: Examination, inspection: Inspection, names: frozenset[str]
) -> dict[str, list[dict[str, object]]]:
    """每一格的问题；没有那一格的归到外面一格，再没有就归在空名下。文字都遮过。"""
    found: dict[str, list[dict[str, object]]] = {}
    mask = inspection.gate.mask
    for name, problem in examined.at_fields():
        found.setdefault(_nearest(name, names), []).append(
            {
                "code": problem.code,
                "blocks": problem.blocks,
                "message": mask(problem.message),
                "hint": mask(problem.hint),
            }
        )
    return found


def _nearest(name: str, names: frozenset[str]) -> str:
    """说到一列里某一项（如 违反.0）、放不进表单的键，退到外面有的一格。"""
    while name and name not in names:
        name = name.rpartition(".")[0]
    return name


def _withdrawn(values: Values) -> bool:
    group = values.get(WITHDRAWAL)
    return isinstance(group, dict) and any(group.values())
