"""订阅与开放数据：格式对、只有公开的、同样的记录同样的字节。"""

import csv
import io
import json
from xml.etree import ElementTree

import pytest
from openpyxl import load_workbook

from casebook.article.addresses import SECTION_NAMES, relative
from casebook.book import Book
from casebook.imprint import feed_links
from casebook.pages.sections import sections_of
from casebook.pages.site import build_site
from casebook.pages.words import imprint_of
from casebook.releases.dataset import COLUMNS, dataset_files, dataset_of
from casebook.releases.feeds import feed_files, feeds_of
from casebook.render import WebRenderer
from tests.test_site import WITHDRAWAL, edited

ATOM = "{http://www.w3.org/2005/Atom}"


def released(book: Book) -> dict[str, bytes]:
    """订阅与开放数据的全部文件。"""
    feeds = feeds_of(book, sections_of(book))
    return dict((*feed_files(feeds, book), *dataset_files(dataset_of(book), book)))


@pytest.fixture(scope="module")
def files(book: Book) -> dict[str, bytes]:
    return released(book)


def test_every_section_and_matter_has_both_feeds(files: dict[str, bytes], book: Book) -> None:
    stems = {"feed", *(f"{section}/feed" for section in SECTION_NAMES)}
    stems |= {f"guides/{matter.path.split('/')[-1][:-4]}-feed" for matter in book.matters}
    feeds = {name for name in files if "feed" in name}
    assert feeds == {f"{stem}.{kind}" for stem in stems for kind in ("xml", "json")}


def test_atom_entries_carry_what_readers_need(files: dict[str, bytes]) -> None:
    feed = ElementTree.fromstring(files["news/feed.xml"])
    entries = feed.findall(f"{ATOM}entry")
    assert 0 < len(entries) <= 20
    for entry in entries:
        for name in ("title", "id", "updated", "link"):
            assert entry.find(f"{ATOM}{name}") is not None
    days = [entry.findtext(f"{ATOM}updated", "") for entry in entries]
    assert days == sorted(days, reverse=True)
    assert entries[0].find(f"{ATOM}link").attrib["href"].startswith("../news/")  # type: ignore[union-attr]


def test_guides_and_reports_are_in_their_feeds(files: dict[str, bytes], book: Book) -> None:
    guides = json.loads(files["guides/feed.json"])["items"]
    reports = json.loads(files["report/feed.json"])["items"]
    assert {item["title"] for item in guides} == {matter.value.name for matter in book.matters}
    assert [item["url"] for item in reports] == ["../report/2025.html"]
    everything = json.loads(files["feed.json"])["items"]
    assert reports[0]["id"] in {item["id"] for item in everything}


def test_a_guide_is_dated_by_the_last_check_of_its_law(files: dict[str, bytes], book: Book) -> None:
    guides = json.loads(files["guides/feed.json"])["items"]
    dated = {item["title"]: item["date_published"][:10] for item in guides}
    name = book.matters[0].value.name
    checked = [rule.statute.checked_on for rule in book.register.rules_for(name, book.today)]
    assert dated[name] == max(checked).isoformat()


@pytest.mark.parametrize(
    ("address", "stems"),
    [
        ("index.html", ["feed"]),
        ("guides/index.html", ["guides/feed", "feed"]),
        ("guides/straw-burning.html", ["guides/straw-burning-feed", "guides/feed", "feed"]),
        ("news/matter-straw-burning.html", ["guides/straw-burning-feed", "news/feed", "feed"]),
        ("news/year-2025.html", ["news/feed", "feed"]),
        ("news/2025-001.html", ["news/feed", "feed"]),
        ("cases/2025-001.html", ["cases/feed", "feed"]),
        ("report/2025.html", ["report/feed", "feed"]),
    ],
)
def test_each_page_offers_the_feeds_that_concern_it(
    files: dict[str, bytes], book: Book, address: str, stems: list[str]
) -> None:
    article = next(one for one in build_site(book).articles if one.address == address)
    offered = [link.stem for link in feed_links(article, imprint_of(book))]
    assert offered == stems
    head = WebRenderer(imprint_of(book)).head(article)
    for stem in stems:
        assert f"{stem}.xml" in files
        assert f'href="{relative(f"{stem}.xml", address)}"' in head
        assert f'href="{relative(f"{stem}.json", address)}"' in head


def test_json_feed_says_the_same(files: dict[str, bytes]) -> None:
    feed = json.loads(files["feed.json"])
    atom = ElementTree.fromstring(files["feed.xml"])
    titles = [entry.findtext(f"{ATOM}title") for entry in atom.findall(f"{ATOM}entry")]
    assert feed["version"] == "https://jsonfeed.org/version/1.1"
    assert [item["title"] for item in feed["items"]] == titles


def test_three_formats_hold_the_same_rows(files: dict[str, bytes]) -> None:
    table = list(csv.DictReader(io.StringIO(files["data/cases.csv"].decode("utf-8-sig"))))
    items = json.loads(files["data/cases.json"])
    sheet = load_workbook(io.BytesIO(files["data/cases.xlsx"])).worksheets[0]
    assert len(table) == len(items) == sheet.max_row - 1
    assert [row["编号"] for row in table] == [item["编号"] for item in items]
    assert [int(row["罚款"]) for row in table] == [item["罚款"] for item in items]
    assert list(table[0]) == [column.name for column in COLUMNS]


def test_the_package_describes_every_column(files: dict[str, bytes]) -> None:
    package = json.loads(files["data/datapackage.json"])
    fields = package["resources"][0]["schema"]["fields"]
    assert [field["name"] for field in fields] == [column.name for column in COLUMNS]


def test_only_what_is_public_is_released(book: Book) -> None:
    hidden = edited(book, "2025-001", 撤回=WITHDRAWAL)
    data = dict(dataset_files(dataset_of(hidden), hidden))
    assert b"2025-001" not in data["data/cases.csv"]
    assert b"2025-002" in data["data/cases.csv"]


def test_the_same_records_give_the_same_bytes(files: dict[str, bytes], book: Book) -> None:
    assert released(book) == files
