"""字形表：哪些字符与某个普通字符等价，哪些字符看不见，繁体对应哪个简体。由 normalize 使用。"""

import unicodedata

from .lexicon import read_lines

# 只取 NFKC 与数字字符集中的区段：全表十几万个码位，逐个查会拖慢每次启动。
_FOLDED_RANGES = (
    (0x00A0, 0x0100), (0x0660, 0x0670), (0x06F0, 0x06FA), (0x0966, 0x0970), (0x09E6, 0x09F0),
    (0x0E50, 0x0E5A), (0x1FBF, 0x1FC0), (0x2000, 0x2100), (0x2100, 0x2190), (0x2460, 0x2500),
    (0x2776, 0x2794), (0x2F00, 0x2FE0), (0x3000, 0x3001), (0x3190, 0x31A0), (0x3220, 0x32FF),
    (0xF900, 0xFB00), (0xFE30, 0xFE70), (0xFF01, 0xFFEF), (0x1D400, 0x1D800),
    (0x1F100, 0x1F170), (0x1FBF0, 0x1FBFA), (0x2F800, 0x2FA20),
)  # fmt: skip

_LOOKALIKES = {
    "‐‑‒–—―−﹘﹣⁃─━➖": "-",
    "·•‧∙⋅・･●▪ᐧ": "·",
    "×✕✖⨯╳": "×",
    "➕": "+",
    "ΑАᎪ": "A", "ΒВ": "B", "СϹⅭ": "C", "ΕЕ": "E", "ΗН": "H", "ΚК": "K", "ΜМ": "M", "ΝԴ": "N",
    "ΡР": "P", "ΤТ": "T", "ΧХ": "X", "ΥҮ": "Y", "ΖᏃ": "Z", "ЅՏ": "S", "Ј": "J", "ԜᎳ": "W",
    "а": "a", "с": "c", "е": "e", "р": "p", "х": "x", "у": "y", "ѕ": "s", "ј": "j", "ԛ": "q",
    "ΟОՕᎾ": "O", "оοօ": "o", "ІΙӀǀ": "I", "іı": "i", "З": "3", "б": "6", "Ч": "4",
    "ʼ’‘": "'",
}  # fmt: skip

# 看不见的字符：零宽、双向控制、变体选择符、标签、组合记号、软连字符等。
INVISIBLE = (
    "\u00ad\u034f\u061c\u115f\u1160\u17b4\u17b5\u180b-\u180e\u200b-\u200f\u202a-\u202e"
    "\u2060-\u206f\u3164\ufe00-\ufe0f\ufeff\uffa0\ufff9-\ufffb\u0300-\u036f\u0483-\u0489"
    "\u20d0-\u20ff\U000e0000-\U000e0fff\U0001d173-\U0001d17a"
)

# 只在辨认号码时才当作数字的字：汉字数码、大写数码，以及与 0、1 易混的字母。
NUMERALS = str.maketrans({
    **dict.fromkeys("〇零○◯Oo", "0"), **dict.fromkeys("一幺壹弌Il", "1"),
    **dict.fromkeys("二两贰貳弍", "2"), **dict.fromkeys("三叁參弎", "3"),
    **dict.fromkeys("四肆", "4"), **dict.fromkeys("五伍", "5"), **dict.fromkeys("六陆陸", "6"),
    **dict.fromkeys("七柒", "7"), **dict.fromkeys("八捌", "8"), **dict.fromkeys("九玖", "9"),
})  # fmt: skip


# 表情、符号夹在号码中间，只当作间隔。
_PICTURES = ((0x2600, 0x2776), (0x2794, 0x27C0), (0x1F300, 0x1FB00))


def _folded(code: int) -> str | None:
    character = chr(code)
    digit = unicodedata.digit(character, None)
    folded = unicodedata.normalize("NFKC", character) if digit is None else str(digit)
    return folded if len(folded) == 1 and folded != character else None


def _fold_table() -> dict[int, str]:
    table = dict.fromkeys((code for span in _PICTURES for code in range(*span)), "·")
    for first, end in _FOLDED_RANGES:
        for code in range(first, end):
            if folded := _folded(code):
                table[code] = folded
    for line in read_lines("traditional.txt"):
        table.update({ord(pair[0]): pair[1] for pair in line.split()})
    for characters, plain in _LOOKALIKES.items():
        table.update({ord(character): plain for character in characters})
    return table


FOLD = _fold_table()
