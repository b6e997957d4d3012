"""变着样子写的姓名要找到，样子相近而不是姓名的要放过。姓名都是现造的。"""

import pytest

from casebook.privacy import Guard

GUARD = Guard()


def _names(text: str) -> list[str]:
    return [text[f.start : f.end] for f in GUARD.find(text) if f.kind == "姓名"]


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("经核对，当事人 Zhang Guilan（系统导出）到场。", "Zhang Guilan"),
        ("倾倒人LI Jianguo，车辆已登记。", "LI Jianguo"),
        ("Wu Xiaoping的广告车停在校门口。", "Wu Xiaoping"),
    ],
)
def test_name_in_latin_letters_is_found(text: str, name: str) -> None:
    assert name in _names(text)


@pytest.mark.parametrize(
    "text", ["He Said so, and Li left.", "页面用 MkDocs Material 生成。", "Song of Yan 是书名"]
)
def test_latin_words_are_not_names(text: str) -> None:
    assert _names(text) == []


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("他姓徐，名叫立本，在村东头收废品。", "徐，名叫立本"),
        ("“免贵姓孙，单名一个浩字。”摊主说。", "孙，单名一个浩"),
    ],
)
def test_surname_and_given_name_told_apart_are_found(text: str, name: str) -> None:
    assert name in _names(text)


def test_asking_for_a_name_tells_none() -> None:
    assert _names("问：你姓甚名谁？") == []


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("赵·德·胜在文书上签了名。", "赵·德·胜"),
        ("刘\n建 波于上午九时到队。", "刘\n建 波"),
        ("受送达人仉福\n田拒收。", "仉福\n田"),
    ],
)
def test_name_taken_apart_is_found(text: str, name: str) -> None:
    assert name in _names(text)


@pytest.mark.parametrize(
    ("text", "name"),
    [("她婆婆冯刘氏年近八旬。", "冯刘氏"), ("老板是阮氏芳，执照办在亲戚名下。", "阮氏芳")],
)
def test_clan_name_is_found(text: str, name: str) -> None:
    assert name in _names(text)


@pytest.mark.parametrize("text", ["阮氏兄弟说没看见。", "张氏宗祠重修。", "王氏家族的老宅。"])
def test_clan_without_a_person_passes(text: str) -> None:
    assert _names(text) == []
