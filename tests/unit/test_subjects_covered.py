"""Every subject that a trade must tell its clients about is found in its checklist, and none of them twice.

The subjects are those of the research behind the checklists, by their keys there: g01 to g25 for any service,
and twenty or so for each trade. Beside each stands the item that tells it, and words of which its title or wording
needs one: in English, and behind the bar in Dutch where they differ. So an item that loses its subject in a
rewrite is found here.
"""

from __future__ import annotations

from collections import Counter
from typing import NamedTuple

import pytest

from vooraf.model.checklist import LANGUAGES, Checklist, Item, text_in
from vooraf.storage.builtin import builtin_folder
from vooraf.storage.library import Library

BASE = """
g01 scope                You get, includes, I design, I build, This is in | krijg, hoort bij, ontwerp, bouw, Dit zit in
g02 not-included         not, aren't, outside                          | niet, buiten
g03 working-method       steps, first, three parts, practice           | stappen, eerst, drie delen, oefenen
g04 realistic-result     depend, light, hair or skin, not in my hands  | hangt ook af, licht, haar of huid, niet in de hand
g05 fit                  say no, suit, fits, match                     | nee, past
g06 price                ${price}
g07 extra-costs          ${km_rate}, ${surcharge}
g08 deposit              ${deposit}
g09 payment-term         ${payment_days}, in the salon                 | ${payment_days}, in de salon
g10 quote-validity       ${quote_days}
g11 start-and-duration   ${duration}
g12 delivery-date        ${delivery_date}, ${wedding_weeks}, ${plan_days}, ${programme_days}
g13 delay                call, ring                                    | bel
g14 interim-update       ${update_days}, ${preview_days}
g15 revisions            ${rounds}, ${change_photos}, ${goal_changes}
g16 extra-work           cost, ${rate}, price                          | kost, ${rate}, prijs
g17 approval             yes, said it's right                          | ja, dat het goed is
g18 licence              copyright, own use, private use, may post    | auteursrecht, eigen gebruik, privégebruik, plaatsen
g19 availability         ${work_from}
g20 reply-time           ${reply_hours}
g21 channels             ${channel}
g22 cancelling           ${cancel_hours}, ${cancel_days}, ${free_weeks}
g23 client-part          need, bring, assignments                      | nodig, neem, opdrachten, krijg ik graag
g24 privacy              keep, delete, show                            | bewaar, wis, laat
g25 stopping-early       stop, call the job off                        | stop, trek je de opdracht in
"""
"""The subjects of any service; in a trade the item of this key tells them, in that trade's words."""

INSTEAD = {
    ("salon", "g12"): ("start-and-duration", "Set aside", "vrij voor"),
    ("salon", "g14"): ("approval", "Halfway", "Halverwege"),
    ("salon", "g15"): ("not-satisfied", "put it right", "herstel"),
    ("photographer", "g24"): ("keeping-files", "contact details", "contactgegevens"),
}
"""Where another item of the trade tells the base's subject: there the base's own item would ask it twice."""

