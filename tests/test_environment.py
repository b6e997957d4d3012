"""项目环境 .venv：什么算建好，什么时候重建，装不成时怎么说；锁文件本身写得对不对。"""

import contextlib
import re
import subprocess
import sys

import environment
import installer
import pytest
from environment import BUILD_LOCK, DEV_LOCK, ROOT, STAMP
from installer import EnvironmentProblem

PIN = re.compile(r"^([a-z0-9-]+)==(\S+)( ;.*?)? \\$", re.MULTILINE)


@pytest.fixture
def project(tmp_path, monkeypatch):
    """一个只有两份锁文件的项目；“安装”只建出空的 Python 文件，并记下装了什么。"""
    (tmp_path / BUILD_LOCK).write_text("甲==1\n", encoding="utf-8")
    (tmp_path / DEV_LOCK).write_text("甲==1\n乙==2\n", encoding="utf-8")
    installed: list[str] = []

    def create(home):
        python = environment.python_in(home)
        python.parent.mkdir(parents=True)
        python.touch()
        installed.append("新建")

    monkeypatch.setattr(environment, "create_environment", create)
    monkeypatch.setattr(
        environment, "install", lambda _home, _python, lock: installed.append(lock.name)
    )
    return tmp_path, installed


def test_first_use_creates_the_environment_and_the_second_touches_nothing(project):
    root, installed = project
    python = environment.ensure_environment(BUILD_LOCK, root)
    assert python == environment.python_in(root / ".venv")
    environment.ensure_environment(BUILD_LOCK, root)
    assert installed == ["新建", BUILD_LOCK]


def test_test_packages_are_added_on_top_and_serve_building_too(project):
    root, installed = project
    for lock in (BUILD_LOCK, DEV_LOCK, BUILD_LOCK, DEV_LOCK):
        environment.ensure_environment(lock, root)
    assert installed == ["新建", BUILD_LOCK, DEV_LOCK]


@pytest.mark.parametrize(
    "break_it",
    [
        lambda root: (root / ".venv" / STAMP).unlink(),
        lambda root: (root / ".venv" / STAMP).write_bytes(b"\xff{"),
        lambda root: (root / ".venv" / STAMP).write_text("[]", encoding="utf-8"),
        lambda root: environment.python_in(root / ".venv").unlink(),
    ],
    ids=["stamp missing", "stamp garbled", "stamp of wrong shape", "python gone"],
)
def test_broken_environment_is_rebuilt(project, break_it):
    root, installed = project
    environment.ensure_environment(BUILD_LOCK, root)
    break_it(root)
    environment.ensure_environment(BUILD_LOCK, root)
    assert installed == ["新建", BUILD_LOCK] * 2


def test_a_changed_lock_is_installed_on_top(project):
    root, installed = project
    environment.ensure_environment(BUILD_LOCK, root)
    (root / BUILD_LOCK).write_text("甲==2\n", encoding="utf-8")
    environment.ensure_environment(BUILD_LOCK, root)
    assert installed == ["新建", BUILD_LOCK, BUILD_LOCK]


def test_a_changed_lock_keeps_the_packages_for_tests(project):
    root, installed = project
    environment.ensure_environment(DEV_LOCK, root)
    (root / BUILD_LOCK).write_text("甲==2\n", encoding="utf-8")
    environment.ensure_environment(BUILD_LOCK, root)
    assert installed == ["新建", DEV_LOCK, DEV_LOCK]


def test_another_python_version_means_rebuilding(project, monkeypatch):
    root, installed = project
    environment.ensure_environment(BUILD_LOCK, root)
    monkeypatch.setattr(environment, "describe_python", lambda: "CPython 3.99.0 x86_64")
    environment.ensure_environment(BUILD_LOCK, root)
    assert installed == ["新建", BUILD_LOCK] * 2


@pytest.mark.parametrize("accident", [KeyboardInterrupt, EnvironmentProblem, OSError])
def test_interrupted_installation_never_looks_complete(project, monkeypatch, accident):
    root, _ = project
    environment.ensure_environment(BUILD_LOCK, root)

    def fail(*_arguments):
        raise accident

    with monkeypatch.context() as patch, contextlib.suppress(KeyboardInterrupt, EnvironmentProblem):
        patch.setattr(environment, "install", fail)
        environment.ensure_environment(DEV_LOCK, root)
    assert not environment.is_ready(root / ".venv", root / DEV_LOCK)
    assert not environment.is_ready(root / ".venv", root / BUILD_LOCK)


