"""import-law：各种写法的条号都读得到，款与项数得对，读不懂的说得出是哪一行。"""

import re
import time
from datetime import date
from pathlib import Path

import pytest
import yaml
from docx import Document
from hypothesis import given, settings
from hypothesis import strategies as st

from casebook.entries.entry import read_entry
from casebook.law.numerals import write_numeral
from casebook.law.statutes import Statute
from casebook.lawtext.lines import UnreadableFile, read_lines, tidy_line
from casebook.lawtext.outline import Outline
from casebook.lawtext.parser import parse_outline
from casebook.lawtext.skeleton import effective_day, guess_level, write_skeleton
from casebook.source.document import Source
from casebook.source.reading import parse_source
from tests.workbench import run_manage

CHECKED = date(2026, 11, 23)
SPACES = ("　", " ", "　　", "")
FORMS = {
    "中文": write_numeral,
    "省一": lambda number: write_numeral(number).replace("百一十", "百十"),
    "零写作〇": lambda number: write_numeral(number).replace("零", "〇"),
    "阿拉伯": str,
    "全角": lambda number: str(number).translate(
        str.maketrans("0123456789", "０１２３４５６７８９")
    ),
}


def law_text(count: int, form: str = "中文", space: str = "　") -> str:
    """造一部 `count` 条的法：逢五两款，逢七三项，逢十一另有“之一”。"""
    lines = [
        "中华人民共和国示例法",
        "（2020年1月1日通过）",
        "",
        "目　录",
        "第一编　总则",
        "第一章　一般规定",
        "",
    ]
    for number in range(1, count + 1):
        if number % 100 == 1:
            lines.append(f"第{write_numeral(number // 100 + 1)}编　第{number // 100 + 1}部分")
        if number % 20 == 1:
            lines.append(f"　　第{write_numeral(number // 20 + 1)}章　 某些规定")
        words = FORMS[form](number)
        lines.append(f"　　第{words}条{space}为了某事，制定第{number}个规定。")
        if number % 5 == 0:
            lines.append("　　第三条第一款规定的情形，适用前款规定。")
        if number % 7 == 0:
            lines[-1] = lines[-1].replace("。", "，有下列情形之一的：")
            lines += [f"　　（{write_numeral(item)}）第{item}种情形；" for item in (1, 2, 3)]
        if number % 11 == 0:
            lines.append(f"　　第{words}条之一{space or ' '}后来加的一条。")
    return "\n".join(lines)


def outline_of(text: str) -> Outline:
    return parse_outline([tidy_line(line) for line in text.split("\n")])


def expected_keys(count: int) -> list[tuple[int, int]]:
    keys = [(number, 0) for number in range(1, count + 1)]
    return sorted(keys + [(number, 1) for number in range(11, count + 1, 11)])


