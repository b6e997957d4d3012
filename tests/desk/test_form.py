"""表单：改一格只动一行，与 check 同样的问题，别处的改动不丢，草稿不丢，绝不悄悄删。"""

import random
import re
from html import unescape
from pathlib import Path
from urllib.parse import quote

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from werkzeug.datastructures import MultiDict

from casebook.desk.guarding import Gatekeeper
from casebook.inspection import Place, inspect_all
from tests.desk.conftest import Visitor
from tests.test_images import picture, saved
from tests.workbench import ROOT, replace_line

ONE = "/records/cases/2025-001"
SAFE_TEXTS = [
    "收拾院子",
    "一桶水泼灭了",
    "问一问再动手：别急",
    "# 不是注释",
    "'引号'",
    "2025",
    "是",
    "甲，乙",
]
EDITS = {
    "标题": SAFE_TEXTS,
    "地点": ["某村村西", "某小区门口", "", "0123"],
    "罚款": ["500", "600", "2000"],
    "决定日期": ["2025-03-06", "2025-03-07"],
    "公开日期": ["2025-03-12", ""],
    "文书号": ["津宝大口屯罚决〔2025〕9号", ""],
    "摘要": ["一句话。", "一句话。\n\n又一句话。", "- 甲\n- 乙"],
    "解读.基本案情": ["就一段。", "一段。\n\n二段。"],
    "解读.怎么做才对": ["- 先问\n- 再做"],
    "违反": ["大气污染防治法第七十七条"],
    "演示": ["是", "否"],
}


def case_files(data: Path) -> list[Path]:
    return sorted((data / "cases").rglob("*.yml"))


def addresses(data: Path) -> list[tuple[str, Path]]:
    """表单里每一份的网址和文件：两种记录，和法规以外的各种资料。"""
    found = [*case_files(data), *sorted((data / "bulletins").rglob("*.yml"))]
    found += [*(data / "matters").glob("*.yml"), *(data / "annual").glob("*.yml")]
    named = [(f"/records/{path.relative_to(data).parts[0]}/{path.stem}", path) for path in found]
    alone = [(f"/records/{name}/{name}", data / f"{name}.yml") for name in ("town", "words")]
    return named + alone


def test_opening_and_saving_changes_not_a_byte(visitor: Visitor) -> None:
    for address, path in addresses(visitor.data):
        before = path.read_bytes()
        answer = visitor.post(address, visitor.form(address))
        assert answer.headers["Location"].endswith("done=same")
        assert path.read_bytes() == before


def test_sixty_random_edits_leave_every_other_line_alone(visitor: Visitor) -> None:
    chance = random.Random(8)
    paths = [path for path in case_files(visitor.data) if "解读:" in path.read_text("utf-8")]
    changed = 0
    for _ in range(60):
        path, name = chance.choice(paths), chance.choice(sorted(EDITS))
        before = path.read_text("utf-8").splitlines()
        form = visitor.form(f"/records/cases/{path.stem}")
        form.setlist(name, [chance.choice(EDITS[name])])
        answer = visitor.post(f"/records/cases/{path.stem}", form)
        assert answer.status_code == 302, answer.text
        after = path.read_text("utf-8").splitlines()
        changed += before != after
        assert_only_changed(before, after, name)
    assert changed >= 30


def assert_only_changed(before: list[str], after: list[str], name: str) -> None:
    """去掉这一个键所占的行，前后一样。"""
    assert without(before, name.split(".")) == without(after, name.split("."))


