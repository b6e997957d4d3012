"""列表页：按日期从新到旧，可按年份、案由缩小范围；每页条数固定，档案再大页面也不变长。"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from casebook.article.addresses import Listing
from casebook.article.blocks import Article, Block, Card, Cards, Choice, Choices, Pager, paragraph

PAGE_SIZE = 20


@dataclass(frozen=True, slots=True)
class Item:
    """列表里的一条，以及用来筛选的案由（以网址里的名字记）。"""

    card: Card
    matters: tuple[str, ...]

    @property
    def day(self) -> date:
        """按哪一天排；没有日期的排在最后。"""
        return self.card.day or date.min

    @property
    def year(self) -> int:
        """按日期归到哪一年。"""
        return self.day.year


@dataclass(frozen=True, slots=True)
class Section:
    """一个栏目：网址名、标题、一句说明、条目（从新到旧）、案由的网址名与名称。"""

    name: str
    title: str
    lead: str
    items: tuple[Item, ...]
    matters: tuple[tuple[str, str], ...]


def build_lists(section: Section) -> Iterator[Article]:
    """栏目首页、各年、各案由、各年各案由的列表，连同翻页。"""
    years = sorted({item.year for item in section.items}, reverse=True)
    for year in (None, *years):
        for matter in (None, *(name for name, _ in section.matters)):
            listing = Listing(section.name, year, matter)
            items = _narrow(section.items, listing)
            if items or listing == Listing(section.name):
                yield from _pages(section, listing, items, years)


def newest_first(items: Sequence[Item]) -> tuple[Item, ...]:
    """从新到旧；同一天的按地址倒序，使次序固定。"""
    return tuple(sorted(items, key=lambda item: (item.day, item.card.target), reverse=True))


def _narrow(items: Sequence[Item], listing: Listing) -> tuple[Item, ...]:
    return tuple(
        item
        for item in items
        if (listing.year is None or item.year == listing.year)
        and (listing.matter is None or listing.matter in item.matters)
    )


def _pages(
    section: Section, listing: Listing, items: Sequence[Item], years: Sequence[int]
) -> Iterator[Article]:
    pages = max(1, -(-len(items) // PAGE_SIZE))
    names = dict(section.matters)
    narrowed = [f"{listing.year}年"] if listing.year else []
    narrowed += [names[listing.matter]] if listing.matter else []
    title = "·".join([section.title, *narrowed])
    for page in range(1, pages + 1):
        shown = items[(page - 1) * PAGE_SIZE : page * PAGE_SIZE]
        blocks: list[Block] = [paragraph(section.lead)] if page == 1 and not narrowed else []
        blocks += _filters(section, listing, years)
        blocks.append(Cards(tuple(item.card for item in shown)))
        if pages > 1:
            blocks.append(
                Pager(
                    page,
                    pages,
                    listing.address(page - 1) if page > 1 else None,
                    listing.address(page + 1) if page < pages else None,
                )
            )
        yield Article(
            address=listing.address(page),
            section=section.name,
            title=title + (f"（第{page}页）" if page > 1 else ""),
            description=section.lead,
            day=items[0].day if items else None,
            blocks=tuple(blocks),
            listed=False,
        )


def _filters(section: Section, listing: Listing, years: Sequence[int]) -> Iterator[Choices]:
    """年份一排、案由一排；换一排时保留另一排的选择，没有条目的不列。"""
    by_year = [
        _choice("全部", Listing(section.name, None, listing.matter), listing, section.items),
        *(
            _choice(
                f"{year}年", Listing(section.name, year, listing.matter), listing, section.items
            )
            for year in years
        ),
    ]
    by_matter = [
        _choice("全部", Listing(section.name, listing.year), listing, section.items),
        *(
            _choice(title, Listing(section.name, listing.year, name), listing, section.items)
            for name, title in section.matters
        ),
    ]
    for label, choices in (("年份", by_year), ("案由", by_matter)):
        shown = tuple(choice for choice in choices if choice.count)
        if shown:
            yield Choices(label, shown)


def _choice(label: str, target: Listing, current: Listing, items: Sequence[Item]) -> Choice:
    return Choice(label, target.address(), target == current, len(_narrow(items, target)))
