"""起草和边写边查的网址：新建、照抄一份、一边写一边检查、放弃没保存的内容。"""

from http import HTTPStatus

from flask import Flask, jsonify, redirect, render_template, request
from msgspec.structs import asdict
from werkzeug.wrappers import Response

from casebook.book import Book
from casebook.desk.anonymising import Underline, coarsenings, underlines
from casebook.desk.autosave import Unsaved
from casebook.desk.controls import build_sections, names_in
from casebook.desk.examining import Examination, examine_draft
from casebook.desk.form_page import by_field, drafted_text
from casebook.desk.hints import case_hints, citation_choices, read_day
from casebook.desk.record_views import Answer, Views
from casebook.desk.values import flat, posted_values
from casebook.desk.workspace import NoSuchRecord, Record
from casebook.editing.drafts import (
    Brief,
    copy_case,
    draft_bulletin,
    draft_case,
    next_id,
)
from casebook.editing.files import Stale
from casebook.editing.places import taken_ids
from casebook.law.parties import PERSON
from casebook.records.case import ORDINARY, SUMMARY, Case

BULLETIN_KINDS = ("日常检查", "专项整治", "联合检查", "普法宣传")
TRACEABLE = "P109"
PARTY_KINDS = (PERSON, "个体工商户", "单位")


class DraftViews:
    """各个网址背后的动作。"""

    def __init__(self, views: Views) -> None:
        self.views = views
        self.workspace = views.workspace

    def new(self) -> Answer:
        """问几样，建一份底稿。"""
        book = self.workspace.inspect().book
        if book is None:
            message = "本镇资料 town.yml 读不出，请先照 check 的提示改好。"
            return render_template("desk/refused.html.j2", message=message), HTTPStatus.CONFLICT
        problem = ""
        if request.method == "POST":
            kind = request.form.get("kind", "cases")
            text_and_id = self._case(book) if kind == "cases" else self._bulletin(book)
            if isinstance(text_and_id, str):
                problem = text_and_id
            else:
                return self._create(kind, *text_and_id, done="created")
        return render_template(
            "desk/new.html.j2",
            matters=[matter.value for matter in book.matters],
            procedures=(ORDINARY, SUMMARY),
            party_kinds=PARTY_KINDS,
            bulletin_kinds=BULLETIN_KINDS,
            today=book.today,
            problem=problem,
            given=request.form,
        )

    def copy(self, kind: str, id_: str) -> Answer:
        """照一件案子另起一份。"""
        record = self.workspace.record(kind, id_)
        if record.model is not Case:
            raise NoSuchRecord(id_)
        book = self.workspace.inspect().book
        year = book.today.year if book else int(id_[:4])
        fresh = next_id(self._taken(), year)
        return self._create(
            kind, copy_case(self.workspace.open(record).text, fresh), fresh, "copied"
        )

    def check(self, kind: str, id_: str) -> Answer:
        """检查表单现在的内容，顺便存一份草稿；返回每一格的问题、提示和划线。"""
        record = self.workspace.record(kind, id_)
        snapshot = self.workspace.open(record)
        posted = posted_values(request.form, record.model)
        base = request.form.get("fingerprint", "")
        self.workspace.autosave.keep(record.inside, Unsaved(flat(posted), base))
        inspection = self.workspace.inspect()
        text = drafted_text(record, snapshot, posted)
        examined = examine_draft(text, record, inspection)
        names = names_in(build_sections(posted, record.model))
        found = by_field(examined, inspection, names)
        traceable = {name for name, one in examined.at_fields() if one.code == TRACEABLE}
        book, is_case = inspection.book, record.model is Case
        return jsonify(
            problems=found,
            errors=sum(bool(one["blocks"]) for many in found.values() for one in many),
            warnings=sum(not one["blocks"] for many in found.values() for one in many),
            hints=case_hints(posted, book) if is_case and book else {},
            citations=citation_choices(posted, book) if is_case and book else (),
            underlines=self._underlines(record, examined, traceable),
            moved=base != snapshot.fingerprint,
        )

    def forget(self, kind: str, id_: str) -> Answer:
        """没保存的内容不要了。"""
        record = self.workspace.record(kind, id_)
        self.workspace.autosave.forget(record.inside)
        return redirect(f"/records/{kind}/{id_}?done=forgotten")

    def _underlines(
        self, record: Record, examined: Examination, traceable: set[str]
    ) -> dict[str, list[dict[str, object]]]:
        """每一格里划出的几处；`traceable` 是合起来认得出人的几格。"""
        found: dict[str, list[dict[str, object]]] = {}
        for name, value in flat(posted_values(request.form, record.model)).items():
            if not isinstance(value, str) or not value:
                continue
            marks = list(underlines(value, examined.gate, name.rpartition(".")[2]))
            if name in traceable and examined.book:
                marks += coarsenings(value, examined.gate, examined.book.town)
            if marks:
                found[name] = [_as_json(mark) for mark in marks]
        return found

    def _case(self, book: Book) -> tuple[str, str] | str:
        form = request.form
        day, matter = read_day(form.get("违法日期", "").strip()), form.get("案由", "")
        if book.matter(matter) is None:
            return "请选一个登记过的案由。"
        if day is None:
            return "违法日期要写成“年-月-日”，例如 2026-06-12。"
        procedure, party_kind = form.get("程序", ""), form.get("当事人类型", "")
        brief = Brief(
            id=next_id(self._taken(), day.year),
            matter=matter,
            procedure=procedure if procedure in (ORDINARY, SUMMARY) else ORDINARY,
            act_day=day,
            party=form.get("当事人", "").strip() or "某某",
            party_kind=party_kind if party_kind in PARTY_KINDS else PERSON,
            title=form.get("标题", "").strip(),
        )
        return draft_case(brief, book), brief.id

    def _bulletin(self, book: Book) -> tuple[str, str] | str:
        form = request.form
        day, title = read_day(form.get("日期", "").strip()), form.get("标题", "").strip()
        if day is None:
            return "日期要写成“年-月-日”，例如 2026-06-12。"
        if not title:
            return "写一个标题，三十二字以内。"
        kind = form.get("类别", "")
        id_ = next_id(self._taken(), day.year, "b")
        kind = kind if kind in BULLETIN_KINDS else BULLETIN_KINDS[0]
        return draft_bulletin(id_, title, day, kind, book), id_

    def _taken(self) -> list[str]:
        return taken_ids(self.workspace.data.directory)

    def _create(self, kind: str, text: str, id_: str, done: str) -> Response:
        record = self.workspace.record(kind, id_)
        try:
            self.workspace.save(record, text, seen="")
        except Stale:
            return redirect("/")
        return redirect(f"/records/{kind}/{id_}?done={done}")


def _as_json(mark: Underline) -> dict[str, object]:
    return asdict(mark)


def add_routes(app: Flask, views: Views) -> None:
    """登记网址。"""
    drafts, one = DraftViews(views), "/records/<kind>/<id_>"
    app.add_url_rule("/new", "new", drafts.new, methods=["GET", "POST"])
    app.add_url_rule(f"{one}/copy", "copy", drafts.copy, methods=["POST"])
    app.add_url_rule(f"{one}/check", "check", drafts.check, methods=["POST"])
    app.add_url_rule(f"{one}/forget", "forget", drafts.forget, methods=["POST"])
