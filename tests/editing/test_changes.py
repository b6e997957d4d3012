"""改一个键只动它那几行：次序、注释、缩进、引号、别人手写的怪样子都留着。"""

import difflib
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from casebook.editing.changes import change
from casebook.editing.roundtrip import Unreadable, load, plain
from casebook.records.case import Case
from tests.workbench import DATA

SHIPPED = sorted((DATA / "cases").rglob("*.yml"))
BY_HAND = """\
# 手写的说明

编号: '2025-001'  # 编号后面的话
标题:   "带 引号的标题"
# 关于罚款
罚款: 5 # 元

处罚种类: [警告, 罚款] # 种类
解读:
    基本案情: |
        缩进四格的

        两段话
    # 夹在中间的
    处理结果: 一句 # 尾巴
# 末尾的话
"""

words = st.text(
    st.sampled_from("甲乙某村案子罚款12 09-:：#'\"[]{}|>@*&!%`,，。～\t\\~yesno是否"), min_size=1
).filter(lambda text: bool(text.strip()))
paragraphs = st.lists(words, min_size=1, max_size=4).map("\n\n".join)


def changed_lines(before: str, after: str) -> list[str]:
    lines = difflib.ndiff(before.splitlines(), after.splitlines())
    return [line for line in lines if line[:1] in "+-"]


def test_one_value_changes_one_line() -> None:
    after = change(BY_HAND, {"罚款": "600"}, Case)
    assert changed_lines(BY_HAND, after) == ["- 罚款: 5 # 元", "+ 罚款: 600 # 元"]


def test_one_section_of_the_commentary_leaves_the_others_alone() -> None:
    wanted = {"解读": {"基本案情": "缩进四格的\n\n两段话", "处理结果": "换了"}}
    after = change(BY_HAND, wanted, Case)
    assert changed_lines(BY_HAND, after) == [
        "-     处理结果: 一句 # 尾巴",
        *changed_lines(BY_HAND, after)[1:],
    ]
    assert "        缩进四格的\n" in after
    assert "# 夹在中间的" in after
    assert "# 尾巴" in after


def test_a_new_key_takes_its_place_in_the_model() -> None:
    after = change(BY_HAND, {"违法日期": "2025-03-01", "当事人": "张某"}, Case).splitlines()
    assert after.index("当事人: 张某") + 1 == after.index("违法日期: 2025-03-01")
    assert after[4:6] == ["当事人: 张某", "违法日期: 2025-03-01"]


def test_an_emptied_key_disappears_and_its_comment_stays() -> None:
    after = change(BY_HAND, {"罚款": ""}, Case)
    assert "罚款: " not in after
    assert "# 关于罚款" in after


def test_texts_that_look_like_numbers_are_quoted_and_dates_are_not() -> None:
    after = change("", {"编号": "2025-001", "文书号": "12345", "违法日期": "2025-03-01"}, Case)
    assert after == "编号: 2025-001\n违法日期: 2025-03-01\n文书号: '12345'\n"


def test_a_file_that_is_no_mapping_is_refused() -> None:
    with pytest.raises(Unreadable):
        change("- 甲\n- 乙\n", {"标题": "丙"}, Case)


@settings(
    max_examples=60, suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None
)
@given(
    path=st.sampled_from(SHIPPED),
    key=st.sampled_from(["标题", "地点", "文书号", "摘要", "不公开理由"]),
    value=paragraphs,
)
def test_any_text_is_read_back_and_untouched_lines_stay(path: Path, key: str, value: str) -> None:
    before = path.read_text(encoding="utf-8")
    after = change(before, {key: value}, Case)
    written = plain(load(after)[key])
    assert isinstance(written, str)
    assert written.split() == value.split()
    first = next(
        (n for n, line in enumerate(before.splitlines()) if line.startswith(f"{key}:")), None
    )
    kept = before.splitlines()
    if first is not None:
        del kept[first]
    rest = iter(after.splitlines())
    assert all(line in rest for line in kept), "没有改的行少了或换了次序"


ROWS = """\
编号: 2025-001
图片: # 三张
# 第一张
- 文件: images/a.jpg   # 好看
  说明:   "甲"
- 文件: images/b.jpg
  说明: 乙
- 文件: images/c.jpg
  已脱敏: 是
  说明: 丙
待补:
    -  标题
    # 中间
    - 摘要 # 行尾
    - 罚款
"""
PHOTO_A = {"文件": "images/a.jpg", "说明": "甲"}
PHOTO_B = {"文件": "images/b.jpg", "说明": "乙"}
PHOTO_C = {"文件": "images/c.jpg", "说明": "丙", "已脱敏": "是"}
NEW = {"文件": "images/d.jpg", "说明": "丁"}


def test_a_removed_row_takes_only_its_own_lines() -> None:
    after = change(ROWS, {"图片": [PHOTO_A, PHOTO_C]}, Case)
    assert changed_lines(ROWS, after) == ["- - 文件: images/b.jpg", "-   说明: 乙"]
    after = change(ROWS, {"待补": ["标题", "罚款"]}, Case)
    assert changed_lines(ROWS, after) == ["-     - 摘要 # 行尾"]


def test_an_added_row_stands_where_it_was_put_and_like_the_others() -> None:
    after = change(ROWS, {"图片": [PHOTO_A, NEW, PHOTO_B, PHOTO_C]}, Case)
    assert changed_lines(ROWS, after) == ["+ - 文件: images/d.jpg", "+   说明: 丁"]
    after = change(ROWS, {"待补": ["标题", "摘要", "罚款", "0123"]}, Case)
    assert changed_lines(ROWS, after) == ["+     - '0123'"]


def test_a_changed_row_leaves_the_other_rows_alone() -> None:
    after = change(ROWS, {"图片": [PHOTO_A, PHOTO_B, {**PHOTO_C, "说明": "换了"}]}, Case)
    assert changed_lines(ROWS, after) == ["-   说明: 丙", "+   说明: 换了"]


@settings(max_examples=150, deadline=None)
@given(
    photos=st.lists(st.sampled_from([PHOTO_A, PHOTO_B, PHOTO_C, NEW]), max_size=6),
    pending=st.lists(st.sampled_from(["标题", "摘要", "罚款"]) | words, max_size=5),
)
def test_any_rows_are_read_back_and_kept_rows_keep_their_lines(
    photos: list[dict[str, str]], pending: list[str]
) -> None:
    after = change(ROWS, {"图片": photos, "待补": pending}, Case)
    found = load(after)
    assert (plain(found.get("图片")) or []) == photos
    assert [str(one).split() for one in plain(found.get("待补")) or []] == [
        one.split() for one in pending
    ]
    if photos[:1] == [PHOTO_A]:
        assert '- 文件: images/a.jpg   # 好看\n  说明:   "甲"\n' in after
    if "罚款" in pending:
        assert "    - 罚款\n" in after
