"""The floor: the least that any page of such a service costs on this machine. Never shipped."""
