"""Small PDF files, written as the format says (ISO 32000-1, 7.5): line after line of text."""

from collections.abc import Sequence


def pdf_of(pages: Sequence[Sequence[str]], info: str = "", root: str = "") -> bytes:
    """A PDF whose pages show these lines; ``info`` is put into its document information."""
    streams = [_content(lines) for lines in pages]
    kids = " ".join(f"{4 + 2 * number} 0 R" for number in range(len(pages)))
    objects = [
        f"<< /Type /Catalog /Pages 2 0 R {root} >>".encode(),
        f"<< /Type /Pages /Kids [{kids}] /Count {len(pages)} >>".encode(),
        b"<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>",
    ]
    for number, stream in enumerate(streams):
        objects.append(
            f"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 612 792] /Contents {5 + 2 * number} 0 R"
            " /Resources << /Font << /F1 3 0 R >> >> >>".encode()
        )
        objects.append(b"<< /Length %d >>\nstream\n%s\nendstream" % (len(stream), stream))
    objects.append(f"<< {info} >>".encode("cp1252"))
    return put_together(objects, info=len(objects))


def put_together(objects: Sequence[bytes], info: int) -> bytes:
    """The file of these objects, numbered from 1, the first of them the catalogue."""
    written, places = b"%PDF-1.4\n", []
    for number, held in enumerate(objects, start=1):
        places.append(len(written))
        written += b"%d 0 obj\n%s\nendobj\n" % (number, held)
    table = b"".join(b"%010d 00000 n \n" % place for place in places)
    size = len(objects) + 1
    trailer = b"<< /Size %d /Root 1 0 R /Info %d 0 R >>" % (size, info)
    return written + b"xref\n0 %d\n0000000000 65535 f \n%strailer\n%s\nstartxref\n%d\n%%%%EOF\n" % (
        size,
        table,
        trailer,
        len(written),
    )


def _content(lines: Sequence[str]) -> bytes:
    shown = (
        line.replace("\\", "\\\\").replace("(", "\\(").replace(")", "\\)").encode("cp1252")
        for line in lines
    )
    return (
        b"BT /F1 11 Tf 14 TL 72 720 Td "
        + b" ".join(b"(%s) Tj T*" % line for line in shown)
        + b" ET"
    )
