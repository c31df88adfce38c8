"""Seven sample clients of different trades, languages and stages, made through the program's own functions.

All dates are relative to today, so that the demo always shows a day in the middle of the work.
"""

from __future__ import annotations

from datetime import timedelta

from vooraf.actions import items, meetings, notes, scripts, setting_up, undoing
from vooraf.actions.boundaries import record_boundary
from vooraf.actions.clients import edit_client, new_client
from vooraf.actions.keeping_rules import keep_rules
from vooraf.actions.values import set_values
from vooraf.actions.view import view
from vooraf.actions.workspace import Workspace

_OWNER = {"name": "Studio Zuid", "trade": "photographer", "language": "nl"}
_RULES = {"rate": "75"}
_RAISED: dict[tuple[str, ...], object] = {("value", "rounds"): 3}
"""What the owner changed yesterday: who was told otherwise is in the changes."""


class _Days:
    """A clock that is set: what happened to a sample client is written down on its own day."""

    def __init__(self, workspace: Workspace) -> None:
        self.workspace = workspace
        self.now = workspace.now()

    def ago(self, days: int, hour: int = 10) -> None:
        """It is so many days ago."""
        at = (self.now - timedelta(days=days)).replace(hour=hour, minute=12, second=0)
        self.workspace.now = lambda: at

    def ahead(self, days: int, hour: int, minute: int = 0) -> str:
        """A meeting so many days from now, as it is typed."""
        day = self.now + timedelta(days=days)
        return day.replace(hour=hour, minute=minute).strftime("%Y-%m-%dT%H:%M")

    def day(self, days: int) -> str:
        """A day so many days from now, as it is typed."""
        return (self.now + timedelta(days=days)).date().isoformat()

    def in_an_hour(self) -> str:
        """The quarter of an hour that is nearest to an hour from now."""
        return (self.now + timedelta(minutes=60 - self.now.minute % 15)).strftime("%Y-%m-%dT%H:%M")


def make_samples(workspace: Workspace) -> None:
    """Fill an empty data folder with the sample clients."""
    clock = workspace.now
    days = _Days(workspace)
    try:
        days.ago(60)
        setting_up.set_up(workspace, _OWNER, _RULES)
        for sample in (_soon, _letter_sent, _fresh, _half_confirmed, _changed, _archived, _long_diary):
            sample(workspace, days)
        days.ago(1)
        keep_rules(workspace, _RAISED)
    finally:
        workspace.now = clock


def _letter(workspace: Workspace, client_id: str) -> None:
    scripts.tell_letter(workspace, view(workspace, client_id), scripts.UP_FRONT, "email")


def _soon(workspace: Workspace, days: _Days) -> None:
    """To meet within the hour: the letter was mailed, three points confirmed, one has changed since."""
    days.ago(16)
    noor = new_client(
        workspace,
        "Noor Veldman",
        {
            "checklist": "photographer",
            "language": "nl",
            "meeting": days.in_an_hour(),
            "place": "bij haar thuis, Utrecht",
            "wishes": ["een portret met de zwaluw", "niet poseren", "één foto voor haar moeder"],
            "kind": "consumer",
            "email": "noor@example.org",
            "salutation": "Beste Noor",
            "approach": "eerst luisteren, dan voorstellen",
            "moment": "start",
        },
    ).client
    values = {"price": "450", "location": "bij jou thuis", "start_date": days.day(9), "photo_price": "18"}
    set_values(workspace, noor, values)
    days.ago(12)
    _letter(workspace, noor)
    days.ago(9)
    items.confirm(workspace, noor, ("price",), "450, en dat is inclusief btw", "email")
    items.confirm(workspace, noor, ("start-and-duration", "reply-time"), "", "phone")
    notes.note(workspace, noor, "Belde: haar moeder komt misschien mee.")
    days.ago(2)
    set_values(workspace, noor, {"photo_price": "22.50"})
    items.waive(workspace, noor, ("photographer-ill",), "één los portret, we verzetten dan")
    items.reopen(workspace, noor, ("licence", "style"))


def _letter_sent(workspace: Workspace, days: _Days) -> None:
    """Everything was mailed, nothing was answered: silence is not a yes."""
    days.ago(8)
    smit = new_client(
        workspace,
        "Bakkerij Smit",
        {
            "checklist": "web-developer",
            "language": "nl_formal",
            "meeting": days.ahead(3, 9, 30),
            "place": "videogesprek",
            "wishes": ["bestellen tot 22.00 uur voor de volgende ochtend", "de taarten met een foto erbij"],
            "kind": "business",
            "email": "info@bakkerijsmit.example",
            "salutation": "Geachte heer Smit",
            "style": "kort en zakelijk",
            "moment": "agreement",
        },
    ).client
    values = {
        "price": "3200",
        "start_date": days.day(10),
        "delivery_date": days.day(38),
        "yearly_costs": "195",
    }
    set_values(workspace, smit, values)
    days.ago(6)
    _letter(workspace, smit)


def _fresh(workspace: Workspace, days: _Days) -> None:
    """Opened yesterday; nothing was said yet."""
    days.ago(1)
    new_client(
        workspace,
        "Coöp. De Linde",
        {
            "checklist": "web-developer",
            "language": "nl",
            "meeting": days.ahead(10, 14),
            "kind": "business",
            "salutation": "Beste Fatima",
        },
    )


