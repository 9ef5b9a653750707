"""Text of a lesson as Markdown for notebooks; signs that Markdown would take are escaped."""

from __future__ import annotations

import re

from quiz_app.lessons.model import Bullets, Span, Table, Text

# A dollar would begin a formula, a bar end a cell; in a table it does so even in code.
_SIGNS = re.compile(r"[\\`*_<>|$&~]|\](?=[(:])")
_BAR = re.compile(r"(?<!\\)\|")
# What makes a heading, a list or a rule of a line.
_BEGINNING = re.compile(r"^(?:(?P<sign>[#+=-])|(?P<number>\d+)(?=[.)](?:\s|$)))")
_TICKS = re.compile("`+")


def paragraph(text: Text) -> str:
    """Styled text, none of which begins a list or a heading."""
    return _begun(_spans(text))


def escaped(text: str) -> str:
    """A text as it stands: in the same paragraphs and lines, indented as they are."""
    return "\n\n".join(
        "  \n".join(map(_line, part.split("\n"))) for part in text.split("\n\n") if part.strip()
    )


def bullet_list(block: Bullets) -> str:
    """A list, the lists inside it indented."""
    return "\n".join(
        f"{'    ' * item.depth}{'-' if item.marker == '•' else item.marker} {_spans(item.text)}"
        for item in block.items
    )


def table(block: Table) -> str:
    """A table with its head."""
    rule = ("---",) * len(block.head)
    rows = (tuple(map(_cell, row)) for row in (block.head, *block.rows))
    head, *body = (f"| {' | '.join(row)} |" for row in rows)
    return "\n".join((head, f"|{'|'.join(rule)}|", *body))


def _spans(text: Text) -> str:
    return "".join(map(_span, text))


def _cell(text: Text) -> str:
    return _BAR.sub(r"\|", _spans(text))


def _span(span: Span) -> str:
    match span.style:
        case "code":
            return _code(span.text)
        case "strong":
            return _wrapped(span.text, "**")
        case "emphasis":
            return _wrapped(span.text, "*")
        case "plain":
            return _literal(span.text)


def _wrapped(text: str, sign: str) -> str:
    """Emphasised, blanks at the ends outside the signs, where Markdown wants them."""
    inner = text.strip()
    if not inner:
        return text
    before, after = text[: len(text) - len(text.lstrip())], text[len(text.rstrip()) :]
    return f"{before}{sign}{_literal(inner)}{sign}{after}"


def _literal(text: str) -> str:
    return _SIGNS.sub(r"\\\g<0>", text)


def _code(text: str) -> str:
    """Code between more ticks than there are in it."""
    longest = max((len(run) for run in _TICKS.findall(text)), default=0)
    fence = "`" * (longest + 1)
    inner = f" {text} " if longest else text
    return f"{fence}{inner}{fence}"


def _line(text: str) -> str:
    """A line whose indent is seen, and does not make code of it."""
    words = text.lstrip()
    return "\N{NO-BREAK SPACE}" * (len(text) - len(words)) + _begun(_literal(words))


def _begun(line: str) -> str:
    return _BEGINNING.sub(lambda found: f"{found['number'] or ''}\\{found['sign'] or ''}", line)
