"""Setting as LaTeX source, for notebooks and flashcards."""

from __future__ import annotations

import re
from collections.abc import Sequence

from quiz_app.maths.expression.tree import Tree
from quiz_app.maths.layout.glyphs import Fence, Sign
from quiz_app.maths.layout.names import is_letter, split_accent
from quiz_app.maths.layout.notation import Notation
from quiz_app.maths.layout.numbers import scientific_parts
from quiz_app.maths.layout.piece import Piece
from quiz_app.maths.layout.setter import Setter
from quiz_app.maths.layout.text import printable

_LONGEST_EXPONENT_OF_E = 12

_SIGNS: dict[Sign, str] = {
    "+": " + ",
    "-": " - ",
    "times": r" \times ",
    "dot": r" \cdot ",
    "<": " < ",
    "<=": r" \le ",
    ">": " > ",
    ">=": r" \ge ",
    "==": " = ",
}
_FENCES: dict[Fence, tuple[str, str]] = {
    "round": ("(", ")"),
    "square": ("[", "]"),
    "bar": (r"\lvert ", r" \rvert"),
    "norm": (r"\lVert ", r" \rVert"),
}
_STANDARD_WORDS = frozenset({"log", "exp", "cosh", "sinh", "tanh", "max", "min"})
_SYMBOLS = {"ell": r"\ell", "nabla": r"\nabla", "partial": r"\partial", "infinity": r"\infty"}
_SPECIAL = {
    "\\": r"\backslash ",
    "~": r"\sim ",
    "^": r"\hat{\ }",
    **{character: f"\\{character}" for character in "_%#$&{}"},
}
_TALL = re.compile(r"\\(?:frac|sum|begin|operatorname\*)")
_LETTER = re.compile(r"[A-Za-z\\]")
_ENDS_IN_COMMAND = re.compile(r"\\[A-Za-z]+\Z")


def latex(tree: Tree) -> str:
    """The tree as LaTeX for mathematics mode, without dollar signs; it needs ``amsmath``."""
    return Notation(Latex()).piece(tree).body


class Latex(Setter[str]):
    """Sets formulas as LaTeX source."""

    def __init__(self, *, slashed: bool = False) -> None:
        self.slashed = slashed

    def small(self) -> Latex:
        """The same with slashed fractions."""
        return Latex(slashed=True)

    def text(self, text: str) -> str:
        """The characters, those special to LaTeX escaped."""
        known = printable(text, "?")
        return "".join(_SPECIAL.get(character, character) for character in known)

    def letter(self, name: str) -> str:
        """A letter or its command; a word as an upright operator."""
        base, accent = split_accent(name)
        if accent:
            return rf"\{accent}{{{self.letter(base)}}}"
        if name in _SYMBOLS:
            return _SYMBOLS[name]
        if len(name) > 1 and is_letter(name):
            # Omicron looks like a Latin o and has no command of its own.
            return "o" if name == "omicron" else f"\\{name}"
        # An operator keeps its distance from its neighbours, as a word should.
        return self.text(name) if len(name) == 1 else rf"\operatorname{{{self.text(name)}}}"

    def word(self, function: str) -> str:
        """LaTeX's own command, or the word as an operator."""
        if function == "sigmoid":
            return r"\sigma"
        if function in _STANDARD_WORDS:
            return f"\\{function}"
        return rf"\operatorname{{{self.text(function)}}}"

    def number(self, digits: str) -> str:
        """The digits, a power of ten written out."""
        mantissa, power = scientific_parts(digits)
        return self.text(mantissa) + (rf" \times 10^{_braced(self.text(power))}" if power else "")

    def sign(self, sign: Sign) -> str:
        """The sign or its command with spaces."""
        return _SIGNS[sign]

    def gap(self) -> str:
        """A blank; LaTeX itself sets the distance."""
        return " "

    def row(self, *parts: str) -> str:
        """One after the other, commands kept apart from letters."""
        row = ""
        for part in parts:
            row += f" {part}" if _ENDS_IN_COMMAND.search(row) and _LETTER.match(part) else part
        return row

    def negated(self, operand: str) -> str:
        """The minus directly before the operand."""
        return f"-{operand}"

    def fenced(self, fence: Fence, inner: str) -> str:
        """Brackets that grow around fractions and sums."""
        left, right = _FENCES[fence]
        if _TALL.search(inner):
            left, right = rf"\left{left}", rf"\right{right.strip()}"
        return left + inner + right

    def fraction(self, over: str, under: str) -> str:
        r"""``\frac``, or a slash."""
        return f"{over}/{under}" if self.slashed else rf"\frac{{{over}}}{{{under}}}"

    def common_fraction(self, over: str, under: str) -> str:
        r"""``\tfrac``, or a slash."""
        return f"{over}/{under}" if self.slashed else rf"\tfrac{{{over}}}{{{under}}}"

    def root(self, operand: Piece[str]) -> str:
        r"""``\sqrt``."""
        return rf"\sqrt{{{operand.body}}}"

    def scripts(self, core: str, lower: Piece[str] | None, upper: Piece[str] | None) -> str:
        """``_`` and ``^``."""
        below = "" if lower is None else f"_{_braced(lower.body)}"
        above = "" if upper is None else f"^{_braced(upper.body)}"
        return core + below + above

    def raises(self, exponent: Piece[str]) -> bool:
        """Whether the exponent is short and has no fraction or sum."""
        return len(exponent.body) <= _LONGEST_EXPONENT_OF_E and not _TALL.search(exponent.body)

    def total(self, limits: tuple[Piece[str], Piece[str]] | None) -> str:
        r"""``\sum``."""
        return r"\sum" if limits is None else self.scripts(r"\sum", *limits)

    def under(self, words: str, below: Piece[str]) -> str:
        """An operator with its subscript below."""
        thin = words.replace(" ", r"\,")
        return self.scripts(rf"\operatorname*{{{thin}}}", below, None)

    def differential(self, order: Piece[str] | None) -> str:
        r"""``\partial``."""
        partial = self.scripts(r"\partial", None, order)
        return partial if order is None else f"{partial} "

    def indicator(self, condition: str) -> str:
        r"""``\mathbf{1}[…]``."""
        return r"\mathbf{1}" + self.fenced("square", condition)

    def cases(self, rows: Sequence[tuple[str, str]], otherwise: str) -> str:
        """The ``cases`` environment."""
        lines = [rf"{value} & \text{{if }} {condition}" for value, condition in rows]
        lines.append(rf"{otherwise} & \text{{otherwise}}")
        return _environment("cases", lines)

    def matrix(self, rows: Sequence[Sequence[str]], numbers: bool) -> str:
        """The ``bmatrix`` environment."""
        return _environment("bmatrix", [" & ".join(row) for row in rows])


def _braced(script: str) -> str:
    return script if len(script) == 1 else f"{{{script}}}"


def _environment(name: str, lines: Sequence[str]) -> str:
    rows = r" \\ ".join(lines)
    return rf"\begin{{{name}}} {rows} \end{{{name}}}"
