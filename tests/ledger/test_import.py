"""一本五百件的假台账变成草稿：真值一处不漏，草稿过得了隐私门，人改过的不动。"""

import json
import shutil
from dataclasses import dataclass
from pathlib import Path

import pytest
import yaml
from openpyxl import Workbook

from casebook.editing.canonical import canonical
from casebook.records.case import Case
from tests.workbench import DATA, replace_line, run_manage

ROWS = 500
OLD = Path(__file__).resolve().parents[1] / "data" / "ledger" / "old.xls"
HEADER = ["案号", "案由", "当事人", "身份证号", "案发日期", "处罚日期", "罚款金额", "案情"]


@dataclass(frozen=True)
class Office:
    """一间办公室：数据、密匣，和从里面运行命令的办法。"""

    data: Path
    private: Path

    def run(self, *arguments: str):
        return run_manage(*arguments, "--data", str(self.data), CASEBOOK_PRIVATE=str(self.private))

    def drafts(self) -> list[Path]:
        return sorted(self.data.glob("cases/*/*.yml"))


def open_office(folder: Path) -> Office:
    data = Path(shutil.copytree(DATA, folder / "cases_data"))
    for name in ("cases", "bulletins", "annual"):
        shutil.rmtree(data / name)
    return Office(data, folder / "私密")


def save_ledger(path: Path, *rows: list[object]) -> Path:
    book = Workbook()
    for row in (HEADER, *rows):
        book.active.append(row)
    book.save(path)
    return path


@pytest.fixture(scope="module")
def imported(tmp_path_factory: pytest.TempPathFactory):
    folder = tmp_path_factory.mktemp("台账")
    ledger = folder / "台账.xlsx"
    made = run_manage("make-ledger", "--rows", str(ROWS), "--seed", "20", "--out", str(ledger))
    assert made.returncode == 0, made.stderr
    truth = [
        json.loads(line)
        for line in Path(f"{ledger}.truth.jsonl").read_text(encoding="utf-8").splitlines()
    ]
    office = open_office(folder / "办公室")
    return office, truth, office.run("import-ledger", str(ledger)), ledger


def leaks(truth: list[dict], texts: dict[str, str]) -> list[str]:
    secrets = {secret for row in truth for secret in row["secrets"]}
    return [name for name, text in texts.items() for secret in secrets if secret in text]


def test_no_true_value_is_left_anywhere(imported) -> None:
    office, truth, result, _ = imported
    files = [path for path in office.data.parent.rglob("*") if path.is_file()]
    texts = {str(path): path.read_text(encoding="utf-8") for path in files}
    texts |= {"stdout": result.stdout, "stderr": result.stderr}
    assert len(office.drafts()) > ROWS * 0.9
    assert leaks(truth, texts) == []


def test_every_row_is_a_draft_but_the_minors(imported) -> None:
    office, truth, result, _ = imported
    minors = {row["document"] for row in truth if row["minor"]}
    written = "".join(path.read_text(encoding="utf-8") for path in office.drafts())
    assert minors
    assert len(office.drafts()) == ROWS - len(minors)
    assert all(document not in written for document in minors)
    assert f"未满十八周岁，没有写：{len(minors)} 件" in result.stdout
    assert result.returncode == 1


def test_drafts_pass_the_gate_and_check_only_asks_to_finish_them(imported) -> None:
    office, _, _, _ = imported
    names = [str(path) for path in office.drafts()]
    scan = run_manage("scan", *names, CASEBOOK_PRIVATE=str(office.private))
    assert (scan.returncode, scan.stdout) == (0, "没有发现个人信息。\n")
    check = office.run("check", "--format", "json")
    found = [json.loads(line) for line in check.stdout.splitlines()]
    assert {p["code"] for p in found if "/cases/" in p["path"]} == {"C115"}
    assert not [p for p in found if p["severity"] == "error"]


def test_drafts_are_written_the_one_canonical_way(imported) -> None:
    office, _, _, _ = imported
    for path in office.drafts()[:40]:
        text = path.read_text(encoding="utf-8")
        assert canonical(text, Case) == text


def test_every_draft_is_unpublished_and_says_what_is_missing(imported) -> None:
    office, _, _, _ = imported
    for path in office.drafts():
        draft = yaml.safe_load(path.read_text(encoding="utf-8"))
        assert draft["公开"] == "否"
        assert draft["不公开理由"] == "草稿，待审核"
        assert draft["待补"][-1] == "对照案卷审核，确认看不出当事人是谁"


def test_a_second_import_changes_nothing(imported) -> None:
    office, _, _, ledger = imported
    before = {path: path.read_bytes() for path in office.drafts()}
    again = office.run("import-ledger", str(ledger))
    assert f"与上次相同：{len(before)} 件" in again.stdout
    assert {path: path.read_bytes() for path in office.drafts()} == before


def test_what_is_kept_is_only_for_the_owner_and_unreadable(imported) -> None:
    office, _, _, _ = imported
    for path in office.private.iterdir():
        assert path.stat().st_mode & 0o077 == 0


