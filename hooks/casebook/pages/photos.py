"""案件的照片：公开而且写明脱敏的才上页面；短讯、解读用同一份文件，归短讯所有。"""

from collections.abc import Iterator

from casebook.article.addresses import of_photo
from casebook.article.blocks import Blocks, Picture
from casebook.book import Book
from casebook.images.album import Photograph
from casebook.records.case import Case


def photo_blocks(case: Case, book: Book) -> Blocks:
    """一件案件的照片，一张一块；`说明` 既给看不见图的人听，也印在图下。"""
    return tuple(
        Picture(address, caption, photograph.width, photograph.height, caption)
        for address, caption, photograph in _shown(case, book)
    )


def photo_digests(case: Case, book: Book) -> tuple[str, ...]:
    """这些照片的指纹：文件换了，页面就要重写。"""
    return tuple(photograph.digest for _, _, photograph in _shown(case, book))


def photo_files(book: Book) -> dict[str, Photograph]:
    """全站照片的地址和出处；撤回的、不公开的没有。"""
    return {
        address: photograph
        for case in book.published()
        if case.value.withdrawal is None
        for address, _, photograph in _shown(case.value, book)
    }


def _shown(case: Case, book: Book) -> Iterator[tuple[str, str, Photograph]]:
    """（地址，说明，照片）。检查会拦下没脱敏的；这里再守一道。"""
    for number, photo in enumerate(case.photos, start=1):
        photograph = book.album.get(photo.file)
        if photo.redacted and photograph is not None:
            yield of_photo(case.id, number), photo.caption, photograph
