"""Feeds: each entry a report with its own date and address."""

from pathlib import Path

import pytest

from treatywatch.errors import UnreadableInput
from treatywatch.reports.feed import reports_from_feed
from treatywatch.reports.report import Report

RSS = """<?xml version="1.0"?>
<rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/"
     xmlns:dc="http://purl.org/dc/elements/1.1/"><channel><title>Gazette</title>
<language>en-gb</language>
<item><title>Finland &amp; the treaty</title><link>https://gazette.example/out</link>
<pubDate>Thu, 10 Jul 2025 22:30:00 +0300</pubDate><dc:creator>A. Virta</dc:creator>
<description>Short.</description>
<content:encoded><![CDATA[<p>Finland has left the <b>Ottawa</b> Convention.</p>
<ul><li>One<li>Two</ul><script>no()</script>]]></content:encoded></item>
<item><title>Poland next</title><guid isPermaLink="false">77</guid>
<description>Poland &lt;b&gt;will&lt;/b&gt; leave.</description></item>
<item></item></channel></rss>"""

ATOM = """<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="de">
<title>Zeitung</title>
<entry><title type="html">Finnland &amp;amp; Polen</title><id>tag:x</id>
<link rel="self" href="https://zeitung.example/self"/>
<link href="https://zeitung.example/aus"/>
<author><name>B. Salo</name></author>
<published>2025-07-10T23:00:00-04:00</published><updated>2025-07-12T00:00:00Z</updated>
<content type="xhtml">
<div xmlns="http://www.w3.org/1999/xhtml"><p>Finnland ist weg.</p></div></content>
</entry>
<entry xml:lang="en"><title>1 &lt; 2</title><updated>2025-07-01T00:00:00Z</updated>
<summary type="text">Not <![CDATA[<b>bold</b>]]></summary></entry></feed>"""

RDF = """<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#"
 xmlns="http://purl.org/rss/1.0/" xmlns:dc="http://purl.org/dc/elements/1.1/">
<channel><title>x</title></channel>
<item><title>Latvia</title><link>https://x.example/l</link><dc:date>2025-06-27</dc:date>
<description>Latvia gave notice.</description></item></rdf:RDF>"""


def reports(feed: str) -> list[Report]:
    read = list(reports_from_feed(feed.encode(), "feed.xml"))
    assert all(isinstance(one, Report) for one in read)
    return [one for one in read if isinstance(one, Report)]


def test_rss_gives_the_fullest_text_of_each_item() -> None:
    first, second = reports(RSS)
    assert first.text == (
        "Finland & the treaty\n\nFinland has left the Ottawa Convention.\n\n• One\n• Two\n"
    )
    assert (first.name, first.url) == ("https://gazette.example/out",) * 2
    assert (first.published, first.published_from) == ("2025-07-10", "feed")
    assert (first.title, first.author, first.language) == ("Finland & the treaty", "A. Virta", "en")
    assert (second.name, second.published) == ("feed.xml#2", None)
    assert second.text.strip() == "Poland next\n\nPoland will leave."


def test_atom_gives_both_dates_and_its_own_language() -> None:
    first, second = reports(ATOM)
    assert first.text == "Finnland & Polen\n\nFinnland ist weg.\n"
    assert (first.published, first.modified) == ("2025-07-10", "2025-07-12")
    assert (first.url, first.author) == ("https://zeitung.example/aus", "B. Salo")
    assert (first.language, second.language) == ("de", "en")
    assert second.text.strip() == "1 < 2\n\nNot <b>bold</b>"
    assert second.published == "2025-07-01"


def test_the_first_rss_has_its_items_beside_the_channel() -> None:
    (only,) = reports(RDF)
    assert (only.name, only.published) == ("https://x.example/l", "2025-06-27")
    assert only.text == "Latvia\n\nLatvia gave notice.\n"


def test_entities_that_multiply_are_not_followed() -> None:
    laughs = "".join(
        f'<!ENTITY l{n} "{f"&l{n - 1};" * 10}">' if n else '<!ENTITY l0 "ha">' for n in range(10)
    )
    feed = (
        f"<?xml version='1.0'?><!DOCTYPE rss [{laughs}]>"
        "<rss><channel><item><title>Ha</title><description>&l9; the end</description></item>"
        "</channel></rss>"
    )
    with pytest.raises(UnreadableInput):
        reports(feed)


def test_a_feed_does_not_make_its_reader_open_files(tmp_path: Path) -> None:
    secret = tmp_path / "secret.txt"
    secret.write_text("the secret", encoding="utf-8")
    (only,) = reports(
        f"<?xml version='1.0'?><!DOCTYPE rss [<!ENTITY f SYSTEM '{secret.as_uri()}'>]>"
        "<rss><channel><item><title>Ha</title><description>&f; end</description></item>"
        "</channel></rss>"
    )
    assert "secret" not in only.text
    assert "end" in only.text


@pytest.mark.parametrize("raw", [b"", b"<rss", b"<rss></rss>", b"<feed>" + b"<a>" * 5_000])
def test_what_is_no_feed_is_refused(raw: bytes) -> None:
    with pytest.raises(UnreadableInput) as caught:
        list(reports_from_feed(raw, "feed.xml"))
    assert caught.value.what_to_do
