"""新手的一路：从什么都没有，到一件公开的案子；只用键盘也行；无障碍检查零问题。"""

import json
import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from desk_server import desk_in_background
from playwright.sync_api import Browser, Page, expect

from casebook.inspection import Place, inspect_all
from tests.workbench import DATA

pytestmark = pytest.mark.browser

FACTS = "十月里，张某在自家地头点着了一堆玉米秸，巡查的人闻着烟味走过去，火已经灭了。"
ANSWERS = {
    "标题": "地头点了一堆玉米秸，自己先灭了火",
    "地点": "某村村西农田",
    "立案日期": "2026-10-12",
    "告知日期": "2026-10-14",
    "决定日期": "2026-10-21",
    "送达日期": "2026-10-21",
    "公开日期": "2026-10-23",
    "罚款": "500",
    "文书号": "津宝大口屯罚决〔2026〕1号",
    "摘要": FACTS,
    "解读.基本案情": FACTS,
    "解读.处理结果": "镇里责令改正，罚款500元，张某第二天就交了。",
    "解读.法律依据": "在划定的区域里露天焚烧秸秆，可以责令改正并处罚款。",
    "解读.以案说法": "烟不认地界，一家烧，全村闻。",
    "解读.怎么做才对": "- 粉碎还田\n- 打捆离田",
}


@pytest.fixture
def desk(tmp_path: Path, chromium: Browser) -> Iterator[tuple[Page, Path]]:
    """一张开好的表单和它的数据；页面出错、向外要东西都不算通过。"""
    data = Path(shutil.copytree(DATA, tmp_path / "cases_data"))
    context = chromium.new_context(viewport={"width": 1280, "height": 900}, locale="zh-CN")
    page = context.new_page()
    errors: list[str] = []
    asked: list[str] = []
    page.on("pageerror", lambda error: errors.append(str(error)))
    page.on("request", lambda request: asked.append(request.url))
    with desk_in_background(data, tmp_path / "autosave") as gatekeeper:
        page.goto(gatekeeper.address)
        yield page, data
        context.close()
    home = f"http://127.0.0.1:{gatekeeper.port}/"
    assert errors == []
    assert [url for url in asked if not url.startswith((home, "data:"))] == []


def violations(page: Page, axe: str) -> list[str]:
    page.evaluate(axe)  # 内容安全策略不许页面自己装脚本，调试接口可以
    found = page.evaluate("async () => JSON.stringify((await axe.run()).violations)")
    return [f"{one['id']}: {one['nodes'][0]['html'][:120]}" for one in json.loads(found)]


def settled(page: Page) -> None:
    """等这一次边写边查有了结果。"""
    before = page.locator("#record").get_attribute("data-checked")
    page.wait_for_function(
        "before => document.getElementById('record').getAttribute('data-checked') !== before",
        arg=before,
    )


