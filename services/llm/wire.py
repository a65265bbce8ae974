"""The provider's answer as it comes over the wire, checked for what its client does not check: type, completeness, refusal."""

import msgspec

from services.llm.failures import ModelFailureReason as Reason
from services.llm.failures import ModelUnusable

MOST_BYTES = 1_000_000


class WireContent(msgspec.Struct, frozen=True):
    """A piece of a message: text, or a refusal."""

    type: str
    text: str | None = None
    refusal: str | None = None


class WireItem(msgspec.Struct, frozen=True):
    """One item of the output. Others than messages, such as reasoning, have contents of their own kinds."""

    type: str
    content: msgspec.Raw = msgspec.Raw(b"null")


class WireUsage(msgspec.Struct, frozen=True):
    input_tokens: int = 0
    output_tokens: int = 0


class WireIncomplete(msgspec.Struct, frozen=True):
    reason: str | None = None


class WireError(msgspec.Struct, frozen=True):
    code: str | None = None


class WireResponse(msgspec.Struct, frozen=True):
    """An object of `POST /responses`, as far as it matters here."""

    output: tuple[WireItem, ...]
    id: str | None = None
    model: str | None = None
    status: str = "completed"
    incomplete_details: WireIncomplete | None = None
    error: WireError | None = None
    usage: WireUsage | None = None

    @property
    def finish_reason(self) -> str:
        if self.incomplete_details is not None and self.incomplete_details.reason:
            return self.incomplete_details.reason
        return self.status


_RESPONSE = msgspec.json.Decoder(WireResponse)
_CONTENTS = msgspec.json.Decoder(tuple[WireContent, ...] | None)


def response_of(body: bytes) -> WireResponse:
    """Raises ModelUnusable for what is no such object: HTML with status 200, broken JSON, something else."""
    if len(body) > MOST_BYTES:
        raise ModelUnusable(Reason.MALFORMED)
    try:
        return _RESPONSE.decode(body)
    except (msgspec.MsgspecError, UnicodeDecodeError, RecursionError):
        raise ModelUnusable(Reason.MALFORMED) from None


def text_of(response: WireResponse) -> str:
    """The text of a whole answer. Raises ModelUnusable where it is not whole, was refused, or is empty."""
    if response.status == "failed" or response.error is not None:
        limited = response.error is not None and response.error.code == "rate_limit_exceeded"
        raise ModelUnusable(Reason.RATE_LIMITED if limited else Reason.SERVER_ERROR)
    if response.finish_reason == "content_filter":
        raise ModelUnusable(Reason.FILTERED)
    if response.status != "completed":
        raise ModelUnusable(Reason.INCOMPLETE)
    contents = [content for item in response.output if item.type == "message" for content in _contents(item)]
    if any(content.type == "refusal" or content.refusal for content in contents):
        raise ModelUnusable(Reason.REFUSED)
    text = "".join(content.text or "" for content in contents if content.type == "output_text")
    if not text.strip():
        raise ModelUnusable(Reason.MALFORMED)
    return text


def _contents(item: WireItem) -> tuple[WireContent, ...]:
    try:
        return _CONTENTS.decode(item.content) or ()
    except (msgspec.MsgspecError, UnicodeDecodeError, RecursionError):
        raise ModelUnusable(Reason.MALFORMED) from None
