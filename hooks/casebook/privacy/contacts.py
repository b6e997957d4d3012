"""电子邮箱、微信号与其他网络账号：靠上下文里的称呼，而不是号码本身的样子。"""

import re
from collections.abc import Iterator

from .findings import Finding
from .labels import NOT_PERSONAL, TIE
from .normalize import View

_NUMERAL = "〇零一二三四五六七八九幺壹贰叁肆伍陆柒捌玖"
_AT = (
    r"[\s>]*(?:@|[(\[{【]\s*(?:at|AT|@)\s*[)\]}】]|\bat\b|艾特"
    r"|#(?=\s?(?:163|126|139|189|qq|sina|sohu|gmail|foxmail|outlook|hotmail)))\s*"
)
_DOT = r"\s*(?:[.·。]|[(\[{【]\s*(?:dot|点|\.)\s*[)\]}】]|\bdot\b|点)\s*"
_MAY_HOLD_EMAIL = re.compile(r"@|at|艾特|#\s?[1a-z]", re.IGNORECASE)
_EMAIL = re.compile(
    rf"(?<![0-9A-Za-z._%+])(?<![0-9A-Za-z._%+]-)"
    rf"[0-9A-Za-z{_NUMERAL}](?:[ ]?[0-9A-Za-z._%+\-{_NUMERAL}]){{1,40}}{_AT}"
    rf"[0-9A-Za-z\-{_NUMERAL}](?:[ ]?[0-9A-Za-z\-{_NUMERAL}]){{0,29}}"
    rf"(?:{_DOT}[0-9A-Za-z\-]{{1,20}})??(?:{_DOT}(?:[A-Za-z]{{2,10}}|c o m|c n)){{1,3}}(?![A-Za-z])"
)
# 表情在摊平的文本里已成了间隔号。
_HEART = "·"
# 只有一个字的称呼，后面要接得上“号”“是”“填的是”才算。
_NEXT = "[号是为系留写填报登显编处栏一]"
_CHAT_LABEL = (
    rf"(?:[微薇徽维唯威]\s?{_HEART}?\s?(?:[信芯]|{_HEART})|wei\s?[信xX]|绿泡泡|绿色(?:软件|图标)|卫星(?=号|[\W_]|[是为系留写填报登显编栏一处])"
    rf"|wei\s?xin|we\s?chat|(?<![0-9A-Za-z])(?:[wv]\s?x(?=$|[^a-z]|wxid|(?-i:[A-Z])\w*[\d_])|[wv]\s?信|微\s?x|v(?=[^0-9A-Za-z\u4e00-\u9fff]|{_NEXT}))"
    rf"|[加+](?:[我他她]|本人)?(?:[微薇徽维唯威vV]\s?{_HEART}?(?:x(?=[^a-z]))?)"
    rf"|[微薇威]\s?号|v(?=我[^\u4e00-\u9fff])|[薇微](?=我?[^\u4e00-\u9fff]|{_NEXT})|视频号)(?:账号|帐号|号码|号|id|同号)?(?:我|吧|呗|搜)?"
)
# 称呼与账号之间隔了几个字的，账号里要有数字或下划线才算。
_LOOSE = re.compile(
    r"(?:微\s?信|薇信|威信|wechat)(?![^,。;]{0,8}(?:公众|小程序|版本|客户端|平台))(?:[\u4e00-\u9fff]{1,8}|[\u4e00-\u9fff]{1,8},[\u4e00-\u9fff]{1,4}|[^。;\n0-9A-Za-z]{1,14}号[是为叫]?)"
    r"[\s:=“\"'(]{0,4}(?P<handle>(?=[A-Za-z_\-]*[0-9_])[A-Za-z][0-9A-Za-z_\-]{5,19})(?![0-9A-Za-z.@])",
    re.IGNORECASE,
)
_OTHER_LABEL = (
    r"(?:支付宝|抖音|快手|淘宝|闲鱼|钉钉|微博|小红书|陌陌|飞书|B站|头条|西瓜|拼多多|网名|昵称|用户名)"
    r"(?:视频)?(?:账号|帐号|号码|号|id)?"
)
_BREAK = r"(?:[ .·]|\n[ \t>]*)?"
_HANDLE = (
    rf"(?P<handle>(?:[A-Za-z]|下划线)(?:{_BREAK}(?:[0-9A-Za-z_\-{_NUMERAL}]|下划线|减号|横杠)){{4,19}}"
    rf"|[\d{_NUMERAL}]{{5,12}})"
)
# 微信自己分配的账号，不必有称呼。
_ASSIGNED = re.compile(r"(?P<handle>wxid_[0-9a-zA-Z]{8,20})")
_CHAT = re.compile(
    rf"(?=[微薇徽维唯威wv绿卫加+视]){_CHAT_LABEL}{TIE}{_HANDLE}(?!年|元|人|次|月|条|件|个|余)",
    re.IGNORECASE,
)
_OTHER = re.compile(
    rf"(?=[支抖快淘闲钉微小陌飞B头西拼网昵用]){_OTHER_LABEL}{TIE}{_HANDLE}(?!年|元|人|次|月|条|件|个|余)",
    re.IGNORECASE,
)


