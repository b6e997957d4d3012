"""表单测试共用：一份可改的数据、一个带钥匙的访客、读网页里表单的办法。"""

from dataclasses import dataclass
from html.parser import HTMLParser
from pathlib import Path

import pytest
from desk_server import practice_workspace
from flask.testing import FlaskClient
from werkzeug.datastructures import MultiDict
from werkzeug.test import TestResponse

from casebook.desk.app import make_app
from casebook.desk.guarding import Gatekeeper
from tests.workbench import ROOT

PORT = 8765
BASE = f"http://127.0.0.1:{PORT}"


class _FormReader(HTMLParser):
    """网页里 id 为 record 的表单：每个框的名字和值，像浏览器提交时那样。"""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.pairs: list[tuple[str, str]] = []
        self._inside = False
        self._name, self._text, self._chosen, self._option = "", "", "", False

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        given = {key: value or "" for key, value in attrs}
        if tag == "form":
            self._inside = given.get("id") == "record"
        if not self._inside:
            return
        if tag == "input" and "name" in given:
            self.pairs.append((given["name"], given.get("value", "")))
        elif tag in {"textarea", "select"}:
            self._name, self._text, self._chosen = given["name"], "", ""
        elif tag == "option":
            self._text, self._option = "", "selected" in given

    def handle_data(self, data: str) -> None:
        self._text += data

    def handle_endtag(self, tag: str) -> None:
        if tag == "form":
            self._inside = False
        elif not self._inside:
            return
        elif tag == "textarea":
            self.pairs.append((self._name, self._text.removeprefix("\n").replace("\n", "\r\n")))
        elif tag == "option" and self._option:
            self._chosen, self._option = self._text, False
        elif tag == "select":
            self.pairs.append((self._name, self._chosen))


@dataclass(frozen=True, slots=True)
class Visitor:
    """带着钥匙的浏览器。"""

    client: FlaskClient
    data: Path

    def get(self, path: str) -> TestResponse:
        """看一页。"""
        return self.client.get(path, base_url=BASE)

    def post(self, path: str, form: MultiDict[str, str]) -> TestResponse:
        """从自己的页面交表单。"""
        return self.client.post(path, base_url=BASE, data=form, headers={"Origin": BASE})

    def form(self, path: str) -> MultiDict[str, str]:
        """某一页的表单，像浏览器那样读出来。"""
        page = self.get(path)
        assert page.status_code == 200, page.text
        reader = _FormReader()
        reader.feed(page.text)
        return MultiDict(reader.pairs)

    def stamp(self) -> str:
        """表单里的印记。"""
        return self.form("/records/cases/2025-001")["stamp"]


@pytest.fixture
def gatekeeper() -> Gatekeeper:
    """固定的端口，新的钥匙。"""
    return Gatekeeper.on(PORT)


@pytest.fixture
def visitor(data: Path, tmp_path: Path, gatekeeper: Gatekeeper) -> Visitor:
    """打开了表单的人。"""
    app = make_app(
        practice_workspace(data, tmp_path / "autosave"), gatekeeper, ROOT / "docs" / "assets"
    )
    app.config["PROPAGATE_EXCEPTIONS"] = True
    client = app.test_client()
    client.get(f"/open/{gatekeeper.key}", base_url=BASE)
    return Visitor(client, data)
