"""终端里的办法：盯着文件再查一遍、一问一答、问一句是或否、改前改后的对照。"""

import threading
from datetime import date
from pathlib import Path

import pytest
from prompt_toolkit.application import create_app_session
from prompt_toolkit.input import create_pipe_input
from prompt_toolkit.output import DummyOutput
from questions import ask_brief
from text_diff import confirm, diff_lines
from watching import repeat_on_change


def test_a_change_is_looked_at_again(tmp_path: Path) -> None:
    path = tmp_path / "2025-001.yml"
    path.write_text("标题: 甲\n", encoding="utf-8")
    seen: list[str] = []

    def look() -> None:
        seen.append(path.read_text(encoding="utf-8"))
        if len(seen) == 2:
            raise KeyboardInterrupt
        threading.Timer(0.2, lambda: path.write_text("标题: 乙\n", encoding="utf-8")).start()

    with pytest.raises(KeyboardInterrupt):
        repeat_on_change([tmp_path], look)
    assert seen == ["标题: 甲\n", "标题: 乙\n"]


def test_the_questions_are_answered_with_the_keyboard() -> None:
    down, enter = "\x1b[B", "\r"
    keys = [down, enter, enter, "2026-06-31", enter, "\x15", "2026/6/12", enter]
    keys += ["\x15", "张某", enter, enter]
    with create_pipe_input() as pipe, create_app_session(input=pipe, output=DummyOutput()):
        pipe.send_text("".join(keys))
        answers = ask_brief(["露天焚烧秸秆", "占道经营"], date(2026, 11, 23))
    assert (answers.matter, answers.procedure) == ("占道经营", "普通程序")
    assert (answers.act_day, answers.party) == (date(2026, 6, 12), "张某")


def test_without_a_terminal_the_answer_is_no(monkeypatch) -> None:
    monkeypatch.setattr("sys.stdin.isatty", lambda: False, raising=False)
    assert not confirm("照这样改？")


def test_differences_hide_personal_information() -> None:
    before, after = "电话: 13800138000\n", "电话： 13800138000\n"
    lines = list(diff_lines(before, after, "x.yml", lambda text: text.replace("13800138000", "＊")))
    assert lines[0] == "x.yml"
    assert "13800138000" not in "".join(lines)
