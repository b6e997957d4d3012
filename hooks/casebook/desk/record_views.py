"""看和改一份记录的网址：列表、表单、保存、撤回、预览、记进 git。"""

from datetime import date
from http import HTTPStatus

from flask import Flask, redirect, render_template, request
from msgspec import Struct
from werkzeug.wrappers import Response

from casebook.desk.committing import GitProblem, commit_file
from casebook.desk.examining import examine_draft
from casebook.desk.finding import Search, find_rows
from casebook.desk.form_page import Kept, Page, draft_text, render_form
from casebook.desk.merging import Merge, merge_edits
from casebook.desk.previewing import web_bodies, wechat_bodies
from casebook.desk.states import list_papers, list_rows
from casebook.desk.values import (
    Values,
    changed_values,
    flat,
    normal_day,
    posted_values,
    shown_values,
)
from casebook.desk.workspace import NAMES, NoSuchRecord, Record, Workspace
from casebook.editing.changes import Refused, change
from casebook.editing.files import Snapshot, Stale
from casebook.records.case import Case

Answer = str | tuple[str, int] | Response


class Views(Struct, frozen=True):
    """各个网址背后的动作。"""

    workspace: Workspace

    def listing(self) -> Answer:
        """列表，照网址里写的筛、分页。"""
        inspection = self.workspace.inspect()
        rows = list_rows(inspection, self.workspace.names())
        papers = list_papers(inspection, self.workspace.others())
        elsewhere = [p for p in inspection.problems if p.blocks and not _is_record(p.position.path)]
        return render_template(
            "desk/list.html.j2",
            found=find_rows(rows, Search.asked(request.args)),
            papers=papers,
            names=NAMES,
            elsewhere=elsewhere,
            mask=inspection.gate.mask,
        )

    def edit(self, kind: str, id_: str) -> Answer:
        """打开一份。"""
        record = self.workspace.record(kind, id_)
        snapshot = self.workspace.open(record)
        shown = shown_values(snapshot.text, record.model)
        unsaved = self.workspace.autosave.recall(record.inside)
        values, notice = shown, _notices().get(request.args.get("done", ""), "")
        waiting = unsaved is not None and unsaved.values != flat(shown)
        if waiting and unsaved is not None and request.args.get("draft") == "restore":
            values = {**shown, **posted_values(Kept(unsaved.values), record.model)}
            notice, waiting = "接着上次没保存的内容写。看过没有问题再保存。", False
        inspection = self.workspace.inspect()
        return render_form(
            Page(record, snapshot, values, shown, inspection, notice, unsaved=waiting)
        )

    def save(self, kind: str, id_: str) -> Answer:
        """保存；打开以后别处改过的，合起来给人看过再说。"""
        record = self.workspace.record(kind, id_)
        snapshot = self.workspace.open(record)
        merge = merge_edits(request.form, snapshot, record.model)
        if merge.moved and merge.merged != merge.shown:
            return self._show_both(record, snapshot, merge), HTTPStatus.CONFLICT
        try:
            wanted = changed_values(merge.posted, merge.shown, record.model)
            wanted.pop("编号", None)
            if not wanted:
                self.workspace.autosave.forget(record.inside)
                return redirect(f"/records/{kind}/{id_}?done=same")
            text = change(snapshot.text, wanted, record.model)
            self.workspace.save(record, text, snapshot.fingerprint)
        except Stale:
            return self._show_both(record, self.workspace.open(record), merge), HTTPStatus.CONFLICT
        except Refused as refusal:
            return self._refuse(record, snapshot, merge, str(refusal)), HTTPStatus.CONFLICT
        self.workspace.autosave.forget(record.inside)
        return redirect(f"/records/{kind}/{id_}?done=saved")

    def withdraw(self, kind: str, id_: str) -> Answer:
        """撤回公开：要日期和理由。"""
        record = self.workspace.record(kind, id_)
        snapshot = self.workspace.open(record)
        if record.model is not Case:
            raise NoSuchRecord(id_)
        problem = ""
        if request.method == "POST":
            day, reason = (
                normal_day(request.form.get("日期", "").strip()),
                request.form.get("理由", "").strip(),
            )
            problem = _withdrawal_problem(day, reason)
            if not problem:
                wanted: Values = {"撤回": {"日期": day, "理由": reason}}
                text = change(snapshot.text, wanted, record.model)
                try:
                    self.workspace.save(record, text, request.form.get("fingerprint", ""))
                    return redirect(f"/records/{kind}/{id_}?done=withdrawn")
                except Stale:
                    problem = "这份记录刚被别处改过，请看过再撤回。"
        return render_template(
            "desk/withdraw.html.j2",
            record=record,
            snapshot=snapshot,
            title=shown_values(snapshot.text, record.model).get("标题"),
            problem=problem,
            given=request.form,
        )

    def preview(self, kind: str, id_: str, channel: str) -> Answer:
        """预览没保存的内容（没有就预览文件）：网页或公众号。"""
        record = self.workspace.record(kind, id_)
        text = draft_text(self.workspace, record)
        examined = examine_draft(text, record, self.workspace.inspect())
        if examined.book is None:
            return render_template("desk/preview.html.j2", bodies=(), channel=channel)
        if channel == "wechat":
            bodies = wechat_bodies(examined.book, record)
        else:
            bodies = web_bodies(examined.book, record)
        return render_template("desk/preview.html.j2", bodies=bodies, channel=channel)

    def commit(self, kind: str, id_: str) -> Answer:
        """记进 git。"""
        record = self.workspace.record(kind, id_)
        message = " ".join(request.form.get("message", "").split())[:200]
        try:
            commit_file(record.path, message or f"更新{NAMES[kind]} {id_}")
        except GitProblem as problem:
            page = render_template("desk/refused.html.j2", message=str(problem))
            return page, HTTPStatus.CONFLICT
        return redirect(f"/records/{kind}/{id_}?done=committed")

    def _show_both(self, record: Record, snapshot: Snapshot, merge: Merge) -> str:
        notice = "打开以后，这份记录在别处改过。你改的还在下面，别处改的也并进来了；看过再保存。"
        return render_form(
            Page(
                record=record,
                snapshot=snapshot,
                values=merge.merged,
                original=merge.shown,
                inspection=self.workspace.inspect(),
                notice=notice,
                elsewhere=merge.elsewhere,
            )
        )

    def _refuse(self, record: Record, snapshot: Snapshot, merge: Merge, reason: str) -> str:
        notice = f"没有保存：{reason}。请把这几个字换个写法，或用编辑器改。"
        inspection = self.workspace.inspect()
        page = Page(record, snapshot, merge.posted, merge.shown, inspection, notice)
        return render_form(page)


