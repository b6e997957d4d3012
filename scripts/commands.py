"""manage.py 的命令名册：每条命令一行。只用标准库，不导入命令本身。"""

from typing import NamedTuple

from environment import BUILD_LOCK, DEV_LOCK


class Command(NamedTuple):
    """一条命令：名字、scripts/ 下实现它的模块、一句中文说明、运行它要装齐的锁文件。"""

    name: str
    module: str
    summary: str
    lock: str = BUILD_LOCK


COMMANDS = (
    Command("build", "build", "检查数据并生成整个网站"),
    Command("serve", "serve", "在本机预览网站，数据一改就刷新"),
    Command("check", "check", "检查全部数据，一次列出所有问题"),
    Command("edit", "edit", "打开本机的表单，写案例、改案例"),
    Command("status", "status", "列出到期和快到期的事"),
    Command("annual", "annual", "从记录起草一年的年度报告"),
    Command("package", "package", "把网站打成一个压缩包，交给区里的网站部门"),
    Command("new", "new", "一问一答，写出一件新案子的底稿"),
    Command("fmt", "fmt", "把记录整理成规范的写法，内容和注释都不变"),
    Command("scan", "scan", "查找数据里不该公开的个人信息"),
    Command("import-ledger", "import_ledger", "把执法台账变成隐去真名的案件草稿"),
    Command("clean-images", "clean_images", "去掉照片里的位置、相机等附带信息，画面不变"),
    Command("make-records", "make_records", "造一套任意大小的练习数据"),
    Command("bench-build", "bench_build", "与别的生成器比快慢和内存（维护者用）"),
    Command("make-ledger", "make_ledger", "造一本假台账，练习和测试用", DEV_LOCK),
    Command("import-law", "import_law", "把官方法规文本读成登记册的骨架"),
    Command("law-report", "law_report", "列出法规登记册里该重新核对、还没核实的事"),
    Command("schema", "schema", "写出编辑器补全用的数据格式"),
    Command("channels", "channels", "做公众号、广播、横幅、短视频、海报的成品"),
    Command("wechat-draft", "wechat_draft", "把文章存进公众号的草稿箱（先试走一遍）"),
    Command("test", "run_tests", "检查代码并运行全部测试", DEV_LOCK),
    Command("lock", "relock", "重新锁定软件包的版本（维护者用）"),
)


def find_command(name: str) -> Command | None:
    """按名字找命令；没有这条命令时返回 None。"""
    return next((command for command in COMMANDS if command.name == name), None)


def suggest_command(name: str) -> str | None:
    """给打错的命令名找最像的一个；都不像时返回 None。"""
    from difflib import get_close_matches  # 平常用不着，启动才快

    close = get_close_matches(name.lower(), [command.name for command in COMMANDS], n=1)
    return close[0] if close else None
