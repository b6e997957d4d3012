"""真的开一个表单，经 HTTP 乱敲：什么样的请求都不出 500，写也只写在数据文件夹里。"""

import shutil
from collections.abc import Iterator
from dataclasses import dataclass
from http.client import HTTPConnection
from pathlib import Path
from urllib.parse import quote, urlencode

import pytest
from desk_server import desk_in_background
from hypothesis import given, settings
from hypothesis import strategies as st

from casebook.desk.guarding import Gatekeeper
from tests.desk.test_form import KEPT, contents
from tests.workbench import DATA

PATIENCE = 60
ANY_TEXT = st.text(st.characters(exclude_categories=["Cs"]), max_size=30)
WAYS_OUT = ["..", "../..", "%2e%2e", "..\\..", "/etc/passwd", "C:\\x", "town.yml", "\0", "~", "con"]
segments = st.one_of(
    st.sampled_from(["records", "cases", "bulletins", "matters", "annual", "town", "statutes"]),
    st.sampled_from(["2025-001", "2025-b01", "straw-burning", "2025", "new", "check", "withdraw"]),
    st.sampled_from(["copy", "commit", "forget", "preview", "web", "wechat", "open", "assets"]),
    st.sampled_from(WAYS_OUT),
    ANY_TEXT,
)
field_names = st.one_of(
    st.sampled_from(["标题", "罚款", "违反", "图片.0.文件", "图片.9999999999999999999.文件"]),
    st.sampled_from(
        ["案件.普通程序.案由.0.名目", "解读", "fingerprint", "original", "kind", "编号"]
    ),
    st.sampled_from(["案由", "违法日期", "日期", "理由", "message", "draft", "数字.-1.项目"]),
    ANY_TEXT,
)
field_values = st.one_of(
    ANY_TEXT, st.sampled_from(["2026-06-12", "露天焚烧秸秆", "cases", "bulletins", *WAYS_OUT])
)
records = st.sampled_from(
    [
        *("cases/2025-001", "cases/2025-012", "cases/2025-999", "bulletins/2025-b01"),
        *("matters/straw-burning", "annual/2025", "town/town", "words/words"),
    ]
)
actions = st.sampled_from(
    ["", "/check", "/copy", "/forget", "/withdraw", "/commit", "/preview/web"]
)
addresses = st.one_of(
    st.builds("/records/{}{}".format, records, actions),
    st.just("/new"),
    st.lists(segments, min_size=1, max_size=5).map(
        lambda path: "/" + "/".join(quote(part, safe="%") for part in path)
    ),
)
forms = st.lists(st.tuples(field_names, field_values), max_size=6)


@dataclass(frozen=True, slots=True)
class Live:
    """一个开着的表单。"""

    gatekeeper: Gatekeeper
    folder: Path

    @property
    def data(self) -> Path:
        """它的数据。"""
        return self.folder / "cases_data"

    def ask(self, method: str, path: str, body: bytes, headers: dict[str, str]) -> int:
        """发一次请求，返回状态码；带着钥匙和本机的 Origin，除非另写。"""
        home = f"http://127.0.0.1:{self.gatekeeper.port}"
        own = {"Cookie": f"{self.gatekeeper.cookie}={self.gatekeeper.key}", "Origin": home}
        connection = HTTPConnection("127.0.0.1", self.gatekeeper.port, timeout=PATIENCE)
        try:
            connection.request(method, path, body, {**own, **headers})
            answer = connection.getresponse()
            answer.read()
            return answer.status
        finally:
            connection.close()

    def outside(self) -> dict[str, bytes]:
        """数据和自动存的草稿以外的文件，以及不该改的数据。"""
        kept = tuple(f"cases_data/{place}" for place in KEPT)
        found = contents(self.folder)
        return {n: d for n, d in found.items() if not n.startswith((*kept, "autosave/"))}


@pytest.fixture(scope="module")
def live(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Live]:
    """整份测试开一次。"""
    folder = tmp_path_factory.mktemp("live")
    shutil.copytree(DATA, folder / "cases_data")
    with desk_in_background(folder / "cases_data", folder / "autosave") as gatekeeper:
        yield Live(gatekeeper, folder)


@settings(max_examples=200, deadline=None)
@given(
    method=st.sampled_from(["GET", "POST", "POST", "POST", "HEAD", "PUT", "DELETE", "OPTIONS"]),
    address=addresses,
    form=forms,
)
def test_any_request_is_answered_and_writes_nowhere_else(
    live: Live, method: str, address: str, form: list[tuple[str, str]]
) -> None:
    before = live.outside()
    body = urlencode([("stamp", live.gatekeeper.stamp), *form]).encode()
    headers = {"Content-Type": "application/x-www-form-urlencoded"}
    assert live.ask(method, address, body, headers) < 500
    assert live.outside() == before


@settings(max_examples=60, deadline=None)
@given(
    body=st.binary(max_size=300),
    kind=st.sampled_from(
        [
            "application/x-www-form-urlencoded",
            "multipart/form-data; boundary=x",
            "multipart/form-data",
            "application/json",
            "text/plain; charset=没有",
        ]
    ),
    action=st.sampled_from(["", "/check", "/withdraw", "/copy", "/forget"]),
)
def test_a_body_that_is_no_form_changes_nothing(
    live: Live, body: bytes, kind: str, action: str
) -> None:
    before = contents(live.data)
    headers = {"Content-Type": kind.encode("utf-8").decode("latin-1")}
    assert live.ask("POST", f"/records/cases/2025-001{action}", body, headers) == 403
    assert contents(live.data) == before


@pytest.mark.parametrize(
    ("headers", "status"),
    [
        ({"Host": "evil.example"}, 403),
        ({"Origin": "http://evil.example"}, 403),
        ({"Origin": "null"}, 403),
        ({"Cookie": ""}, 403),
        ({"Cookie": "casebook_1=x; ä=ö"}, 403),
        ({"Content-Length": "3000000"}, 413),
    ],
)
def test_a_stranger_is_refused_over_http(live: Live, headers: dict[str, str], status: int) -> None:
    before = contents(live.data)
    form = urlencode({"stamp": live.gatekeeper.stamp, "标题": "别人写的"}).encode()
    given = {"Content-Type": "application/x-www-form-urlencoded", **headers}
    body = form.ljust(int(headers.get("Content-Length", 0)), b"x")
    assert live.ask("POST", "/records/cases/2025-001", body, given) == status
    assert contents(live.data) == before
