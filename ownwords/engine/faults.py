"""The one error of the engine: what is wrong, and what to do about it."""


class EngineFault(Exception):
    """The database server cannot be found, started or reached.

    ``str()`` gives one or two sentences for a person; ``fix`` alone says what to do.
    """

    def __init__(self, problem: str, fix: str = "") -> None:
        super().__init__(f"{problem} {fix}".strip())
        self.problem = problem
        self.fix = fix
