"""十分钟上手逐字照做一遍：命令照抄，该看到的看得到，最后网站里有这件案子。"""

import re
import shutil
import subprocess
import sys
from pathlib import Path

from commands import find_command
from PIL import Image

from casebook.editing.changes import change
from casebook.editing.roundtrip import load, plain
from casebook.records.case import Case
from tests.workbench import DATA, ROOT

TUTORIAL = ROOT / "docs" / "staff" / "tutorial.md"
EXAMPLES = {"firm_written_as_person", "tests/data/law/firm-written-as-person/"}
BLOCK = re.compile(r"^```(console|yaml)\n(.*?)^```$", re.MULTILINE | re.DOTALL)


def run(line: str, folder: Path) -> str:
    """照抄的一条命令；只把 python3 换成现在的 Python，把入口换成它的全路径。"""
    program, entry, *arguments = line.split()
    assert (program, entry) == ("python3", "scripts/manage.py")
    result = subprocess.run(
        [sys.executable, str(ROOT / "scripts" / "manage.py"), *arguments],
        cwd=folder,
        capture_output=True,
        encoding="utf-8",
        check=False,
    )
    assert result.returncode == 0, f"{line}\n{result.stdout}{result.stderr}"
    return result.stdout


def write_by_hand(path: Path, block: str) -> None:
    """像人那样把几个键写成教程里的样子，再删去“待补”。"""
    wanted = plain(load(block))
    assert isinstance(wanted, dict)
    text = change(path.read_text("utf-8"), {**wanted, "待补": None}, Case)
    path.write_text(text, encoding="utf-8")


def test_the_tutorial_word_for_word(tmp_path: Path) -> None:
    shutil.copytree(DATA, tmp_path / "练习数据")
    path = tmp_path / "练习数据/cases/2026/2026-001.yml"
    for kind, block in BLOCK.findall(TUTORIAL.read_text(encoding="utf-8")):
        if kind == "yaml":
            write_by_hand(path, block)
            continue
        command, *expected = block.rstrip("\n").split("\n")
        shown = run(command.removeprefix("$ "), tmp_path).splitlines()
        for line in expected:
            assert line in shown, f"{command}\n应当看到：{line}\n看到的是：{shown}"
    text = path.read_text(encoding="utf-8")
    assert "罚款: 500\n" in text
    assert "立案日期: 2026-10-12\n" in text
    home = (tmp_path / "练习网站/index.html").read_text(encoding="utf-8")
    assert "地头点了一堆玉米秸，自己先灭了火" in home


def test_the_staff_pages_name_only_commands_that_exist() -> None:
    for page in (ROOT / "docs" / "staff").glob("*.md"):
        named = re.findall(r"manage\.py ([a-z-]+)", page.read_text(encoding="utf-8"))
        assert not [name for name in named if find_command(name) is None], page.name


def test_the_page_for_developers_names_only_files_and_names_that_exist() -> None:
    """按它加规则、渠道、法规照做过一遍；改了名字，这里要跟着改。"""
    page = (ROOT / "CONTRIBUTING.md").read_text(encoding="utf-8")
    named = set(re.findall(r"`([\w/.-]+)`", page, re.ASCII)) - EXAMPLES
    rooms = (ROOT, ROOT / "hooks" / "casebook", ROOT / "scripts")
    paths = {name for name in named if "/" in name or name.endswith((".py", ".md"))}
    assert len(paths) > 20
    assert not [name for name in paths if not any((room / name).exists() for room in rooms)]
    words = {name for name in named - paths if re.fullmatch(r"[A-Za-z_]{4,}", name)}
    sources = [path for room in ("hooks", "tests") for path in (ROOT / room).rglob("*.py")]
    code = "\n".join(path.read_text(encoding="utf-8") for path in sources)
    assert not [word for word in words if word not in code and find_command(word) is None]


def test_every_picture_in_the_staff_pages_is_there_and_small_and_used() -> None:
    folder = TUTORIAL.parent
    named = {
        (page.parent / target).resolve()
        for page in folder.glob("*.md")
        for target in re.findall(r"!\[[^\]]+\]\(([^)]+)\)", page.read_text(encoding="utf-8"))
    }
    assert named == {path.resolve() for path in (folder / "screens").iterdir()}
    for path in named:
        with Image.open(path) as picture:
            assert picture.mode == "P", f"{path.name} 不是少色的 PNG"
        assert path.stat().st_size < 60 * 1024, f"{path.name} 太大"


def test_the_staff_pages_stay_off_the_site() -> None:
    assert "/staff/" in (ROOT / "mkdocs.yml").read_text(encoding="utf-8")
