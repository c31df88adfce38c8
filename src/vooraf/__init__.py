"""Vooraf: what a client was told up front, what they confirmed, and what is still open."""

__version__ = "0.1.0"
