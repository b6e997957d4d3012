"""“我这样做违法吗”：按在哪儿、做什么，一层一层挑，点到就是回答。全是链接，不靠脚本。

有脚本时最上面还有一个输入框（templates/web/ask.html.j2），用自己的话说也行。
"""

from collections.abc import Iterator
from functools import partial

from casebook.article.addresses import ASK, GUIDES, Listing, of_guide
from casebook.article.blocks import (
    Article,
    Block,
    Bullets,
    Choice,
    Choices,
    Heading,
    Paragraph,
    paragraph,
)
from casebook.article.inlines import Link, words
from casebook.book import Book, slug
from casebook.entries.entry import Loaded
from casebook.pages.drafts import Draft
from casebook.pages.notices import hotlines
from casebook.records.matter import Matter

TITLE = "我这样做违法吗"
LEAD = "挑一件最像您要做的事，点进去，第一句就是回答。"
SAYINGS = 8
"""每件事列几种说法。"""
QUESTIONS = 3
"""每件事列几个常问的。"""
ELSEWHERE = "别的事"


def draft_ask(book: Book) -> Draft:
    """问答引路一页。"""
    return Draft(ASK, "", None, partial(_ask, book))


def _ask(book: Book) -> Article:
    return Article(
        address=ASK,
        section="",
        title=TITLE,
        description=LEAD,
        blocks=(paragraph(LEAD), *_scenes(book), *_otherwise(book)),
        listed=False,
    )


def _scenes(book: Book) -> Iterator[Block]:
    """一处一节，按案由的次序。"""
    scenes: dict[str, list[Loaded[Matter]]] = {}
    for matter in book.matters:
        scenes.setdefault(matter.value.scene or ELSEWHERE, []).append(matter)
    for number, (scene, matters) in enumerate(scenes.items(), start=1):
        yield Heading(2, words(scene), f"scene-{number}")
        for matter in matters:
            yield from _sayings(matter)


def _sayings(loaded: Loaded[Matter]) -> Iterator[Block]:
    """一件事的几种说法和常问的话，都通到它的指南。"""
    matter, guide = loaded.value, of_guide(slug(loaded))
    sayings = matter.aliases[:SAYINGS] or (matter.name,)
    yield Choices(matter.name, tuple(Choice(saying, guide) for saying in sayings))
    asked = (question.ask for question in matter.questions[:QUESTIONS])
    target = f"{guide}#questions"
    yield Bullets(tuple((Paragraph(words(Link(words(ask), target))),) for ask in asked))


def _otherwise(book: Book) -> Iterator[Block]:
    yield Heading(2, words("没有您要做的事"), "otherwise")
    guides = Link(words("全部普法指南"), Listing(GUIDES).address())
    yield Paragraph(words("看看", guides, "，或者打电话问。别先做了再说。"))
    yield hotlines(book.town, most=2)
