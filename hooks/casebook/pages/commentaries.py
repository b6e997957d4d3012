"""案例解读：把一件案子讲完整——案情、结果、依据、道理、怎么做才对。"""

from collections.abc import Iterator

from casebook.article.addresses import COMMENTARIES, of_commentary, of_guide, of_news
from casebook.article.blocks import Article, Block, Card, Cards, Heading
from casebook.article.inlines import words
from casebook.article.prose import read_prose
from casebook.book import Book, slug
from casebook.entries.entry import Loaded
from casebook.pages.news import case_facts, case_summary, withdrawn
from casebook.pages.notices import demonstration_notice
from casebook.records.case import Case, Commentary

RELATED = 3


def build_commentaries(book: Book) -> Iterator[Article]:
    """公开且写了解读的案件，每件一篇。"""
    for loaded in book.published():
        commentary = loaded.value.commentary
        if commentary is None:
            continue
        address = of_commentary(loaded.value.id)
        if loaded.value.withdrawal is not None:
            yield withdrawn(loaded, address, COMMENTARIES)
        else:
            yield _article(loaded, commentary, book)


def _article(loaded: Loaded[Case], commentary: Commentary, book: Book) -> Article:
    case = loaded.value
    blocks: list[Block] = [demonstration_notice()] if case.demonstration else []
    blocks.append(case_facts(case, book))
    for number, (title, text) in enumerate(commentary.sections(), start=1):
        blocks.append(Heading(2, words(title), f"part-{number}"))
        blocks += read_prose(text)
    blocks.append(Heading(2, words("接着看"), "onward"))
    blocks.append(Cards(_onward(loaded, book), compact=True))
    return Article(
        address=of_commentary(case.id),
        section=COMMENTARIES,
        title=case.title,
        description=case_summary(case),
        day=case.day,
        keywords=(case.matter,),
        blocks=tuple(blocks),
        source=loaded.path,
        demonstration=case.demonstration,
    )


def _onward(loaded: Loaded[Case], book: Book) -> tuple[Card, ...]:
    """指南、短讯，以及同一案由里相邻的几篇。"""
    case = loaded.value
    matter = book.matter(case.matter)
    cards = [Card("案件进展和文书号", of_news(case.id))]
    if matter is not None:
        cards.insert(0, Card(f"“{case.matter}”能不能做、罚多少", of_guide(slug(matter))))
    return (*cards, *_neighbours(loaded, book))


def _neighbours(loaded: Loaded[Case], book: Book) -> Iterator[Card]:
    """同一案由里编号最近的几篇解读；只看邻近，档案再大页面也不变长。"""
    same = book.commentaries_on(loaded.value.matter)
    index = next(i for i, other in enumerate(same) if other.path == loaded.path)
    window = same[max(0, index - RELATED) : index + RELATED + 1]
    nearest = sorted(
        (other for other in window if other.path != loaded.path),
        key=lambda other: abs(same.index(other) - index),
    )
    for other in nearest[:RELATED]:
        yield Card(other.value.title, of_commentary(other.value.id), other.value.day)
