"""What goes over a WebSocket, as bytes: whatever a client of a library would refuse to send."""

import struct

TEXT, CLOSE = 0x81, 0x88


def handshake(
    path: str = "/graphql", *, key: str = "dGhlIHNhbXBsZSBub25jZQ==", protocol: str = "graphql-transport-ws"
) -> bytes:
    lines = [
        f"GET {path} HTTP/1.1",
        "Host: x",
        "Connection: Upgrade",
        "Upgrade: websocket",
        "Sec-WebSocket-Version: 13",
        f"Sec-WebSocket-Key: {key}",
        *([f"Sec-WebSocket-Protocol: {protocol}"] if protocol else []),
    ]
    return "\r\n".join([*lines, "", ""]).encode()


def frame(first_byte: int, content: bytes, *, is_masked: bool = True) -> bytes:
    """The mask is all zeros, so that the content can be read."""
    bit, size = 0x80 if is_masked else 0, len(content)
    if size < 126:
        head = struct.pack("!BB", first_byte, bit | size)
    elif size < 65536:
        head = struct.pack("!BBH", first_byte, bit | 126, size)
    else:
        head = struct.pack("!BBQ", first_byte, bit | 127, size)
    return head + (bytes(4) if is_masked else b"") + content
