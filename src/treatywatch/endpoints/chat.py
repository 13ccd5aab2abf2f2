"""A second reader at an endpoint that speaks the OpenAI chat protocol.

Whatever the endpoint does, nothing is raised: a dead, slow or lying one gives troubles in words and
no proposals. After one that cannot be reached or does not answer in time it is not asked again.
"""

import json
from collections.abc import Mapping
from http.client import HTTPException
from queue import Empty, Queue
from threading import Thread
from urllib.error import HTTPError, URLError
from urllib.request import HTTPRedirectHandler, Request, build_opener

from treatywatch.endpoints.settings import Endpoint
from treatywatch.law.treaty import Treaty
from treatywatch.reading.second_reader import (
    Proposals,
    load_request,
    messages,
    parse_answer,
)
from treatywatch.reports.report import Report

LONGEST_REPORT = 100_000
"""A report with more characters than these is not sent."""

_LARGEST_ANSWER = 2_000_000  # bytes


class _Failed(Exception):
    """The endpoint gave no answer; ``gone`` tells that it is no use to ask again."""

    def __init__(self, why: str, *, gone: bool = False) -> None:
        self.gone = gone
        super().__init__(why)


class ChatReader:
    """A second reader that asks an endpoint about each report."""

    def __init__(self, endpoint: Endpoint, treaties: Mapping[str, Treaty]) -> None:
        self._endpoint, self._treaties = endpoint, treaties
        self._gone = False

    def propose(self, report: Report) -> Proposals:
        """What the endpoint says of the report; troubles and nothing else where it says nothing."""
        if self._gone:
            return Proposals()
        if len(report.text) > LONGEST_REPORT:
            return Proposals(troubles=(f"not asked: more than {LONGEST_REPORT} characters",))
        asked = {
            "model": self._endpoint.model,
            "temperature": 0,
            "messages": messages(report, self._treaties, load_request()),
        }
        try:
            return parse_answer(_content(self._post(json.dumps(asked).encode("utf-8"))))
        except _Failed as failed:
            self._gone = failed.gone
            again = "; it is not asked again" if failed.gone else ""
            return Proposals(troubles=(f"{failed}{again}",))

    def _post(self, body: bytes) -> bytes:
        """The answer's bytes, within the endpoint's time whatever it does on the wire.

        A time limit on a socket starts anew with each byte, so a thread of its own is waited for.
        """
        answers: Queue[bytes | _Failed] = Queue()

        def ask() -> None:
            answers.put(_exchange(self._endpoint, body))

        Thread(target=ask, daemon=True).start()
        try:
            answer = answers.get(timeout=self._endpoint.seconds)
        except Empty:
            seconds = f"{self._endpoint.seconds:g}"
            raise _Failed(f"no answer within {seconds} seconds", gone=True) from None
        if isinstance(answer, _Failed):
            raise answer
        return answer


class _NoRedirect(HTTPRedirectHandler):
    """The key and the report go to the address that the user named and to no other."""

    def redirect_request(self, *_told: object) -> None:
        """Never follow; the redirect is then an error like any other."""
        return


def _exchange(endpoint: Endpoint, body: bytes) -> bytes | _Failed:
    headers = {"Content-Type": "application/json", "Accept": "application/json"}
    if endpoint.key is not None:
        headers["Authorization"] = f"Bearer {endpoint.key}"
    # The scheme is http or https: the settings take no other.
    request = Request(endpoint.url, data=body, headers=headers, method="POST")
    try:
        with build_opener(_NoRedirect).open(request, timeout=endpoint.seconds) as response:
            answer: bytes = response.read(_LARGEST_ANSWER + 1)
    except HTTPError as error:
        error.close()
        return _Failed(f"it answers with status {error.code}", gone=error.code in (401, 403, 404))
    except (URLError, OSError, HTTPException, ValueError) as error:
        reason = getattr(error, "reason", None) or error
        return _Failed(f"it cannot be asked ({type(reason).__name__})", gone=True)
    if len(answer) > _LARGEST_ANSWER:
        return _Failed("its answer is too long")
    return answer


def _content(answer: bytes) -> str:
    """What the first choice says."""
    try:
        content = json.loads(answer)["choices"][0]["message"]["content"]
    except (ValueError, LookupError, TypeError, RecursionError):
        content = None
    if not isinstance(content, str):
        raise _Failed("its answer does not follow the protocol")
    return content
