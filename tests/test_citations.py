"""条款引用：人们各种写法都读得懂，读不懂的说得清，印出来再读还是它。"""

from contextlib import suppress
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pydantic_core import PydanticCustomError

from casebook.law.citations import (
    OWN,
    Citation,
    CitationError,
    join_citations,
    parse_citation,
    parse_citations,
    read_citations,
    read_own_citations,
)
from casebook.law.numerals import LARGEST, read_numeral, write_numeral

DATA = Path(__file__).parent / "data" / "citations"


def rows(name: str) -> list[tuple[str, str]]:
    lines = (DATA / name).read_text(encoding="utf-8").splitlines()
    return [
        (written, expected) for written, _, expected in (line.partition("\t") for line in lines)
    ]


@pytest.mark.parametrize(("written", "canonical"), rows("readable.tsv"))
def test_what_people_write_is_read_and_printed_in_one_form(written: str, canonical: str) -> None:
    assert join_citations(parse_citations(written)) == canonical


@pytest.mark.parametrize(("written", "reason"), rows("unreadable.tsv"))
def test_what_cannot_be_read_says_why_in_chinese(written: str, reason: str) -> None:
    with pytest.raises(CitationError) as caught:
        parse_citations(written)
    assert caught.value.reason == reason
    assert caught.value.hint


def test_an_omitted_name_means_the_statute_at_hand() -> None:
    assert parse_citations("第七十七条", "示例法") == (Citation("示例法", 77),)
    assert parse_citations("本法第七十七条", "示例法") == (Citation("示例法", 77),)
    assert read_own_citations(["第三条", "消防法第六条"]) == (
        Citation(OWN, 3),
        Citation("消防法", 6),
    )


def test_a_record_must_name_the_statute() -> None:
    assert read_citations("消防法第六条") == (Citation("消防法", 6),)
    for text in ("第三条", "本法第三条"):
        with pytest.raises(PydanticCustomError):
            read_citations(text)


def test_two_citations_are_refused_where_one_belongs() -> None:
    with pytest.raises(CitationError, match="2 处引用"):
        parse_citation("消防法第二十八条、第六十条")


def test_a_repeated_citation_is_kept_once() -> None:
    assert len(parse_citations("消防法第二十八条、消防法第28条")) == 1


def test_a_very_long_text_is_refused_at_once() -> None:
    with pytest.raises(CitationError, match="太长"):
        parse_citations("一" * 100_000)


def test_a_whole_article_covers_its_paragraphs_and_items() -> None:
    article = parse_citation("消防法第六十条")
    items = parse_citation("消防法第六十条第一款第三项、第五项")
    one = parse_citation("消防法第六十条第一款第三项")
    assert article.covers(items)
    assert items.covers(one)
    assert not one.covers(items)
    assert not items.covers(article)
    assert not one.covers(parse_citation("消防法第六十条第二款"))
    assert not article.covers(parse_citation("消防法第六十一条"))


names = st.text("消防安全市容管理暂行大气和及与、", min_size=0, max_size=8).map(
    lambda s: f"某{s}法"
)
citations = st.builds(
    Citation,
    statute=names,
    article=st.integers(1, LARGEST),
    suffix=st.sampled_from([0, 0, 0, 1, 2, 11]),
    paragraph=st.none() | st.integers(1, 30),
    items=st.lists(st.integers(1, 40), unique=True, max_size=5).map(tuple),
)


@given(citations)
def test_what_is_printed_reads_back_the_same(citation: Citation) -> None:
    assert parse_citation(citation.text) == citation
    assert parse_citation(citation.plain) == citation


@given(st.lists(citations, min_size=1, max_size=5))
def test_a_printed_list_reads_back_the_same(several: list[Citation]) -> None:
    distinct = [c for i, c in enumerate(several) if not _continues(several[:i], c)]
    assert list(parse_citations(join_citations(distinct))) == list(dict.fromkeys(distinct))


def _continues(before: list[Citation], citation: Citation) -> bool:
    return any((c.statute, c.key) == (citation.statute, citation.key) for c in before)


@given(st.text(max_size=40))
def test_any_text_gives_citations_or_a_reason(text: str) -> None:
    with suppress(CitationError):
        assert parse_citations(text)


@given(st.text("《》第条款项目之至、，和及的0１一十百千零〇两（）消防法本前款", max_size=30))
def test_any_jumble_of_citation_words_gives_citations_or_a_reason(text: str) -> None:
    with suppress(CitationError):
        assert all(citation.article > 0 for citation in parse_citations(text))


@given(st.integers(1, LARGEST))
def test_every_number_reads_back(number: int) -> None:
    written = write_numeral(number)
    assert read_numeral(written) == number
    assert read_numeral(written.replace("一十", "十")) == number
    assert read_numeral(written.replace("零", "〇")) == number
    assert read_numeral(str(number)) == number


@pytest.mark.parametrize(
    ("number", "written"), [(10, "十"), (14, "十四"), (1131, "一千一百三十一")]
)
def test_numbers_are_written_as_in_statutes(number: int, written: str) -> None:
    assert write_numeral(number) == written


@pytest.mark.parametrize(
    "text", ["一百一", "一千一", "零一", "一百零一十", "十百", "百", "007", "0", ""]
)
def test_numerals_open_to_two_readings_are_refused(text: str) -> None:
    assert read_numeral(text) is None
