"""一条命令生成整个网站：页面齐全、逐字节可复现、不向别处要任何东西、有问题就不生成。"""

import os
import re
import subprocess
import sys
from pathlib import Path

import pytest

from tests.workbench import ROOT, replace_line, run_manage

RESOURCE = re.compile(
    r"""<(?:link|script|img|iframe|source|video|audio|object|embed)\b[^>]*?"""
    r"""\b(?:href|src|srcset|data)=["'](?P<address>(?:https?:)?//[^"']+)"""
)
CSS_RESOURCE = re.compile(r"""(?:url\(|@import)\s*["']?(?:https?:)?//""")


def build(out: Path, *arguments: str) -> subprocess.CompletedProcess[str]:
    return run_manage("build", "--out", str(out), *arguments)


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Path:
    out = tmp_path_factory.mktemp("built") / "site"
    result = build(out)
    assert result.returncode == 0, result.stdout + result.stderr
    return out


def contents(site: Path) -> dict[str, bytes]:
    return {
        path.relative_to(site).as_posix(): path.read_bytes()
        for path in sorted(site.rglob("*"))
        if path.is_file()
    }


def test_every_section_is_there(built: Path) -> None:
    assert (
        len(list((built / "guides").glob("[a-z]*-*.html")))
        + len([p for p in (built / "guides").glob("*.html") if p.stem in {"signboard", "frontage"}])
        == 9
    )
    assert len(list((built / "cases").glob("2025-*.html"))) >= 6
    assert len(list((built / "news").glob("2025-0*.html"))) == 18
    assert len(list((built / "news").glob("2025-b*.html"))) == 6
    for page in ("index.html", "404.html", "report/2025.html", "remedies.html", "about.html"):
        assert (built / page).is_file()


def test_the_same_input_gives_the_same_bytes(built: Path, tmp_path: Path) -> None:
    again = tmp_path / "again"
    assert build(again).returncode == 0
    assert contents(built) == contents(again)


def test_mkdocs_alone_builds_the_same_pages(built: Path, tmp_path: Path) -> None:
    out = tmp_path / "plain"
    result = subprocess.run(
        [sys.executable, "-m", "mkdocs", "build", "--strict", "--site-dir", str(out)],
        cwd=ROOT,
        env={key: value for key, value in os.environ.items() if key != "PYTHONPATH"},
        capture_output=True,
        encoding="utf-8",
        check=False,
    )
    assert result.returncode == 0, result.stderr
    plain = contents(out)
    assert all(plain[name] == data for name, data in contents(built).items() if name in plain)
    assert {name for name in contents(built) if name.endswith(".html")} <= set(plain)


def test_an_article_links_to_its_record_in_the_repository(tmp_path: Path) -> None:
    address = "https://repository.example/town/cases"
    config = tmp_path / "mkdocs.yml"
    own = (ROOT / "mkdocs.yml").read_text(encoding="utf-8")
    config.write_text(f"{own}\nrepo_url: {address}\nedit_uri: edit/main/docs/\n", "utf-8")
    for name in ("docs", "hooks", "cases_data"):
        (tmp_path / name).symlink_to(ROOT / name)
    out = tmp_path / "site"
    command = [sys.executable, "-m", "mkdocs", "build", "--strict", "-f", str(config)]
    result = subprocess.run(
        [*command, "--site-dir", str(out)], capture_output=True, encoding="utf-8", check=False
    )
    assert result.returncode == 0, result.stderr
    for page in ("cases/2025-001.html", "news/2025-001.html"):
        text = (out / page).read_text(encoding="utf-8")
        assert f'href="{address}/edit/main/cases_data/cases/2025/2025-001.yml"' in text


def test_no_page_loads_anything_from_elsewhere(built: Path) -> None:
    for name, data in contents(built).items():
        text = data.decode("utf-8", "replace")
        if name.endswith(".html"):
            assert not RESOURCE.search(text), name
        if name.endswith((".html", ".css")):
            assert not CSS_RESOURCE.search(text), name


def test_no_script_holds_an_address_it_could_load(built: Path) -> None:
    loadable = re.compile(
        r"""["'`]https?://(?!www\.w3\.org/)[^"'`\s]*\.?(?:js|css|shim|mjs)?["'`]"""
    )
    for name, data in contents(built).items():
        if name.endswith(".js"):
            found = loadable.findall(data.decode("utf-8"))
            assert not [address for address in found if "unpkg" in address], name


def test_navigation_stays_the_same_whatever_the_records(built: Path) -> None:
    text = (built / "index.html").read_text(encoding="utf-8")
    navigation = text.split('data-md-type="navigation"')[-1].split('data-md-type="toc"')[0]
    assert "2025-001" not in navigation


def test_personal_information_stops_the_build(data: Path, tmp_path: Path) -> None:
    out = tmp_path / "site"
    replace_line(data / "cases/2025/2025-001.yml", "地点: 某村村东农田", "地点: 电话13800138000")
    result = build(out, "--data", str(data))
    assert result.returncode == 1
    assert "P101" in result.stdout + result.stderr
    assert "13800138000" not in result.stdout + result.stderr
    assert not out.exists()


def test_a_wrong_record_keeps_the_old_site(data: Path, tmp_path: Path) -> None:
    out = tmp_path / "site"
    assert build(out, "--data", str(data)).returncode == 0
    before = contents(out)
    replace_line(data / "cases/2025/2025-001.yml", "\n罚款: 1000\n", "\n罚款: 1001\n")
    result = build(out, "--data", str(data))
    assert result.returncode == 1
    assert "15101" in result.stdout + result.stderr
    last = "改正错误后才能发布。\n网站没有生成，原因见上。原来的网站没有动。\n"
    assert result.stderr.endswith(last)
    assert contents(out) == before
