"""草案：还没写的一页。知道它的地址、它取决于什么，需要时才写成文章。"""

from collections.abc import Callable
from datetime import date

from msgspec import Struct

from casebook.article.blocks import Article


class Draft(Struct, frozen=True):
    """一页的草案。

    `inputs` 是它取决于的各份内容的指纹（案由、法规、模板等各页共有的不算）；与上次相同就不必再写。
    None 表示取决于全部记录，每次都写。`day` 是页面的日期，与写成的文章相同。
    """

    address: str
    section: str
    inputs: tuple[str, ...] | None
    write: Callable[[], Article]
    day: date | None = None
