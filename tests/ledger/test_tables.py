"""认表头：叫法不一、标题行、两层表头、合并格子、合计行、重复表头，一样认得；对应文件说了算。"""

from pathlib import Path

import pytest

from casebook.ledger.columns import find_column
from casebook.ledger.mapping import read_mapping, recall_mapping, remember_mapping
from casebook.ledger.sheets import LedgerProblem, Sheet, read_sheets
from casebook.ledger.tables import find_table

OLD = Path(__file__).resolve().parents[1] / "data" / "ledger" / "old.xls"


@pytest.mark.parametrize(
    ("header", "name"),
    [
        ("案号", "文书号"),
        ("行政处罚决定书文号", "文书号"),
        ("姓 名", "当事人"),
        ("被处罚当事人姓名", "当事人"),
        ("罚款金额（元）", "罚款"),
        ("*身份证号码", "证件号"),
        ("联系电话\n（手机）", "电话"),
        ("备注", "不用"),
    ],
)
def test_headers_are_known_by_many_names(header: str, name: str) -> None:
    column = find_column([header], {})
    assert column is not None
    assert column.name == name


def test_a_strange_header_is_not_guessed_but_the_mapping_decides() -> None:
    assert find_column(["打击对象"], {}) is None
    column = find_column(["打击对象"], {"打击对象": "当事人"})
    assert column is not None
    assert column.name == "当事人"


def test_two_levels_read_together() -> None:
    column = find_column(["立案", "案件日期"], {})
    assert column is not None
    assert column.name == "立案日期"


def test_title_totals_blank_rows_and_repeated_headers_are_skipped() -> None:
    header = ["案号", "案由", "当事人", "罚款金额"]
    rows = [
        ["某镇台账", "", "", ""],
        header,
        ["1号", "占道经营", "冯栓柱", 500.0],
        ["", "", "", ""],
        ["小计", "", "", 500.0],
        header,
        ["2号", "占道经营", "褚翠莲", 300.0],
        ["合 计", "", "", 800.0],
        ["填表人：某", "", "", ""],
    ]
    table = find_table(Sheet("一", rows), {})
    assert table is not None
    assert [record.number for record in table.records()] == [3, 7]


def test_a_sheet_that_is_no_ledger_is_left_alone() -> None:
    assert find_table(Sheet("说明", [["本表由综合执法大队填报"], ["第一条"]]), {}) is None


def test_an_old_xls_with_merged_cells() -> None:
    [sheet] = read_sheets(OLD)
    table = find_table(sheet, {})
    assert table is not None
    records = list(table.records())
    assert [record.text("文书号")[-4:] for record in records] == ["901号", "901号"]
    assert records[1].copied == {"文书号", "案由"}


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "gb18030", "utf-16"])
def test_csv_in_any_usual_encoding(tmp_path: Path, encoding: str) -> None:
    path = tmp_path / "台账.csv"
    path.write_text("案号,案由,当事人\n1号,占道经营,冯栓柱\n", encoding=encoding)
    [sheet] = read_sheets(path)
    table = find_table(sheet, {})
    assert table is not None
    assert [record.text("当事人") for record in table.records()] == ["冯栓柱"]


@pytest.mark.parametrize(
    ("name", "content", "complaint"),
    [
        ("台账.docx", b"", "不认识"),
        ("台账", b"", "没有扩展名"),
        ("台账.xlsx", b"PK not really", "不是能读的 Excel"),
        ("台账.csv", b"\n\n", "空的"),
    ],
)
def test_unreadable_files_are_explained(
    tmp_path: Path, name: str, content: bytes, complaint: str
) -> None:
    path = tmp_path / name
    path.write_bytes(content)
    with pytest.raises(LedgerProblem, match=complaint):
        read_sheets(path)


def test_the_mapping_is_remembered(tmp_path: Path) -> None:
    given = tmp_path / "对应.yml"
    given.write_text("打击对象（全称）: 当事人\n摊位号: 不用\n", encoding="utf-8")
    mapping = read_mapping(given)
    remember_mapping(tmp_path / "私密", mapping)
    assert recall_mapping(tmp_path / "私密") == {"打击对象": "当事人", "摊位号": "不用"}


def test_a_mapping_to_an_unknown_column_is_refused(tmp_path: Path) -> None:
    given = tmp_path / "对应.yml"
    given.write_text("打击对象: 坏人\n", encoding="utf-8")
    with pytest.raises(LedgerProblem, match="不认识的列名：坏人"):
        read_mapping(given)
