"""Requests that are wrong as HTTP, around a body that is right."""

import random

from tests.http.malformed.noise import spoilt_bytes

_LINES = (
    b"POST /graphql HTTP/1.1",
    b"POST http://elsewhere.example/graphql HTTP/1.1",
    b"POST http:///graphql HTTP/1.1",
    b"POST //graphql HTTP/1.1",
    b"POST /graphql%00 HTTP/1.1",
    b"POST /graphql\x00 HTTP/1.1",
    b"POST /%2e%2e/%2e%2e/etc/passwd HTTP/1.1",
    b"POST /graph\xffql HTTP/1.1",
    b"POST /graphql?" + b"a=b&" * 5000 + b" HTTP/1.1",
    b"POST graphql HTTP/1.1",
    b"POST * HTTP/1.1",
    b"POST /graphql#x HTTP/1.1",
    b"POST  /graphql  HTTP/1.1",
    b"POST /graphql HTTP/1.0",
    b"POST /graphql HTTP/0.9",
    b"POST /graphql HTTP/9.9",
    b"POST /graphql",
    b"post /graphql HTTP/1.1",
    b"CONNECT x:443 HTTP/1.1",
    b"TRACE /graphql HTTP/1.1",
    b"BREW /graphql HTTP/1.1",
    b"GET /api/health/ HTTP/1.1",
    b"HEAD /graphql HTTP/1.1",
    b"OPTIONS * HTTP/1.1",
    b"PRI * HTTP/2.0\r\n\r\nSM",
    b"\r\n\r\nPOST /graphql HTTP/1.1",
    b"\x16\x03\x01\x02\x00\x01\x00\x01\xfc\x03\x03",
)
_HEADERS = (
    b"Content-Length: 0",
    b"Content-Length: 5",
    b"Content-Length: -1",
    b"Content-Length: +5",
    b"Content-Length: 5, 5",
    b"Content-Length: 0x10",
    b"Content-Length: 99999999999999999999999999",
    b"Content-Length: \xd9\xa5",
    b"Content-Length:",
    b"Transfer-Encoding: chunked",
    b"Transfer-Encoding: chunked, chunked",
    b"Transfer-Encoding: gzip, chunked",
    b"Transfer-Encoding: identity",
    b"Transfer-Encoding:\x0bchunked",
    b"Transfer-Encoding : chunked",
    b"Content-Encoding: gzip",
    b"Content-Type: application/json; charset=utf-7",
    b"Content-Type: multipart/form-data",
    b"Content-Type: \xff",
    b"Accept: text/event-stream;q=nan, */*;q=-1",
    b"Accept: " + b"a/b;q=0.1," * 2000,
    b"Authorization: Bearer \xff",
    b"Authorization: Bearer " + b"a" * 9000,
    b"Authorization: Basic \x00",
    b"X-Request-ID: \x00\x01",
    b"X-Request-ID: " + b"x" * 4000,
    b"Origin: null",
    b"Origin: \xff",
    b"Expect: 100-continue",
    b"Expect: nothing",
    b"Upgrade: h2c",
    b"Upgrade: websocket",
    b"Connection: Upgrade",
    b"Connection: keep-alive",
    b"Cookie: " + b"a=b; " * 1500,
    b"traceparent: 00-" + b"0" * 32 + b"-" + b"0" * 16 + b"-ff",
    b"Header without a colon",
    b": no name",
    b" folded: before",
    b"folded:\r\n over lines",
    b"na\x00me: value",
    b"value: a\x00b",
)
_CHUNKS = (
    b'5\r\n{"que\r\n0\r\n\r\n',
    b"0\r\n\r\n",
    b"zz\r\n{}\r\n0\r\n\r\n",
    b"-1\r\n{}\r\n0\r\n\r\n",
    b"ffffffffffffffff\r\n{}\r\n",
    b"2;" + b"x" * 9000 + b"\r\n{}\r\n0\r\n\r\n",
    b"2\r\n{}0\r\n\r\n",
    b"2\n{}\n0\n\n",
    b"1\r\n{\r\n" * 500 + b"0\r\n\r\n",
    b"2\r\n{}\r\n0\r\nTrailer: x\r\n\r\n",
    b"",
)


def raw_request(random: random.Random, body: bytes) -> bytes:
    headers = [b"Host: x"] * random.choice((0, 1, 1, 1, 2)) + random.sample(_HEADERS, random.randint(1, 4))
    if random.random() < 0.5:
        headers += [b"Content-Type: application/json", b"Content-Length: %d" % len(body)]
    if random.random() < 0.05:
        headers += [b"X-%d: x" % number for number in range(3000)]
    line = random.choice(_LINES) if random.random() < 0.5 else _LINES[0]
    sent = b"\r\n".join([line, *headers, b"", b""]) + (body if random.random() < 0.6 else random.choice(_CHUNKS))
    if random.random() < 0.2:
        sent = spoilt_bytes(random, sent)
    return sent * random.choice((1, 1, 1, 3))  # several at once are a pipeline