def without(lines: list[str], keys: list[str]) -> list[str]:
    kept, depth, skipping = [], 0, -1
    for line in lines:
        indent = len(line) - len(line.lstrip(" "))
        if skipping >= 0 and (not line.strip() or indent > skipping):
            continue
        skipping = -1
        if (
            depth < len(keys)
            and line.lstrip(" ").startswith(f"{keys[depth]}:")
            and indent == 2 * depth
        ):
            depth += 1
            if depth == len(keys):
                skipping = indent
                continue
        kept.append(line)
    return kept


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("当事人", "张三丰"),
        ("罚款", "99"),
        ("决定日期", "2025-02-30"),
        ("公开日期", "2025-06-30"),
        ("案由", "烧秸秆"),
        ("违反", "大气污染防治法第九百条"),
        ("文书号", "津宝大口屯罚决[2025]1号"),
        ("编号", "2025-001"),
        ("程序", "简易程序"),
        ("公开", ""),
        ("解读.基本案情", ""),
        ("摘要", "电话13800138000"),
    ],
)
def test_the_form_says_what_check_says(visitor: Visitor, name: str, value: str) -> None:
    form = visitor.form(ONE)
    form.setlist(name, [value])
    said = visitor.post(f"{ONE}/check", form).get_json()
    found = {(one["code"], one["message"]) for many in said["problems"].values() for one in many}
    visitor.post(ONE, form)
    inspection = inspect_all(Place(visitor.data, "cases_data"), None, None)
    expected = {
        (problem.code, inspection.gate.mask(problem.message))
        for problem in inspection.problems
        if problem.concerns(frozenset({"cases_data/cases/2025/2025-001.yml"}))
    }
    assert found == expected


def test_problems_stand_beside_their_field(visitor: Visitor) -> None:
    form = visitor.form(ONE)
    form["当事人"], form["罚款"], form["摘要"] = "张三丰", "99", "他叫王建国，电话13800138000"
    said = visitor.post(f"{ONE}/check", form).get_json()
    assert {"当事人", "罚款", "摘要"} <= set(said["problems"])
    offers = {one["marked"]: one["offer"] for one in said["underlines"]["摘要"]}
    assert offers["13800138000"] == "（电话略）"
    assert said["underlines"]["当事人"][0]["offer"] == "张某某"
    assert "13800138000" not in str(said["problems"])


def test_a_problem_of_one_item_stands_beside_its_list_from_the_start(visitor: Visitor) -> None:
    replace_line(visitor.data / "bulletins/2025/2025-b01.yml", "  - 占道经营", "  - 占道晾衣")
    replace_line(visitor.data / "annual/2025.yml", "      占用消防通道: 6", "      占用消防通道: 7")
    bulletin, report = "/records/bulletins/2025-b01", "/records/annual/2025"
    for address, code, name in (
        (bulletin, "C106", "案由"),
        (report, "R201", "案件.简易程序.案由"),
    ):
        assert f"<code>{code}</code>" in visitor.get(address).text
        said = visitor.post(f"{address}/check", visitor.form(address)).get_json()
        assert code in {one["code"] for one in said["problems"][name]}


def test_only_what_cannot_be_left_out_is_called_a_must(visitor: Visitor) -> None:
    page = visitor.get(ONE).text
    assert re.search(r">标题 <span class=\"must\">必填</span>", page)
    for name, key in (("审核.日期", "日期"), ("隐私例外.0.理由", "理由")):
        assert re.search(rf"for=\"f-{name}\">{key} <span class=\"must\">写了这一组就要填<", page)


def test_a_key_the_form_has_no_place_for_is_named_at_the_top(visitor: Visitor) -> None:
    replace_line(visitor.data / "cases/2025/2025-001.yml", "演示: true", "演示: true\n天气: 晴")
    page = visitor.get(ONE).text
    assert "<code>C101</code>" in page
    assert "天气：文件里的写法放不进表单" in page


YAML_WORDS = re.compile(r"补上一行|下面.行|[^年]: |: …|:”|缩进|短横线加|冒号|这一行|键")


def test_what_the_form_says_does_not_speak_of_lines_and_colons(visitor: Visitor) -> None:
    """逐条规则的反例都拿到表单里看：说的是格子，不是 YAML 的写法。"""
    samples = sorted((ROOT / "tests/data/law").glob("*/fail.yml"))
    cases = [path for path in samples if "编号:" in path.read_text("utf-8")]
    assert len(cases) > 30
    path = visitor.data / "cases/2025/2025-001.yml"
    said = [
        words for sample in cases for words in hints_for(visitor, path, sample.read_text("utf-8"))
    ]
    required = ["标题", "案由", "程序", "当事人", "违法日期", "公开"]
    text = "\n".join(f"{key}:" for key in required) + "\n编号: 2025-001\n解读:\n  基本案情: 短\n"
    said += hints_for(visitor, path, text)
    assert len(said) > 60
    assert not [words for words in said if YAML_WORDS.search(words)]