@pytest.mark.parametrize("form", FORMS)
@pytest.mark.parametrize("count", [20, 99, 110, 210, 1010, 1300])
def test_every_article_number_is_read(count: int, form: str) -> None:
    outline = outline_of(law_text(count, form))
    assert [article.key for article in outline.articles] == expected_keys(count)
    assert list(outline.gaps()) == []
    assert outline.unread == []
    assert outline.last_number == count
    assert outline.item_count == 3 * (count // 7)


@settings(deadline=None, max_examples=40)
@given(st.integers(20, 1300), st.sampled_from(sorted(FORMS)), st.sampled_from(SPACES))
def test_any_length_form_and_spacing_is_read(count: int, form: str, space: str) -> None:
    outline = outline_of(law_text(count, form, space))
    assert [article.key for article in outline.articles] == expected_keys(count)
    assert outline.unread == []


def test_paragraphs_are_natural_paragraphs_and_items_belong_to_them() -> None:
    outline = outline_of(law_text(35))
    by_key = {article.key: article for article in outline.articles}
    assert [len(by_key[number, 0].paragraphs) for number in (1, 5, 7, 35)] == [1, 2, 1, 2]
    assert [part.items for part in by_key[7, 0].paragraphs] == [3]
    assert [part.items for part in by_key[35, 0].paragraphs] == [0, 3]
    assert by_key[21, 0].chapter == "第一编 第1部分 第二章 某些规定"


def test_a_code_of_1200_articles_takes_less_than_5_seconds(tmp_path: Path) -> None:
    path = tmp_path / "法典.docx"
    document = Document()
    for line in law_text(1200).split("\n"):
        document.add_paragraph(line)
    document.save(str(path))
    start = time.monotonic()
    outline = parse_outline(read_lines(path))
    skeleton = write_skeleton(outline, CHECKED)
    assert time.monotonic() - start < 5
    assert len(outline.articles) == len(expected_keys(1200))
    assert "为了某事" not in skeleton


def test_the_skeleton_is_a_register_file_without_the_text() -> None:
    text = write_skeleton(outline_of(law_text(120)), CHECKED)
    source = parse_source(text.encode(), Source("statutes/example.yml"))
    loaded = read_entry(Statute, source)
    assert loaded is not None
    assert source.problems == []
    statute = loaded.value
    assert (statute.name, statute.level, statute.article_count) == (
        "中华人民共和国示例法",
        "法律",
        120,
    )
    assert statute.verification == "待核"
    assert len(statute.articles) == len(expected_keys(120))
    by_key = {article.key: article for article in statute.articles}
    assert by_key[7, 0].item_count == 3
    assert by_key[35, 0].paragraphs[0].number == 2
    assert by_key[35, 0].paragraphs[0].item_count == 3
    assert all(article.text is None for article in statute.articles)


def test_the_text_is_written_only_when_asked() -> None:
    outline = outline_of(law_text(20))
    with_text = yaml.safe_load(write_skeleton(outline, CHECKED, with_text=True))
    assert with_text["条文"][0]["原文"] == "为了某事，制定第1个规定。"
    assert "第1个" not in write_skeleton(outline, CHECKED)


def test_markdown_and_wiki_marks_are_dropped(tmp_path: Path) -> None:
    path = tmp_path / "law.md"
    path.write_text(
        "---\ntitle: x\n---\n# 示例条例\n\n<!-- INFO END -->\n## 第一章 总则\n\n"
        "**第一条** 为了[[某事|某件事]]。\n\n"
        "第二条 有下列情形之一的：\n\n- （一）甲；\n- （二）乙。\n",
        encoding="utf-8",
    )
    outline = parse_outline(read_lines(path))
    assert outline.name == "示例条例"
    assert outline.articles[0].text == "为了某件事。"
    assert outline.articles[1].paragraphs[0].items == 2
    assert outline.articles[1].chapter == "第一章 总则"


@pytest.mark.parametrize(
    ("broken", "said"),
    [
        (("　　第七条　", "　　第一百一条　"), "第六条之后是第八条"),
        (("　　第八条　", "　　第九条　"), "第七条之后是第九条"),
        (("（三）", "（四）"), "项的次序不对"),
        (("　　第九条　", "　　第一条　"), "又从第一条开始"),
    ],
)
def test_what_cannot_be_read_is_reported(broken: tuple[str, str], said: str) -> None:
    text = law_text(12).replace(*broken, 1)
    outline = outline_of(text)
    report = [*outline.gaps(), *(unread.reason for unread in outline.unread)]
    assert any(said in line for line in report), report


def test_an_attachment_is_left_out_and_said() -> None:
    outline = outline_of(law_text(12) + "\n附件：收费标准\n某某表格")
    assert outline.articles[-1].text.count("\n") == 0
    assert [unread.reason for unread in outline.unread] == ["这里往后是附件，没有读"]


@pytest.mark.parametrize(
    ("name", "level"),
    [
        ("中华人民共和国示例法", "法律"),
        ("中华人民共和国示例法典", "法律"),
        ("中华人民共和国示例条例", "行政法规"),
        ("天津市示例条例", "地方性法规"),
        ("示例管理规定", "部门规章"),
        ("天津市示例管理规定", "地方政府规章"),
        ("关于示例的指导意见", "规范性文件"),
    ],
)
def test_the_level_is_guessed_from_the_name(name: str, level: str) -> None:
    assert guess_level(name) == level


def test_the_last_article_of_an_amended_law_does_not_date_the_version() -> None:
    last = "第二条　本法自2009年5月1日起施行。"
    new = outline_of(f"示例法\n（2008年10月28日通过）\n第一条　甲。\n{last}")
    amended = outline_of(f"示例法\n（2021年4月29日修正）\n第一条　甲。\n{last}")
    assert effective_day(new) == date(2009, 5, 1)
    assert effective_day(amended) is None


def test_a_file_that_is_no_text_is_refused(tmp_path: Path) -> None:
    for name, content in (("a.doc", b"x"), ("b.docx", b"not a zip"), ("c.pdf", b"%PDF")):
        path = tmp_path / name
        path.write_bytes(content)
        with pytest.raises(UnreadableFile):
            read_lines(path)


def test_the_command_writes_a_file_and_never_overwrites(tmp_path: Path) -> None:
    text = tmp_path / "law.txt"
    text.write_text(law_text(30), encoding="gbk")
    out = tmp_path / "law.yml"
    first = run_manage("import-law", str(text), "--out", str(out))
    assert (first.returncode, first.stdout) == (0, "")
    assert re.search("32 条、.*款、12 项", first.stderr)
    assert "为了某事" not in out.read_text(encoding="utf-8")
    assert run_manage("import-law", str(text), "--out", str(out)).returncode == 2
    broken = tmp_path / "broken.txt"
    broken.write_text(law_text(30).replace("第八条", "第九条", 1), encoding="utf-8")
    result = run_manage("import-law", str(broken))
    assert result.returncode == 1
    assert "条号不相接：第七条之后是第九条" in result.stderr
