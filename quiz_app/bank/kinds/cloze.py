"""Reading texts with gaps."""

from __future__ import annotations

from quiz_app.bank.expressions import Scope
from quiz_app.bank.faults import Faults
from quiz_app.bank.fields import Fields
from quiz_app.bank.kinds.expression import asks_a_loss
from quiz_app.bank.kinds.kind import Common
from quiz_app.bank.model import ClozeQuestion, Gap, Question, Tolerance
from quiz_app.bank.nodes import ListNode, MappingNode, Node
from quiz_app.bank.reading import Reader, is_number, list_of, read_text, shown
from quiz_app.bank.template import GAP
from quiz_app.bank.tolerance import read_tolerance
from quiz_app.bank.variables import read_variables


def read_cloze_question(fields: Fields, scope: Scope, common: Common) -> Question:
    """A cloze question."""
    question = ClozeQuestion(
        **common,
        prompt=fields.required("prompt", scope.template, ""),
        gaps=fields.required("gaps", list_of(_gap_reader(scope), "gaps"), ()),
    )
    written = len(GAP.findall(question.prompt))
    if question.prompt and question.gaps and written != len(question.gaps):
        fields.faults.add(
            fields.place_of("prompt"),
            f"the prompt has {written} gaps, and {len(question.gaps)} are given",
            "write '___' where each of 'gaps' belongs, in their order",
        )
    return question


def _gap_reader(scope: Scope) -> Reader[Gap]:
    def read(node: Node, faults: Faults) -> Gap:
        if isinstance(node, ListNode):
            return Gap(words=list_of(_read_words, "words")(node, faults))
        if not isinstance(node, MappingNode):
            return Gap(words=(_read_words(node, faults),))
        fields = Fields(node, faults, "a gap", ("expression", "tolerance", "variables"))
        variables = fields.optional("variables", read_variables, ())
        names = Scope((*scope.names, *(variable.name for variable in variables)))
        gap = Gap(
            expression=fields.required("expression", names.expression, ""),
            tolerance=fields.optional("tolerance", read_tolerance, Tolerance()),
            variables=variables,
        )
        if variables and asks_a_loss(gap.expression):
            faults.add(
                fields.place_of("expression"),
                "this asks a loss, which is no formula to be read",
                "write the formula that it comes to",
            )
        return gap

    return read


def _read_words(node: Node, faults: Faults) -> str:
    """Some words as they may be typed into a gap."""
    words = read_text(node, faults)
    if is_number(node):
        faults.add(
            node.place,
            f"a gap for the number {shown(node)} would take it in no other form",
            f"write {{expression: {words}}}",
        )
    elif ";" in words:
        faults.add(node.place, "a semicolon parts the answers", "leave it out of the words")
    return words
