"""造出来的练习数据检查得过，同样的数造出同样的字节。"""

from pathlib import Path

from tests.publication import contents
from tests.workbench import run_manage


def make(out: Path, seed: int) -> dict[str, bytes]:
    done = run_manage("make-records", "--count", "150", "--seed", str(seed), "--out", str(out))
    assert done.returncode == 0, done.stderr
    return contents(out)


def test_made_records_pass_every_check(tmp_path: Path) -> None:
    made = make(tmp_path / "数据", seed=5)
    assert sum(name.startswith("cases/") for name in made) == 150
    checked = run_manage("check", "--data", str(tmp_path / "数据"))
    assert checked.returncode == 0, checked.stdout


def test_the_same_seed_makes_the_same_bytes(tmp_path: Path) -> None:
    assert make(tmp_path / "甲", seed=8) == make(tmp_path / "乙", seed=8)
    assert make(tmp_path / "丙", seed=9) != make(tmp_path / "丁", seed=8)


def test_a_folder_with_something_in_it_is_left_alone(tmp_path: Path) -> None:
    (tmp_path / "账本.txt").write_text("别人的", encoding="utf-8")
    done = run_manage("make-records", "--count", "3", "--out", str(tmp_path))
    assert done.returncode == 1
    assert [path.name for path in tmp_path.iterdir()] == ["账本.txt"]
