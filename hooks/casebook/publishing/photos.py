"""照片文件：随短讯一同写出，短讯撤回或删去，照片就跟着撤下。"""

from collections.abc import Iterator

from casebook.article.addresses import NEWS
from casebook.article.blocks import Article, Picture
from casebook.book import Book
from casebook.images.darkroom import print_jpeg
from casebook.pages.photos import photo_files


class Photos:
    """各篇的照片。解读用短讯的那一份：一个文件只归一页，才不会两头重写。"""

    name = "照片"
    key = ""

    def __init__(self, book: Book) -> None:
        self._files = photo_files(book)

    def files(self, article: Article) -> Iterator[tuple[str, bytes]]:
        """短讯里的照片，别的文章没有。"""
        if article.section != NEWS:
            return
        for block in article.blocks:
            if isinstance(block, Picture) and block.target in self._files:
                yield block.target, print_jpeg(self._files[block.target])
