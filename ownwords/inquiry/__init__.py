"""Inquiry: from what people say to findings that can be traced and checked back."""