def hints_for(visitor: Visitor, path: Path, text: str) -> list[str]:
    """一份记录打开时，表单上的全部说法和改法。"""
    path.write_text(re.sub("编号: .*", "编号: 2025-001", text), encoding="utf-8")
    page = visitor.get(ONE).text
    return [unescape(said) for said in re.findall(r'<li class="problem.*?</code>(.*?)</li>', page)]


def test_a_real_village_is_offered_as_a_coarser_place_and_a_day_as_its_month(
    visitor: Visitor,
) -> None:
    form = visitor.form(ONE)
    form["地点"] = "三里屯村东农田"
    form["摘要"] = "2025年2月25日，张某在史各庄小区门口点了火，3月5日镇里作了决定。"
    said = visitor.post(f"{ONE}/check", form).get_json()
    assert "P109" in str(said["problems"]["地点"])
    assert [(one["marked"], one["offer"]) for one in said["underlines"]["地点"]] == [
        ("三里屯村", "某村")
    ]
    assert [(one["marked"], one["offer"]) for one in said["underlines"]["摘要"]] == [
        ("史各庄", "某"),
        ("2025年2月25日", "2025年2月"),
        ("3月5日", "3月"),
    ]
    form["地点"] = "某村东农田"
    assert "地点" not in visitor.post(f"{ONE}/check", form).get_json()["underlines"]


def test_a_bulletin_offers_the_coarser_day_too(visitor: Visitor) -> None:
    form = visitor.form("/records/bulletins/2025-b01")
    form["正文"] = "2025年3月12日，三里屯村的李某主动收拾了地头。"
    said = visitor.post("/records/bulletins/2025-b01/check", form).get_json()
    offers = {one["marked"]: one["offer"] for one in said["underlines"]["正文"]}
    assert offers == {"三里屯村": "某村", "2025年3月12日": "2025年3月"}


def test_dates_and_fines_come_with_hints(visitor: Visitor) -> None:
    form = visitor.form(ONE)
    form["决定日期"] = "2025-09-26"
    hints = visitor.post(f"{ONE}/check", form).get_json()["hints"]
    assert hints["公开日期"] == "最迟公开日 2025-10-13"
    assert "500元以上2000元以下" in hints["罚款"]


def test_the_citation_list_follows_the_act_day(visitor: Visitor) -> None:
    form = visitor.form(ONE)
    before = dict(visitor.post(f"{ONE}/check", form).get_json()["citations"])
    form["违法日期"] = "2026-09-12"
    after = dict(visitor.post(f"{ONE}/check", form).get_json()["citations"])
    assert "大气污染防治法第一百一十九条第一款" in before
    assert "大气污染防治法第一百一十九条第一款" not in after
    assert any(text.startswith("生态环境法典") for text in after)


def test_a_number_of_the_annual_report_changes_its_line_alone(visitor: Visitor) -> None:
    path = visitor.data / "annual/2025.yml"
    before = path.read_text("utf-8").splitlines()
    form = visitor.form("/records/annual/2025")
    row = next(name for name, value in form.items() if value == "露天焚烧秸秆" and "普通" in name)
    amount = row.replace(".名目", ".数")
    assert form[amount] == "13"
    form[amount] = "12"
    said = visitor.post("/records/annual/2025/check", form).get_json()
    assert "R" in str(said["problems"])
    assert visitor.post("/records/annual/2025", form).status_code == 302
    after = path.read_text("utf-8").splitlines()
    assert [pair for pair in zip(before, after, strict=True) if pair[0] != pair[1]] == [
        ("      露天焚烧秸秆: 13", "      露天焚烧秸秆: 12")
    ]


