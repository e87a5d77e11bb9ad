"""Files: bytes to text on the way in, whole or not at all on the way out."""

import codecs
import datetime as dt
import os
import pickle
from collections.abc import Iterator
from pathlib import Path

import pytest

import unodc_feed
from unodc_feed import DecodeError, UnknownFormatError, UnodcFeedError
from unodc_feed._files import write_whole

TEXT = "  * 22/01/2016\n    Enquête à Genève\n"


@pytest.mark.parametrize("mark", [b"", codecs.BOM_UTF8])
def test_a_byte_order_mark_is_not_part_of_the_text(tmp_path: Path, mark: bytes) -> None:
    path = tmp_path / "page.txt"
    path.write_bytes(mark + TEXT.encode())
    [entry] = unodc_feed.read(path)
    assert entry.title == "Enquête à Genève"
    assert TEXT[entry.sources[0].start : entry.sources[0].end] == "* 22/01/2016\n    Enquête à Genève"
    assert entry.sources[0].name == "page.txt"


@pytest.mark.parametrize("encoding", ["latin-1", "utf-16"])
def test_the_caller_may_say_how_a_file_is_encoded(tmp_path: Path, encoding: str) -> None:
    path = tmp_path / "page.txt"
    path.write_bytes(TEXT.encode(encoding))
    assert unodc_feed.read(str(path), encoding=encoding)[0].title == "Enquête à Genève"


def test_bytes_that_are_no_text_name_their_place(tmp_path: Path) -> None:
    path = tmp_path / "page.txt"
    path.write_bytes(TEXT.encode("latin-1"))
    with pytest.raises(DecodeError) as caught:
        unodc_feed.read(path)
    error = caught.value
    assert (error.name, error.encoding, error.offset) == ("page.txt", "utf-8", TEXT.index("ê"))
    assert str(error) == (
        r"page.txt: the byte at offset 23 is not utf-8: b'\xeate '. Pass encoding= to say how the file is encoded."
    )
    assert str(pickle.loads(pickle.dumps(error))) == str(error)


def test_an_encoding_without_offsets_names_the_first_byte(tmp_path: Path) -> None:
    path = tmp_path / "page.txt"
    path.write_bytes(b"\xff\xfe")
    with pytest.raises(DecodeError) as caught:
        unodc_feed.read(path, encoding="punycode")
    assert caught.value.offset in (0, 1)


def test_a_document_of_no_known_format_says_what_was_looked_for(tmp_path: Path) -> None:
    path = tmp_path / "page.txt"
    path.write_text("Just a line\n")
    with pytest.raises(UnknownFormatError) as caught:
        unodc_feed.read(path)
    assert str(caught.value).startswith("page.txt: none of the known formats in 1 printed lines. Looked for bulleted:")
    assert caught.value.name == "page.txt"
    assert isinstance(pickle.loads(pickle.dumps(caught.value)), UnodcFeedError)


@pytest.mark.parametrize("text", ["", "\n\n", "\ufeff", " \t"])
def test_a_blank_document_is_unknown_but_can_be_read_as_any_format(text: str) -> None:
    assert unodc_feed.detect_format(text) is None
    with pytest.raises(UnknownFormatError, match="document: none"):
        unodc_feed.parse(text)
    for parse in (unodc_feed.parse_bulleted, unodc_feed.parse_blocks, unodc_feed.parse_reference):
        assert len(parse(text)) == 0


def test_a_feed_without_entries_is_a_bulleted_listing() -> None:
    listing = unodc_feed.parse("Drugs\n\nNews and Events\n(0 entries)\n")
    assert (len(listing), listing.heading, listing.declared_count) == (0, "News and Events", 0)


@pytest.mark.parametrize("form", unodc_feed.Format)
def test_a_text_without_entries_of_the_given_format_is_named(form: unodc_feed.Format) -> None:
    listing = unodc_feed.parse("\nPage not found\n", format=form)
    assert [(found.code, found.line) for found in listing.diagnostics] == [("no-entries", 2)]
    for text in ("", "\n \n", "Drugs\n\nNews and Events\n(0 entries)\n"):
        assert unodc_feed.parse(text, format=form).diagnostics == ()


def test_the_time_of_capture_goes_with_every_source() -> None:
    moment = dt.datetime(2016, 2, 1, tzinfo=dt.UTC)
    listing = unodc_feed.parse(TEXT, captured_at=moment)
    assert listing.captured_at == listing[0].sources[0].captured_at == moment


def test_an_unknown_format_name_is_refused() -> None:
    with pytest.raises(ValueError, match="rss"):
        unodc_feed.parse(TEXT, format="rss")


def test_a_file_is_written_whole(tmp_path: Path) -> None:
    path = tmp_path / "out.jsonl"
    write_whole(path, ["a", "é"])
    assert path.read_bytes() == "a\né\n".encode()
    assert list(tmp_path.iterdir()) == [path]


def test_what_is_no_file_is_written_to(tmp_path: Path) -> None:
    pipe = tmp_path / "pipe"
    os.mkfifo(pipe)
    reader = os.open(pipe, os.O_RDONLY | os.O_NONBLOCK)
    write_whole(pipe, ["a"])
    assert os.read(reader, 10) == b"a\n"
    os.close(reader)
    assert not pipe.is_file()


def test_a_file_that_cannot_be_finished_leaves_the_old_one(tmp_path: Path) -> None:
    path = tmp_path / "out.jsonl"
    path.write_text("old\n")

    def failing() -> Iterator[str]:
        yield "new"
        raise RuntimeError

    with pytest.raises(RuntimeError):
        write_whole(path, failing())
    assert path.read_text() == "old\n"
    assert list(tmp_path.iterdir()) == [path]
