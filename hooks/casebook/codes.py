"""全部问题代码及其固定说法。代码一经使用不再改义、不再复用；固定说法不含任何输入内容。"""

from dataclasses import dataclass
from enum import StrEnum


class Severity(StrEnum):
    """问题轻重：错误拦住发布，警告只提醒。"""

    ERROR = "error"
    WARNING = "warning"


@dataclass(frozen=True, slots=True)
class Code:
    """一个问题代码：轻重与固定说法。"""

    severity: Severity
    wording: str


def _error(wording: str) -> Code:
    return Code(Severity.ERROR, wording)


def _warning(wording: str) -> Code:
    return Code(Severity.WARNING, wording)


CODES: dict[str, Code] = {
    # C0 文件与 YAML 语法
    "C001": _error("文件读不出来"),
    "C002": _error("文件太大"),
    "C003": _error("文件是空的"),
    "C004": _error("文件不是 UTF-8 编码，像是 GBK"),
    "C005": _error("文件不是 UTF-8 编码，像是 UTF-16"),
    "C006": _warning("文件开头有 BOM 标记"),
    "C007": _warning("文件用的是 Windows 换行（CRLF）"),
    "C008": _error("缩进用了 Tab 键"),
    "C009": _error("冒号写成了全角"),
    "C010": _error("YAML 语法有误"),
    "C011": _error("同一个键写了两次"),
    "C012": _error("用了 YAML 的锚点或别名"),
    "C013": _error("层次太深"),
    "C014": _error("文件最外层不是“键: 值”"),
    "C015": _error("一个文件里写了两份记录"),
    "C016": _error("方括号里用了全角逗号"),
    "C017": _warning("井号后面的字被当作注释丢掉了"),
    "C018": _error("缩进用了全角空格"),
    "C019": _error("文件里有读不出的字节"),
    "C020": _error("用了 YAML 的类型标记"),
    "C021": _error("冒号后面少了半角空格"),
    # C1 字段
    "C101": _error("不认识的键"),
    "C102": _error("缺少必填的键"),
    "C103": _error("必填的键没有填内容"),
    "C104": _error("这里的写法不对"),
    "C105": _error("文件位置与编号不一致"),
    "C106": _error("引用的案由没有登记"),
    "C107": _error("引用的法规没有登记"),
    "C108": _error("引用的条款没有登记"),
    "C109": _error("缺少全站必需的文件"),
    "C110": _error("与另一份文件重复"),
    "C111": _warning("不公开的案件没有写理由"),
    "C112": _error("已作出决定的案件缺少必要内容"),
    "C113": _warning("文件放在了不认识的位置"),
    "C114": _warning("日期晚于全站基准日期"),
    "C115": _warning("草稿还有待补的内容"),
    "C116": _error("公开的案件还有待补的内容"),
    "C117": _error("找不到照片文件"),
    "C118": _warning("照片没有用到"),
    "C119": _warning("图片没有文字说明"),
    # C2 格式
    "C201": _error("不是日期"),
    "C202": _error("这一天不存在"),
    "C203": _warning("日期写法不规范，已照常读取"),
    "C204": _error("不是金额"),
    "C205": _warning("数字写法不规范，已照常读取"),
    "C206": _error("不是“是”或“否”"),
    "C207": _error("不在可选的范围里"),
    "C208": _error("编号的写法不对"),
    "C209": _error("条款引用读不懂"),
    "C210": _error("不是整数"),
    # P 隐私
    "P101": _error("疑似个人信息"),
    "P102": _warning("可能是个人信息，请人工确认"),
    "P103": _error("照片里带着位置、相机等附带信息"),
    "P104": _warning("有经审核的隐私例外"),
    "P105": _warning("隐私例外已经到期"),
    "P106": _warning("隐私例外没有用到"),
    "P107": _error("公开的案件用了没有脱敏的照片"),
    "P108": _error("照片的格式查不了附带信息"),
    "P109": _warning("真实地名、姓氏和日期合在一起可能认得出人"),
    # R 勾稽
    "R101": _error("分项之和与合计不符"),
    "R201": _error("案件数与申报数不符"),
    "R202": _error("罚款合计与申报数不符"),
    "R203": _error("专项数字与动态合计不符"),
}
