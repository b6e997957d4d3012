"""登记册：按名称找法，核对条款，给出某一天有效的罚则；本仓库的登记册自身没有毛病。"""

from datetime import date
from pathlib import Path

import pytest

from casebook.checks.register import check_register
from casebook.entries.entry import Loaded, read_entry
from casebook.law.citations import parse_citation, parse_citations
from casebook.law.penalties import Fine
from casebook.law.register import Register, Rule
from casebook.law.resolution import Outcome
from casebook.law.statutes import Statute
from casebook.source.document import Source
from casebook.source.reading import parse_source, read_source

HERE = Path(__file__).parent
BEFORE, AFTER = date(2026, 8, 14), date(2026, 8, 15)


def load(directory: Path) -> Register:
    loaded: list[Loaded[Statute]] = []
    for path in sorted(directory.glob("*.yml")):
        source = read_source(path, path.name)
        entry = read_entry(Statute, source)
        assert not source.problems, source.problems
        assert entry is not None
        loaded.append(entry)
    return Register(loaded)


@pytest.fixture(scope="module")
def register() -> Register:
    return load(HERE / "data" / "register")


@pytest.fixture(scope="module")
def town_register() -> Register:
    return load(HERE.parent / "cases_data" / "statutes")


def ids(rules: tuple[Rule, ...]) -> list[str]:
    return [rule.id for rule in rules]


# 名称


@pytest.mark.parametrize(
    "name", ["中华人民共和国示例防治法", "示例防治法", "《示例法》", " 示 例 法 "]
)
def test_a_statute_is_found_by_any_of_its_names(register: Register, name: str) -> None:
    found = register.find(name)
    assert found is not None
    assert found.name == "中华人民共和国示例防治法"


def test_an_unknown_name_gives_the_nearest_statute(register: Register) -> None:
    resolution = register.resolve(parse_citation("示例治理法第三条"))
    assert resolution.outcome is Outcome.UNKNOWN_STATUTE
    assert resolution.nearest == parse_citation("中华人民共和国示例防治法第三条")


def test_pages_print_the_short_name_and_documents_the_full_one(register: Register) -> None:
    citation = parse_citation("示例法第八条第二款")
    assert register.short(citation) == "示例防治法第八条第二款"
    assert register.full(citation) == "《中华人民共和国示例防治法》第八条第二款"


# 条款


@pytest.mark.parametrize(
    ("written", "canonical"),
    [
        ("示例法第三条", "第三条"),
        ("示例法第三条第一款", "第三条"),
        ("示例法第八条第一款第二项", "第八条第一款第二项"),
        ("示例法第八条第一款第四项", "第八条第一款第四项"),
        ("示例法第八条第二项", "第八条第一款第二项"),
        ("示例法第八条第三款", "第八条第三款"),
        ("示例法第十条第三项", "第十条第三项"),
        ("示例法第十条第一款第一、三项", "第十条第一项、第三项"),
        ("示例法第十二条之一", "第十二条之一"),
    ],
)
def test_an_existing_provision_gets_its_canonical_form(
    register: Register, written: str, canonical: str
) -> None:
    resolution = register.resolve(parse_citation(written))
    assert resolution.found
    assert resolution.citation.text == f"《中华人民共和国示例防治法》{canonical}"


