"""测试用浏览器的查找与安装：缺什么装什么，都不成就明说。"""

import browser
import browser_install
import pytest
from browser_install import BrowserProblem


@pytest.fixture
def bare_machine(tmp_path, monkeypatch):
    """一台没有浏览器、没有中文字体的机器。"""
    monkeypatch.delenv(browser.VARIABLE, raising=False)
    monkeypatch.setattr(browser, "CACHE", tmp_path)
    monkeypatch.setattr(browser, "candidates", lambda: iter([]))
    monkeypatch.setattr(browser, "has_cjk_font", lambda: False)


@pytest.mark.usefixtures("bare_machine")
def test_failure_of_every_way_is_told_never_skipped(monkeypatch):
    asked = []

    def fail(packages, found):
        asked.append((packages, found))
        raise BrowserProblem("  apt-get update\n    | 没有网络")

    monkeypatch.setattr(browser, "list_ways", lambda: [fail, fail])
    with pytest.raises(BrowserProblem, match="没有网络"):
        browser.ensure_browser()
    assert asked == [(["chromium", "fonts-noto-cjk"], None)] * 2


def test_chosen_browser_that_does_not_run_is_an_error(monkeypatch, tmp_path):
    monkeypatch.setenv(browser.VARIABLE, str(tmp_path / "没有"))
    with pytest.raises(BrowserProblem, match="不能运行"):
        browser.find_browser()


def test_browser_without_chinese_font_is_not_ready(monkeypatch, tmp_path):
    monkeypatch.setattr(browser, "find_browser", lambda: tmp_path / "chromium")
    monkeypatch.setattr(browser, "has_cjk_font", lambda: False)
    assert browser.find_ready_browser() is None
    monkeypatch.setattr(browser, "has_cjk_font", lambda: True)
    assert browser.find_ready_browser() == tmp_path / "chromium"


@pytest.mark.parametrize(
    ("has_apt", "user", "ways"),
    [
        (True, 0, ["install_as_root", "install_with_playwright"]),
        (True, 1000, ["install_with_sudo", "unpack_privately", "install_with_playwright"]),
        (False, 1000, ["install_with_playwright"]),
    ],
    ids=["root on Debian", "user on Debian", "elsewhere"],
)
def test_ways_fit_the_machine(monkeypatch, has_apt, user, ways):
    monkeypatch.setattr(browser_install.shutil, "which", lambda _name: "/x" if has_apt else None)
    monkeypatch.setattr(browser_install.os, "geteuid", lambda: user)
    assert [way.__name__ for way in browser_install.list_ways()] == ways


def test_wrapper_runs_the_program_with_the_unpacked_libraries_and_fonts(monkeypatch, tmp_path):
    home = tmp_path / "带 空格的文件夹"
    library = home / "root" / "usr" / "lib" / "libx.so.1"
    library.parent.mkdir(parents=True)
    library.touch()
    program = tmp_path / "程序"
    program.write_text('#!/bin/sh\necho "$LD_LIBRARY_PATH|$FONTCONFIG_FILE|$1"\n', encoding="utf-8")
    program.chmod(0o755)
    for name, path in {
        "HOME": home,
        "UNPACKED": home / "root",
        "WRAPPER": home / "chromium",
    }.items():
        monkeypatch.setattr(browser_install, name, path)
    monkeypatch.delenv("LD_LIBRARY_PATH", raising=False)
    browser_install.write_wrapper(program)
    result = browser_install._run([str(home / "chromium"), "--version"])
    assert result.stdout == f"{library.parent}|{home / 'fonts.conf'}|--version\n"
    assert str(home / "root" / "usr" / "share" / "fonts") in (home / "fonts.conf").read_text(
        "utf-8"
    )
