"""lock 命令：照 pyproject.toml 重新锁定两份软件包清单，写出校验值，不写软件源。"""

import os
import shutil
import sys

from cli import command_parser
from environment import BUILD_LOCK, CACHE, DEV_LOCK, ROOT, python_in
from installer import EnvironmentProblem, create_environment, install_tool
from processes import run

DESCRIPTION = """\
照 pyproject.toml 重新锁定软件包：requirements.lock（生成网站用）与
requirements-dev.lock（前者加测试用）。已锁的版本尽量不动，--upgrade 才升级。
软件源由 uv 自己的设置决定，例如环境变量 UV_DEFAULT_INDEX。"""
OPTIONS = [
    "--universal",
    "--python-version=3.11",
    "--generate-hashes",
    "--no-emit-index-url",
    "--no-header",
    "--quiet",
]


def main(argv: list[str]) -> int:
    """重写两份锁文件，返回退出码：0 成功，1 没锁成，2 用法不对。"""
    parser = command_parser("lock", DESCRIPTION, ["", "--upgrade"])
    parser.add_argument("--upgrade", action="store_true", help="全部升到合要求的最新版")
    options = parser.parse_args(argv)
    upgrade = ["--upgrade"] if options.upgrade else []
    try:
        uv = find_uv()
    except EnvironmentProblem as problem:
        print(problem, file=sys.stderr)
        return 1
    return compile_lock(uv, BUILD_LOCK, upgrade) or compile_lock(
        uv, DEV_LOCK, [*upgrade, "--extra=dev", f"--constraint={BUILD_LOCK}"]
    )


def find_uv() -> str:
    """本机的 uv；没有就装一份到 .cache/uv。"""
    home = CACHE / "uv"
    bundled = python_in(home).with_name("uv.exe" if os.name == "nt" else "uv")
    if not (shutil.which("uv") or bundled.exists()):
        create_environment(home)
        install_tool(home, python_in(home), "uv")
    return shutil.which("uv") or str(bundled)


def compile_lock(uv: str, lock: str, extra: list[str]) -> int:
    """写出一份锁文件，返回 uv 的退出码。"""
    command = [uv, "pip", "compile", "pyproject.toml", f"--output-file={lock}", *OPTIONS, *extra]
    return run(command, {**os.environ, "UV_CUSTOM_COMPILE_COMMAND": "manage.py lock"}, cwd=ROOT)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
