"""排海报要用的系统库（Pango、HarfBuzz）：Debian 上缺了就装，装不成就说清楚自己怎么装。"""

import os
import shutil
import sys
from ctypes.util import find_library

from browser_install import BrowserProblem, install_as_root, install_with_sudo

LIBRARIES = {
    "pango-1.0": "libpango-1.0-0",
    "pangoft2-1.0": "libpangoft2-1.0-0",
    "harfbuzz-subset": "libharfbuzz-subset0",
}
"""库名和它所在的 Debian 软件包。"""


def ensure_poster_libraries() -> str:
    """缺的库都装上，返回空；装不成时返回给人看的话。别的系统不归这里管，海报自己会说。"""
    packages = missing_packages()
    if not packages:
        return ""
    print(
        f"正在安装排海报用的 {'、'.join(packages)}，只有第一次需要……", file=sys.stderr, flush=True
    )
    install = install_as_root if os.geteuid() == 0 else install_with_sudo
    try:
        install(packages, None)
    except BrowserProblem as problem:
        return (
            f"排海报用的库没有装成：\n{problem}\n请管理员运行：apt-get install {' '.join(packages)}"
        )
    return ""


def missing_packages() -> list[str]:
    """还缺的 Debian 软件包；不是 Debian 的为空。"""
    if sys.platform != "linux" or not shutil.which("apt-get"):
        return []
    return [package for library, package in LIBRARIES.items() if find_library(library) is None]
