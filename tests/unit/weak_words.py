"""The test set of the word check: what must be flagged in which language, as what; and what must not be."""

from __future__ import annotations

WEAK_NL = {
    "over-promise": (
        "Ik geef garantie op het resultaat.", "We garanderen dat je tevreden bent.", "Ik garandeer een mooie dag.", "Dit garandeert succes.",
        "Succes is gegarandeerd.", "Niet goed, geld terug!", "Ik beloof dat het lukt.", "Een belofte aan al onze klanten.",
        "Je bent verzekerd van een mooie foto.", "Het is 100% zeker.", "Honderd procent tevreden.", "De tekst is foutloos.", "Een perfect resultaat.",
        "Het verloopt vlekkeloos.", "Het gesprek is gratis.", "De intake is kosteloos.", "Een vrijblijvend gesprek.", "Werk van hoge kwaliteit.",
        "Ik werk professioneel.", "Je krijgt de beste foto's.", "Een uniek ontwerp.", "De service is top.", "De mooiste dag van je leven.",
    ),
    "absolute": (
        "Ik ben er altijd.", "Je kunt me te allen tijde bellen.", "Ik kom nooit te laat.", "Alles is bij de prijs inbegrepen.", "Ik verzorg het volledig.",
        "Een compleet pakket.", "Een all-in prijs.", "Een allesomvattend traject.", "Voor iedereen geschikt.", "Elke klant krijgt dit.", "Ik ben altijd bereikbaar.",
        "Bereikbaar, 24/7.", "Ik sta dag en nacht klaar.",
    ),
    "unlimited": (
        "Onbeperkt aantal rondes.", "Ongelimiteerd overleg.", "Je belt zo vaak je wilt.", "Ik ga door tot je tevreden bent.",
    ),
    "vague-time": (
        "Ik antwoord direct.", "Je hoort het meteen.", "Ik reageer onmiddellijk.", "Per direct beschikbaar.", "Ik stuur het zo snel mogelijk.",
        "Ik stuur het z.s.m. op.", "Ik stuur het zsm.", "Je krijgt het zo spoedig mogelijk.", "Je hoort binnenkort van me.", "Dat doe ik straks.", "Dat komt later.",
        "Op korte termijn volgt de rest.", "Je hoort spoedig meer.", "Laat het tijdig weten.", "Ik lever op tijd.",
    ),
    "vague-amount": (
        "Het duurt een paar dagen.", "Het kost enkele weken.", "Je krijgt een aantal foto's.", "Het duurt een aantal dagen.", "Het kost ongeveer drie uur.",
        "Je krijgt circa 40 foto's.", "Je krijgt ca. 40 foto's.", "Dat zijn er plusminus 40.", "Het is rond de 20 uur werk.", "Binnen een redelijk aantal uren.",
        "Dat doe ik redelijkerwijs.", "Een passende vergoeding.", "Ik werk naar behoren.", "Kleine aanpassingen zijn inbegrepen.", "Kleine wijzigingen doe ik erbij.",
        "Je krijgt extra's.", "Voor mappen, folders en dergelijke.", "Met mappen, folders, etc.", "Folders, kaarten enzovoort.", "O.a. de folders.",
        "Onder andere de folders.", "Knippen kan vanaf € 45, inclusief btw.", "Knippen is er v.a. € 45, inclusief btw.",
    ),
    "hedge": (
        "Een indicatief bedrag.", "Ik streef naar maandag.", "Mijn streven is maandag.", "De streefdatum is 1 mei.", "Ik lever meestal binnen een week.", "Dat lukt doorgaans.",
        "Normaal gesproken duurt het een week.", "Gewoonlijk ben ik er.", "Ik ben er vaak.", "Soms duurt het langer.", "In principe kan dat.",
        "In beginsel kan dat.", "Eventueel komt er een ronde bij.", "Mogelijk komt er een ronde bij.", "Misschien komt er een ronde bij.", "Wellicht kan dat.",
        "Indien nodig doe ik het over.", "Ik pas het aan waar nodig.", "Ik doe het naar behoefte.", "De datum is in overleg.",
    ),
    "no-vat": ("De prijs is € 100 exclusief btw.", "Het kost € 100 ex btw.", "De sessie kost € 100."),
    "legal": (
        "Het abonnement wordt stilzwijgend verlengd.", "Geen reactie is akkoord.", "Wie zwijgt stemt toe.", "Restitutie uitgesloten.", "Je krijgt geen geld terug.",
        "Onder geen beding verplaats ik de afspraak.", "Daarna vervalt je recht op een ronde.", "Je hebt dan geen recht op een ronde.", "Na 7 dagen vervalt je recht.",
    ),
    "blame": (
        "Zoals gezegd is het maandag.", "Zoals eerder gezegd is het maandag.", "Zoals je had kunnen lezen is het maandag.", "Nogmaals, het is maandag.",
        "Uiteraard is het maandag.", "Dat is vanzelfsprekend zo.", "Natuurlijk is het maandag.", "Dat is logisch.", "Het is gewoon maandag.", "Je hebt het niet begrepen.",
        "U vergist zich.", "Nee, dat klopt niet.", "Ik begrijp het, maar het is maandag.", "Helaas kan dat niet.", "Dat is ons beleid.", "Volgens onze voorwaarden kan dat niet.",
    ),
    "empty-check": ("Is alles duidelijk?", "Snap je het?", "Nog vragen?", "Heb je nog vragen?"),
    "closed-question": (
        "Heb je de voorwaarden gelezen?", "Ben je tevreden?", "Weet je hoe annuleren werkt?", "Je vindt spontaan toch ook mooi?",
    ),
    "why-question": ("Waarom is het nog niet binnen?",),
    "no-unit": ("Je hebt het binnen 5.", "Ik reken 75 per uur.", "Je krijgt er maximaal 3."),
}  # fmt: skip

