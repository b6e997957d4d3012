"""一份记录变成哪些页面：短讯、解读、指南、列表、报告；不公开与撤回的各有下场。"""

import re
from pathlib import PurePosixPath
from posixpath import normpath

import pytest
from msgspec.structs import replace

from casebook.article.blocks import Article, Cards, Choices, Notice, Numbers, Pager, Question
from casebook.book import Book
from casebook.entries.entry import Loaded
from casebook.pages.site import Site, build_site
from casebook.records.case import Case
from casebook.render import WebRenderer

WITHDRAWAL = {"日期": "2025-11-03", "理由": "处罚决定被依法撤销"}


@pytest.fixture(scope="module")
def site(book: Book) -> Site:
    return build_site(book)


def pages(site: Site) -> dict[str, Article]:
    return {article.address: article for article in site.articles}


def edited(book: Book, record: str, **changes: object) -> Book:
    """换掉一件案件的几个键（以中文键名给出）。"""

    def edit(case: Loaded[Case]) -> Loaded[Case]:
        if case.value.id != record:
            return case
        raw = {**(case.source.root or {}), **changes}
        return replace(case, value=Case.model_validate(raw))

    return replace(book, cases=tuple(edit(case) for case in book.cases))


def many(book: Book, count: int) -> Book:
    """把第一件案件复制成许多件。"""
    first = book.cases[0]
    copies = tuple(
        replace(first, value=first.value.model_copy(update={"id": f"2025-{i:05}"}))
        for i in range(count)
    )
    return replace(book, cases=copies)


def test_the_three_sections_hold_what_the_town_published(site: Site, book: Book) -> None:
    found = pages(site)
    public = [case.value for case in book.cases if case.value.public]
    assert {f"news/{case.id}.html" for case in public} <= set(found)
    commentaries = [address for address in found if re.fullmatch(r"cases/\d{4}-\d+\.html", address)]
    assert len(commentaries) >= 6
    assert (
        len(
            [
                address
                for address in found
                if re.fullmatch(r"guides/(?!index)[a-z-]+\.html", address)
            ]
        )
        == 9
    )
    assert "report/2025.html" in found
    assert "index.html" in found


def test_addresses_are_ascii_and_unique(site: Site) -> None:
    addresses = [article.address for article in site.articles]
    assert len(addresses) == len(set(addresses))
    assert all(re.fullmatch(r"[a-z0-9/.-]+", address) for address in addresses)


def test_an_unpublished_case_has_no_page_but_counts(site: Site, book: Book) -> None:
    hidden = [case.value for case in book.cases if not case.value.public]
    assert hidden
    text = "".join(WebRenderer().body(article) for article in site.articles)
    for case in hidden:
        assert case.id not in text
        assert case.title not in text
    report = pages(site)["report/2025.html"]
    [headline] = [block for block in report.blocks if isinstance(block, Numbers)][:1]
    assert [number.value for number in headline.items] == ["1530", "20", "16100", "0"]


def test_a_withdrawn_case_becomes_a_notice_at_the_same_address(book: Book) -> None:
    changed = pages(build_site(edited(book, "2025-001", 撤回=WITHDRAWAL)))
    title = book.cases[0].value.title
    for address in ("news/2025-001.html", "cases/2025-001.html"):
        body = WebRenderer().body(changed[address])
        assert "处罚决定被依法撤销" in body
        assert "张某" not in body
    everything = "".join(WebRenderer().body(article) for article in changed.values())
    assert title not in everything
    assert "已撤回" in WebRenderer().body(changed["news/index.html"])


def test_every_page_made_of_demonstration_records_says_so(site: Site, book: Book) -> None:
    demonstrations = {case.path for case in book.cases if case.value.demonstration}
    for article in site.articles:
        if article.source in demonstrations:
            assert any(isinstance(b, Notice) and b.kind == "demonstration" for b in article.blocks)


def test_a_guide_shows_the_range_in_force_beside_the_real_decisions(site: Site) -> None:
    body = WebRenderer().body(pages(site)["guides/straw-burning.html"])
    assert "500元以上2000元以下罚款" in body
    assert "《生态环境法典》第一千一百三十一条第一款" in body
    for figure in ("13", "<b>500</b>", "<b>1000</b>", "<b>2000</b>"):
        assert figure in body


def test_a_guide_follows_today(book: Book) -> None:
    before = replace(book, today=book.cases[0].value.act_day)
    body = WebRenderer().body(pages(build_site(before))["guides/straw-burning.html"])
    assert "《大气污染防治法》第一百一十九条第一款" in body
    assert "生态环境法典" not in body.split('id="why"')[0].split('id="advice"')[0].replace(
        "《生态环境法典》施行以后", ""
    )


def test_lists_are_paged_and_never_grow(book: Book) -> None:
    few, lots = pages(build_site(many(book, 30))), pages(build_site(many(book, 300)))
    assert len(WebRenderer().body(lots["news/index.html"])) < 1.1 * len(
        WebRenderer().body(few["news/index.html"])
    )
    assert len(WebRenderer().body(lots["guides/straw-burning.html"])) < 1.02 * len(
        WebRenderer().body(few["guides/straw-burning.html"])
    )
    [pager] = [block for block in lots["news/page-2.html"].blocks if isinstance(block, Pager)]
    assert (pager.previous, pager.following) == ("news/index.html", "news/page-3.html")


def test_lists_run_from_new_to_old(site: Site) -> None:
    [cards] = [b for b in pages(site)["news/index.html"].blocks if isinstance(b, Cards)]
    days = [card.day for card in cards.items if card.day]
    assert days == sorted(days, reverse=True)


def test_filters_count_what_they_lead_to(site: Site) -> None:
    found = pages(site)
    [fold] = [b for b in found["news/index.html"].blocks if isinstance(b, Question)]
    by_year, by_matter = (b for b in fold.blocks if isinstance(b, Choices))
    for choice in (*by_year.items, *by_matter.items):
        shown = 0
        address: str | None = choice.target
        while address:
            blocks = found[address].blocks
            shown += sum(len(b.items) for b in blocks if isinstance(b, Cards))
            address = next((b.following for b in blocks if isinstance(b, Pager)), None)
        assert shown == choice.count


def test_every_inner_link_leads_somewhere(site: Site) -> None:
    renderer = WebRenderer()
    bodies = {address: renderer.body(article) for address, article in pages(site).items()}
    by_hand = {"remedies.html", "words.html", "about.html"}
    files = {download.address for download in site.downloads}
    for address, body in bodies.items():
        for link in re.findall(r'href="([^"]+)"', body):
            if link.startswith(("tel:", "https://www.tjbd.gov.cn/")):
                continue
            path, _, anchor = link.partition("#")
            target = normpath(f"{PurePosixPath(address).parent}/{path}") if path else address
            assert target in bodies or target in by_hand | files, (address, link)
            if anchor and target in bodies:
                assert f'id="{anchor}"' in bodies[target], (address, link)


def test_the_summary_is_plain_text(site: Site) -> None:
    for article in site.articles:
        assert article.description.strip()
        assert "**" not in article.description


def test_a_statistics_download_depends_on_its_numbers_not_on_the_wording(book: Book) -> None:
    [plain] = build_site(book).downloads
    [retitled] = build_site(edited(book, "2025-001", 标题="另起的标题")).downloads
    [fined] = build_site(edited(book, "2025-001", 罚款=1)).downloads
    assert retitled.inputs == plain.inputs
    assert fined.inputs != plain.inputs
