"""隐名：同一人同一代称，不同人不同代称；地址只到村；文中只写名字也换掉。"""

import re

import pytest

from casebook.checks.gate import make_gate
from casebook.ledger.importing import forgetful
from casebook.ledger.people import Pseudonyms, kind_of, parts_of, split_names
from casebook.ledger.places import coarsen, house_forms, village_in
from casebook.ledger.redaction import Redactor, Secrets


@pytest.mark.parametrize(
    ("cell", "names"),
    [
        ("冯栓柱、褚翠莲", ["冯栓柱", "褚翠莲"]),
        ("冯 栓 柱（男）", ["冯栓柱"]),
        ("冯栓柱等2人", ["冯栓柱"]),
        ("当事人：欧阳翠莲", ["欧阳翠莲"]),
        ("阿依古丽•买买提", ["阿依古丽·买买提"]),
        ("冯栓柱 褚翠莲", ["冯栓柱", "褚翠莲"]),
        ("冯栓柱 13912345678", ["冯栓柱"]),
        ("/", []),
        ("", []),
    ],
)
def test_names_in_a_cell(cell: str, names: list[str]) -> None:
    assert split_names(cell) == names


@pytest.mark.parametrize(
    ("name", "kind"),
    [
        ("冯栓柱", "公民"),
        ("宋站", "公民"),
        ("冯栓柱小吃店", "个体工商户"),
        ("天津市鑫旺来建材有限公司", "单位"),
        ("阿依古丽·买买提", "公民"),
    ],
)
def test_kind_of_party_by_its_ending(name: str, kind: str) -> None:
    assert kind_of(name) == kind


def test_placeholders_are_stable_and_distinct() -> None:
    pseudonyms = Pseudonyms()
    names = ["冯栓柱", "冯翠莲", "冯栓柱", "欧阳翠莲", "鑫旺来建材有限公司", "福满楼广告有限公司"]
    given = [pseudonyms.of(name) for name in names]
    assert given == ["冯某", "冯某甲", "冯某", "欧阳某", "某公司", "某甲公司"]


def test_the_owner_in_a_shop_name_is_a_name_too() -> None:
    assert list(parts_of("冯栓柱五金店")) == ["冯栓柱五金店", "冯栓柱"]
    assert list(parts_of("天津市鑫旺来建材有限公司")) == [
        "鑫旺来建材有限公司",
        "鑫旺来建材",
        "鑫旺来公司",
        "鑫旺来",
    ]


@pytest.mark.parametrize(
    ("address", "coarse"),
    [
        ("天津市宝坻区大口屯镇东柳甸村3区5排6号", "某村"),
        ("大口屯镇东柳甸村村东农田", "某村村东农田"),
        ("大口屯镇富民家园小区2号楼消防通道", "某小区消防通道"),
        ("津围公路路口", "某路路口"),
        ("镇政府门前", "某处门前"),
    ],
)
def test_addresses_are_coarsened(address: str, coarse: str) -> None:
    assert coarsen(address) == coarse


def test_a_house_is_secret_with_and_without_the_town_a_village_is_not() -> None:
    forms = house_forms("宝坻区大口屯镇东柳甸村3区5排6号")
    assert forms[-1] == "东柳甸村3区5排6号"
    assert house_forms("大口屯镇东柳甸村") == []
    assert village_in("大口屯镇东柳甸村3区5排6号") == "东柳甸村"


@pytest.fixture
def redactor() -> Redactor:
    values = ["冯栓柱", "褚翠莲", "孔祥", "13912345678", "东柳甸村3区5排6号"]
    people = ("冯栓柱", "褚翠莲", "孔祥")
    secrets = Secrets(
        forgetful(values),
        {name: name for name in people},
        frozenset({"孔祥"}),
        re.compile("东柳甸村"),
    )
    return Redactor(secrets, make_gate(None).guard, Pseudonyms(), ["冯栓柱"])


@pytest.mark.parametrize(
    ("story", "redacted"),
    [
        ("冯栓柱说不知道，栓柱签了字。", "冯某说不知道，冯某签了字。"),
        ("冯 栓 柱到场。", "冯某到场。"),
        ("冯栓柱与褚翠莲在场。", "冯某与褚某在场。"),
        ("电话１３９－１２３４－５６７８。", "电话（略）。"),
        ("家住东柳甸村三区五排六号。", "家住某村。"),
        ("在东柳甸村口点火。", "在某村口点火。"),
        ("孔祥询问。", "执法人员询问。"),
        ("邻居孙二娘、钱串子证实。", "邻居孙某、钱某证实。"),
        ("冯栓柱、马兰到场。", "冯某、马某到场。"),
    ],
)
def test_free_text_loses_every_true_value(redactor: Redactor, story: str, redacted: str) -> None:
    assert redactor.redact(story) == redacted