TRADES = {
    "photographer": """
ph01 style               posed, ${style}      | geposeerd, ${style}
ph02 scope               ${photos}
ph03 retouching          edit each photo      | bewerk elke foto
ph04 not-included        RAW
ph05 start-and-duration  ${duration}
ph06 interim-update      preview              | voorproefje
ph07 delivery-date       album
ph08 keeping-files       ${keep_months}
ph09 deposit             your date            | je datum
ph10 payment-term        The gallery opens    | De galerij gaat open
ph11 extra-costs         parking              | Parkeergeld
ph12 extra-photos        ${photo_price}
ph13 licence             private use          | privégebruik
ph14 privacy             yes in writing       | schriftelijk ja
ph15 no-photo-moments    camera stays down    | camera omlaag
ph16 cancelling          ${late_percent}
ph17 moving-the-date     rain                 | regen
ph18 photographer-ill    colleague            | collega
ph19 client-part         run sheet            | draaiboek
ph20 stopping-early      aren't happy         | niet blij
""",
    "salon": """
sa01 channels            ${booking_link}
sa02 waiting-time        cancellation list    | wachtlijst
sa03 start-and-duration  drying               | drogen
sa04 cancelling          move or cancel       | verzet of annuleer
sa05 late-cancelling     ${late_percent}
sa06 no-show             ${noshow_percent}
sa07 house-rules         tick                 | vink
sa08 being-late          ${late_minutes}
sa09 price               price list           | prijslijst
sa09 extra-costs         long hair, ${surcharge_for} | lang haar, ${surcharge_for}
sa10 deposit             ${deposit_from}
sa11 realistic-result    photo                | foto
sa12 against-advice      advised              | afgeraden
sa13 health              allergies            | allergieën
sa14 patch-test          ${patch_hours}
sa15 client-part         ${preparation}
sa16 not-satisfied       ${colour_days}
sa17 disputes-board      ${disputes_board}
sa18 photos              online
sa19 privacy             client card          | klantkaart
sa20 availability        open
sa20 guests              Children             | Kinderen
""",
    "coach": """
co01 fit                 say no               | nee zeggen
co02 realistic-result    depends on what you do | hangt ook af van wat je
co03 goal                0 to 10              | 0 tot 10
co04 not-therapy         therapy              | therapie
co05 start-and-duration  ${sessions}
co06 session-credit      pause                | pauzeren
co07 interim-update      look back            | kijken terug
co08 deposit             ${instalments}
co09 price               ${vat_status}
co10 front-loaded        first ${front_weeks} | eerste ${front_weeks}
co11 channels            Between sessions     | Tussen de sessies
co12 availability        ${crisis_contact}
co13 cancelling          move a session       | verzet je een sessie
co14 client-part         ${effort_hours}
co15 ring-the-bell       doubts               | Twijfel
co16 privacy             notes                | aantekeningen
co16 confidentiality     employer             | werkgever
co17 licence             your own use         | eigen gebruik
co18 stopping-early      ${rate}
co19 money-back          pay it back          | betaal ik terug
co20 complaints-body     ${complaints_body}
""",
    "web-developer": """
we01 scope               ${feature_list}
we02 not-included        ${excluded}
we03 browsers-and-speed  ${browsers}
we04 delivery-date       phases               | fasen
we05 waiting-on-client   each working day     | elke werkdag
we06 price               ceiling              | plafond
we07 deposit             three parts          | drie delen
we08 running-costs       Hosting
we09 revisions           one list             | één lijst
we10 extra-work          change request       | wijzigingsverzoek
we11 approval            test version         | testversie
we12 bugs-after-launch   ${bug_days}
we13 licence             code
we14 supplied-material   may publish          | mag zetten
we15 channels            ${decision_maker}
we16 outages             Urgent work          | Spoedwerk
we17 client-part         logins
we18 privacy             processing agreement | verwerkersovereenkomst
we19 stopping-early      finished phases      | fasen die af zijn
we19 stalled-project     on hold              | ligt het project stil
we20 delay               old date             | oude datum
""",
    "designer": """
de01 scope               ${concepts}
de02 style               moodboard
de03 file-formats        ${files}
de04 not-included        printing             | drukwerk
de05 delivery-date       ${concept_date}
de06 revisions           new concept          | nieuw concept
de07 one-round           one list             | één lijst
de08 extra-work          ${overrun}
de09 approval            proof                | drukproef
de10 licence             ${use_area}
de11 copyright-transfer  sign                 | tekenen
de12 source-files        ${programs}
de13 unused-concepts     stay with me         | blijven van mij
de14 portfolio           ${portfolio_places}
de15 trademark-check     trade mark           | merk
de16 deposit             before I start       | voordat ik begin
de17 price               ${vat}
de17 quote-validity      ${quote_days}
de18 client-part         ${client_input}
de19 feedback-time       ${feedback_days}
de20 stopping-early      ${concept_share}
""",
    "writer": """
tx01 scope               ${word_margin}
tx02 tone-and-terms      addresses the reader | de lezer aanspreekt
tx03 not-included        ${excluded}
tx04 ai-and-tools        ${ai_use}
tx05 realistic-result    Google
tx06 price               ${price_basis}
tx07 rush-fee            ${rush_percent}
tx08 payment-term        ${payment_days}
tx09 delivery-date       ${draft_date}
tx10 price-after-text    whole text           | hele tekst
tx11 revisions           one file             | één bestand
tx12 feedback-time       ${feedback_days}
tx13 extra-work          new source text      | nieuwe brontekst
tx14 licence             paid                 | betaald
tx15 fact-check          names and figures    | namen en cijfers
tx16 client-part         ${client_input}
tx17 channels            look them up         | opzoeken
tx18 privacy             portfolio
tx19 error-found         mistranslation       | vertaalfout
tx20 stopping-early      ${reserved_time}
""",
    "trainer": """
tr01 learning-aims       ${aims}
tr02 certificate         ${certificate_kind}
tr03 working-method      ${practice}
tr04 group-size          ${group_max}
tr05 start-and-duration  ${lunch}
tr06 minimum-not-reached ${minimum_weeks}
tr07 price               ${price_per}
tr08 extra-costs         room                 | zaal
tr09 payment-term        before the first day | vóór de eerste dag
tr10 cancelling          open course          | open training
tr11 cancelling-in-house ${group_free_days}
tr12 substitute          another person       | een ander
tr13 cooling-off         ${withdraw_days}
tr14 moving-the-date     ${move_percent}
tr15 missed-session      made up              | in te halen
tr16 preparation         ${homework_hours}
tr17 goals               two goals            | twee doelen
tr18 licence             recordings           | opnames
tr19 employer-report     nothing personal     | niets persoonlijks
tr20 aftercare           ${aftercare_weeks}
tr21 evaluation          complaint            | klacht
""",
}
SUBJECTS = {
    "g": 25, "ph": 20, "sa": 20, "co": 20, "we": 20, "de": 20, "tx": 20, "tr": 21,
}  # fmt: skip
"""How many subjects there are of each kind."""