def test_a_newcomer_publishes_a_case(desk: tuple[Page, Path], axe: str) -> None:
    page, data = desk
    assert not violations(page, axe)
    page.get_by_role("link", name="新写一份").first.click()
    assert not violations(page, axe)
    page.select_option("#matter", "露天焚烧秸秆")
    page.fill("#act-day", "2026-10-12")
    page.fill("#party", "张某")
    page.get_by_role("button", name="建好底稿，往下写").first.click()
    expect(page.get_by_role("status").first).to_contain_text("底稿建好了")
    assert page.input_value('[name="编号"]') == "2026-001"
    assert page.locator('[name="处罚依据"]').first.input_value().startswith("生态环境法典")
    assert not violations(page, axe)

    page.fill('[name="当事人"]', "张三丰")
    settled(page)
    field = page.locator('[data-field="当事人"]')
    expect(field.locator(".problem code").first).to_have_text("P101")
    expect(field.locator("mark")).to_have_text("张三丰")
    assert not violations(page, axe)
    field.get_by_role("button", name="换成“张某某”").click()
    settled(page)
    assert page.input_value('[name="当事人"]') == "张某某"

    for name, value in ANSWERS.items():
        page.fill(f'[name="{name}"]', value)
    pending = page.locator('[data-field="待补"]')
    while pending.locator("input").first.input_value():
        pending.get_by_role("button", name="删去待补第 1 项").click()
    page.select_option('[name="公开"]', "是")
    page.fill('[name="审核.角色"]', "法制审核员")
    page.fill('[name="审核.日期"]', "2026-10-22")
    settled(page)
    page.wait_for_timeout(1500)
    expect(page.locator("#tally")).to_contain_text("0 个错误")
    expect(page.frame_locator("#preview").locator("h1").first).to_have_text(ANSWERS["标题"])
    page.get_by_role("button", name="公众号").click()
    expect(page.frame_locator("#preview").locator("body")).to_contain_text(FACTS)
    page.get_by_role("button", name="保存").click()
    expect(page.get_by_role("status").first).to_contain_text("已保存")

    inspection = inspect_all(Place(data, "cases_data"), None, None)
    mine = [p for p in inspection.problems if p.blocks and "2026-001" in p.position.path]
    assert not mine
    assert inspection.book is not None
    assert "2026-001" in {case.value.id for case in inspection.book.published()}
    page.get_by_role("link", name="全部记录").click()
    row = page.locator("tr", has_text="2026-001")
    expect(row).to_contain_text("已公开")
    page.fill("#find", "2026-001")
    page.keyboard.press("Enter")
    expect(page.locator("tbody tr")).to_have_count(1)
    expect(page).to_have_title("找到 1 份 - 写案例")
    assert not violations(page, axe)


def test_the_keyboard_alone_publishes_a_case(desk: tuple[Page, Path]) -> None:
    page, data = desk
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.textContent") == "跳到正文"
    tab_to(page, "新写一份")
    page.keyboard.press("Enter")
    page.wait_for_url("**/new")
    tab_to(page, "matter")
    choose(page, "露天焚烧秸秆", "ArrowDown")
    tab_to(page, "act-day")
    page.keyboard.type("2026/10/12")
    page.keyboard.press("Tab")
    page.keyboard.insert_text("张某")
    tab_to(page, "建好底稿，往下写")
    page.keyboard.press("Enter")
    page.wait_for_url("**/records/cases/2026-001*")
    for name, value in ANSWERS.items():
        tab_to(page, f"f-{name}")
        page.keyboard.press("Control+A")
        page.keyboard.insert_text(value)
    tab_to(page, "f-公开")
    choose(page, "是", "ArrowUp")
    tab_to(page, "f-审核.角色")
    page.keyboard.insert_text("法制审核员")
    tab_to(page, "f-审核.日期")
    page.keyboard.type("2026-10-22")
    tab_to(page, "删去", label="删去待补第 1 项")
    while page.evaluate("document.activeElement.ariaLabel") == "删去待补第 1 项":
        page.keyboard.press("Enter")
        if not page.input_value('[name="待补"] >> nth=0'):
            break
    tab_to(page, "保存")
    page.keyboard.press("Enter")
    expect(page.get_by_role("status").first).to_contain_text("已保存")
    inspection = inspect_all(Place(data, "cases_data"), None, None)
    assert not [p for p in inspection.problems if p.blocks and "2026-001" in p.position.path]
    assert inspection.book is not None
    assert "2026-001" in {case.value.id for case in inspection.book.published()}


