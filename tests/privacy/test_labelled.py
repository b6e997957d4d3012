"""称呼、连接、号码、伪装随意搭配都要找到；称呼后面是日期、数量的不算。"""

import pytest
from privacy_forms import crossed

from casebook.privacy import Guard

GUARD = Guard(public_numbers=frozenset({"12345", "12348"}))
SAMPLES, FLOOR = 5000, 0.998


def test_any_label_tie_value_and_disguise_is_found() -> None:
    missed = []
    for name, text, span in crossed(20261123, SAMPLES):
        covered = {at for f in GUARD.find(text) for at in range(f.start, f.end)}
        if 2 * len(covered & set(range(*span))) < span[1] - span[0]:
            missed.append(name)
    assert len(missed) <= SAMPLES * (1 - FLOOR), missed


PLAIN = [
    ("护照号", "护照（普通）G39482011", "G39482011"),
    ("护照号", "只拿得出一本E93610528，签证页已过期", "E93610528"),
    ("通行证号", "大通证：T02837461", "T02837461"),
    ("居留证件号", "永居证号CAN110082041706", "CAN110082041706"),
    ("社保卡号", "社会保障卡号W73829104", "W73829104"),
    ("证件号", "残疾证号12022419690415183643", "12022419690415183643"),
    ("军人证件号", "退伍军人优待证津1202240018274", "津1202240018274"),
    ("车牌", "电动车号牌天津1928374", "天津1928374"),
    ("车牌", "挂车号牌冀J83K2挂", "冀J83K2挂"),
    ("车架号", "电机号：60V800W2021038472", "60V800W2021038472"),
]
AMOUNTS = ["社保卡，20250612发放", "护照、通行证12345678张", "出示执法证件，GB 4598-2018"]


@pytest.mark.parametrize(("kind", "text", "value"), PLAIN)
def test_a_labelled_code_is_found_exactly(kind: str, text: str, value: str) -> None:
    assert (kind, value) in [(f.kind, text[f.start : f.end]) for f in GUARD.find(text)]


@pytest.mark.parametrize("text", AMOUNTS)
def test_dates_amounts_and_standards_are_no_codes(text: str) -> None:
    assert GUARD.find(text) == ()


@pytest.mark.parametrize(
    "text", ["截图里的1\u200b0493\u2060827\u200d56看不出异样", "变成G58\u200b2743\u200b09"]
)
def test_digits_with_unseen_characters_between_are_a_number_being_hidden(text: str) -> None:
    assert GUARD.find(text)


@pytest.mark.parametrize(
    "text", ["津宝〔2025〕\u200b17号", "共计\u200b1200元", "GB\u200b18918-2002"]
)
def test_an_unseen_character_beside_a_plain_number_is_no_matter(text: str) -> None:
    assert not GUARD.find(text)