@pytest.mark.parametrize(
    ("written", "outcome", "message", "nearest"),
    [
        ("第二十一条", Outcome.NO_ARTICLE, "一共20条，没有第二十一条", "第十五条"),
        ("第四条", Outcome.UNLISTED, "没有收录", "第三条"),
        ("第十二条", Outcome.UNLISTED, "没有收录", "第十二条之一"),
        ("第三条第二款", Outcome.NO_PARAGRAPH, "第三条只有一款，没有第二款", "第三条"),
        ("第八条第四款", Outcome.NO_PARAGRAPH, "第八条一共三款，没有第四款", "第八条第三款"),
        ("第八条第一款第五项", Outcome.NO_ITEM, "一共四项，没有第五项", "第八条第一款第四项"),
        ("第八条第二款第二项", Outcome.NO_ITEM, "第八条第二款不分项", "第八条第一款第二项"),
        ("第三条第一项", Outcome.NO_ITEM, "第三条不分项", "第三条"),
        ("第九条第一款", Outcome.UNLISTED, "没有收录第九条第一款", "第九条第二款"),
        ("第九条第二款第一项", Outcome.UNLISTED, "没有收录第九条第二款的各项", "第九条第二款"),
        ("第十一条第一项", Outcome.AMBIGUOUS, "要写明是第几款", None),
    ],
)
def test_a_missing_provision_says_so_and_gives_the_nearest(
    register: Register, written: str, outcome: Outcome, message: str, nearest: str | None
) -> None:
    resolution = register.resolve(parse_citation("示例法" + written))
    assert resolution.outcome is outcome
    assert message in resolution.message
    assert (resolution.nearest.provision if resolution.nearest else None) == nearest


def test_an_article_number_means_what_it_meant_on_that_day(register: Register) -> None:
    citation = parse_citation("示例法第十五条")
    assert register.resolve(citation, date(2017, 12, 31)).summary == "修订前的第十五条"
    assert register.resolve(citation, date(2018, 1, 1)).summary == "修订后的第十五条"


# 效力


def test_a_statute_is_in_force_from_its_first_day_until_the_day_it_lapses(
    register: Register,
) -> None:
    old, new = register.find("示例法"), register.find("示例法典")
    assert old is not None
    assert new is not None
    assert old.in_force(date(2009, 12, 31)) is False
    assert old.in_force(date(2010, 1, 1)) is True
    assert old.in_force(BEFORE) is True
    assert old.in_force(AFTER) is False
    assert new.in_force(BEFORE) is False
    assert new.in_force(AFTER) is True
    version = old.version_on(date(2020, 1, 1))
    assert version is not None
    assert version.note == "2018 年修正"
    assert register.replacement(old) is new


def test_a_doubt_counts_from_its_day(register: Register) -> None:
    new = register.find("示例法典")
    assert new is not None
    assert not new.doubts_on(date(2026, 12, 31))
    assert new.doubts_on(date(2027, 1, 1))


# 罚则


def test_the_rules_of_a_matter_change_with_the_day_and_the_party(register: Register) -> None:
    assert ids(register.rules_for("示例案由", BEFORE)) == ["old-person", "old-unit"]
    assert ids(register.rules_for("示例案由", BEFORE, "个体工商户")) == ["old-person"]
    assert ids(register.rules_for("示例案由", AFTER)) == ["new-person"]
    assert ids(register.rules_for("示例案由", AFTER, neighbours=True)) == [
        "new-person",
        "new-neighbour",
    ]
    assert register.rules_for("没有的案由", AFTER) == ()


def test_a_new_rule_names_the_old_one_it_replaces(register: Register) -> None:
    new = register.rule("new-person")
    assert new is not None
    old = register.previous(new)
    assert old is not None
    assert old.id == "old-person"
    assert register.following(old) is new


@pytest.mark.parametrize(
    ("written", "day", "party", "expected"),
    [
        ("示例法第八条第一款第二项、第二款", BEFORE, "公民", ["old-person"]),
        ("示例法第八条第一款第二项、第二款", BEFORE, "单位", ["old-unit"]),
        ("示例法第八条", BEFORE, "公民", ["old-person"]),
        ("示例法第八条第二款", BEFORE, "公民", []),
        ("示例法第八条第一款第二项、第二款", AFTER, "公民", []),
    ],
)
def test_the_cited_sanction_picks_the_rule(
    register: Register, written: str, day: date, party: str, expected: list[str]
) -> None:
    assert ids(register.rules_cited(parse_citations(written), day, party)) == expected


