"""把图写进文字里：data: 地址。"""

from base64 import b64encode


def data_address(content: bytes, style: str = "png") -> str:
    """一张图的 data: 地址；`style` 是 png 或 jpeg。"""
    return f"data:image/{style};base64,{b64encode(content).decode('ascii')}"
