"""人手：进度只在终端里、等了一会儿才显示；Ctrl+C 只说一句话，没派出去的活不再做。"""

import os
import signal
import subprocess
import sys
from pathlib import Path

import pytest

from casebook import workforce
from casebook.workforce import Workforce
from tests.workbench import ROOT

SLOW = """
import time
from pathlib import Path

from casebook.workforce import Workforce

def work(index):
    time.sleep(0.05)
    Path(__file__).with_name(f"{index}.done").touch()
    return index

def main(argv):
    for index in Workforce(2).each("慢活", work, 800):
        if index == 0:
            print("begun", flush=True)
    return 0
"""


def test_the_bar_waits_and_is_for_terminals_only(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    assert list(Workforce(1, shows=True).each("快活", abs, 5)) == [0, 1, 2, 3, 4]
    assert capsys.readouterr().err == ""
    monkeypatch.setattr(workforce, "PATIENCE_SECONDS", -1.0)
    assert list(Workforce(1, shows=True).each("慢活", abs, 5)) == [0, 1, 2, 3, 4]
    assert "慢活" in capsys.readouterr().err
    assert list(Workforce(1, shows=False).each("慢活", abs, 5)) == [0, 1, 2, 3, 4]
    assert capsys.readouterr().err == ""
    assert not Workforce.of_this_machine().shows


@pytest.mark.usefixtures("interruptible")
@pytest.mark.skipif(os.name == "nt", reason="Windows 的 Ctrl+C 另有发法")
def test_ctrl_c_says_one_line_and_drops_the_rest(tmp_path: Path) -> None:
    (tmp_path / "slow_command.py").write_text(SLOW, "utf-8")
    places = [ROOT / "hooks", ROOT / "scripts", tmp_path]
    with subprocess.Popen(
        [sys.executable, str(ROOT / "scripts" / "run_command.py"), "slow_command"],
        env={**os.environ, "PYTHONPATH": os.pathsep.join(map(str, places)), "PYTHONUTF8": "1"},
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        encoding="utf-8",
        start_new_session=True,
    ) as process:
        assert process.stdout is not None
        assert process.stderr is not None
        assert process.stdout.readline() == "begun\n"
        os.killpg(process.pid, signal.SIGINT)
        assert process.stderr.read() == "\n已中断。\n"
        assert process.wait(60) == 130
    assert len(list(tmp_path.glob("*.done"))) < 800