OWN = {
    "web-developer": {
        "portfolio"
    },  # the base's privacy also speaks of showing work; here that is one of its own
    "designer": {"faulty-file"},
}
"""Items beyond the subjects of the research."""


class Subject(NamedTuple):
    key: str
    item: str
    english: tuple[str, ...]
    dutch: tuple[str, ...]


def _subjects(table: str) -> tuple[Subject, ...]:
    rows = []
    for line in table.strip().splitlines():
        left, _, dutch = line.partition("|")
        key, item, english = left.split(maxsplit=2)
        rows.append(Subject(key, item, _words(english), _words(dutch or english)))
    return tuple(rows)


def _words(text: str) -> tuple[str, ...]:
    return tuple(word.strip() for word in text.split(","))


def _of(trade: str) -> tuple[Subject, ...]:
    """Every subject that ``trade`` has to tell: its own, and the base's where the trade tells them."""
    base = []
    for subject in _subjects(BASE):
        found = INSTEAD.get((trade, subject.key))
        base.append(Subject(subject.key, found[0], found[1:2], found[2:]) if found else subject)
    return (*base, *_subjects(TRADES.get(trade, "")))


def _told(item: Item, language: str) -> str:
    return f"{item.title[language]}\n{item.say[language]}".lower()


@pytest.fixture(scope="module")
def checklists() -> dict[str, Checklist]:
    library = Library(builtin_folder())
    return {key: library.checklist(key) for key in ("general", *TRADES)}


def test_the_map_has_every_subject_of_the_research() -> None:
    tables = (BASE, *TRADES.values())
    found = dict.fromkeys(subject.key for table in tables for subject in _subjects(table))

    assert list(found) == [
        f"{kind}{number:02}" for kind, most in SUBJECTS.items() for number in range(1, most + 1)
    ]


@pytest.mark.parametrize("trade", ["general", *TRADES])
def test_each_subject_is_told(checklists: dict[str, Checklist], trade: str) -> None:
    lost = []
    for subject in _of(trade):
        item = checklists[trade].item(subject.item)
        for language, words in (("en", subject.english), ("nl", subject.dutch)):
            if item is None or not any(word.lower() in _told(item, language) for word in words):
                lost.append((subject.key, subject.item, language, words))

    assert lost == []


@pytest.mark.parametrize("trade", ["general", *TRADES])
def test_each_item_tells_a_subject(checklists: dict[str, Checklist], trade: str) -> None:
    told = {subject.item for subject in _of(trade)} | OWN.get(trade, set())

    assert {item.key for item in checklists[trade].items()} == told


@pytest.mark.parametrize("trade", ["general", *TRADES])
@pytest.mark.parametrize("language", LANGUAGES)
def test_nothing_is_said_or_asked_twice(checklists: dict[str, Checklist], trade: str, language: str) -> None:
    said: list[str] = []
    for item in checklists[trade].items():
        questions = (item.ask, item.check)
        said += [item.title.get(language, item.key), *(text_in(texts, language) for texts in questions)]
        said += text_in(item.say, language).split(". ")

    assert [text for text, count in Counter(said).items() if count > 1] == []