def test_rows_come_and_go_by_keyboard(desk: tuple[Page, Path], axe: str) -> None:
    page, data = desk
    path = data / "bulletins/2025/2025-b01.yml"
    before = path.read_text("utf-8")
    page.goto(page.url.rstrip("/") + "/records/bulletins/2025-b01")
    tab_to(page, "数字：再加一组")
    page.keyboard.press("Enter")
    assert page.evaluate("document.activeElement.name") == "数字.2.项目"
    for text in ("劝导占道的摊贩", "9", "人次"):
        page.keyboard.insert_text(text)
        page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.ariaLabel") == "删去数字第 3 组"
    settled(page)
    assert not violations(page, axe)
    page.goto(page.url)  # 没保存，草稿在
    page.get_by_role("link", name="接着写").click()
    assert page.input_value('[name="数字.2.单位"]') == "人次"
    tab_to(page, "删去", label="删去数字第 1 组")
    page.keyboard.press("Enter")
    assert page.evaluate("document.activeElement.ariaLabel") == "删去数字第 1 组"
    assert page.input_value('[name="数字.1.单位"]') == "人次"
    tab_to(page, "保存")
    page.keyboard.press("Enter")
    expect(page.get_by_role("status").first).to_contain_text("已保存")
    first = before.index("  - 项目: ")
    second = before.index("  - 项目: ", first + 1)
    last = before.index("正文:")
    added = "  - 项目: 劝导占道的摊贩\n    数量: 9\n    单位: 人次\n"
    assert path.read_text("utf-8") == before[:first] + before[second:last] + added + before[last:]


@pytest.mark.parametrize("width", [360, 1280])
def test_every_kind_of_form_is_accessible_and_fits(
    desk: tuple[Page, Path], axe: str, width: int
) -> None:
    page, _ = desk
    page.set_viewport_size({"width": width, "height": 740})
    home = page.url.rstrip("/")
    for place in (
        "",
        "/records/bulletins/2025-b01",
        "/records/matters/straw-burning",
        "/records/annual/2025",
        "/records/town/town",
        "/records/words/words",
        "/records/cases/2025-001/withdraw",
        "/statutes/air-pollution-law",
    ):
        page.goto(home + place)
        for folded in page.locator("summary").all():
            folded.click()
        assert not violations(page, axe), place
        assert page.evaluate("document.documentElement.scrollWidth") <= width, place


def test_a_coarser_place_is_one_click_away(desk: tuple[Page, Path]) -> None:
    page, _ = desk
    page.goto(page.url.rstrip("/") + "/records/cases/2025-001")
    page.fill('[name="地点"]', "三里屯村东农田")
    settled(page)
    field = page.locator('[data-field="地点"]')
    expect(field.locator(".problem code")).to_have_text("P109")
    field.get_by_role("button", name="换成“某村”").click()
    settled(page)
    assert page.input_value('[name="地点"]') == "某村东农田"
    expect(field.locator(".problem")).to_have_count(0)


def tab_to(page: Page, wanted: str, label: str | None = None) -> None:
    """一直按 Tab，直到走到 id 或文字是 `wanted`（给了 `label` 就连读出来的名字也要是它）的地方。"""
    for _ in range(150):
        page.keyboard.press("Tab")
        if page.evaluate(
            "([wanted, label]) => (element => [element.id, element.textContent.trim()]"
            ".includes(wanted) && (!label || element.ariaLabel === label))(document.activeElement)",
            [wanted, label],
        ):
            return
    raise AssertionError(f"Tab 走不到 {wanted}")


def choose(page: Page, wanted: str, arrow: str) -> None:
    """焦点所在的选择框，用上下键选到 `wanted`。"""
    for _ in range(30):
        if page.evaluate("document.activeElement.value") == wanted:
            return
        page.keyboard.press(arrow)
    raise AssertionError(f"选不到 {wanted}")


def test_text_is_large_enough_for_older_eyes(desk: tuple[Page, Path]) -> None:
    page, _ = desk
    page.goto(page.url.rstrip("/") + "/records/cases/2025-001")
    smallest = page.evaluate(
        "Math.min(...[...document.querySelectorAll('main *')].filter(e => e.innerText)"
        ".map(e => parseFloat(getComputedStyle(e).fontSize)))"
    )
    assert smallest >= 16
    low = page.evaluate(
        "Math.min(...[...document.querySelectorAll('main :is(button, input:not([type=hidden]),"
        " select)')].filter(e => e.offsetParent).map(e => e.offsetHeight))"
    )
    assert low >= 44
