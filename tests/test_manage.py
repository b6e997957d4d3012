"""唯一入口 manage.py：不靠任何第三方包就能说话，命令认得准，用法错了说中文。"""

import ast
import os
import subprocess
import sys

import commands
import manage
import pytest
from environment import ROOT
from installer import EnvironmentProblem

SCRIPTS = ROOT / "scripts"


def run_bare(*arguments: str, **variables: str) -> subprocess.CompletedProcess[str]:
    """用看不见第三方包的 Python（-S）运行 manage.py。"""
    return subprocess.run(
        [sys.executable, "-S", "-s", SCRIPTS / "manage.py", *arguments],
        env={**os.environ, "PYTHONUTF8": "1", **variables},
        capture_output=True,
        encoding="utf-8",
        errors="replace",
        check=False,
    )


def run_module(module: str, *arguments: str) -> subprocess.CompletedProcess[str]:
    """像 manage.py 那样在本环境里运行一条命令的模块。"""
    return subprocess.run(
        [sys.executable, SCRIPTS / "run_command.py", module, *arguments],
        env={**manage.child_environment(os.environ), "PYTHONIOENCODING": "utf-8"},
        capture_output=True,
        encoding="utf-8",
        check=False,
    )


def imported_modules(module: str) -> set[str]:
    """模块源码里（包括函数里面）导入的顶层模块名。"""
    tree = ast.parse((SCRIPTS / f"{module}.py").read_text(encoding="utf-8"))
    nodes = list(ast.walk(tree))
    plain = {alias.name for node in nodes if isinstance(node, ast.Import) for alias in node.names}
    return {name.split(".")[0] for name in plain} | {
        str(node.module).split(".")[0] for node in nodes if isinstance(node, ast.ImportFrom)
    }


def test_everything_manage_imports_is_standard_library_or_its_own():
    """环境建好之前没有第三方包：manage.py 和它牵出的模块只能用标准库。"""
    waiting, seen = ["manage"], set()
    while waiting:
        module = waiting.pop()
        seen.add(module)
        for name in imported_modules(module) - sys.stdlib_module_names - seen:
            assert (SCRIPTS / f"{name}.py").exists(), f"{module} 导入了第三方的 {name}"
            waiting.append(name)


def test_no_command_prints_help_and_counts_as_misuse():
    result = run_bare()
    assert result.returncode == 2
    assert all(command.name in result.stderr for command in commands.COMMANDS)


def test_help_lists_every_command_in_chinese():
    result = run_bare("--help")
    assert result.returncode == 0
    assert all(command.summary in result.stdout for command in commands.COMMANDS)
    assert "usage" not in result.stdout
    assert "options" not in result.stdout


@pytest.mark.parametrize(
    ("typed", "meant"),
    [("biuld", "build"), ("Check", "check"), ("tests", "test"), ("sever", "serve")],
)
def test_misspelt_command_is_misuse_and_gets_a_suggestion(typed: str, meant: str):
    result = run_bare(typed)
    assert result.returncode == 2
    assert f"是不是 {meant}？" in result.stderr


def test_unknown_command_without_likeness_gets_no_suggestion():
    assert manage.describe_unknown("上线") == "没有“上线”这条命令。"


def test_console_that_cannot_show_chinese_gets_question_marks_not_a_traceback():
    result = run_bare("--help", PYTHONIOENCODING="ascii")
    assert result.returncode == 0
    assert "?" in result.stdout
    assert "Traceback" not in result.stderr


def test_compiled_code_is_kept_even_where_the_container_says_not_to():
    environment = manage.child_environment({"PYTHONDONTWRITEBYTECODE": "1", "PATH": "/bin"})
    assert "PYTHONDONTWRITEBYTECODE" not in environment
    assert environment["PATH"] == "/bin"


def test_gbk_console_gets_gbk():
    result = subprocess.run(
        [sys.executable, SCRIPTS / "manage.py", "--help"],
        env={**os.environ, "PYTHONIOENCODING": "gbk"},
        capture_output=True,
        check=True,
    )
    assert "以案释法" in result.stdout.decode("gbk")


@pytest.mark.parametrize("command", commands.COMMANDS, ids=lambda command: command.name)
def test_every_command_has_chinese_help(command: commands.Command):
    result = run_module(command.module, "--help")
    assert result.returncode == 0, result.stderr
    assert result.stdout.startswith(f"用法：python3 scripts/manage.py {command.name}")
    assert "显示这份帮助" in result.stdout
    assert f"例子：\n  python3 scripts/manage.py {command.name}" in result.stdout
    assert "退出码：0 " in result.stdout


@pytest.mark.parametrize(
    "command",
    [command for command in commands.COMMANDS if command.name != "test"],  # test 的参数归 pytest
    ids=lambda command: command.name,
)
def test_every_command_calls_an_unknown_option_misuse(command: commands.Command):
    result = run_module(command.module, "--没有这个选项")
    assert result.returncode == 2
    assert "不认识的参数：--没有这个选项" in result.stderr


@pytest.mark.parametrize(
    ("arguments", "complaint"),
    [
        (["build", "--data", "没有的文件夹"], "没有这个文件夹：没有的文件夹"),
        (["build", "--today", "2026-02-30"], "“2026-02-30”不是日期"),
        (["build", "--out"], "后面要写一个值"),
        (["serve", "--port", "80"], "“80”不是端口号"),
    ],
)
def test_wrong_values_are_explained_in_chinese(arguments: list[str], complaint: str):
    result = run_module(*arguments)
    assert result.returncode == 2
    assert complaint in result.stderr


def test_environment_problem_is_printed_without_a_traceback(monkeypatch, capsys):
    def fail(_lock: str) -> None:
        raise EnvironmentProblem("装不成")

    monkeypatch.setattr(manage, "ensure_environment", fail)
    assert manage.main(["build"]) == 1
    assert capsys.readouterr().err == "装不成\n"


def test_interruption_ends_with_130(monkeypatch, capsys):
    def interrupt(_lock: str) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr(manage, "ensure_environment", interrupt)
    assert manage.main(["build"]) == 130
    assert "已中断" in capsys.readouterr().err


def test_command_gets_its_arguments_untouched_and_a_fitting_environment(monkeypatch):
    monkeypatch.setattr(manage, "ensure_environment", lambda lock: f"python for {lock}")
    monkeypatch.setattr(manage, "become", lambda command, env: (command, env))
    command, env = manage.run(commands.find_command("test"), ["-k", "甲 乙"])
    assert command[0] == "python for requirements-dev.lock"
    assert command[2:] == ["run_tests", "-k", "甲 乙"]
    assert env["PYTHONPATH"].split(os.pathsep) == [str(ROOT / "hooks"), str(SCRIPTS)]
    assert env["PYTHONIOENCODING"].endswith(":replace")
