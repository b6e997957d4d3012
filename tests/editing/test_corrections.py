"""拿得准的手误改得好，拿不准的不动；改好以后 check 不再报同一件事。"""

from pathlib import Path

import pytest

from casebook.editing.corrections import correct
from casebook.entries.entry import read_entry
from casebook.records.case import Case
from casebook.source.document import Source
from casebook.source.reading import parse_source
from tests.workbench import run_manage

ACCIDENTS = Path(__file__).parents[1] / "data" / "accidents"
CERTAIN = {
    "amount-with-comma": "C205",
    "bom": "C006",
    "crlf": "C007",
    "date-in-chinese": "C203",
    "date-with-slashes": "C203",
    "full-width-colon": "C009",
    "full-width-colon-nested": "C009",
    "full-width-digits": "C203",
    "full-width-spaces": "C018",
    "gbk": "C004",
    "tab-indent": "C008",
    "utf-16": "C005",
}


def codes(data: bytes) -> set[str]:
    source = parse_source(data, Source("cases_data/cases/2025/2025-001.yml"))
    read_entry(Case, source)
    return {problem.code for problem in source.problems}


@pytest.mark.parametrize(("name", "code"), CERTAIN.items())
def test_a_certain_accident_is_put_right(name: str, code: str) -> None:
    data = (ACCIDENTS / f"{name}.yml").read_bytes()
    assert code in codes(data)
    correction = correct(data, Case, name)
    assert correction.notes
    assert code not in codes(correction.after.encode("utf-8"))


@pytest.mark.parametrize(
    "path",
    [p for p in sorted(ACCIDENTS.glob("*.yml")) if p.stem not in CERTAIN],
    ids=lambda p: p.stem,
)
def test_a_doubtful_accident_is_left_to_people(path: Path) -> None:
    correction = correct(path.read_bytes(), Case, path.name)
    assert not correction.needed or codes(path.read_bytes()) & set(CERTAIN.values())


def test_legal_words_and_brackets_of_document_numbers_are_put_right() -> None:
    text = "案由: 擅自设立弃置场收纳建筑垃圾\n文书号: 津宝大口屯罚决[2025]3号\n"
    after = correct(text.encode(), Case, "x").after
    assert after == "案由: 擅自设立弃置场受纳建筑垃圾\n文书号: 津宝大口屯罚决〔2025〕3号\n"


def test_nothing_is_written_until_someone_agrees(data: Path) -> None:
    path = data / "cases/2025/2025-001.yml"
    broken = path.read_text(encoding="utf-8").replace("公开: 是", "公开： 是").encode("gbk")
    path.write_bytes(broken)
    shown = run_manage("check", "--fix", "--data", str(data))
    assert "-公开： 是" in shown.stdout
    assert "+公开: 是" in shown.stdout
    assert path.read_bytes() == broken
    done = run_manage("check", "--fix", "--yes", "--data", str(data))
    assert "已改好" in done.stdout
    assert "C004" not in done.stdout
    assert "公开: 是\n" in path.read_text(encoding="utf-8")
