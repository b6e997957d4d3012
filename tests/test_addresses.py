"""地址：可读、ASCII、随处可用。"""

import pytest

from casebook.article.addresses import Listing, of_commentary, of_guide, of_news, relative


def test_addresses_come_from_the_record_id() -> None:
    assert of_news("2025-003") == "news/2025-003.html"
    assert of_commentary("2025-003") == "cases/2025-003.html"
    assert of_guide("straw-burning") == "guides/straw-burning.html"


@pytest.mark.parametrize(
    ("listing", "page", "address"),
    [
        (Listing("news"), 1, "news/index.html"),
        (Listing("news"), 2, "news/page-2.html"),
        (Listing("news", 2025), 1, "news/year-2025.html"),
        (Listing("news", 2025, "fire-lane"), 3, "news/year-2025-matter-fire-lane-page-3.html"),
    ],
)
def test_a_listing_has_one_address_a_page(listing: Listing, page: int, address: str) -> None:
    assert listing.address(page) == address


@pytest.mark.parametrize(
    ("target", "page", "link"),
    [
        ("guides/frontage.html", "index.html", "guides/frontage.html"),
        ("guides/frontage.html", "news/2025-001.html", "../guides/frontage.html"),
        ("news/2025-002.html#top", "news/2025-001.html", "2025-002.html#top"),
        ("tel:12345", "news/2025-001.html", "tel:12345"),
        ("https://flk.npc.gov.cn/", "news/2025-001.html", "https://flk.npc.gov.cn/"),
        ("#part-1", "news/2025-001.html", "#part-1"),
    ],
)
def test_links_are_relative_so_any_folder_will_do(target: str, page: str, link: str) -> None:
    assert relative(target, page) == link
