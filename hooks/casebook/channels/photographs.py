"""公众号正文里的照片：编辑器只收得进贴着的数据，所以写成 data:，传草稿时再换成图床的网址。

表单的预览也用它：还没有生成网站，照片没有地址。
"""

from collections.abc import Mapping
from functools import lru_cache

from msgspec.structs import replace

from casebook.article.blocks import Picture
from casebook.channels.edition import Edition
from casebook.channels.embedding import data_address
from casebook.channels.pieces import Piece
from casebook.images.album import Photograph


def pasteable(piece: Piece, edition: Edition) -> Piece:
    """这一片是网站上的照片，就换成贴得进去的；别的原样。"""
    if piece.picture is None or piece.picture.target not in edition.photos:
        return piece
    return piece._replace(picture=pasted(piece.picture, edition.photos))


def pasted(picture: Picture, photos: Mapping[str, Photograph]) -> Picture:
    """网站上的照片换成写着数据的；不在 `photos` 里的图原样。"""
    photograph = photos.get(picture.target)
    return replace(picture, target=_data(photograph)) if photograph else picture


def captions(edition: Edition) -> tuple[str, ...]:
    """这一篇各张照片的说明。"""
    pictures = (block for block in edition.article.blocks if isinstance(block, Picture))
    return tuple(picture.alt for picture in pictures if picture.target in edition.photos)


@lru_cache(maxsize=8)
def _data(photograph: Photograph) -> str:
    """短讯和解读用同一张，压一次就够。"""
    from casebook.images.darkroom import print_jpeg  # 有照片才请读图的库，启动才快

    return data_address(print_jpeg(photograph), "jpeg")