def test_a_dry_run_shows_the_columns_and_writes_nothing(tmp_path: Path) -> None:
    office = open_office(tmp_path)
    ledger = save_ledger(tmp_path / "台账.xlsx", ["1号", "占道经营", "冯栓柱", None, "2025.3.1"])
    result = office.run("import-ledger", str(ledger), "--dry-run")
    assert result.returncode == 0
    assert "C 当事人" in result.stdout
    assert "姓加“某”" in result.stdout
    assert "冯栓柱" not in result.stdout
    assert not office.drafts()
    assert not office.private.exists()


def test_a_human_edit_is_never_overwritten_nor_a_deletion_undone(tmp_path: Path) -> None:
    office = open_office(tmp_path)
    rows = [
        [f"{n}号", "占道经营", name, None, "2025.3.1", "2025.3.9", 500]
        for n, name in enumerate(("冯栓柱", "褚翠莲", "卫殿魁"), start=1)
    ]
    office.run("import-ledger", str(save_ledger(tmp_path / "台账.xlsx", *rows)))
    edited, deleted, other = office.drafts()
    replace_line(edited, "标题: 冯某占道经营", "标题: 早市路口摆了个摊")
    deleted.unlink()
    for row in rows:
        row[6] = 800
    result = office.run("import-ledger", str(save_ledger(tmp_path / "台账.xlsx", *rows)))
    assert "早市路口摆了个摊" in edited.read_text(encoding="utf-8")
    assert "罚款: 500" in edited.read_text(encoding="utf-8")
    assert not deleted.exists()
    assert "罚款: 800" in other.read_text(encoding="utf-8")
    for line in ("更新了草稿：1 件", "有人改过，没有动：1 件", "草稿已被删去，没有再写：1 件"):
        assert line in result.stdout


def test_two_parties_of_one_case_in_an_old_xls(tmp_path: Path) -> None:
    office = open_office(tmp_path)
    result = office.run("import-ledger", str(OLD))
    assert result.returncode == 0, result.stdout + result.stderr
    [path] = office.drafts()
    draft = yaml.safe_load(path.read_text(encoding="utf-8"))
    assert draft["当事人"] == "冯某、褚某"
    assert draft["罚款"] == 800
    assert any(item.startswith("违法日期：") for item in draft["待补"])


def test_the_name_of_the_sheet_tells_the_procedure(tmp_path: Path) -> None:
    office = open_office(tmp_path)
    ledger = tmp_path / "台账.xlsx"
    book = Workbook()
    book.active.title = "2025年简易程序"
    for row in (HEADER, ["3号", "占道经营", "冯栓柱", "", "2025.3.1", "2025.3.1", 50, "摆摊"]):
        book.active.append(row)
    book.save(ledger)
    assert office.run("import-ledger", str(ledger)).returncode == 0
    [path] = office.drafts()
    draft = yaml.safe_load(path.read_text(encoding="utf-8"))
    assert draft["程序"] == "简易程序"
    assert not any(item.startswith("程序") for item in draft["待补"])


def test_a_strange_column_needs_a_mapping_once(tmp_path: Path) -> None:
    office = open_office(tmp_path)
    ledger = tmp_path / "台账.csv"
    ledger.write_bytes("打击对象,事项,哪天\n冯栓柱,占道经营,2025.3.1\n".encode("gbk"))
    refused = office.run("import-ledger", str(ledger))
    assert refused.returncode == 2
    assert "没有认出表头" in refused.stderr
    mapping = tmp_path / "对应.yml"
    mapping.write_text("打击对象: 当事人\n事项: 案由\n哪天: 违法日期\n", encoding="utf-8")
    assert office.run("import-ledger", str(ledger), "--mapping", str(mapping)).returncode == 0
    again = office.run("import-ledger", str(ledger))
    assert "与上次相同：1 件" in again.stdout


def test_a_row_without_any_day_is_named_by_its_number_only(tmp_path: Path) -> None:
    office = open_office(tmp_path)
    ledger = save_ledger(tmp_path / "台账.xlsx", ["1号", "占道经营", "冯栓柱", None, "去年"])
    result = office.run("import-ledger", str(ledger))
    assert result.returncode == 1
    assert "第 2 行" in result.stdout
    assert "冯" not in result.stdout + result.stderr


def test_an_unfinished_draft_cannot_be_published(tmp_path: Path) -> None:
    office = open_office(tmp_path)
    ledger = save_ledger(tmp_path / "台账.xlsx", ["1号", "占道经营", "冯栓柱", None, "2025.3.1"])
    assert office.run("import-ledger", str(ledger)).returncode == 0
    [draft] = office.drafts()
    assert office.run("check", str(draft)).returncode == 0
    replace_line(draft, "公开: 否\n不公开理由: 草稿，待审核", "公开: 是")
    result = office.run("check", str(draft))
    assert result.returncode == 1
    assert "C116" in result.stdout