WEAK_EN = {
    "over-promise": (
        "I guarantee the result.", "The result is guaranteed.", "I promise it will work.", "I ensure a good day.", "I assure you that it works.",
        "I warrant the outcome.", "There is a money-back offer.", "You get a refund, no questions asked.", "It is 100% safe.", "A flawless text.", "A perfect day.",
        "A risk-free start.", "It is hassle-free.", "You get the best photos.", "Work of top quality.", "World-class design.", "A unique logo.", "A professional result.",
        "The call is free of charge.",
    ),
    "absolute": (
        "I am always there.", "I am never late.", "You can ring me at all times.", "Good for everyone.", "Everything is in the price.", "You can ask for anything.",
        "I am there 24/7.", "Ring me anytime.", "Help round the clock.",
    ),
    "unlimited": ("Unlimited rounds.", "I go on until you're happy.", "You get as many as you like."),
    "vague-time": (
        "I send it ASAP.", "I send it as soon as possible.", "You will hear from me shortly.", "You will have it soon.", "That follows in due course.", "I answer promptly.",
        "You get a timely answer.", "I answer immediately.",
    ),
    "vague-amount": (
        "It takes a few days.", "It takes several weeks.", "Some photos are included.", "It takes a couple of days.", "You get various designs.", "It takes approximately three hours.",
        "It takes about 3 hours.", "It takes around two weeks.", "It takes roughly a week.", "It takes a week or so.", "Within a reasonable time.", "With appropriate care.",
        "A suitable date.", "Fair use applies.", "Minor changes are in the price.", "Small changes are in the price.", "Tweaks are in the price.", "You get ongoing support.",
        "Folders, cards, etc.", "Folders, cards and so on.", "This includes but is not limited to folders.".replace("includes but is", "is including but"),
        "A cut is from £45, including VAT.", "A cut is from €45, VAT included.",
    ),
    "hedge": (
        "I usually deliver within a week.", "Normally it takes a week.", "It typically takes a week.", "It generally works.", "I am often there.", "In most cases it works.",
        "In principle that works.", "It is basically done.", "It is more or less done.", "That should be fine.", "Possibly there is a third round.", "Maybe there is a third round.",
        "There might be a third round.", "Hopefully it works.", "I'll try to be there.", "I redo it if needed.", "I adapt it as required.", "I adapt it where appropriate.", "I adapt it as needed.",
    ),
    "no-vat": ("It costs £100 plus VAT.", "The session costs £100."),
    "legal": (
        "No refunds under any circumstances.", "The deposit is non-refundable.", "No response = approved.", "It is deemed accepted.",
    ),
    "blame": (
        "As I said, it is Monday.", "As per my last email, it is Monday.", "Obviously it is Monday.", "Of course it is Monday.", "It is simply Monday.", "It is just Monday.",
        "You misunderstood.", "You failed to send it.", "Unfortunately it is Monday.", "That is our policy.", "Per our terms it is Monday.", "I understand, but it is Monday.",
    ),
    "empty-check": ("Is everything clear?", "Do you understand?", "Any questions?"),
    "closed-question": (
        "Have you read the terms?", "Are you happy?", "Do you know how cancelling works?", "You like spontaneous too, don't you?",
    ),
    "why-question": ("Why is it not in yet?",),
    "no-unit": ("You have it within 5.", "I charge 75 per hour."),
}  # fmt: skip

