"""装测试用的浏览器和中文字体的几种办法：管理员用 apt，普通用户解开 .deb，别的系统用 playwright。"""

import os
import shlex
import shutil
import subprocess
import sys
from collections.abc import Callable, Sequence
from pathlib import Path

from environment import CACHE

HOME = CACHE / "browser"
WRAPPER = HOME / "chromium"
UNPACKED = HOME / "root"
APT = HOME / "apt"
TAIL_LINES = 8


class BrowserProblem(Exception):
    """浏览器准备不成；文字是中文，可直接给人看。"""


Install = Callable[[list[str], Path | None], None]


def list_ways() -> list[Install]:
    """本机用得上的办法，先好后次；每种办法收到还缺的 Debian 软件包和已有的浏览器（或 None）。"""
    if not shutil.which("apt-get"):
        return [install_with_playwright]
    if os.geteuid() == 0:
        return [install_as_root, install_with_playwright]
    return [install_with_sudo, unpack_privately, install_with_playwright]


def install_as_root(packages: list[str], _browser: Path | None, prefix: Sequence[str] = ()) -> None:
    """用 apt-get 给整台机器装上。"""
    apt = [*prefix, "env", "DEBIAN_FRONTEND=noninteractive", "apt-get"]
    apt += ["-o", "DPkg::Lock::Timeout=300"]
    _check([*apt, "update"])
    _check([*apt, "install", "--yes", "--no-install-recommends", *packages])


def install_with_sudo(packages: list[str], browser: Path | None) -> None:
    """同上，借不问密码的 sudo。"""
    if not shutil.which("sudo"):
        raise BrowserProblem("  sudo：这台电脑没有")
    install_as_root(packages, browser, prefix=("sudo", "-n"))


def unpack_privately(packages: list[str], browser: Path | None) -> None:
    """不用管理员：把 .deb 下载、解开到 .cache/browser，写一个启动脚本。"""
    debs = download_debs(packages)
    draft = HOME / "root.new"
    shutil.rmtree(draft, ignore_errors=True)
    for deb in debs:
        _check(["dpkg-deb", "--extract", str(deb), str(draft)])
    shutil.rmtree(UNPACKED, ignore_errors=True)
    draft.rename(UNPACKED)
    write_wrapper(browser or UNPACKED / "usr/lib/chromium/chromium")
    shutil.rmtree(APT)


def install_with_playwright(_packages: list[str], _browser: Path | None) -> None:
    """让 playwright 下载它自己的 Chromium（中文字体要另外有）。"""
    _check([sys.executable, "-m", "playwright", "install", "chromium"])


def download_debs(packages: list[str]) -> list[Path]:
    """把软件包和本机还缺的依赖下载到自己的文件夹，返回 .deb 的路径。"""
    state, cache = APT / "state", APT / "cache"
    (state / "lists" / "partial").mkdir(parents=True, exist_ok=True)
    (cache / "archives" / "partial").mkdir(parents=True, exist_ok=True)
    settings = (
        f"--option=Dir::State={state}",
        "--option=Dir::State::status=/var/lib/dpkg/status",
        f"--option=Dir::Cache={cache}",
        "--option=Debug::NoLocking=true",  # 系统的锁普通用户碰不得；这里只写自己的文件夹
    )
    _check(["apt-get", *settings, "update"])
    options = ["--yes", "--no-install-recommends", "--download-only"]
    _check(["apt-get", *settings, "install", *options, *packages])
    return sorted((cache / "archives").glob("*.deb"))


def write_wrapper(program: Path) -> None:
    """写启动脚本：先找解开的库和字体，再运行 program；脚本最后写成，有它才算装好。"""
    fonts = HOME / "fonts.conf"
    fonts.write_text(font_settings(), encoding="utf-8")
    libraries = ":".join(str(folder) for folder in library_folders())
    draft = WRAPPER.with_suffix(".new")
    draft.write_text(
        "#!/bin/sh\n"
        f"LD_LIBRARY_PATH={shlex.quote(libraries)}${{LD_LIBRARY_PATH:+:$LD_LIBRARY_PATH}}\n"
        f"FONTCONFIG_FILE={shlex.quote(str(fonts))}\n"
        "export LD_LIBRARY_PATH FONTCONFIG_FILE\n"
        f'exec {shlex.quote(str(program))} "$@"\n',
        encoding="utf-8",
    )
    draft.chmod(0o755)
    draft.replace(WRAPPER)


def library_folders() -> list[Path]:
    """解开的软件包里放着动态库的文件夹。"""
    return sorted({path.parent for path in UNPACKED.rglob("lib*.so*")})


def font_settings() -> str:
    """fontconfig 的配置：本机的，加上解开的字体。"""
    return f"""\
<?xml version="1.0"?>
<!DOCTYPE fontconfig SYSTEM "fonts.dtd">
<fontconfig>
  <include ignore_missing="yes">/etc/fonts/fonts.conf</include>
  <dir>/usr/share/fonts</dir>
  <dir>{UNPACKED / "usr/share/fonts"}</dir>
  <cachedir>{HOME / "fontcache"}</cachedir>
</fontconfig>
"""


def _check(command: list[str]) -> None:
    """运行命令，失败时抛出 BrowserProblem，附上它最后几行输出。"""
    result = _run(command)
    if result.returncode != 0:
        tail = "\n".join(f"    | {line}" for line in result.stdout.splitlines()[-TAIL_LINES:])
        raise BrowserProblem(f"  {shlex.join(command)}\n{tail}")


def _run(command: list[str]) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        command,
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        encoding="utf-8",
        errors="replace",
        check=False,
    )