@pytest.mark.parametrize(
    ("rule_id", "words"),
    [
        ("old-person", "责令改正，给予警告或者处500元以下罚款"),
        ("old-unit", "责令改正，可以处5000元以上5万元以下罚款"),
        (
            "new-person",
            "没收非法财物，并处罚款：首次的，500元以上5000元以下；拒不改正的，6000元以上2万元以下",
        ),
        ("new-neighbour", "可以处罚款（数额以执法机关答复为准）"),
    ],
)
def test_a_rule_is_told_in_plain_chinese(register: Register, rule_id: str, words: str) -> None:
    rule = register.rule(rule_id)
    assert rule is not None
    assert rule.penalty.words == words


# 罚款数额


@pytest.mark.parametrize(
    ("fine", "words", "inside", "outside"),
    [
        ({"方式": "幅度", "下限": "500", "上限": "2000"}, "500元以上2000元以下罚款",
         [500, 2000], [499, 2001]),
        ({"方式": "上限", "上限": "3000"}, "3000元以下罚款", [1, 3000], [3001]),
        ({"方式": "定额", "定额": "2000"}, "2000元罚款", [2000], [1999, 2001]),
        ({"方式": "不设罚款"}, "不罚款", [0], [1]),
        (
            {"方式": "分档", "档": [
                {"条件": "首次", "下限": "500", "上限": "5000"},
                {"条件": "拒不改正", "下限": "6000", "上限": "20000"},
            ]},
            "罚款：首次的，500元以上5000元以下；拒不改正的，6000元以上2万元以下",
            [500, 5000, 6000, 20000], [499, 5001, 5999, 20001],
        ),
    ],
)  # fmt: skip
def test_a_fine_knows_what_it_allows(
    fine: dict[str, object], words: str, inside: list[int], outside: list[int]
) -> None:
    read = Fine.model_validate(fine)
    assert read.words == words
    assert all(read.allows(amount) is True for amount in inside)
    assert all(read.allows(amount) is False for amount in outside)


def test_a_percentage_needs_its_base() -> None:
    fine = Fine.model_validate(
        {"方式": "比例", "基数": "建设工程造价", "下限百分比": "5", "上限百分比": "10"}
    )
    assert fine.words == "建设工程造价5%以上10%以下的罚款"
    assert fine.allows(500) is None
    assert fine.allows(500, base=10_000) is True
    assert fine.allows(499, base=10_000) is False
    double = Fine.model_validate({"方式": "比例", "基数": "造价", "上限百分比": "100"})
    assert double.words == "造价1倍以下的罚款"


def test_an_open_amount_cannot_be_judged() -> None:
    assert Fine.model_validate({"方式": "未定额"}).allows(100) is None


# 文件里的毛病


@pytest.mark.parametrize(
    ("old", "new", "code", "message"),
    [
        ("下限: 5000", "下限: 60000", "C104", "下限比上限大"),
        ("      下限: 5000\n", "", "C104", "还要写：下限"),
        ("      上限: 500\n", "      上限: 500\n      下限: 5\n", "C104", "不应写：下限"),
        ("违反: 第三条第一款", "违反: 第一百一条", "C209", "读不出“一百一”"),
        ("裁量: 可以", "裁量: 随便", "C207", "不在可选的范围里"),
        ("违反: 第三条第一款", "违反: 第三条第二款", "C108", "只有一款"),
        ("违反: 第三条第一款", "违反: 某某法第三条", "C107", "没有《某某法》"),
        ("替代: 中华人民共和国示例法典", "替代: 某某法典", "C107", "没有《某某法典》"),
        ("编号: old-unit", "编号: old-person", "C110", "已经用过"),
        ("案由: 示例案由\n    情形: 单位", "案由: 示例\n    情形: 单位", "C106", "没有登记"),
        ("    自: 2010-01-01\n", "    自: 2009-01-01\n", "C104", "才施行"),
        ("    至: 2026-08-14\n", "", "C104", "失效"),
        ("  - 条: 9\n", "  - 条: 8\n", "C110", "写了两次"),
        ("  - 条: 9\n", "  - 条: 21\n", "C104", "不会有第二十一条"),
        ("简称: [示例法]", "简称: [示例法典]", "C110", "已经登记过"),
        ("  - 施行: 2018-01-01\n", "  - 施行: 2009-01-01\n", "C104", "由旧到新"),
    ],
)
def test_a_flawed_register_file_is_reported(old: str, new: str, code: str, message: str) -> None:
    problems = []
    loaded = []
    for name in ("new-code.yml", "old-law.yml"):
        text = (HERE / "data" / "register" / name).read_text(encoding="utf-8")
        if name == "old-law.yml":
            assert old in text
            text = text.replace(old, new)
        source = parse_source(text.encode(), Source(name))
        entry = read_entry(Statute, source)
        problems += source.problems
        loaded += [entry] if entry else []
    problems += check_register(Register(loaded), ["示例案由"])
    found = [problem for problem in problems if message in problem.message]
    assert {(problem.code, problem.position.path) for problem in found} == {(code, "old-law.yml")}


