"""What was new in each session."""

from __future__ import annotations

from ownwords.inquiry.method.queries.saturation import Kinds, Session, Step, saturation


def test_new_codes_and_properties_in_order_of_analysis() -> None:
    """inquiry 17: used, new, so far, and for how many sessions nothing was new."""
    sessions = [
        Session("I1", ["hope", "trust", "hope"], ["slow"]),
        Session("FG1", ["trust"], ["slow", "fast"]),
        Session("I2", [], ["fast"]),
        Session("I3", ["paper", "hope"]),
    ]
    assert saturation(sessions) == [
        Step("I1", Kinds(2, 2, 2, 0), Kinds(1, 1, 1, 0)),
        Step("FG1", Kinds(1, 0, 2, 1), Kinds(2, 1, 2, 0)),
        Step("I2", Kinds(0, 0, 2, 2), Kinds(1, 0, 2, 1)),
        Step("I3", Kinds(2, 1, 3, 0), Kinds(0, 0, 2, 2)),
    ]
    assert saturation([]) == []


def test_another_order_is_another_plot_with_the_same_end() -> None:
    """inquiry 17: order matters to what is new, not to how much there is."""
    sessions = [Session("a", [1, 2]), Session("b", [2, 3])]
    ends = [saturation(order)[-1].codes.so_far for order in (sessions, sessions[::-1])]
    assert ends == [3, 3]
