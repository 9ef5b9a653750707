from __future__ import annotations

from hypothesis import example, given
from hypothesis import strategies as st
from markdown_it import MarkdownIt

from quiz_app.export.markdown import escaped, paragraph, table
from quiz_app.lessons.model import Span, Table

_READER = MarkdownIt("gfm-like", {"linkify": False})

SIGNS = st.text(st.sampled_from("ab1 .)([]:*_`#+-=<>|$&~\\!"), min_size=1, max_size=12)


def _words(markdown: str) -> str:
    """What a reader of Markdown makes of it, if it is one paragraph of nothing but text."""
    opening, inline, closing = _READER.parse(markdown)
    assert (opening.type, closing.type) == ("paragraph_open", "paragraph_close")
    children = inline.children or []
    assert {child.type for child in children} <= {"text", "text_special"}, markdown
    return "".join(child.content for child in children)


@given(SIGNS.map(str.strip).filter(bool))
@example("[a](b)")
@example("1. one")
@example("***")
@example("[a]: b")
def test_a_text_says_the_same_in_markdown(text: str) -> None:
    assert _words(escaped(text)) == text
    assert _words(paragraph((Span(text),))) == text


def test_lines_and_indents_of_a_text_stay() -> None:
    shown = _READER.render(escaped("one\n\nfirst\n    y_hat = 2\n- three"))
    assert shown == (
        "<p>one</p>\n<p>first<br />\n\N{NO-BREAK SPACE}"
        + "\N{NO-BREAK SPACE}" * 3
        + "y_hat = 2<br />\n- three</p>\n"
    )


def test_a_bar_ends_no_cell() -> None:
    shown = _READER.render(table(Table(((Span("|r|"),),), (((Span("a|b", "code"),),),))))
    assert "<th>|r|</th>" in shown
    assert "<td><code>a|b</code></td>" in shown
