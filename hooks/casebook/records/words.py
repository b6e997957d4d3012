"""法律词语：决定书和案例里绕口的词，用大白话讲一遍。"""

from pydantic import Field

from casebook.entries.entry import Entry
from casebook.entries.fields import Line, YesNo


class Word(Entry):
    """一个词。"""

    word: Line = Field(alias="词", description="照文书上的写法")
    meaning: Line = Field(alias="解释", description="一两句大白话")
    marked: YesNo = Field(
        default=True, alias="划线", description="正文里第一次出现要不要划线解释；人人都懂的写否"
    )


class WordList(Entry):
    """全部词语，按书写次序。"""

    words: tuple[Word, ...] = Field(default=(), alias="词语", description="一个词一组")