FINE_NL = (
    "De wettelijke garantie geldt voor het apparaat.", "Op fouten in de code zit een garantie van 30 dagen.", "De garantietermijn is 30 dagen.",
    "Je kunt altijd opzeggen.", "Je mag je toestemming altijd intrekken.", "Je schreef: “ik wil altijd kunnen bellen”.", "Je zei 'gegarandeerd zonnig' over die dag.",
    "Het bestand heet altijd-perfect.jpg.", "Kijk op https://perfect.example/gratis.", "Ik werk met Altijd Mooi en met Perfect Print.", "Wat doe je altijd als eerste?",
    "Waar kom je nooit meer terug?", "Bij niet komen betaal je 100% van het bedrag.", "Bij niet komen is het 100% van de prijs.", "Daarna is het 50% van de prijs, en bij niet komen 100%.", "Het nieuwe tarief geldt vanaf 1 mei.", "Vanaf dinsdag 12 mei is het zo.",
    "Beste Noor, ik stuur de foto's op dinsdag 12 mei.", "Hoe vaak wil je een bericht?", "Een week later is het klaar.", "De prijs is € 121, inclusief btw.", "Ik lever van 9 tot 17 uur.",
    "Je krijgt binnen 24 uur antwoord.", "Ik ben er a.u.b. niet te vroeg.".replace("a.u.b. ", ""), "Hoor ik niets, dan is dat geen ja en wacht ik.", "Op een schaal van 0 tot 10.", "Het kost € 45 tot € 65, inclusief btw.",
)  # fmt: skip

FINE_EN = (
    "The statutory warranty applies.", "There is a warranty period of 30 days for bugs.", "You get a 30 days warranty on bugs.", "You can always cancel.", "You may always withdraw your consent.",
    "You wrote: “I always want to be able to ring”.", "You said 'guaranteed sunshine' about that day.", "The file is called always-perfect.jpg.", "See https://perfect.example/free.",
    "I work with Always There and Perfect Print.", "What do you always do first?", "Where would you never go again?", "For a no-show you pay 100% of the fee.", "The charge is 100% of the price.", "After that it is 50% of the price, for a no-show 100%.", "It costs £320 plus VAT (£384, VAT included).",
    "The new rate holds from Tuesday 12 May.", "From 1 May it is so.", "As soon as I have your yes, I begin.", "How often would you like to hear from me?", "Best wishes, Noor", "The price is £121, including VAT.",
    "You have an answer within 24 hours.", "If I hear nothing, I don't take that as a yes.", "On a scale of 0 to 10.", "From 9:00 to 17:00 on weekdays.", "It costs £45 to £65, including VAT.",
)  # fmt: skip

NEGATED = {
    "nl": ("Ik geef geen garantie.", "Dat kan ik niet beloven.", "Ik ben niet altijd bereikbaar.", "Ik garandeer niets.", "Dat is geen perfect resultaat."),
    "en": ("I give no guarantee.", "I can't promise that.", "I am not always there.", "I guarantee nothing.", "It is not unlimited."),
}  # fmt: skip
