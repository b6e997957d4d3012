"""预览：改坏了在浏览器里说清楚，改好了页面回来，个人信息不漏。"""

from typing import Any

import pytest

from casebook.preview import Preview


class Readable(Exception):
    """能给人看的错误。"""


class Site:
    """一个假的网站：能改坏，也能改好。"""

    def __init__(self) -> None:
        self.error: Exception | None = None

    def build(self) -> None:
        try:
            if self.error is not None:
                raise self.error
        except Readable:
            raise SystemExit(1)  # noqa: B904  MkDocs 就是这样抛的

    def serve(self, environ: dict[str, Any], start_response: Any) -> list[bytes]:
        start_response("200 OK", [])
        return [environ["PATH_INFO"].encode()]


@pytest.fixture
def site() -> Site:
    return Site()


@pytest.fixture
def preview(site: Site) -> Preview:
    return Preview(site.build, site.serve, (Readable,))


def get(preview: Preview, path: str) -> tuple[str, str]:
    said: list[str] = []
    body = b"".join(preview({"PATH_INFO": path}, lambda status, _: said.append(status)))
    return said[0], body.decode()


def test_a_good_site_is_served_as_it_is(preview: Preview) -> None:
    preview.rebuild()
    assert get(preview, "/news/") == ("200 OK", "/news/")


def test_a_problem_is_shown_in_place_of_every_page(preview: Preview, site: Site) -> None:
    site.error = Readable("cases/2025-001.yml:4:7 C201 不是日期 <b>")
    preview.rebuild()
    status, page = get(preview, "/news/2025-001.html")
    assert status.startswith("503")
    assert "cases/2025-001.yml:4:7 C201 不是日期 &lt;b&gt;" in page
    assert 'http-equiv="refresh"' in page
    assert get(preview, "/assets/casebook.css")[0] == "200 OK"


def test_the_page_comes_back_once_mended(preview: Preview, site: Site) -> None:
    site.error = Readable("坏")
    preview.rebuild()
    site.error = None
    preview.rebuild()
    assert get(preview, "/")[0] == "200 OK"


def test_an_unforeseen_error_shows_no_content(preview: Preview, site: Site) -> None:
    site.error = ValueError("110101199003070000")
    preview.rebuild()
    page = get(preview, "/")[1]
    assert "ValueError" in page
    assert "110101" not in page


def test_being_told_to_end_while_building_ends(site: Site, preview: Preview) -> None:
    """收到结束的信号时正在构建，也照样结束，不当成构建出错。"""
    site.error = SystemExit(143)  # type: ignore[assignment]
    with pytest.raises(SystemExit):
        preview.rebuild()
    assert preview.trouble == ""
