"""Properties on disk: a loss is examined once, then read."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import msgspec

from quiz_app.formulas.cache import key_of
from quiz_app.formulas.properties.examine import examine
from quiz_app.formulas.properties.model import Property
from quiz_app.formulas.store import Entry, keep, recall

if TYPE_CHECKING:
    from quiz_app.losses import Loss
    from quiz_app.maths.algebra import Algebra

_DECODER = msgspec.msgpack.Decoder(Entry[tuple[Property, ...]])


class PropertyCache:
    """Properties from ``folder``, found with ``algebra`` where the folder has none."""

    def __init__(self, folder: Path, algebra: Algebra) -> None:
        self._folder = folder
        self._algebra = algebra

    def properties(self, loss: Loss) -> tuple[Property, ...]:
        """The properties, read or found; errors as for ``examine``, none about the folder."""
        return tuple(self.one_by_one(loss))

    def one_by_one(self, loss: Loss) -> Iterator[Property]:
        """The same, each as soon as it is known; they are kept when the last one is taken."""
        key = f"{key_of(loss, 'properties')} {[each.default for each in loss.parameters]}"
        path = self._folder / f"{loss.name}.properties"
        known = recall(path, key, _DECODER)
        if known is not None:
            yield from known
            return
        found = []
        for answer in examine(loss, self._algebra):
            found.append(answer)
            yield answer
        keep(path, key, tuple(found))
