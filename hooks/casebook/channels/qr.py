"""网址的二维码，PNG。白边在图里，深色模式下也扫得出。"""

import io

import zxingcpp
from PIL import Image

from casebook.article.blocks import Picture
from casebook.channels.embedding import data_address

SCALE = 4
"""一个小格的像素数。"""


def qr_image(address: str, scale: int = SCALE) -> Image.Image:
    """二维码的黑白图，四周各留四格白边，纠错等级 M。"""
    code = zxingcpp.create_barcode(address, zxingcpp.BarcodeFormat.QRCode, ec_level="M")
    drawn = code.to_image(scale=1, add_quiet_zones=True)
    height, width = drawn.shape
    pixels = bytes(memoryview(drawn))  # type: ignore[arg-type]  # 它给的类型说明漏了缓冲区
    cells = Image.frombytes("L", (width, height), pixels).convert("1")
    # 先变成黑白再放大，比放大了再变快三倍
    return cells.resize((width * scale, height * scale), Image.Resampling.NEAREST)


def qr_png(address: str, scale: int = SCALE) -> bytes:
    """二维码的 PNG；同样的网址总得到同样的字节。"""
    return png_bytes(qr_image(address, scale))


def qr_picture(address: str) -> Picture:
    """写成 data: 的二维码图，供粘贴。"""
    image = qr_image(address)
    return Picture(data_address(png_bytes(image)), "本文网页的二维码", *image.size)


def png_bytes(image: Image.Image) -> bytes:
    """图存成 PNG。"""
    buffer = io.BytesIO()
    image.save(buffer, "PNG")
    return buffer.getvalue()
