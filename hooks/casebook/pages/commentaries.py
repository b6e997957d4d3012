"""案例解读：把一件案子讲完整——案情、结果、依据、道理、怎么做才对。"""

from collections.abc import Iterator, Sequence
from functools import partial

from casebook.article.addresses import COMMENTARIES, of_commentary, of_guide, of_news
from casebook.article.blocks import Article, Block, Card, Cards, Heading
from casebook.article.inlines import words
from casebook.article.prose import read_prose
from casebook.book import Book, slug
from casebook.entries.entry import Loaded
from casebook.pages.drafts import Draft
from casebook.pages.news import brief_facts, case_summary, matter_digests, withdrawn
from casebook.pages.notices import demonstration_notice
from casebook.pages.photos import photo_blocks, photo_digests
from casebook.pages.remedies import remedy_section
from casebook.records.case import Case
from casebook.tally import by_matter

RELATED = 3
SCENE = 1
"""照片放在第几节后面：讲完案情，正好看现场。"""


def draft_commentaries(book: Book) -> Iterator[Draft]:
    """公开且写了解读的案件，每件一篇；撤回的只留说明。"""
    for loaded in book.published():
        if loaded.value.commentary is not None and loaded.value.withdrawal is not None:
            address = of_commentary(loaded.value.id)
            write = partial(withdrawn, loaded, address, COMMENTARIES)
            yield Draft(
                address, COMMENTARIES, (loaded.source.digest,), write, loaded.value.withdrawal.day
            )
    for same in by_matter(book.commentaries()).values():
        for index, loaded in enumerate(same):
            yield _draft(loaded, _neighbours(same, index), book)


def _draft(loaded: Loaded[Case], neighbours: Sequence[Loaded[Case]], book: Book) -> Draft:
    return Draft(
        of_commentary(loaded.value.id),
        COMMENTARIES,
        (
            loaded.source.digest,
            *matter_digests(book, loaded.value.matter),
            *photo_digests(loaded.value, book),
            *(neighbour.source.digest for neighbour in neighbours),
        ),
        partial(_article, loaded, neighbours, book),
        loaded.value.day,
    )


def _article(loaded: Loaded[Case], neighbours: Sequence[Loaded[Case]], book: Book) -> Article:
    case = loaded.value
    sections = case.commentary.sections() if case.commentary else ()
    blocks: list[Block] = [demonstration_notice()] if case.demonstration else []
    blocks.append(brief_facts(case, book))
    for number, (title, text) in enumerate(sections, start=1):
        blocks.append(Heading(2, words(title), f"part-{number}"))
        blocks += read_prose(text)
        if number == SCENE:
            blocks += photo_blocks(case, book)
    blocks += remedy_section(case, book)
    blocks.append(Heading(2, words("接着看"), "onward"))
    blocks.append(Cards(_onward(case, neighbours, book), compact=True))
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


def _onward(case: Case, neighbours: Sequence[Loaded[Case]], book: Book) -> tuple[Card, ...]:
    """指南、短讯，以及同一案由里相邻的几篇。"""
    matter = book.matter(case.matter)
    guide = (Card(f"“{case.matter}”能不能做、罚多少", of_guide(slug(matter))),) if matter else ()
    return (
        *guide,
        Card("案件进展和文书号", of_news(case.id)),
        *(
            Card(other.value.title, of_commentary(other.value.id), other.value.day)
            for other in neighbours
        ),
    )


def _neighbours(same: Sequence[Loaded[Case]], index: int) -> Sequence[Loaded[Case]]:
    """同一案由里编号最近的几篇；只看邻近，档案再大页面也不变长。"""
    nearby = range(max(0, index - RELATED), min(len(same), index + RELATED + 1))
    nearest = sorted((i for i in nearby if i != index), key=lambda i: abs(i - index))
    return [same[i] for i in nearest[:RELATED]]
