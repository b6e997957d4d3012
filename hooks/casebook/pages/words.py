"""法律词语一页：决定书和案例里的词，一个一个用大白话说。"""

from functools import partial

from casebook.article.addresses import REMEDIES, WORDS
from casebook.article.blocks import Article, Block, Heading, Paragraph, paragraph
from casebook.article.explaining import Meaning
from casebook.article.inlines import Link, words
from casebook.book import Book
from casebook.imprint import Imprint
from casebook.pages.drafts import Draft
from casebook.records.words import Word

TITLE = "常用法律词语"


def draft_words(book: Book) -> Draft:
    """法律词语一页。"""
    return Draft(WORDS, "", None, partial(words_page, book))


def words_page(book: Book) -> Article:
    """全部词语，按词语表的次序。"""
    opening = Paragraph(
        words(
            "决定书上的词绕口，这里一个一个用大白话说。要去复议、打官司，看",
            Link(words("不服处罚怎么办"), REMEDIES),
            "。",
        )
    )
    return Article(
        address=WORDS,
        section="",
        title=TITLE,
        description="决定书和案例里常见的词，用大白话讲明白。",
        blocks=(opening, *(block for word in book.words for block in _entry(word))),
        keywords=("什么意思", "啥意思", *(word.word for word in book.words)),
    )


def imprint_of(book: Book) -> Imprint:
    """每页都要写明的出处，连同正文里要划线解释的词。"""
    town = book.town
    meanings = tuple(Meaning(word.word, word.meaning) for word in book.words if word.marked)
    return Imprint(town.site_name, town.authority, book.today, town.address, meanings)


def _entry(word: Word) -> tuple[Block, ...]:
    return Heading(2, words(word.word), word.word), paragraph(word.meaning)
