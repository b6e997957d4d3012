"""模板：网页、公众号、海报、YAML 底稿都从 `templates` 文件夹出。少了变量就报错。"""

from pathlib import Path
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from jinja2 import Environment

TEMPLATES = Path(__file__).with_name("templates")


def template_environment(compiled: str = "", **settings: Any) -> "Environment":
    """读模板的环境。`compiled` 是编译结果存盘的名字，不给就不存，其余是 Jinja 的设置。"""
    from jinja2 import (  # 检查用不着它，命令启动才快
        Environment,
        FileSystemBytecodeCache,
        FileSystemLoader,
        StrictUndefined,
    )

    if compiled:
        settings["bytecode_cache"] = FileSystemBytecodeCache(pattern=f"casebook-{compiled}-%s")
    return Environment(loader=FileSystemLoader(TEMPLATES), undefined=StrictUndefined, **settings)
