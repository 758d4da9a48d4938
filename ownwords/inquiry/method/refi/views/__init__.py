"""One way to see what programs write in several: memos, attributes of cases, passages of a transcript."""
