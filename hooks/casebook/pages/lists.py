"""列表页：按日期从新到旧，可按年份、案由缩小范围；每页条数固定，档案再大页面也不变长。"""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from datetime import date
from functools import partial

from msgspec import Struct
from msgspec.structs import replace

from casebook.article.addresses import Listing
from casebook.article.blocks import (
    Article,
    Card,
    Cards,
    Choice,
    Choices,
    Pager,
    Question,
    paragraph,
)
from casebook.pages.drafts import Draft

PAGE_SIZE = 20


class Item(Struct, frozen=True):
    """列表里的一条，用来筛选的案由（以网址里的名字记），以及它的记录的指纹。"""

    card: Card
    matters: tuple[str, ...]
    digest: str

    @property
    def day(self) -> date:
        """按哪一天排；没有日期的排在最后。"""
        return self.card.day or date.min

    @property
    def year(self) -> int:
        """按日期归到哪一年。"""
        return self.day.year


class Section(Struct, frozen=True):
    """一个栏目：网址名、标题、一句说明、条目（从新到旧）、案由的网址名与名称。"""

    name: str
    title: str
    lead: str
    items: tuple[Item, ...]
    matters: tuple[tuple[str, str], ...]


def draft_lists(section: Section) -> Iterator[Draft]:
    """栏目首页、各年、各案由、各年各案由的列表，连同翻页；没有条目的不建，栏目首页除外。"""
    shelves = _sort_out(section)
    for listing in shelves:
        filters = tuple(_filters(section, listing, shelves))
        yield from _pages(section, listing, shelves[listing], filters)


def newest_first(items: Sequence[Item]) -> tuple[Item, ...]:
    """从新到旧。"""
    return tuple(sorted(items, key=by_age, reverse=True))


def by_age(item: Item) -> tuple[date, str]:
    """按日期排；同一天的按地址，使次序固定。"""
    return item.day, item.card.target


Shelves = dict[Listing, list[Item]]


def _sort_out(section: Section) -> Shelves:
    """每种列表各有哪些条目，一遍分好。"""
    groups: dict[tuple[int | None, str | None], list[Item]] = defaultdict(list)
    groups[None, None] = list(section.items)
    for item in section.items:
        year = item.year
        groups[year, None].append(item)
        for matter in item.matters:
            groups[None, matter].append(item)
            groups[year, matter].append(item)
    return {Listing(section.name, *narrowed): items for narrowed, items in groups.items()}


def _pages(
    section: Section, listing: Listing, items: Sequence[Item], filters: tuple[Choices, ...]
) -> Iterator[Draft]:
    pages = max(1, -(-len(items) // PAGE_SIZE))
    day = items[0].day if items else None
    common = (repr(filters), items[0].digest if items else "", str(pages))
    for page in range(1, pages + 1):
        shown = items[(page - 1) * PAGE_SIZE : page * PAGE_SIZE]
        yield Draft(
            listing.address(page),
            section.name,
            (*common, *(item.digest for item in shown)),
            partial(_page, section, listing, shown, filters, (page, pages, day)),
            day,
        )


def _page(
    section: Section,
    listing: Listing,
    shown: Sequence[Item],
    filters: tuple[Choices, ...],
    place: tuple[int, int, date | None],
) -> Article:
    """一页列表；`place` 是第几页、共几页、整个列表最近的日期。"""
    page, pages, day = place
    lead = (paragraph(section.lead),) if listing == Listing(section.name) and page == 1 else ()
    return Article(
        address=listing.address(page),
        section=section.name,
        title=_title(section, listing) + (f"（第{page}页）" if page > 1 else ""),
        description=section.lead,
        day=day,
        blocks=(
            *lead,
            *((Question("按年份、案由挑", filters),) if filters else ()),
            Cards(tuple(item.card for item in shown)),
            *((_pager(listing, page, pages),) if pages > 1 else ()),
        ),
        listed=False,
    )


def _title(section: Section, listing: Listing) -> str:
    """“执法动态·2025年·露天焚烧秸秆”。"""
    year = f"{listing.year}年" if listing.year else ""
    matter = dict(section.matters)[listing.matter] if listing.matter else ""
    return "·".join(filter(None, [section.title, year, matter]))


def _pager(listing: Listing, page: int, pages: int) -> Pager:
    return Pager(
        page,
        pages,
        listing.address(page - 1) if page > 1 else None,
        listing.address(page + 1) if page < pages else None,
    )


def _filters(section: Section, listing: Listing, shelves: Shelves) -> Iterator[Choices]:
    """年份一排、案由一排；换一排时保留另一排的选择，没有条目的不列。"""
    years = sorted({other.year for other in shelves if other.year}, reverse=True)
    by_year = (
        ("全部", replace(listing, year=None)),
        *((f"{year}年", replace(listing, year=year)) for year in years),
    )
    by_matter = (
        ("全部", replace(listing, matter=None)),
        *((title, replace(listing, matter=name)) for name, title in section.matters),
    )
    for label, targets in (("年份", by_year), ("案由", by_matter)):
        choices = tuple(
            Choice(name, target.address(), target == listing, len(shelves[target]))
            for name, target in targets
            if shelves.get(target)
        )
        if choices:
            yield Choices(label, choices)
