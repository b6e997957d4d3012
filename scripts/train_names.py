"""训练姓名模型：自编的句子、现造的姓名、固定的次序，同样的输入总得同样的权重。"""

if __name__ == "__main__":
    from entering import enter_environment

    enter_environment()

import math
import random
from collections import defaultdict

from name_corpus import Sentence, filled, sentences, unmasked

from casebook.privacy.gazetteer import district_places
from casebook.privacy.glyphs import FOLD
from casebook.privacy.lexicon import DATA, with_places
from casebook.privacy.name_sites import Option, sites

# 模板文件、种子、每个模板填几遍。
TEXTS = (
    ("tuning_named.txt", 1, 14),
    ("tuning_people.txt", 4, 30),
    ("tuning_clean.txt", 2, 20),
    ("tuning_places.txt", 5, 24),
    ("tuning_township.txt", 6, 14),
    ("tuning_township_clean.txt", 15, 5),
    ("tuning_place_lists.txt", 16, 4),
    ("tuning_wordlike_clean.txt", 17, 4),
    ("tuning_court.txt", 7, 8),
    ("tuning_court_clean.txt", 8, 6),
    ("tuning_anonymised.txt", 9, 6),
    ("tuning_villages.txt", 10, 14),
    ("tuning_notices.txt", 11, 10),
    ("tuning_words.txt", 12, 260),
    ("tuning_fields.txt", 14, 30),
)
# 隐名的文字另填一遍真名。
UNMASKED = ("tuning_anonymised.txt", 13, 8)
# 训练用的姓名里像普通词的（高明、白雪）占这么多。
WORDLIKE = 0.25
# 姓氏分布压平多少：1 是实际占比，越大少见的姓越多。
FLATTEN = 2.2
EPOCHS = 8
# 权重取最后几轮的平均，比最后一轮的稳。
AVERAGED = 6
# 训练时随机蒙住左右文：真正的文书里左右文多半没见过，模型不能只靠它们。
CONTEXT_DROPOUT = 0.5
# 像普通词的姓名只有左右文可凭，少蒙一些。
_DROPOUT = dict.fromkeys(("~l", "~r", "~b", "~f", "~0", "~1", "~d"), 0.25)
RATE = 0.2
DECAY = 2e-5
# 误报一次比漏掉一次更伤人对这道门的信任，而漏掉的名字还能靠全文传播找回。
CLEAN_WEIGHT = 1.5
# 权重只留到这一档，更小的舍去：文件小一半，读得快一倍。
STEP = 0.05

# 一处姓氏的各个候选的特征，以及哪一个是真姓名；都不是时为 None。
Example = tuple[list[list[str]], int | None]


def examples(corpus: list[Sentence]) -> list[Example]:
    """每个姓氏一条；先像正式检查时一样换成半角标点，折字表逐字对应，位置不变。"""
    costs = with_places(district_places())
    return [
        ([option.features for option in site], _answer(site, sentence))
        for sentence in corpus
        for site in sites(sentence.text.translate(FOLD), costs)
    ]


def _answer(site: list[Option], sentence: Sentence) -> int | None:
    spans = [(option.start, option.end) for option in site]
    return next((i for i, span in enumerate(spans) if span in sentence.names), None)


def _partly_hidden(found: list[str], dice: random.Random) -> list[str]:
    """随机去掉一部分左右文特征。"""
    return [
        feature
        for feature in found
        if dice.random() > _DROPOUT.get(feature[:2], CONTEXT_DROPOUT * (feature[0] in "lrbh"))
    ]


def _chances(site: list[list[str]], table: dict[str, float]) -> list[float]:
    """各个候选是真姓名的概率；“都不是”的分数定为零。"""
    scores = [min(30.0, sum(table[feature] for feature in found)) for found in site]
    shares = [math.exp(score) for score in scores]
    return [share / (1.0 + sum(shares)) for share in shares]


def train(data: list[Example]) -> dict[str, float]:
    """逐条更新的多类逻辑回归（AdaGrad）；返回特征权重。"""
    table: dict[str, float] = defaultdict(float)
    seen: dict[str, float] = defaultdict(lambda: 1.0)
    total: dict[str, float] = defaultdict(float)
    dice = random.Random(3)
    for epoch in range(EPOCHS):
        dice.shuffle(data)
        for every, answer in data:
            site = [_partly_hidden(found, dice) for found in every]
            weight = CLEAN_WEIGHT if answer is None else 1.0
            for i, chance in enumerate(_chances(site, table)):
                error = weight * ((i == answer) - chance)
                _update(site[i], error, table, seen)
        if epoch >= EPOCHS - AVERAGED:
            for feature, weight in table.items():
                total[feature] += weight / AVERAGED
    return total


def _update(
    found: list[str], error: float, table: dict[str, float], seen: dict[str, float]
) -> None:
    for feature in found:
        gradient = error - DECAY * table[feature]
        seen[feature] += gradient * gradient
        table[feature] += RATE * gradient / math.sqrt(seen[feature])


def written(table: dict[str, float]) -> str:
    """权重文件：每行一个权重和有这个权重的全部特征，制表符隔开。"""
    groups: dict[int, list[str]] = defaultdict(list)
    for feature, weight in sorted(table.items()):
        groups[round(weight / STEP)].append(feature)
    head = "# 由 scripts/train_names.py 训练得出，不要手改。\n"
    lines = ("\t".join([f"{step * STEP:.2f}", *groups[step]]) for step in sorted(groups) if step)
    return head + "".join(f"{line}\n" for line in lines)


def main() -> int:
    """训练并写出权重文件。"""
    corpus = [
        sentence
        for name, seed, rounds in TEXTS
        for sentence in sentences(name, seed, rounds, FLATTEN, WORDLIKE)
    ]
    name, seed, rounds = UNMASKED
    corpus += filled(unmasked(name), seed, rounds, FLATTEN, WORDLIKE)
    table = train(examples(corpus))
    (DATA / "name_weights.txt").write_text(written(table), encoding="utf-8")
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
