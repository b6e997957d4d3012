"""训练姓名模型：自编的句子、现造的姓名、固定的次序，同样的输入总得同样的权重。"""

if __name__ == "__main__":
    from entering import enter_environment

    enter_environment()

import math
import random
from collections import defaultdict

from name_corpus import Sentence, sentences

from casebook.privacy.gazetteer import district_places
from casebook.privacy.lexicon import DATA, with_places
from casebook.privacy.names import Option, sites

ROUNDS_NAMED, ROUNDS_CLEAN = 30, 30
# 训练用的姓名里像普通词的（高明、白雪）占这么多。
WORDLIKE = 0.05
# 姓氏分布压平多少：1 是实际占比，越大少见的姓越多。
FLATTEN = 1.6
EPOCHS = 4
# 权重取最后几轮的平均，比最后一轮的稳。
AVERAGED = 2
# 训练时随机蒙住左右文：真正的文书里左右文多半没见过，模型不能只靠它们。
CONTEXT_DROPOUT = 0.5
_CONTEXT = ("l", "r", "b")
RATE = 0.25
DECAY = 2e-5
# 误报一次比漏掉一次更伤人对这道门的信任，而漏掉的名字还能靠全文传播找回。
CLEAN_WEIGHT = 2.0
LEAST_WEIGHT = 0.02

# 一处姓氏的各个候选的特征，以及哪一个是真姓名；都不是时为 None。
Example = tuple[list[list[str]], int | None]


def examples(corpus: list[Sentence]) -> list[Example]:
    """每个姓氏一条。"""
    costs = with_places(district_places())
    return [
        ([option.features for option in site], _answer(site, sentence))
        for sentence in corpus
        for found in sites(sentence.text, costs)
        if (site := [option for option in found if not option.wordlike])
    ]


def _answer(site: list[Option], sentence: Sentence) -> int | None:
    spans = [(option.start, option.end) for option in site]
    return next((i for i, span in enumerate(spans) if span in sentence.names), None)


def _partly_hidden(found: list[str], dice: random.Random) -> list[str]:
    """随机去掉一部分左右文特征。"""
    return [
        feature
        for feature in found
        if not feature.startswith(_CONTEXT) or dice.random() > CONTEXT_DROPOUT
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
    return {feature: weight for feature, weight in total.items() if abs(weight) >= LEAST_WEIGHT}


def _update(
    found: list[str], error: float, table: dict[str, float], seen: dict[str, float]
) -> None:
    for feature in found:
        gradient = error - DECAY * table[feature]
        seen[feature] += gradient * gradient
        table[feature] += RATE * gradient / math.sqrt(seen[feature])


def main() -> int:
    """训练并写出权重文件。"""
    corpus = [
        *sentences("tuning_named.txt", 1, ROUNDS_NAMED, FLATTEN, WORDLIKE),
        *sentences("tuning_clean.txt", 2, ROUNDS_CLEAN, FLATTEN),
    ]
    table = train(examples(corpus))
    head = "# 由 scripts/train_names.py 训练得出，不要手改。\n"
    lines = (f"{feature}\t{weight:.3f}\n" for feature, weight in sorted(table.items()))
    (DATA / "name_weights.txt").write_text(head + "".join(lines), encoding="utf-8")
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