# 本仓库的登记册


def test_the_town_register_has_no_flaw(town_register: Register) -> None:
    matters = {rule.penalty.matter for rule in town_register.rules}
    assert [problem.message for problem in check_register(town_register, matters)] == []


@pytest.mark.parametrize(
    "written",
    [
        "大气污染防治法第七十七条",
        "大气污染防治法第一百一十九条第一款",
        "消防法第二十八条",
        "消防法第六十条第二款",
        "消防法第六十条第一款第三项、第五项",
        "城市建筑垃圾管理规定第九条",
        "城市建筑垃圾管理规定第二十条第一款第三项",
        "城市建筑垃圾管理规定第二十条第二款",
        "天津市大气污染防治条例第五十九条第二款",
        "天津市大气污染防治条例第八十七条第二项",
        "生态环境法典第二百四十六条",
        "生态环境法典第一千一百三十一条第一款",
        "城乡规划法第六十五条",
        "行政复议法第二十三条第一款第一项",
        "行政处罚法第七十二条第一款第一项",
    ],
)
def test_records_can_cite_the_town_register(town_register: Register, written: str) -> None:
    assert town_register.resolve(parse_citation(written)).found


def test_straw_burning_moves_to_the_code_on_its_first_day(town_register: Register) -> None:
    old = town_register.rules_for("露天焚烧秸秆", BEFORE, "公民")
    new = town_register.rules_for("露天焚烧秸秆", AFTER, "公民")
    assert "straw-air-2018" in ids(old)
    assert "straw-code-2026" in ids(new)
    assert not {"straw-air-2018"} & set(ids(new))


def test_every_limit_of_the_town_register_holds_to_the_yuan(town_register: Register) -> None:
    for rule in town_register.rules:
        limits = rule.penalty.fine.limits or ()
        for low, high in limits:
            assert rule.penalty.fine.allows(low), rule.id
            assert rule.penalty.fine.allows(high), rule.id
        if limits:
            assert rule.penalty.fine.allows(min(limits)[0] - 1) is False, rule.id
            assert rule.penalty.fine.allows(max(limits)[1] + 1) is False, rule.id


def test_unverified_amounts_are_never_told_to_residents(town_register: Register) -> None:
    for rule in town_register.rules:
        if not rule.penalty.amount_verified:
            assert "元" not in rule.penalty.words, rule.id


def test_every_rule_not_yet_looked_up_says_why(town_register: Register) -> None:
    """没有写处罚条号的罚则，备注里要说明。"""
    for rule in town_register.rules:
        assert rule.sanctions or rule.penalty.remark, rule.id


def test_explanations_for_residents_name_no_amount(town_register: Register) -> None:
    for rule in town_register.rules:
        assert "元" not in (rule.penalty.explanation or ""), rule.id
