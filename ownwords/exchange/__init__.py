"""The side door: imports, exports, copies."""