# 只写一个“加”的：加laowang_hs99，要有数字或下划线才算。
_ADDED = re.compile(
    r"(?:加|(?<![0-9A-Za-z)])\+|手输|私发)(?:我|他|她)?[:“\"]?(?P<handle>(?=[A-Za-z]*[0-9_])[A-Za-z][0-9A-Za-z_]{5,19})(?![0-9A-Za-z.@-])"
)
# wechat-draft 这样连写的是命令、文件名。
_HYPHENATED = re.compile(r"[A-Za-z]{3,}[-./_]")
# 写在引号里、后面才说是微信的，或者“搜”“添加”后面的。
_QUOTED = re.compile(
    r"(?:添加|搜索?|查找|关注)[^\n，。]{0,4}[“\"'](?P<handle>(?=[A-Za-z_\-]*[0-9_])[A-Za-z][0-9A-Za-z_\-]{5,19})[”\"']"
    r"|[“\"'](?P<named>[A-Za-z][0-9A-Za-z_\-]{5,19})[”\"'](?:的|这个|为)?(?:微信|薇信|抖音|快手|QQ)(?!群|公众|小程序)"
)


# 说到加微信、小号、私聊的一句话里，带数字或下划线的账号，不必紧挨着称呼。
_CHATTING = re.compile(
    r"(?:微信|微号|[（(]微[)）]|[薇威]信|绿泡泡|加我|小号|大号|移出|单聊|私聊|客服|vx|wx|V信|加一下|通过一下)",
    re.IGNORECASE,
)
_SENTENCE = re.compile(r"[^。！？\n]+")
_ACCOUNT = re.compile(
    r"(?<![0-9A-Za-z@./_\-=&?])(?=[A-Za-z\-]*[0-9_])(?P<handle>[A-Za-z][0-9A-Za-z_\-]{5,19})(?![0-9A-Za-z@./_=])"
)
_TECHNICAL = re.compile("公众|小程序|平台|接口|版本|客户端|支付|命令|代码|脚本|文件|程序")


def find_emails(view: View) -> Iterator[Finding]:
    """电子邮箱，含把 @ 和点写成 at、dot 或汉字的。"""
    text = view.text
    if not _MAY_HOLD_EMAIL.search(text):
        return
    for match in _EMAIL.finditer(text):
        yield Finding(match.start(), match.end(), "电子邮箱", "是电子邮箱地址的样子。")


def find_handles(view: View, public: frozenset[str]) -> Iterator[Finding]:
    """微信号和其他网络账号；写的是公开号码（如 12345）时不算。"""
    for pattern, kind in (
        (_CHAT, "微信号"),
        (_ASSIGNED, "微信号"),
        (_LOOSE, "微信号"),
        (_QUOTED, "微信号"),
        (_ADDED, "微信号"),
        (_OTHER, "网络账号"),
    ):
        for match in pattern.finditer(view.text):
            start, end = match.span(match.lastgroup or "handle")
            label = view.text[match.start() : start]
            if _HYPHENATED.fullmatch(label):
                continue
            if label.isascii() and NOT_PERSONAL.search(
                view.text, max(0, match.start() - 16), match.start()
            ):
                continue
            if view.digits[start:end] not in public:
                yield Finding(start, end, kind, f"写在{kind}之类称呼后面的账号。")
    yield from _find_mentioned(view)


def _find_mentioned(view: View) -> Iterator[Finding]:
    if not _CHATTING.search(view.text):
        return
    for sentence in _SENTENCE.finditer(view.text):
        if not _CHATTING.search(sentence.group()) or _TECHNICAL.search(sentence.group()):
            continue
        for match in _ACCOUNT.finditer(view.text, *sentence.span()):
            if not NOT_PERSONAL.search(view.text, max(0, match.start() - 16), match.start()):
                yield Finding(*match.span("handle"), "微信号", "说到微信、私聊的一句话里的账号。")
