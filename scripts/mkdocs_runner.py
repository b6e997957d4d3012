"""用本环境里的 MkDocs 生成或预览；数据文件夹和基准日期经环境变量交给 hooks。"""

import datetime
import os
import sys
from argparse import ArgumentParser
from collections.abc import Mapping
from pathlib import Path

from data_options import add_data_option, add_today_option
from environment import CACHE, ROOT
from processes import run


def site_cache() -> Path:
    """上次结果所在的文件夹；CASEBOOK_CACHE 可以另定，与 hooks 里的作坊一致。"""
    return Path(os.environ.get("CASEBOOK_CACHE") or CACHE / "site")


def add_data_options(parser: ArgumentParser) -> None:
    """加上生成与预览共有的两个选项：--data、--today。"""
    add_data_option(parser, default=None)
    add_today_option(parser)


def run_mkdocs(
    arguments: list[str],
    data: Path | None,
    today: datetime.date | None,
    wishes: Mapping[str, str] | None = None,
) -> int:
    """在项目根目录运行 mkdocs，返回退出码；`wishes` 是另外交给 hooks 的环境变量。"""
    subcommand, *options = arguments
    launcher = str(Path(__file__).with_name("run_command.py"))
    command = [sys.executable, launcher, "mkdocs_command", subcommand]
    command += ["--config-file", str(ROOT / "mkdocs.yml"), *options]
    return run(command, {**mkdocs_environment(data, today), **(wishes or {})}, cwd=ROOT)


def mkdocs_environment(data: Path | None, today: datetime.date | None) -> dict[str, str]:
    """mkdocs 的环境变量：写明了的数据文件夹和日期，放进 CASEBOOK_DATA 与 CASEBOOK_TODAY。"""
    env = {**os.environ, "NO_MKDOCS_2_WARNING": "1"}  # 主题作者写给开发者的广告，用户不必看
    if data:
        env["CASEBOOK_DATA"] = str(data)
    if today:
        env["CASEBOOK_TODAY"] = today.isoformat()
    return env