def _half_confirmed(workspace: Workspace, days: _Days) -> None:
    """A salon's client who confirmed the house rules and still has the rest to hear."""
    days.ago(5)
    anna = new_client(
        workspace,
        "Anna de Wit",
        {
            "checklist": "salon",
            "language": "nl",
            "meeting": days.ahead(1, 11, 15),
            "wishes": ["koper, geen rood", "om 13.00 uur klaar zijn"],
            "kind": "consumer",
            "phone": "06 12345678",
            "salutation": "Beste Anna",
        },
    ).client
    set_values(workspace, anna, {"price": "145"})
    items.tell_all(workspace, anna, "cancelling", "website")
    items.confirm(workspace, anna, ("house-rules",), "vinkje bij het boeken", "website")
    words = "een dag van tevoren, anders kost het geld"
    items.confirm(workspace, anna, ("no-show", "cancelling"), words, "phone")
    days.ago(3)
    items.tell(workspace, anna, ("health", "patch-test"), "chat")


def _changed(workspace: Workspace, days: _Days) -> None:
    """Told and confirmed at an older price."""
    days.ago(30)
    grace = new_client(
        workspace,
        "Grace Okafor",
        {
            "checklist": "photographer",
            "language": "en",
            "meeting": days.ahead(6, 16),
            "place": "the botanical garden",
            "wishes": ["the whole family in one frame", "grandfather sits"],
            "kind": "consumer",
            "email": "grace@example.org",
            "salutation": "Dear Grace",
            "pace": "takes her time",
            "moment": "agreement",
        },
    ).client
    values = {
        "price": "520",
        "location": "the botanical garden",
        "start_date": days.day(13),
        "photo_price": "18",
    }
    set_values(workspace, grace, values)
    _letter(workspace, grace)
    days.ago(24)
    items.confirm(workspace, grace, ("price",), "520, VAT included, fine", "email")
    items.confirm(workspace, grace, ("scope", "style", "delivery-date", "licence"), "", "phone")
    days.ago(4)
    set_values(workspace, grace, {"price": "560"})
    notes.note(workspace, grace, "Asked for two extra hours; price goes up.", "price")


def _archived(workspace: Workspace, days: _Days) -> None:
    """A job that is done."""
    days.ago(58)
    given = {"checklist": "general", "language": "nl", "salutation": "Beste Jeroen", "moment": "aftercare"}
    bos = new_client(workspace, "Jeroen Bos", given).client
    values = {
        "included": "een looproute van drie dagen met kaart",
        "excluded": "vervoer en overnachtingen",
        "price": "240",
        "duration": "drie dagen",
        "start_date": days.day(-50),
        "delivery_date": days.day(-40),
    }
    set_values(workspace, bos, values)
    _letter(workspace, bos)
    days.ago(50)
    every = tuple(state.item.key for state in view(workspace, bos).states)
    items.confirm(workspace, bos, every, "prima zo", "in-person")
    days.ago(38)
    edit_client(workspace, bos, {"archived": True})


def _long_diary(workspace: Workspace, days: _Days) -> None:
    """A client of long standing: a talk that was held, notes, something taken back, a next job."""
    days.ago(55)
    given = {
        "checklist": "general",
        "language": "en",
        "place": "phone",
        "wishes": ["one page a month, ready on the first"],
        "kind": "business",
        "email": "priya@example.org",
        "salutation": "Dear Priya",
        "moment": "progress",
    }
    priya = new_client(workspace, "Priya Raman", given).client
    values = {
        "included": "one page a month, written and laid out",
        "excluded": "printing and photos",
        "price": "380",
        "duration": "two weeks",
        "start_date": days.day(-45),
        "delivery_date": days.day(-30),
    }
    set_values(workspace, priya, values)
    _letter(workspace, priya)
    days.ago(45)
    _meet(workspace, priya)
    for ago in range(40, 6, -3):
        days.ago(ago, 15)
        notes.note(workspace, priya, f"Page {(43 - ago) // 3} sent; answered within the day.")
    days.ago(20, 9)
    rule = "availability"
    record_boundary(workspace, priya, rule, "applied", "wrote at eleven at night; answered in the morning")
    days.ago(12, 21)
    record_boundary(workspace, priya, rule, "excepted", "her own client's deadline had moved")
    days.ago(5)
    items.waive(workspace, priya, ("fit",), "we have worked together for a year")
    undoing.undo(workspace, priya)
    items.reopen(workspace, priya, ("delivery-date", "start-and-duration", "scope"))
    set_values(workspace, priya, {"start_date": days.day(9), "delivery_date": days.day(24)})
    notes.note(workspace, priya, "Wants two pages in December?")
    undoing.undo(workspace, priya)


def _meet(workspace: Workspace, client_id: str) -> None:
    """Hold a check-in: every question is answered, and each point that came up is confirmed."""
    held = meetings.start(workspace, client_id)
    for question in held.questions:
        meetings.answer(workspace, client_id, question.id, "yes, as you wrote it")
        if question.item:
            items.confirm(workspace, client_id, (question.item,), "yes, as you wrote it")
    meetings.end(workspace, client_id)
