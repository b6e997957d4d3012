"""分享图：转发到微信、微博时显示的图，1200×630 的横图和方图。与公众号封面同样的画法。"""

from collections.abc import Iterator

from casebook.article.blocks import Article
from casebook.book import Book
from casebook.channels.cover import Size, plan_cover
from casebook.channels.edition import Newsroom
from casebook.render import card_address, kit_address

SHAPES = {"wide": Size(1200, 630, 630), "square": Size(900, 900, 900)}


class Cards:
    """各篇的分享图；与网页一同写出，文章没变就不重画。"""

    name = "分享图"
    key = ""

    def __init__(self, book: Book) -> None:
        self._newsroom = Newsroom(book)

    def files(self, article: Article) -> Iterator[tuple[str, bytes]]:
        """送去各渠道的文章各两张，别的没有。"""
        if kit_address(article) is None:
            return
        from casebook.channels.drawing import draw_cover  # 知道网址才画，启动才快

        edition = self._newsroom.edition(article)
        for shape, size in SHAPES.items():
            yield card_address(article, shape), draw_cover(plan_cover(edition, size))
