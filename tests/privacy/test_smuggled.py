"""号码里夹着看不见的字符：整个号码都要盖住；再长的一行编码也查得完。"""

from casebook.privacy.smuggled import find_smuggled

GAP = "\u200b"


def test_the_whole_number_is_covered_from_where_it_begins() -> None:
    text = f"编号 AB12{GAP}34{GAP}{GAP}56{GAP}，"
    spans = [(finding.start, finding.end) for finding in find_smuggled(text)]
    assert spans == [(text.index("A"), text.index("6") + 1)]


def test_words_with_few_digits_are_left_alone() -> None:
    assert list(find_smuggled(f"zero{GAP}width 12{GAP}345")) == []


def test_an_endless_line_of_code_is_read_in_one_pass() -> None:
    # 逐字重试的写法在这里要算一个小时以上
    assert list(find_smuggled("a" * 400_000 + f"12345{GAP}6")) != []