def test_a_row_of_numbers_written_twice_or_by_half_is_not_saved(visitor: Visitor) -> None:
    path = visitor.data / "annual/2025.yml"
    before = path.read_bytes()
    form = visitor.form("/records/annual/2025")
    form["罚款.案由.1.名目"] = "占道经营"
    answer = visitor.post("/records/annual/2025", form)
    assert answer.status_code == 409
    assert "只写了一半" in answer.text
    form["罚款.案由.1.名目"], form["罚款.案由.1.数"] = "露天焚烧秸秆", "5"
    assert "写了两次" in visitor.post("/records/annual/2025", form).text
    assert path.read_bytes() == before


def test_a_new_hotline_is_no_leak_and_stands_after_the_others(visitor: Visitor) -> None:
    path = visitor.data / "town.yml"
    before = path.read_text("utf-8").splitlines()
    form = visitor.form("/records/town/town")
    place = sum(name.endswith(".号码") for name in form)
    row = f"热线.{place - 1}"
    form[f"{row}.名称"], form[f"{row}.号码"], form[f"{row}.用途"] = "供水", "02285000000", "停水了"
    said = visitor.post("/records/town/town/check", form).get_json()
    assert said["problems"] == {}
    assert visitor.post("/records/town/town", form).status_code == 302
    after = path.read_text("utf-8").splitlines()
    added = ["  - 名称: 供水", "    号码: '02285000000'", "    用途: 停水了"]
    assert [line for line in after if line not in added] == before
    assert after.index(added[0]) == before.index("本镇电话:")


def test_removing_every_row_removes_the_key(visitor: Visitor) -> None:
    path = visitor.data / "bulletins/2025/2025-b01.yml"
    assert "数字:" in path.read_text("utf-8")
    address = "/records/bulletins/2025-b01"
    form = visitor.form(address)
    for name in [name for name in form if name.startswith("数字.")]:
        form.pop(name)
    assert visitor.post(address, form).status_code == 302
    assert "数字:" not in path.read_text("utf-8")


def test_the_list_names_every_file_and_how_to_edit_it(visitor: Visitor) -> None:
    page = visitor.get("/").text
    for name in ("matters/straw-burning", "annual/2025", "town/town", "words/words"):
        assert f'href="/records/{name}"' in page
    assert "用编辑器改 cases_data/statutes/air-pollution-law.yml" in page


def test_a_statute_is_shown_with_its_days_and_where_to_change_it(visitor: Visitor) -> None:
    assert 'href="/statutes/air-pollution-law"' in visitor.get("/").text
    for path in (visitor.data / "statutes").glob("*.yml"):
        assert visitor.get(f"/statutes/{path.stem}").status_code == 200
    page = visitor.get("/statutes/air-pollution-law").text
    assert "cases_data/statutes/air-pollution-law.yml" in page
    assert "大气污染防治法第一百一十九条第一款" in page
    assert "500元以上2000元以下" in page
    assert "到 2026-08-14" in page
    assert "<form" not in page
    assert visitor.get("/statutes/nothing").status_code == 404


def test_two_windows_never_overwrite_each_other(visitor: Visitor) -> None:
    path = visitor.data / "cases/2025/2025-001.yml"
    first, second = visitor.form(ONE), visitor.form(ONE)
    first["标题"], second["地点"] = "第一个窗口", "某村村西"
    assert visitor.post(ONE, first).status_code == 302
    answer = visitor.post(ONE, second)
    assert answer.status_code == 409
    assert "第一个窗口" in answer.text
    assert "某村村西" in answer.text
    assert "标题: 第一个窗口" in path.read_text("utf-8")
    assert "某村村西" not in path.read_text("utf-8")