def test_a_file_in_the_place_of_the_environment_is_replaced(project):
    root, _ = project
    (root / ".venv").write_text("误放的文件", encoding="utf-8")
    environment.ensure_environment(BUILD_LOCK, root)
    assert environment.is_ready(root / ".venv", root / BUILD_LOCK)


def test_unwritable_project_is_explained_in_chinese(project, monkeypatch):
    root, _ = project

    def refuse(home):
        raise PermissionError(13, "Permission denied", str(home))

    monkeypatch.setattr(environment, "create_environment", refuse)
    with pytest.raises(EnvironmentProblem, match="运行环境没有建成"):
        environment.ensure_environment(BUILD_LOCK, root)


@pytest.mark.parametrize(
    ("found", "command"),
    [
        (((24, 0), "/pip"), ["host", "-m", "pip", "--python", "inner"]),
        (((22, 0), "/old/pip"), ["inner", "/old/pip"]),
        (((), ""), ["inner", "-m", "pip"]),
    ],
    ids=["modern pip", "pip before 22.3", "no pip but ensurepip"],
)
def test_pip_is_chosen_by_what_the_machine_has(tmp_path, monkeypatch, found, command):
    monkeypatch.setattr(installer, "host_python", lambda _home: "host")
    monkeypatch.setattr(installer, "find_pip", lambda _python: found)
    monkeypatch.setattr(installer, "_run", lambda _command: finished(0))
    assert installer.pip_command(tmp_path, "inner") == command


def test_machine_without_any_pip_is_told_what_to_install(tmp_path, monkeypatch):
    monkeypatch.setattr(installer, "find_pip", lambda _python: ((), ""))
    monkeypatch.setattr(installer, "_run", lambda _command: finished(1))
    with pytest.raises(EnvironmentProblem, match="python3-pip"):
        installer.pip_command(tmp_path, "inner")


def test_failure_of_pip_is_told_with_its_last_lines(tmp_path, monkeypatch):
    output = "\n".join(f"line {number}" for number in range(100))
    monkeypatch.setattr(installer, "pip_command", lambda _home, _python: ["pip"])
    monkeypatch.setattr(installer, "_run", lambda _command: finished(1, output))
    with pytest.raises(EnvironmentProblem) as caught:
        installer.install(tmp_path, tmp_path / "python", tmp_path / BUILD_LOCK)
    assert "照 requirements.lock 安装软件包失败" in str(caught.value)
    assert "| line 99" in str(caught.value)
    assert "| line 84\n" not in str(caught.value)


def test_running_inside_the_environment_falls_back_to_the_python_that_made_it(monkeypatch):
    monkeypatch.setattr(sys, "prefix", str(ROOT / ".venv"))
    monkeypatch.setattr(sys, "_base_executable", "/usr/bin/python3")
    assert installer.host_python(ROOT / ".venv") == "/usr/bin/python3"


@pytest.mark.parametrize("name", [BUILD_LOCK, DEV_LOCK])
def test_lock_pins_every_package_with_hashes_and_names_no_index(name):
    text = (ROOT / name).read_text(encoding="utf-8")
    lines = [line for line in text.splitlines() if line and not line.startswith((" ", "#"))]
    assert lines
    assert all(PIN.fullmatch(line) for line in lines)
    assert text.count("--hash=sha256:") >= len(lines)
    assert not re.search(r"://|--(index|extra-index|find-links|trusted)", text)


def test_dev_lock_contains_the_build_lock_pin_by_pin():
    build, dev = (
        set(PIN.findall((ROOT / name).read_text("utf-8"))) for name in (BUILD_LOCK, DEV_LOCK)
    )
    assert build < dev


def finished(code: int, output: str = "") -> subprocess.CompletedProcess[str]:
    """一次已经结束的子进程。"""
    return subprocess.CompletedProcess([], code, stdout=output)
