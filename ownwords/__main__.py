"""``python -m ownwords`` is the same as ``ownwords``."""

from ownwords.cli.main import main

if __name__ == "__main__":
    main()
