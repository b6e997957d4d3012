"""测试用的浏览器：找一个能用的 Chromium 和中文字体，没有就装；装不成就明说，绝不悄悄跳过。"""

import os
import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from browser_install import WRAPPER, BrowserProblem, list_ways
from environment import CACHE
from file_lock import exclusive_lock

VARIABLE = "CASEBOOK_CHROMIUM"
START_SECONDS = 60
NAMES = (
    "chromium",
    "chromium-browser",
    "google-chrome",
    "google-chrome-stable",
    "microsoft-edge",
    "msedge",
)
WINDOWS_PATHS = (r"Microsoft\Edge\Application\msedge.exe", r"Google\Chrome\Application\chrome.exe")
MAC_PATHS = (
    "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
    "/Applications/Microsoft Edge.app/Contents/MacOS/Microsoft Edge",
    "/Applications/Chromium.app/Contents/MacOS/Chromium",
)
FONT_FOLDERS = (
    Path("/usr/share/fonts"),
    Path("/usr/local/share/fonts"),
    Path.home() / ".local" / "share" / "fonts",
    Path.home() / ".fonts",
)
CJK_FONT_PATTERNS = ("*CJK*", "wqy-*", "*[Ss]im[Ss]un*", "*[Ss]im[Hh]ei*", "msyh*", "*Fallback*")
# 测试只看本机的页面：关掉浏览器自己要做的联网；容器里没有它要的沙箱。
ARGUMENTS = (
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--no-first-run",
)


def launch_options() -> dict[str, Any]:
    """交给 playwright 的 chromium.launch 的参数；没有浏览器时抛出 BrowserProblem。"""
    browser = find_browser()
    if browser is None:
        raise BrowserProblem("没有可用的浏览器；请用 python3 scripts/manage.py test 运行测试。")
    return {"executable_path": str(browser), "args": list(ARGUMENTS)}


def ensure_browser() -> Path:
    """返回能显示中文的 Chromium；缺什么装什么，都装不成时抛出 BrowserProblem，说清试过哪些办法。"""
    with exclusive_lock(CACHE / "browser.lock", "另一个窗口正在准备浏览器，等它完成……"):
        if (ready := find_ready_browser()) is not None:
            return ready
        print("正在准备测试用的浏览器和中文字体，只有第一次需要……", file=sys.stderr, flush=True)
        failures = []
        for install in list_ways():
            browser = find_browser()
            try:
                install(missing_packages(browser), browser)
            except BrowserProblem as problem:
                failures.append(str(problem))
            if (ready := find_ready_browser()) is not None:
                return ready
    raise BrowserProblem(describe_failure(failures))


def missing_packages(browser: Path | None) -> list[str]:
    """还缺的 Debian 软件包。"""
    return ["chromium"] * (browser is None) + ["fonts-noto-cjk"] * (not has_cjk_font())


def find_ready_browser() -> Path | None:
    """能运行、又有中文字体可用的浏览器；缺一样就是 None。"""
    browser = find_browser()
    return browser if browser == WRAPPER or has_cjk_font() else None


def find_browser() -> Path | None:
    """第一个真能运行的浏览器；环境变量 CASEBOOK_CHROMIUM 指明了就只用它。"""
    if chosen := os.environ.get(VARIABLE):
        if not runs(Path(chosen)):
            raise BrowserProblem(f"环境变量 {VARIABLE} 指的 {chosen} 不能运行。")
        return Path(chosen)
    return next((path for path in candidates() if runs(path)), None)


def candidates() -> Iterator[Path]:
    """各系统里浏览器可能在的地方，先近后远。"""
    yield WRAPPER
    yield from (Path(found) for name in NAMES if (found := shutil.which(name)))
    yield from (Path(path) for path in MAC_PATHS)
    for variable in ("PROGRAMFILES", "PROGRAMFILES(X86)", "LOCALAPPDATA"):
        if folder := os.environ.get(variable):
            yield from (Path(folder) / path for path in WINDOWS_PATHS)
    yield from playwright_browsers()


def playwright_browsers() -> Iterator[Path]:
    """playwright install 装下的 Chromium（在项目环境之外运行时没有 playwright，就没有）。"""
    try:
        from playwright.sync_api import sync_playwright
    except ImportError:
        return
    with sync_playwright() as playwright:
        yield Path(playwright.chromium.executable_path)


def runs(path: Path) -> bool:
    """这个浏览器是否真能启动；Windows 的浏览器问版本也会开窗口，只看文件在不在。"""
    if not path.is_file() or sys.platform == "win32":
        return path.is_file()
    try:
        result = subprocess.run(
            [path, "--version"], check=False, capture_output=True, timeout=START_SECONDS
        )
        return result.returncode == 0
    except (OSError, subprocess.TimeoutExpired):
        return False


def has_cjk_font() -> bool:
    """系统里有没有中文字体；Windows 和 macOS 自带。"""
    if sys.platform in {"win32", "darwin"}:
        return True
    return any(
        next(folder.rglob(pattern), None)
        for folder in FONT_FOLDERS
        for pattern in CJK_FONT_PATTERNS
    )


def describe_failure(failures: list[str]) -> str:
    """浏览器装不成时给人看的话。"""
    tried = "\n".join(failures)
    return (
        f"没有准备好测试用的浏览器和中文字体。试过：\n{tried}\n"
        f"可以自己装好 Chromium（或 Chrome、Edge）和一种中文字体再运行，"
        f"或用环境变量 {VARIABLE} 指明浏览器的位置。"
    )