def _is_record(path: str) -> bool:
    return "/cases/" in path or "/bulletins/" in path


def _notices() -> dict[str, str]:
    return {
        "saved": "已保存。",
        "same": "没有改动，不用保存。",
        "withdrawn": "已撤回。网站下次生成时，这一页变成撤回说明，网址不变。",
        "committed": "已记进 git。",
        "created": "底稿建好了，往下填就行。写到哪里都会自动存着。",
        "copied": "照旧记录另起了一份，先不公开。把“待补”里的几样改好。",
        "forgotten": "没保存的内容不要了，下面是文件里的内容。",
    }


def _withdrawal_problem(day: str, reason: str) -> str:
    try:
        date.fromisoformat(day)
    except ValueError:
        return "撤回日期要写成“年-月-日”，例如 2026-11-23。"
    return "" if reason else "写一句为什么撤回，居民会看到。"


def add_routes(app: Flask, views: Views) -> None:
    """登记网址。"""
    one = "/records/<kind>/<id_>"
    app.add_url_rule("/", "listing", views.listing)
    app.add_url_rule(one, "edit", views.edit)
    app.add_url_rule(one, "save", views.save, methods=["POST"])
    app.add_url_rule(f"{one}/withdraw", "withdraw", views.withdraw, methods=["GET", "POST"])
    app.add_url_rule(f"{one}/preview/<any(web,wechat):channel>", "preview", views.preview)
    app.add_url_rule(f"{one}/commit", "commit", views.commit, methods=["POST"])
