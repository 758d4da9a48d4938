"""The ``ownwords`` program. Each verb is a module; none is imported before it is asked for."""
