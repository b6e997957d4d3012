"""写 YAML 底稿的模板：换行原样，不做网页转义，少了变量就报错。"""

from jinja2 import Template

from casebook.templating import template_environment


def yaml_template(name: str) -> Template:
    """templates/desk 里的一个模板。"""
    return template_environment(
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
        autoescape=False,  # 写的是 YAML，不是网页
    ).get_template(f"desk/{name}")