def test_an_edit_outside_of_the_same_field_shows_both(visitor: Visitor) -> None:
    path = visitor.data / "cases/2025/2025-001.yml"
    form = visitor.form(ONE)
    form["标题"] = "表单里写的"
    text = path.read_text("utf-8")
    path.write_text(text.replace("标题: ", "标题: 别处写的"), "utf-8")
    answer = visitor.post(ONE, form)
    assert answer.status_code == 409
    assert "别处写的是：别处写的" in answer.text
    assert "表单里写的" in answer.text
    assert "表单里写的" not in path.read_text("utf-8")


def test_an_unsaved_draft_survives_a_crash(visitor: Visitor) -> None:
    form = visitor.form(ONE)
    form["标题"] = "写到一半"
    visitor.post(f"{ONE}/check", form)
    assert "上次有没保存的内容" in visitor.get(ONE).text
    assert visitor.form(f"{ONE}?draft=restore")["标题"] == "写到一半"
    assert visitor.form(ONE)["标题"] != "写到一半"
    visitor.post(f"{ONE}/forget", MultiDict({"stamp": form["stamp"]}))
    assert "上次有没保存的内容" not in visitor.get(ONE).text


def test_withdrawing_asks_the_day_and_the_reason(visitor: Visitor) -> None:
    path = visitor.data / "cases/2025/2025-001.yml"
    before = path.read_text("utf-8").splitlines()
    page = visitor.form(ONE)
    base = {"stamp": page["stamp"], "fingerprint": page["fingerprint"]}
    half = MultiDict({**base, "日期": "2026-01-05", "理由": ""})
    assert "写一句为什么撤回" in visitor.post(f"{ONE}/withdraw", half).text
    whole = MultiDict({**base, "日期": "2026-01-05", "理由": "处罚决定已依法变更"})
    assert visitor.post(f"{ONE}/withdraw", whole).status_code == 302
    after = path.read_text("utf-8").splitlines()
    assert without(after, ["撤回"]) == before
    assert "已撤回" in visitor.get("/").text


def test_a_copy_is_a_new_draft(visitor: Visitor) -> None:
    answer = visitor.post(f"{ONE}/copy", MultiDict({"stamp": visitor.stamp()}))
    assert answer.headers["Location"] == "/records/cases/2026-001?done=copied"
    text = (visitor.data / "cases/2026/2026-001.yml").read_text("utf-8")
    assert "公开: 否" in text
    assert "待补:" in text


def test_a_new_record_does_not_take_the_number_of_a_broken_one(visitor: Visitor) -> None:
    (visitor.data / "cases/2025/2025-021.yml").write_text("写坏了", encoding="utf-8")
    form = MultiDict({"stamp": visitor.stamp(), "kind": "cases", "案由": "占道经营"})
    form["违法日期"] = "2025年6月12日"
    answer = visitor.post("/new", form)
    assert answer.headers["Location"] == "/records/cases/2025-022?done=created"


def test_previews_come_from_the_site_and_the_channel(visitor: Visitor) -> None:
    form = visitor.form("/records/cases/2025-003")
    form["标题"] = "预览里的标题"
    visitor.post("/records/cases/2025-003/check", form)
    web = visitor.get("/records/cases/2025-003/preview/web").text
    assert "预览里的标题" in web
    assert "cb-facts" in web
    assert "style=" in visitor.get("/records/cases/2025-003/preview/wechat").text


def test_a_photo_not_yet_saved_is_in_the_previews(visitor: Visitor, data: Path) -> None:
    (data / "images").mkdir()
    (data / "images" / "field.jpg").write_bytes(saved(picture(), "JPEG"))
    form = visitor.form("/records/cases/2025-003")
    form["图片.0.文件"], form["图片.0.说明"], form["图片.0.已脱敏"] = (
        "images/field.jpg",
        "一块地",
        "是",
    )
    visitor.post("/records/cases/2025-003/check", form)
    for channel in ("web", "wechat"):
        shown = visitor.get(f"/records/cases/2025-003/preview/{channel}").text
        assert '<img src="data:image/jpeg;base64,' in shown, channel


