"""门禁：别的网址、别的网站、没有钥匙、没有印记，一律进不来；页面不向外要东西。"""

import re
from pathlib import Path

import pytest
from flask.testing import FlaskClient

from casebook.desk.guarding import Gatekeeper
from tests.desk.conftest import BASE, Visitor

CORE = Path(__file__).parents[2] / "hooks" / "casebook"


def test_the_front_door_needs_the_key(visitor: Visitor) -> None:
    stranger = FlaskClient(visitor.client.application)
    assert stranger.get("/", base_url=BASE).status_code == 403
    assert stranger.get("/open/wrong", base_url=BASE).status_code == 403
    assert stranger.get("/records/cases/2025-001", base_url=BASE).status_code == 403
    assert stranger.get("/static/form.js", base_url=BASE).status_code == 403


@pytest.mark.parametrize("host", ["evil.example", "127.0.0.1:80", "127.0.0.1.evil.example:8765"])
def test_another_host_is_refused(visitor: Visitor, gatekeeper: Gatekeeper, host: str) -> None:
    answer = visitor.client.get(f"/open/{gatekeeper.key}", base_url=f"http://{host}")
    assert answer.status_code == 403
    assert "Set-Cookie" not in answer.headers


@pytest.mark.parametrize("origin", ["http://evil.example", "null", "https://127.0.0.1:8765", None])
def test_a_foreign_or_missing_origin_cannot_write(visitor: Visitor, origin: str | None) -> None:
    form = visitor.form("/records/cases/2025-001")
    form["标题"] = "别人写的"
    headers = {} if origin is None else {"Origin": origin}
    answer = visitor.client.post(
        "/records/cases/2025-001", base_url=BASE, data=form, headers=headers
    )
    assert answer.status_code == 403
    assert "别人写的" not in (visitor.data / "cases/2025/2025-001.yml").read_text("utf-8")


def test_a_form_without_its_stamp_is_refused(visitor: Visitor) -> None:
    form = visitor.form("/records/cases/2025-001")
    form["stamp"] = "0" * 64
    assert visitor.post("/records/cases/2025-001", form).status_code == 403


def test_the_cookie_is_kept_from_scripts_and_other_sites(
    visitor: Visitor, gatekeeper: Gatekeeper
) -> None:
    answer = visitor.get(f"/open/{gatekeeper.key}")
    cookie = answer.headers["Set-Cookie"]
    assert "HttpOnly" in cookie
    assert "SameSite=Strict" in cookie
    assert answer.headers["Location"] == "/"


def test_every_page_may_only_ask_itself(visitor: Visitor) -> None:
    for path in ("/", "/new", "/records/cases/2025-001", "/records/cases/2025-001/preview/web"):
        answer = visitor.get(path)
        assert "default-src 'none'" in answer.headers["Content-Security-Policy"]
        assert answer.headers["Cache-Control"] == "no-store"
        outside = re.findall(r'(?:src|action)="(?!/|data:)[^"]*"', answer.text)
        assert not outside


def test_templates_and_scripts_name_no_other_site() -> None:
    for folder in (CORE / "desk" / "static", CORE / "templates" / "desk"):
        for path in folder.iterdir():
            assert "://" not in path.read_text("utf-8"), path.name
