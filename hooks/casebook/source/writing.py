"""普通的字典、列表写成 YAML：块状写法，列表缩进两格，多行文字用竖线。"""

from typing import Any

import yaml


def write_yaml(plain: Any, width: float) -> str:
    """`plain` 的 YAML，键的次序照旧；`width` 是折行的宽度，字符数。"""
    return yaml.dump(plain, Dumper=_Dumper, allow_unicode=True, sort_keys=False, width=width)


class _Dumper(yaml.SafeDumper):
    def increase_indent(self, flow: bool = False, indentless: bool = False) -> None:  # noqa: ARG002
        """列表也缩进两格。"""
        super().increase_indent(flow, False)


def _write_text(dumper: yaml.SafeDumper, text: str) -> yaml.ScalarNode:
    style = "|" if "\n" in text else None
    return dumper.represent_scalar("tag:yaml.org,2002:str", text, style=style)


_Dumper.add_representer(str, _write_text)
