"""The characters of a text that was set for the eye: joined as words are compared."""

import re
import unicodedata

# Marks where a line may break or letters may join: they stand inside of words and are not seen.
_UNSEEN = re.compile("[\u00ad\u200b-\u200d\u2060\ufeff]")
# Letters that printers cast in one piece.
_LIGATURES = re.compile("[\ufb00-\ufb06]")
_CONTROLS = re.compile("[\x00-\x08\x0e-\x1f\x7f\ud800-\udfff]")


def plain_characters(text: str) -> str:
    """The text composed (NFC), without unseen marks and control characters, ligatures undone."""
    bare = _UNSEEN.sub("", text)
    bare = _CONTROLS.sub("", bare)
    bare = _LIGATURES.sub(lambda found: unicodedata.normalize("NFKC", found[0]), bare)
    return unicodedata.normalize("NFC", bare)