@pytest.mark.parametrize(
    "path",
    [
        "/records/cases/2025-999",
        "/records/cases/..%2f..%2ftown",
        "/records/statutes/air-pollution-law",
        "/records/cases/2025-001%00",
        "/assets/..%2f..%2fmkdocs.yml",
        "/assets/mark.svg",
        "/没有这一页",
    ],
)
def test_there_is_nothing_else_to_see(visitor: Visitor, path: str) -> None:
    assert visitor.get(path).status_code == 404


KEPT = ("cases/", "bulletins/", "matters/", "annual/", "town.yml", "words.yml")
names = st.sampled_from(
    ["标题", "罚款", "违反", "解读.基本案情", "图片.0.文件", "图片.x.文件", "撤回.日期", "original"]
) | st.text(max_size=8)
bodies = st.dictionaries(names, st.text(max_size=40), max_size=6)
actions = st.sampled_from(["", "/check", "/copy", "/forget", "/withdraw", "/commit"])
ids = st.sampled_from(
    ["2025-001", "2025-020", "2025-b01", "2025-zzz", "straw-burning", "2025", "town", "../../x"]
) | st.text(max_size=12)


def contents(folder: Path) -> dict[str, bytes]:
    """文件夹里每个文件的内容。"""
    files = (path for path in folder.rglob("*") if path.is_file())
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in files}


@settings(
    max_examples=100, suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None
)
@given(
    kind=st.sampled_from(["cases", "bulletins", "matters", "annual", "town", "statutes", "../x"]),
    id_=ids,
    action=actions,
    body=bodies,
)
def test_no_request_breaks_it_or_writes_elsewhere(
    visitor: Visitor,
    gatekeeper: Gatekeeper,
    tmp_path: Path,
    kind: str,
    id_: str,
    action: str,
    body: dict[str, str],
) -> None:
    outside = {p.name for p in tmp_path.iterdir()}
    before = contents(visitor.data)
    form = MultiDict({"stamp": gatekeeper.stamp, **body})
    answer = visitor.post(f"/records/{quote(kind, safe='')}/{quote(id_, safe='')}{action}", form)
    assert answer.status_code < 500
    assert {p.name for p in tmp_path.iterdir()} <= outside | {"autosave"}
    changed = {name for name, data in contents(visitor.data).items() if before.get(name) != data}
    assert all(name.startswith(KEPT) for name in changed)
    assert not list(visitor.data.rglob("*.tmp"))


@settings(
    max_examples=40, suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None
)
@given(
    body=st.dictionaries(
        st.sampled_from(["kind", "案由", "违法日期", "程序", "标题", "日期", "类别", "当事人"]),
        st.text(max_size=20) | st.sampled_from(["cases", "bulletins", "占道经营", "2026-06-12"]),
    )
)
def test_no_new_form_breaks_it(
    visitor: Visitor, gatekeeper: Gatekeeper, body: dict[str, str]
) -> None:
    answer = visitor.post("/new", MultiDict({"stamp": gatekeeper.stamp, **body}))
    assert answer.status_code < 500


def test_a_disk_that_cannot_write_leaves_the_file_alone(visitor: Visitor, monkeypatch) -> None:
    path = visitor.data / "cases/2025/2025-001.yml"
    before = path.read_bytes()
    form = visitor.form(ONE)
    form["标题"] = "写不进去"

    def full(*_arguments: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr("casebook.editing.files.os.fsync", full)
    answer = visitor.post(ONE, form)
    assert answer.status_code == 507
    assert "原来的文件没有动" in answer.text
    assert path.read_bytes() == before
    assert not list(path.parent.glob("*.tmp"))


def test_the_form_speaks_of_boxes_and_the_editor_of_yaml(visitor: Visitor) -> None:
    for address, _ in addresses(visitor.data):
        helps = re.findall(r'<p class="help"[^>]*>([^<]*)', visitor.get(address).text)
        assert len(helps) >= 3, address
        for said in helps:
            assert not re.search("引号|Markdown|YAML|true|false|缩进|换行后", said), said
    schema = (ROOT / ".vscode/schemas/town.schema.json").read_text("utf-8")
    assert "加英文引号，例如 '12345'" in schema
