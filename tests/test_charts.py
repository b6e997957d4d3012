"""年度报告的图：每张图下有同样数目的表；有两年的报告才按年比。"""

from msgspec.structs import replace

from casebook.article.blocks import Chart
from casebook.article.inlines import inline_text
from casebook.book import Book
from casebook.entries.entry import Loaded
from casebook.pages.charts import chart_section
from casebook.tally import decided


def charts(book: Book) -> dict[str, Chart]:
    report = book.reports[-1].value
    cases = decided(book.cases, report.year, report.as_of)
    blocks = chart_section(report, cases, book)
    return {block.caption: block for block in blocks if isinstance(block, Chart)}


def test_every_bar_stands_in_the_table_below(book: Book) -> None:
    found = charts(book)
    assert len(found) == 4
    for chart in found.values():
        rows = [(inline_text(name), inline_text(number)) for name, number in chart.rows]
        assert rows == [(bar.label, bar.value) for bar in chart.bars]
        assert max(bar.percent for bar in chart.bars) == 100


def test_two_reports_are_compared_year_against_year(book: Book) -> None:
    [loaded] = book.reports
    earlier = loaded.value.model_copy(update={"year": loaded.value.year - 1})
    both = replace(book, reports=(Loaded(earlier, loaded.source), loaded))
    by_year = charts(both)["各年作出处罚决定的件数"]
    assert [bar.label for bar in by_year.bars] == ["2024年", "2025年"]
    assert [bar.value for bar in by_year.bars] == ["0件", "20件"]
    assert "各年作出处罚决定的件数" not in charts(book)
