"""What a hostile answer costs: 300 texts through the grammar, the live echo and the judge.

Every text must be refused or judged wrong without a crash; printed are the worst time of each
way and the peak of the memory, which must not grow with the text. Run it as

    python tests/benchmarks/hostile.py
"""

from __future__ import annotations

import gc
import time
import tracemalloc
from collections.abc import Callable, Iterator
from contextlib import suppress
from random import Random

from quiz_app.bank.model import Fixed, NumberQuestion, Source
from quiz_app.grading import grade
from quiz_app.grading.preview import preview
from quiz_app.maths.expression import ExpressionError, parse
from quiz_app.maths.layout import UNICODE
from quiz_app.variants import Variant, make_variant

COUNT = 300

_CODE = (
    "__import__('os').system('touch /tmp/hacked')",
    "().__class__.__bases__[0].__subclasses__()",
    "open('/etc/passwd').read()",
    "eval('1+1')",
    "exec('import os')",
    "lambda: 0",
    "lambda x: x",
    "[x for x in [1]]",
    "(1).__class__",
    "1 .real",
    "e.__class__",
    "pi.real",
    "softmax.__globals__",
    "globals()",
    "getattr(1, 'real')",
    "print(1)",
    "breakpoint()",
    "exit()",
    "quit()",
    "os.system",
    "1 if True else 2",
    "1 or 2",
    "not 1",
    "x := 1",
    "yield 1",
    "await 1",
    "f'{1}'",
    "`id`",
    "$(id)",
    "1; import os",
    "S('1')",
    "Symbol('x')",
    "sympify('1')",
    "N(pi, 100000)",
    "factorial(100000)",
    "100000!",
    "zoo",
    "np.inf",
)

_MARKUP = (
    "{answer}",
    "{{answer}}",
    "{0.__class__}",
    "%s%s%s%n",
    "${7*7}",
    "[bold]1[/bold]",
    "[/]",
    "[@click=app.quit]1[/]",
    "[link=https://example.org]1[/link]",
    "<script>alert(1)</script>",
    "'; DROP TABLE attempts; --",
    "!!python/object:os.system 1",
    "&a [*a, *a]",
    '{"answer": 1}',
    "../../etc/passwd",
    "file:///etc/passwd",
    "\\input{/etc/passwd}",
    "$$\\frac{1}{0}$$",
)

_POWERS = (
    "9**9**9",
    "9^9^9^9^9",
    "9**9**9**9**9**9",
    "2^(2^(2^(2^(2^2))))",
    "((9^900)^900)^900",
    "(10^308)^10",
    "exp(exp(exp(9)))",
    "exp(exp(exp(exp(exp(1)))))",
    "cosh(cosh(cosh(cosh(9))))",
    "sinh(9^9)",
    "10^1000*10^1000",
    "1e999",
    "1e-999",
    "1e99999999",
    "1e-99999999",
    "9e999^9e999",
    "2^1e3000",
    "(-8)^(1/3)",
    "0^0/0",
    "0^-1",
    "1/0",
    "1/(1-1)",
    "ln(0)",
    "ln(-1)",
    "sqrt(-1)",
    "logit(2)",
    "2²⁰⁰⁰⁰",
    "2²²²²²²²²²²",
    "exp(9)^999^9",
    "2^max(1, 9^9)",
)

_LOOPS = (
    "sum(k, k, 1e9)",
    "sum(k, k, 10^18)",
    "sum(1, k, 30001)",
    "sum(sum(k, k, 1000), j, 1000)",
    "sum(sum(sum(sum(1, a, 99), b, 99), c, 99), d, 99)",
    "sum(k, k, -1)",
    "sum(k, k, 1/3)",
    "sum(k^k, k, 900)",
    "sum(exp(k), k, 20000)",
    "sum(1/k, k, 9)",
    "sum(sum(k, k, j), j, 400)",
    "softmax(softmax(softmax([1, 2])))",
    "norm([1e308, 1e308])",
    "dot([1, 2], [1, 2, 3])",
    "[1, 2][5]",
    "[1, 2][0.5]",
    "[1, 2][-1]",
    "[[1, 2], [3]]",
    "[[1, 2], [3, 4]][0, 0, 0]",
    "[1, 2] + [1, 2, 3]",
)

_ESCAPES = (
    "\x1b[2J",
    "\x1b[31m1\x1b[0m",
    "\x1b]0;title\x07",
    "\x1b]52;c;aGFja2Vk\x07",
    "\x1b]8;;https://example.org\x1b\\1\x1b]8;;\x1b\\",
    "\x1bP1$r0m\x1b\\",
    "\x1b[?1049h",
    "\x1b[6n",
    "\x1bc",
    "\x9b31m1",
    "\x9d0;title\x9c",
    "1\r2",
    "1\n2",
    "1\b\b2",
)

