"""核对一处引用：这部法有没有这一条、这一款、这一项；没有就给出最接近的。"""

from collections.abc import Iterable
from dataclasses import replace
from datetime import date
from enum import StrEnum

from msgspec import Struct

from casebook.law.citations import Citation
from casebook.law.numerals import write_numeral
from casebook.law.statutes import Article, Paragraph, Statute


class Outcome(StrEnum):
    """核对的结果。"""

    FOUND = "有"
    UNLISTED = "登记册没有收录，核对不了"
    UNKNOWN_STATUTE = "没有登记这部法规"
    NO_ARTICLE = "没有这一条"
    NO_PARAGRAPH = "没有这一款"
    NO_ITEM = "没有这一项"
    AMBIGUOUS = "要写明是第几款"


class Resolution(Struct, frozen=True):
    """核对一处引用的结果。

    `citation` 已换成法规全称和规范的条款（登记了这部法时）；`message` 说为什么不对，`nearest`
    是最接近的一处。`UNLISTED` 表示可能真有，只是登记册没有收录。
    """

    outcome: Outcome
    citation: Citation
    statute: Statute | None = None
    article: Article | None = None
    paragraph: Paragraph | None = None
    message: str = ""
    nearest: Citation | None = None

    @property
    def found(self) -> bool:
        """确有这一处。"""
        return self.outcome is Outcome.FOUND

    @property
    def summary(self) -> str | None:
        """这一处的提要：先项，后款，再条。"""
        if self.paragraph is not None:
            listed = {item.number: item.summary for item in self.paragraph.items}
            for number in self.citation.items:
                if listed.get(number):
                    return listed[number]
            if self.paragraph.summary:
                return self.paragraph.summary
        return self.article.summary if self.article else None


def resolve_provision(statute: Statute, citation: Citation, day: date | None) -> Resolution:
    """在一部登记了的法里核对条、款、项。"""
    named = citation.named(statute.name)
    article = _article(statute, named, day)
    if article is None:
        return _no_article(statute, named, day)
    return _Provision(statute, article, named).resolve()


def _article(statute: Statute, citation: Citation, day: date | None) -> Article | None:
    found = [article for article in statute.articles if article.key == citation.key]
    return next((article for article in found if article.used_on(day)), None)


def _no_article(statute: Statute, citation: Citation, day: date | None) -> Resolution:
    used = {article.key for article in statute.articles if article.used_on(day)}
    near = min(sorted(used), key=lambda key: (abs(key[0] - citation.article), key[1]), default=None)
    nearest = None if near is None else Citation(statute.name, *near)
    count = statute.article_count
    if count is not None and citation.article > count:
        message = f"《{statute.name}》一共{count}条，没有{citation.provision}"
        nearest = nearest or Citation(statute.name, count)
        return Resolution(Outcome.NO_ARTICLE, citation, statute, message=message, nearest=nearest)
    provision = Citation(statute.name, *citation.key).provision
    message = f"登记册没有收录《{statute.name}》{provision}，核对不了"
    return Resolution(Outcome.UNLISTED, citation, statute, message=message, nearest=nearest)


class _Provision(Struct, frozen=True):
    """在一条之内核对款和项。"""

    statute: Statute
    article: Article
    citation: Citation

    def resolve(self) -> Resolution:
        if self.citation.paragraph is None:
            return self._without_paragraph()
        return self._within(self.citation.paragraph)

    def _without_paragraph(self) -> Resolution:
        """没有写款：整条，或只有一款，或恰好只有一款分项。"""
        if not self.citation.items:
            return self._answer(Outcome.FOUND)
        if self.article.single:
            return self._within(1)
        itemised = [part for part in self.article.body if part.itemised]
        if len(itemised) == 1:
            return self._within(itemised[0].number)
        if itemised:
            words = "、".join(f"第{write_numeral(part.number)}款" for part in itemised)
            return self._answer(Outcome.AMBIGUOUS, f"{words}都分项，要写明是第几款")
        return self._no_items(None)

    def _within(self, number: int) -> Resolution:
        paragraph = next((part for part in self.article.body if part.number == number), None)
        count = 1 if self.article.single else self.article.paragraph_count
        if paragraph is None and (count is None or number > count):
            return self._no_paragraph(number, count)
        if not self.citation.items:
            return self._answer(Outcome.FOUND, paragraph=paragraph, number=number)
        return self._items(number, paragraph)

    def _items(self, number: int, paragraph: Paragraph | None) -> Resolution:
        listed = {item.number for item in paragraph.items} if paragraph else set()
        count = paragraph.item_count if paragraph else None
        missing = [item for item in self.citation.items if item not in listed]
        if not missing or (count is not None and max(missing) <= count):
            return self._answer(Outcome.FOUND, paragraph=paragraph, number=number)
        if not listed and not count:
            return self._no_items(number)
        item = missing[0] if count is None else max(missing)
        near = _near(item, listed) if count is None else count
        nearest = self._at(number, () if near is None else (near,))
        where = self._at(number).provision
        if count is not None:
            message = f"{where}{_only(count, '项')}，没有第{write_numeral(item)}项"
            return self._answer(Outcome.NO_ITEM, message, nearest, paragraph, number)
        message = f"登记册没有收录{where}第{write_numeral(item)}项，核对不了"
        return self._answer(Outcome.UNLISTED, message, nearest, paragraph, number)

    def _no_items(self, number: int | None) -> Resolution:
        """登记册里这一款不分项；写了款数的条，没登记项就是不分项。"""
        where = self._at(number)
        if self.article.paragraph_count is None:
            message = f"登记册没有收录{where.provision}的各项，核对不了"
            return self._answer(Outcome.UNLISTED, message, where)
        message = f"{where.provision}不分项"
        near = next((part.number for part in self.article.body if part.itemised), None)
        nearest = where if near is None else self._at(near, self.citation.items)
        return self._answer(Outcome.NO_ITEM, message, nearest)

    def _no_paragraph(self, number: int, count: int | None) -> Resolution:
        where = Citation(self.statute.name, *self.citation.key).provision
        if count is None:
            near = _near(number, (part.number for part in self.article.body))
            message = f"登记册没有收录{where}第{write_numeral(number)}款，核对不了"
            return self._answer(Outcome.UNLISTED, message, self._at(near))
        message = f"{where}{_only(count, '款')}，没有第{write_numeral(number)}款"
        return self._answer(Outcome.NO_PARAGRAPH, message, self._at(count))

    def _at(self, number: int | None, items: tuple[int, ...] = ()) -> Citation:
        """本条某一款的引用；只有一款的不写款。"""
        return replace(
            self.citation, paragraph=None if self.article.single else number, items=items
        )

    def _answer(
        self,
        outcome: Outcome,
        message: str = "",
        nearest: Citation | None = None,
        paragraph: Paragraph | None = None,
        number: int | None = None,
    ) -> Resolution:
        citation = self._at(number, self.citation.items) if number else self.citation
        return Resolution(
            outcome, citation, self.statute, self.article, paragraph, message, nearest
        )


def _near(number: int, known: Iterable[int]) -> int | None:
    """最接近的一个数；一样近取小的。"""
    return min(sorted(known), key=lambda other: abs(other - number), default=None)


def _only(count: int, unit: str) -> str:
    return f"只有一{unit}" if count == 1 else f"一共{write_numeral(count)}{unit}"
