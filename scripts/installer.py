"""建虚拟环境、用 pip 装包。尊重本机的 pip 设置，从不指定软件源；只用标准库。"""

import os
import subprocess
import sys
from pathlib import Path

FIRST_PIP_WITH_PYTHON_OPTION = (22, 3)
TAIL_LINES = 15


class EnvironmentProblem(Exception):
    """环境准备不成；文字是中文，可直接给人看。"""


def create_environment(home: Path) -> None:
    """建一个不带 pip 的虚拟环境（有的系统没有 ensurepip，带 pip 就建不成）。"""
    try:
        import venv
    except ImportError as error:
        raise EnvironmentProblem(
            "这台电脑的 Python 缺少 venv 模块。Debian、Ubuntu 请安装 python3-venv 后再试。"
        ) from error
    venv.EnvBuilder(symlinks=os.name != "nt").create(home)


def install(home: Path, python: Path, lock: Path) -> None:
    """把 lock 里的包逐个核对校验值，装进 home；失败时抛出带 pip 末尾输出的 EnvironmentProblem。"""
    wanted = ["--require-hashes", "--no-deps", "--requirement", str(lock)]
    _install(home, python, wanted, f"照 {lock.name} 安装软件包失败")


def install_tool(home: Path, python: Path, package: str) -> None:
    """把一个维护用的工具装进 home（不在锁文件里，用最新版）。"""
    _install(home, python, [package], f"安装 {package} 失败")


def _install(home: Path, python: Path, wanted: list[str], failure: str) -> None:
    options = ["--no-user", "--no-input", "--quiet"]
    options += ["--disable-pip-version-check", "--no-warn-script-location"]
    result = _run([*pip_command(home, python), "install", *options, *wanted])
    if result.returncode != 0:
        raise EnvironmentProblem(explain_failure(failure, result.stdout))


def pip_command(home: Path, python: Path) -> list[str]:
    """选一个能往 home 里装包的 pip：先用本机的，没有再请 Python 自带的 ensurepip。"""
    host = host_python(home)
    version, folder = find_pip(host)
    if version >= FIRST_PIP_WITH_PYTHON_OPTION:
        return [host, "-m", "pip", "--python", str(python)]
    if folder:  # 旧 pip 没有 --python，让环境里的 Python 直接运行它的文件夹
        return [str(python), folder]
    if _run([str(python), "-m", "ensurepip"]).returncode == 0:
        return [str(python), "-m", "pip"]
    raise EnvironmentProblem(
        "这台电脑的 Python 没有 pip。Debian、Ubuntu 请安装 python3-pip 后再试；"
        "Windows 请重新安装 Python，并勾选 pip。"
    )


def host_python(home: Path) -> str:
    """环境之外的 Python：manage.py 若正用 .venv 里的 Python 运行，就退回造出它的那一个。"""
    if Path(sys.prefix).resolve() == home.resolve():
        return getattr(sys, "_base_executable", sys.executable)
    return sys.executable


def find_pip(python: str) -> tuple[tuple[int, ...], str]:
    """某个 Python 的 pip 版本和所在文件夹；没有 pip 时是 ((), "")。"""
    result = _run([python, "-P", "-c", "import pip; print(pip.__version__, pip.__path__[0])"])
    if result.returncode != 0:
        return (), ""
    version, folder = result.stdout.strip().split(" ", maxsplit=1)
    return tuple(int(part) for part in version.split(".")[:2] if part.isdigit()), folder


def explain_failure(failure: str, output: str) -> str:
    """把 pip 的失败（failure 是一句话）说成中文，附上它最后几行输出。"""
    tail = "\n".join(f"  | {line}" for line in output.strip().splitlines()[-TAIL_LINES:])
    return (
        f"{failure}，pip 最后说：\n{tail}\n"
        "常见原因：没有联网；单位内网要先配置 pip 的软件源（pip config）；磁盘已满。\n"
        "处理好以后再运行一次同样的命令即可，已下载的部分不会重来。"
    )


def _run(command: list[str]) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        command,
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        env=_pip_environment(),
        encoding="utf-8",
        errors="replace",
        check=False,
    )


def _pip_environment() -> dict[str, str]:
    """本机的环境变量，去掉 PYTHONPATH：别处的包不能算作已经装进 .venv。"""
    kept = {name: value for name, value in os.environ.items() if name != "PYTHONPATH"}
    return kept | {"PYTHONIOENCODING": "utf-8"}