_DIGITS = (
    "١٢٣",
    "１２３",
    "१२३",
    "1２",
    "Ⅷ",
    "①",
    "㊿",
    "⅟2",
    "1⁄",
    "𝟏",
    "½½",
    "1½",
    "1,2,3",
    "1’000",
)

_INVISIBLE = (
    *range(0x200B, 0x2010),
    *range(0x202A, 0x202F),
    *range(0x2060, 0x2070),
    *(0x61C, 0xAD, 0xFEFF, 0xFFF9, 0xFFFD, 0xD800, 0xDFFF, 0xE000, 0xE0041, 0xFE0F, 0x20E3),
)

_REPEATED = (
    *("(", "[", "|", "-", "+", "√", "ln ", "2^", "2^-", "1[1<", "exp(", "(1+", "[1,", "max(1,"),
    *("1 if 1<2 else ", "1;", "1,", "‖", "softmax([", "sum(1, k, ", "1/(", "|1|", "(1)", "1e"),
    *("e", "ab", "log", "sigmoi", "x_", "ŷ", "y\u0302", "\u0302", "²", "½", ".", "..", " ", "_"),
)


def hostile_texts() -> list[str]:
    """Three hundred texts, always the same."""
    texts: dict[str, None] = {}
    for text in _texts():
        texts[text] = None
        if len(texts) == COUNT:
            break
    return list(texts)


def _texts() -> Iterator[str]:
    yield from (*_CODE, *_MARKUP, *_POWERS, *_LOOPS, *_ESCAPES, *_DIGITS)
    yield from (f"1{chr(code)}2" for code in (*range(9), 11, 12, *range(14, 32), 127))
    yield from (f"1{chr(code)}2" for code in _INVISIBLE)
    for piece in _REPEATED:
        yield piece * (490 // len(piece))
    yield from ("(" * 10**6, "9" * 10**6, "\x1b" * 10**6, "0." + "0" * 1990 + "1", "1" * 1999)
    chance = Random(1)  # noqa: S311 - texts for a measurement
    while True:
        length = chance.randrange(1, 120)
        yield "".join(chance.choices("0123456789.+-*/^()[]|,;%<=e lnsqrtexp√½²σ", k=length))


def variants() -> tuple[Variant, Variant]:
    """A question for one number and one for three."""

    def ask(answer: str) -> Variant:
        item = NumberQuestion(
            id="q",
            topic="t",
            source=Source("q.yaml", 1, 1),
            prompt="",
            answer=answer,
            given=(("y", Fixed(("1", "0", "1"))), ("p", Fixed(("0.3", "0.2", "0.6")))),
        )
        return make_variant(item, 0)

    return ask("bce(y, p)"), ask("per_sample(bce(y, p))")


def worst(judge: Callable[[str], object]) -> tuple[float, str]:
    """The longest time of a way over all texts, and the beginning of the text that took it.

    Of each text the best of three times counts, so that other programs are not measured.
    """
    return max((min(_time(judge, text) for _ in range(3)), text[:30]) for text in hostile_texts())


def _time(judge: Callable[[str], object], text: str) -> float:
    start = time.perf_counter()
    judge(text)
    return time.perf_counter() - start


def _parsed(text: str) -> None:
    with suppress(ExpressionError):
        parse(text, names={"x", "y", "p"}, listed=True)


def main() -> None:
    """Print the worst times and the peak of the memory."""
    one, three = variants()
    ways: dict[str, Callable[[str], object]] = {
        "read": _parsed,
        "judged as one number": lambda text: grade(one, text),
        "judged as three": lambda text: grade(three, text),
        "echoed": lambda text: preview(text, 78, UNICODE),
        "echoed as three": lambda text: preview(text, 78, UNICODE, (3,)),
    }
    for name, way in ways.items():
        way("1/3")
        longest, text = worst(way)
        print(f"{name + ':':24}worst {longest * 1e3:6.2f} ms  {text!r}")
    gc.collect()
    tracemalloc.start()
    before = tracemalloc.get_traced_memory()[0]
    for way in ways.values():
        for text in hostile_texts():
            way(text)
    _, peak = tracemalloc.get_traced_memory()
    gc.collect()
    after, _ = tracemalloc.get_traced_memory()
    print(f"memory: peak {(peak - before) / 1e6:.1f} MB, kept {(after - before) / 1e6:.1f} MB")


if __name__ == "__main__":
    main()
