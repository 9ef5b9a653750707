"""How functions of arguments are written: ``log p``, ``|x|``, ``Σ``, ``∂ℓ/∂p`` and ``f(x)``."""

from __future__ import annotations

from typing import TYPE_CHECKING

from quiz_app.maths.expression.tree import Binary, Call, Index, Name, Tree
from quiz_app.maths.layout.conventions import is_short
from quiz_app.maths.layout.derivatives import derivative, is_derivative
from quiz_app.maths.layout.glyphs import Fence
from quiz_app.maths.layout.names import is_letter, split_accent, split_subscript
from quiz_app.maths.layout.piece import Binding, Piece, T, deepest

if TYPE_CHECKING:
    from quiz_app.maths.layout.notation import Notation

# Functions whose argument needs no brackets when it is simple, and the base of a logarithm.
_OPERATORS = {"log": "", "log2": "2", "log10": "10", "cosh": "", "sinh": "", "tanh": ""}
_FENCES: dict[str, Fence] = {"abs": "bar", "norm": "norm"}
_EXTREMES = {"argmin": "arg min", "argmax": "arg max"}


def call(notation: Notation[T], tree: Call, *, closed: bool) -> Piece[T]:
    """A function and its arguments, in the field's notation where it has one."""
    if tree.options:
        return _ordinary(notation, tree)
    match tree.function, tree.arguments:
        case function, (operand,) if function in _OPERATORS:
            return _operator(notation, function, operand, closed=closed)
        case function, (operand,) if function in _FENCES:
            inner = notation.piece(operand)
            body = notation.setter.fenced(_FENCES[function], inner.body)
            return Piece(body, nesting=inner.nesting)
        case "sqrt", (operand,):
            inner = notation.piece(operand)
            return Piece(notation.setter.root(inner), Binding.POWER, nesting=inner.nesting)
        case "exp", (exponent,):
            return _exponential(notation, tree, exponent)
        case "dot", (left, right):
            return _dot(notation, left, right)
        case "sum" | "argmin" | "argmax", _:
            return _ranging(notation, tree, closed=closed)
        case "derivative", _ if is_derivative(tree):
            return derivative(notation, tree)
        case _:
            return _ordinary(notation, tree)


def _ordinary(notation: Notation[T], tree: Call) -> Piece[T]:
    """``f(a, b, δ=1)``."""
    setter = notation.setter
    pieces = [notation.piece(argument) for argument in tree.arguments]
    for name, value in tree.options:
        piece = notation.piece(value)
        named = setter.row(setter.letter(name), setter.text("="), piece.body)
        pieces.append(Piece(named, nesting=piece.nesting))
    arguments = setter.fenced("round", notation.joined(pieces, setter.text(", ")))
    stem, _ = split_accent(split_subscript(tree.function)[0])
    if is_letter(stem):
        word = notation.scripted(Name(tree.function), None).body
    else:
        word = setter.word(tree.function)
    return Piece(setter.row(word, arguments), nesting=deepest(pieces))


def _operator(notation: Notation[T], function: str, operand: Tree, *, closed: bool) -> Piece[T]:
    """``log p``, ``log cosh(y − p)``, ``log(1 − p)``."""
    setter = notation.setter
    base = _OPERATORS[function]
    if base:
        lower = Piece(setter.text(base), plain=True)
        word = setter.scripts(setter.word("log"), lower, None)
    elif function == "log":
        word = setter.natural_logarithm()
    else:
        word = setter.word(function)
    piece = notation.piece(operand)
    if closed or piece.binding < Binding.FRACTION or _may_mislead(operand):
        row = setter.row(word, setter.fenced("round", piece.body))
    else:
        row = setter.row(word, setter.gap(), piece.body)
    return Piece(row, Binding.APPLICATION, nesting=piece.nesting)


def _may_mislead(operand: Tree) -> bool:
    """Whether an index or exponent after ``log (…)`` could be taken for the logarithm's own."""
    match operand:
        case Index(base) | Binary("^", base):
            return not isinstance(base, Name | Index) or _may_mislead(base)
        case _:
            return False


def _exponential(notation: Notation[T], tree: Call, exponent: Tree) -> Piece[T]:
    """``eˣ`` for a short exponent, ``exp(…)`` for a long one."""
    setter = notation.setter
    if is_short(exponent):
        upper = notation.small().piece(exponent)
        if setter.raises(upper):
            return Piece(setter.scripts(setter.letter("e"), None, upper), Binding.POWER)
    return _ordinary(notation, tree)


def _dot(notation: Notation[T], left: Tree, right: Tree) -> Piece[T]:
    """``w · x``."""
    pieces = [notation.operand(side, Binding.POWER) for side in (left, right)]
    body = notation.joined(pieces, notation.setter.sign("dot"))
    return Piece(body, Binding.PRODUCT, nesting=deepest(pieces))


def _ranging(notation: Notation[T], tree: Call, *, closed: bool) -> Piece[T]:
    """Σ or arg min with the term it reaches over; whatever followed would seem part of that."""
    setter, small = notation.setter, notation.small()
    match tree.arguments:
        case (body,) if tree.function == "sum":
            sign = setter.total(None)
        case (body, Name() as index, count) if tree.function == "sum":
            first = _equal_to_one(small, index)
            sign = setter.total((first, small.piece(count)))
        case (variable, body) if tree.function in _EXTREMES:
            sign = setter.under(_EXTREMES[tree.function], small.piece(variable))
        case _:
            return _ordinary(notation, tree)
    term = notation.operand(body, Binding.PRODUCT)
    row = setter.row(sign, setter.gap(), term.body)
    piece = Piece(row, Binding.FRACTION, nesting=term.nesting)
    return notation.grouped(piece) if closed else piece


def _equal_to_one(notation: Notation[T], index: Name) -> Piece[T]:
    """``i=1``, below a Σ."""
    variable = notation.piece(index)
    row = notation.setter.row(variable.body, notation.setter.text("=1"))
    return Piece(row, plain=variable.plain)
