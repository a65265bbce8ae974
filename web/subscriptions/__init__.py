"""What goes on after the first answer: subscriptions over WebSocket and over server-sent events."""
