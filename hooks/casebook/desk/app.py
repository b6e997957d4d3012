"""表单的网页程序：门禁、各个网址，和出错时的话。"""

from http import HTTPStatus
from pathlib import Path

from flask import Flask, Response, abort, make_response, redirect, render_template, request
from werkzeug.exceptions import HTTPException
from werkzeug.wrappers import Response as AnyResponse

from casebook.desk import draft_views, record_views, statute_views
from casebook.desk.guarding import HEADERS, Gatekeeper, Visit
from casebook.desk.record_views import Views
from casebook.desk.workspace import NoSuchRecord, Workspace
from casebook.editing.changes import Refused
from casebook.editing.files import Outside
from casebook.editing.roundtrip import Unreadable
from casebook.failures import reason

CORE = Path(__file__).parents[1]
LARGEST_FORM = 2 * 1024 * 1024
_WORDS = {
    HTTPStatus.NOT_FOUND: "没有这一页。",
    HTTPStatus.REQUEST_ENTITY_TOO_LARGE: "内容太长，一份记录不应超过 2 MB。",
    HTTPStatus.METHOD_NOT_ALLOWED: "这个网址不能这样用。",
}


def make_app(workspace: Workspace, gatekeeper: Gatekeeper, assets: Path) -> Flask:
    """做好网页程序。`assets` 是网站样式所在的文件夹，预览用。"""
    app = Flask(
        "casebook.desk",
        static_folder=str(CORE / "desk" / "static"),
        template_folder=str(CORE / "templates"),
    )
    app.config.update(MAX_CONTENT_LENGTH=LARGEST_FORM, MAX_FORM_MEMORY_SIZE=LARGEST_FORM)
    app.jinja_env.autoescape = True
    app.jinja_env.trim_blocks = app.jinja_env.lstrip_blocks = True
    app.jinja_env.globals["stamp"] = gatekeeper.stamp
    _add_gate(app, gatekeeper)
    _add_assets(app, assets)
    _add_errors(app)
    views = Views(workspace)
    record_views.add_routes(app, views)
    draft_views.add_routes(app, views)
    statute_views.add_routes(app, views)
    return app


def _add_gate(app: Flask, gatekeeper: Gatekeeper) -> None:
    @app.before_request
    def check() -> AnyResponse | None:
        opening = request.path.startswith("/open/")
        visit = Visit(
            host=request.host,
            origin=request.headers.get("Origin"),
            method=request.method,
            key=request.path.removeprefix("/open/") if opening else _key(gatekeeper),
            stamp=request.form.get("stamp", "") if request.method == "POST" else "",
        )
        reason = gatekeeper.refusal(visit)
        if reason is None:
            return None
        page = render_template("desk/refused.html.j2", message=reason)
        return make_response(page, HTTPStatus.FORBIDDEN)

    @app.after_request
    def seal(response: Response) -> Response:
        response.headers.update(HEADERS)
        return response

    @app.get("/open/<key>")
    def open_(key: str) -> AnyResponse:
        response = redirect("/")
        response.set_cookie(gatekeeper.cookie, key, httponly=True, samesite="Strict")
        return response


def _key(gatekeeper: Gatekeeper) -> str:
    return request.cookies.get(gatekeeper.cookie, "")


def _add_assets(app: Flask, assets: Path) -> None:
    @app.get("/assets/<name>")
    def asset(name: str) -> Response:
        if name != "casebook.css":
            abort(HTTPStatus.NOT_FOUND)
        return Response((assets / name).read_text(encoding="utf-8"), mimetype="text/css")


def _add_errors(app: Flask) -> None:
    @app.errorhandler(NoSuchRecord)
    @app.errorhandler(Outside)
    def missing(_error: Exception) -> tuple[str, int]:
        message = "没有这份记录。它可能刚被改名或移走。"
        return render_template("desk/refused.html.j2", message=message), HTTPStatus.NOT_FOUND

    @app.errorhandler(Unreadable)
    def unreadable(_error: Exception) -> tuple[str, int]:
        message = "这份文件读不成“键: 值”。请先运行 check --fix，或用编辑器照 check 的提示改好。"
        return render_template("desk/refused.html.j2", message=message), HTTPStatus.CONFLICT

    @app.errorhandler(Refused)
    def refused(error: Refused) -> tuple[str, int]:
        return render_template(
            "desk/refused.html.j2", message=f"没有写：{error}。"
        ), HTTPStatus.CONFLICT

    @app.errorhandler(OSError)
    def unwritten(error: OSError) -> tuple[str, int]:
        message = f"没有写成：{reason(error)}。原来的文件没有动。"
        page = render_template("desk/refused.html.j2", message=message)
        return page, HTTPStatus.INSUFFICIENT_STORAGE

    @app.errorhandler(HTTPException)
    def other(error: HTTPException) -> tuple[str, int]:
        code = HTTPStatus(error.code or HTTPStatus.BAD_REQUEST)
        message = _WORDS.get(code, "这个请求看不懂。")
        return render_template("desk/refused.html.j2", message=message), code
