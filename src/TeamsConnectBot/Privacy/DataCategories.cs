using TeamsConnectBot.Core.Rules.Definition;
using TeamsConnectBot.Core.Signals;
using TeamsConnectBot.Graph.People;
using TeamsConnectBot.PersonalData;
using TeamsConnectBot.Rituals.Protection;

namespace TeamsConnectBot.Privacy;

/// <summary>
/// Everything that is read or stored about people, except what removable features add. The works council's report shows it; the
/// welcome, the notice for staff, the DPIA sheet, <c>docs/what-we-store.md</c> and <c>docs/permissions.md</c> repeat it. Tests compare
/// each of them with it, with the columns of the database, and with what a run requests from Graph.
/// </summary>
internal static class DataCategories
{
    private const string Directory = "User.Read.All";
    private const string Members = "GroupMember.Read.All";
    private const string Events = "Application Calendars.ReadWrite";
    private const string Calendars = "Application Calendars.Read";
    private const string Reports = "Reports.Read.All";
    private const string Interactions = "AiEnterpriseInteraction.Read.User";

    private static readonly int AYear = (int)RetentionPeriods.Rounds.TotalDays;
    private static readonly int TenDays = (int)RetentionPeriods.Offers.TotalDays;
    private static readonly int TwoWeeks = DayFlag.DaysKept;
    private static readonly int AMonth = (int)RetentionPeriods.OwnRequests.TotalDays;
    private static readonly int FourWeeks = (int)BetterTimes.Ahead.TotalDays;
    private static readonly int AfterRituals = (int)RetentionPeriods.EndedRituals.TotalDays;

    private static readonly LocalText WhileThere = new("zolang je de app hebt", "while you have the app");
    private static readonly LocalText SoonerAndCounted = new(
        "na een week met veel AI eerder een uitnodiging, nooit met wie; en een cijfer vanaf tien mensen: hoeveel er na zo'n week "
            + "gezelschap hadden",
        "an invitation sooner after a week with a lot of AI, never with whom; and a figure from ten people up: how many had company after "
            + "such a week");

    private static readonly GraphAsk GetSchedule = new("POST", "users/{id}/calendar/getSchedule", Calendars);

    public static IReadOnlyList<DataCategory> Core { get; } =
    [
        new("directory", [DataSource.Directory], DataLayer.Group,
            new("je regel in de adreslijst: naam, mailadres, aanmeldnaam, afdeling, kantoor, of je account aan staat, en "
                + "het id van je leidinggevende",
                "your row in the directory: name, mail address, sign-in name, department, office, whether your account "
                    + "is on, and your manager's id"),
            new("zien wie er is, en je nooit met je leidinggevende samenbrengen",
                "to see who is there, and never to bring you together with your manager"),
            new("niet bewaard; tijdens een stap van een ronde in het geheugen", "not kept; in memory during a step of a round"))
        {
            Asks =
            [
                new("GET", "groups/{id}/transitiveMembers/microsoft.graph.user", Members, UserRow.Select),
                new("GET", "groups/{id}/transitiveMembers/microsoft.graph.user", Members, GraphMemberIds.Select),
                new("GET", "groups/{id}/members", Members, "id"),
                new("GET", "users", Directory, "id"),
                new("GET", "users/{id}", Directory, UserRow.Select),
            ],
            Welcome = new("Uit de adreslijst, van iedereen in de groep: naam, mailadres, aanmeldnaam, afdeling, kantoor, of het account "
                    + "aan staat, en wie de leidinggevende is. Hiervan bewaren we alleen naam, mailadres en aanmeldnaam, van wie de app "
                    + "heeft.",
                "From the directory, of everybody in the group: name, mail address, sign-in name, department, office, whether the account "
                    + "is on, and who the manager is. Of this we keep only name, mail address and sign-in name, of those who have the "
                    + "app."),
        },
        new("hireDate", [DataSource.Directory], DataLayer.Group,
            new("de dag waarop je begon, alleen zolang er een regel voor nieuwkomers aan staat, en als er een wordt uitgeprobeerd met "
                + "instemming van de ondernemingsraad",
                "the day you began, only while a rule for newcomers is on, and when one is tried with the works council's consent"),
            new("nieuwe collega's eerder vragen, en schatten om hoeveel mensen het gaat",
                "to ask new colleagues sooner, and to estimate how many people that is"),
            new($"niet bewaard; dat je nieuw bent, staat hooguit {TenDays} dagen bij een uitnodiging",
                $"not kept; that you are new stays with an invitation for {TenDays} days at most"))
        {
            Asks = [new("GET", "groups/{id}/transitiveMembers/microsoft.graph.user", Members, UserRow.SelectWithHireDate)],
        },
        new("sides", [DataSource.Directory], DataLayer.Group,
            new("of je in de groep van een kant zit, alleen in een pool met twee kanten, zoals mentoren en wie er een zoekt",
                "whether you are in the group of a side, only in a pool with two sides, such as mentors and those who look for one"),
            new("weten als wie we je vragen, en alleen mensen van verschillende kanten samenbrengen",
                "to know as whom to ask you, and to bring together only people of different sides"),
            new($"niet bewaard; als wie je bent gevraagd, staat {AYear} dagen bij je uitnodiging",
                $"not kept; as whom you were asked stays with your invitation for {AYear} days"))
        {
            Asks = [new("GET", "groups/{id}/transitiveMembers/microsoft.graph.user", Members, GraphMemberIds.Select)],
        },
        new("departments", [DataSource.Directory], DataLayer.Group,
            new("het id en de afdeling van iedereen in de groep, als een beheerder een regel bewerkt",
                "the id and department of everybody in the group, when an admin edits a rule"),
            new("een lijst van afdelingen om uit te kiezen", "a list of departments to pick from"),
            new("niet bewaard; de namen van de afdelingen en hun grootte in tientallen een uur in het geheugen, niet van wie ze zijn",
                "not kept; the departments' names and sizes in tens in memory for an hour, not whose they are"))
        {
            Asks = [new("GET", "groups/{id}/transitiveMembers/microsoft.graph.user", Members, GraphDepartments.Select)],
        },
        new("who", [DataSource.Teams, DataSource.Directory], DataLayer.App,
            new("je naam, mailadres en aanmeldnaam, je Teams-gegevens, taal en tijdzone",
                "your name, mail address and sign-in name, your Teams details, language and time zone"),
            new("je schrijven, je noemen aan wie je treft na twee keer ja, en elke dag kijken of je account er nog is",
                "to write to you, to name you to whoever you meet after both said yes, and to check every day whether your account still "
                    + "exists"),
            WhileThere)
        {
            Holds =
            [
                "Participants.PersonId", "Participants.PoolId", "Participants.Name", "Participants.Mail", "Participants.UserPrincipalName",
                "Participants.Nonce", "Participants.TeamsUserId", "Participants.ConversationId", "Participants.ServiceUrl",
                "Participants.Language", "Participants.Zone", "Participants.InstalledAt", "Participants.UnreachableSince",
            ],
            Asks = [new("GET", "users", Directory, UserRow.SelectPresence)],
        },
        new("consents", [DataSource.Person], DataLayer.App,
            new("wat je aan en uit zette, en wanneer", "what you switched on and off, and when"),
            new("laten zien dat niets zonder jouw toestemming is gelezen", "to show that nothing was read without your consent"),
            WhileThere)
        {
            Holds =
            [
                "Consents", "Participants.JoinedAt", "Participants.GapsAllowedAt", "Participants.OwnWordAllowedAt",
                "Participants.SourcesAllowedAt",
            ],
        },
        new("preferences", [DataSource.Person], DataLayer.App,
            new("je voorkeuren, je pauze en je vraag om koffie; ook op welke dagen je op kantoor bent, als je dat vertelt",
                "your preferences, your pause and your wish for coffee; also on which days you are at the office, if you tell us"),
            new("uitnodigingen die bij je passen", "invitations that suit you"),
            new($"{WhileThere.Nl}; een pauze tot ze voorbij is, of {TwoWeeks} dagen langer als je Copilot laat meetellen; "
                + $"een vraag om koffie {AMonth} dagen",
                $"{WhileThere.En}; a pause until it is over, or {TwoWeeks} days longer if you let Copilot count; "
                    + $"a wish for coffee {AMonth} days"))
        {
            Holds =
            [
                "Participants.Preferences", "Participants.PausedUntil", "Participants.AskedForCompanyAt",
                "Participants.ApprovalNoticesSince",
            ],
        },
        new("topics", [DataSource.Person], DataLayer.Join,
            new("waarover je graag praat, waarover je kunt vertellen en waarover je wilt leren, als je dat vertelt; ook in je eigen "
                + "woorden",
                "what you like to talk about, can tell about and would like to learn about, if you tell us; also in your own words"),
            new("je eerder samenbrengen met iemand met wie je iets gemeen hebt; alleen wie je ontmoet, leest wat jullie gemeen hebben",
                "to bring you together sooner with somebody you have something in common with; only whoever you meet reads what you "
                    + "have in common"),
            WhileThere)
        {
            Holds = ["PersonTopics"],
        },
        new("turns", [DataSource.Service], DataLayer.Join,
            new("wanneer je voor het laatst via de app iemand trof, en hoe vaak jouw ja geen gezelschap vond",
                "when you last met somebody through the app, and how often your yes found no company"),
            new("wie lang niemand trof of overbleef, gaat voor", "whoever has met nobody for a long time, or was left over, goes first"),
            WhileThere)
        {
            Holds = ["Participants.LastContactAt", "Participants.TurnsLeftOut"],
        },
        new("calendar", [DataSource.Calendar], DataLayer.Calendar,
            new("vrij of bezet in de week van een ronde, en in de week erna als een afspraak van je in die week niet lukt; en je "
                + "werktijden; geen onderwerpen, namen of plaatsen, en niet tijdens je pauze",
                "free or busy in the week of a round, and in the week after it when an appointment of yours can't be kept that week; and "
                    + "your working hours; no subjects, names or places, and not during your pause"),
            new("tijden bieden die je uitkomen, en schatten wat een regel zou doen voordat die aangaat; en een cijfer vanaf tien mensen: "
                + "hoeveel er die week geen vrij half uur hadden",
                "to offer times that suit you, and to estimate what a rule would do before it is on; and a figure from ten people up: how "
                    + "many had no free half hour that week"),
            new($"niet bewaard; in het geheugen tijdens een stap van een ronde. De tijden op een uitnodiging: {TenDays} dagen "
                + "nadat ze sloot",
                $"not kept; in memory during a step of a round. The times on an invitation: {TenDays} days after it closed"))
        {
            Holds = ["Invitations.Gaps"],
            Asks = [GetSchedule],
            Welcome = new("Als je het aanzet: vrij of bezet in je agenda, en je werktijden, voor de week van een ronde, en voor de week "
                    + "erna als een afspraak in die week niet lukt. Geen onderwerpen, geen namen; het wordt niet bewaard.",
                "If you switch it on: free or busy in your calendar, and your working hours, for the week of a round, and for the week "
                    + "after it when an appointment can't be kept that week. No subjects, no names; it is not kept."),
        },
        new("ritualCalendar", [DataSource.Calendar], DataLayer.RitualAndCalendar,
            new($"vrij of bezet voor een ritueel waar je aan meedoet, hooguit {FourWeeks} dagen vooruit; niet tijdens je pauze",
                $"free or busy for a ritual you joined, at most {FourWeeks} days ahead; not during your pause"),
            new("betere tijden voor een ritueel dat steeds wegvalt, alleen als genoeg mensen hun agenda openstelden; nooit wie er "
                + "organiseert",
                "better times for a ritual that keeps getting cancelled, only if enough people opened their calendar; never whose turn "
                    + "it is to host"),
            new("niet bewaard; in het geheugen tijdens het zoeken", "not kept; in memory while looking"))
        {
            Asks = [GetSchedule],
            Welcome = new(
                "Doe je daarna mee aan een ritueel van je team, dan telt je agenda ook mee bij het zoeken van betere tijden daarvoor.",
                "If you then join a ritual of your team, your calendar also counts when better times for it are looked for."),
        },
        new("ownWord", [DataSource.Person], DataLayer.OwnWord,
            new("wat je vertelt over je week met AI, als ja of nee per dag", "what you tell about your week with AI, as yes or no a day"),
            SoonerAndCounted,
            new($"{TwoWeeks} dagen, en meteen weg als je het wist of uitzet",
                $"{TwoWeeks} days, and gone at once when you clear it or switch it off"))
        {
            Holds = ["AiUseDays"],
            Welcome = new($"Als je het aanzet: wat je vertelt over je week met AI, als ja of nee per dag, hooguit {TwoWeeks} dagen.",
                $"If you switch it on: what you tell about your week with AI, as yes or no a day, for {TwoWeeks} days at most."),
        },
        new("sources", [DataSource.Copilot], DataLayer.Sources,
            new("of je op een dag met Copilot werkte, niet wat je deed; alleen waar de organisatie dit aanzette en de "
                + "ondernemingsraad instemde, vanaf de dag dat je het aanzette, en niet tijdens je pauze",
                "whether you worked with Copilot on a day, not what you did; only where the organisation switched it on and the "
                    + "works council agreed, from the day you switched it on, and not during your pause"),
            SoonerAndCounted,
            new($"{TwoWeeks} dagen, en meteen weg als je het uitzet", $"{TwoWeeks} days, and gone at once when you switch it off"))
        {
            Holds = ["AiUseDays", "InteractionWatches"],
            Asks =
            [
                new("GET", "copilot/reports/getMicrosoft365CopilotUsageUserDetail(period='D7')", Reports),
                new("POST", "subscriptions", Interactions),
                new("PATCH", "subscriptions/{id}", Interactions),
                new("DELETE", "subscriptions/{id}", Interactions),
            ],
            Welcome = new(
                $"Als je het aanzet: op welke dagen je volgens Microsoft met Copilot werkte, hooguit {TwoWeeks} dagen. Niet wat je deed.",
                $"If you switch it on: on which days you worked with Copilot according to Microsoft, for {TwoWeeks} days at most. "
                    + "Not what you did."),
        },
        new("invitations", [DataSource.Service, DataSource.Person], DataLayer.Join,
            new("je uitnodigingen, je antwoorden, en waarom je werd gevraagd",
                "your invitations, your answers, and why you were asked"),
            new("niet te veel uitnodigingen, en een antwoord op ‘waarom dit?’",
                "not too many invitations, and an answer to ‘why this?’"),
            new($"{AYear} dagen; welke tijden je aantikte, en wat over AI gaat, {TenDays} dagen",
                $"{AYear} days; which times you ticked, and what is about AI, {TenDays} days"))
        {
            Holds = ["Invitations"],
        },
        new("connections", [DataSource.Service, DataSource.Person], DataLayer.Join,
            new("met wie je een afspraak had, wanneer en waar, of jullie elkaar spraken en of je nog eens of drie keer wilt, en een zin "
                + "die je bij afzeggen voor de ander koos",
                "whom you had an appointment with, when and where, whether you met and whether you want to meet again, once or three "
                    + "times, and a sentence you chose for the other when calling it off"),
            new("niet te snel weer dezelfde mensen, behalve als jullie dat allebei willen; je eigen overzicht; voor iedereen samen geteld: "
                + "welk soort ontmoetingen doorgaat",
                "not the same people again too soon, unless you both want that; your own overview; counted for all together: which kinds "
                    + "of meetings take place"),
            new($"{AYear} dagen; de zin tot het moment voorbij is", $"{AYear} days; the sentence until the moment has passed"))
        {
            Holds = ["Connections", "Members"],
        },
        new("events", [DataSource.Service], DataLayer.Join,
            new("de afspraak in je agenda, privé, en of en wanneer je die afzegt; een ritueel alleen als je daaraan meedoet",
                "the appointment in your calendar, private, and whether and when you decline it; a ritual only if you joined it"),
            new("dat ieder de afspraak heeft, en de ander het leest als die niet doorgaat",
                "so that everybody has the appointment, and the other is told when it is off"),
            new("in de agenda's, zo lang als de organisatie die bewaart", "in the calendars, for as long as the organisation keeps those"))
        {
            Asks =
            [
                new("POST", "users/{id}/events", Events),
                new("GET", "users/{id}/events", Events, "id", "transactionId"),
                new("GET", "users/{id}/events/{event}", Events, Graph.Events.EventRow.Select),
                new("PATCH", "users/{id}/events/{event}", Events),
                new("DELETE", "users/{id}/events/{event}", Events),
                new("GET", "users/{id}/events/{event}/instances", Events, "id", "start", "originalStart"),
                new("GET", "users/{id}/calendarView", Events, Graph.Events.EventRow.Select),
            ],
        },
        new("messages", [DataSource.Service], DataLayer.App,
            new("dat een bericht aan je is verstuurd; niet de tekst", "that a message was sent to you; not its text"),
            new("niets dubbel sturen", "to send nothing twice"),
            new($"{AYear} dagen", $"{AYear} days"))
        {
            Holds = ["Messages"],
        },
        new("notWith", [DataSource.Person, DataSource.Directory], DataLayer.App,
            new("wie je liever niet treft; alleen jij ziet dat, en die collega hoeft de app niet te hebben",
                "whom you would rather not meet; only you see that, and that colleague need not have the app"),
            new("jullie niet samenbrengen; een naam die je typt, wordt opgezocht in de adreslijst, en elke dag of die collega er nog is",
                "not to bring you together; a name you type is looked up in the directory, which is checked daily for whether that "
                    + "colleague is still there"),
            new("zolang je de app hebt, en tot die collega is gewist", "while you have the app, and until that colleague is erased"))
        {
            Holds = ["NotWith"],
            Asks = [new("GET", "users", Directory, UserRow.SelectFound), new("GET", "users", Directory, UserRow.SelectPresence)],
        },
        new("rituals", [DataSource.Person, DataSource.Teams, DataSource.Directory], DataLayer.Ritual,
            new("aan welk ritueel je meedoet, met je naam en mailadres, of je komt, wanneer je organiseerde en wat je voorstelde "
                + "of wijzigde",
                "which ritual you joined, with your name and mail address, whether you come, when you hosted, and what you "
                    + "proposed or changed"),
            new("het ritueel in je agenda, en organiseren om beurten", "the ritual in your calendar, and hosting in turn"),
            new($"tot je eruit gaat, hooguit {AfterRituals} dagen na het einde; wie een keer kwam {AfterRituals} dagen; een "
                + "voorstel of wijziging tot de nacht na 24 uur",
                $"until you leave it, at most {AfterRituals} days after it ended; who came to one time {AfterRituals} days; a "
                    + "proposal or change until the night after 24 hours"))
        {
            Holds = ["RitualMembers", "Coming", "Occurrences", "Drafts", "RitualChanges"],
            Asks = [new("GET", "users", Directory, "id", "mail")],
        },
        new("owners", [DataSource.Directory, DataSource.Teams], DataLayer.Team,
            new("dat je eigenaar bent van een team met de app, je naam, en of je in een privé- of gedeeld kanaal ervan zit waar de bot is",
                "that you own a team that has the app, your name, and whether you are in a private or shared channel of it where the "
                    + "bot is"),
            new("wie over rituelen beslist", "who decides on rituals"),
            new("niet bewaard; enkele minuten in het geheugen", "not kept; in memory for some minutes"))
        {
            Asks = [new("GET", "groups/{id}/owners/microsoft.graph.user", Members, "id", "displayName", "userPrincipalName")],
        },
        new("votes", [DataSource.Person], DataLayer.Join,
            new("dat je over het gebruik stemde; niet wat", "that you voted on the use; not what"),
            new("iedereen één stem", "one vote each"),
            new("tot de stemmen zijn geteld", "until the votes are counted"))
        {
            Holds = ["Voters"],
        },
        new("officeGroups", [DataSource.Directory], DataLayer.AskedForOffice,
            new("of je in een groep zit waar een functie bij hoort: beheerder, ondernemingsraad of lezer",
                "whether you are in a group that gives a role: admin, works council or reader"),
            new("dat alleen wie een functie heeft iets kan beheren of inzien; op de beheerpagina om de vijf minuten opnieuw",
                "so that only people with a role can change or see anything; on the admin page anew every five minutes"),
            new("in de chat niet bewaard, vijf minuten in het geheugen; op de beheerpagina welke functie, zonder je naam, tot je je "
                + "afmeldt of de sessie voorbij is",
                "in the chat not kept, in memory for five minutes; on the admin page which role, without your name, until you "
                    + "sign out or the session is over"))
        {
            Asks = [new("POST", "users/{id}/checkMemberGroups", Members)],
        },
        new("check", [DataSource.Directory, DataSource.Calendar], DataLayer.NamedForCheck,
            new("je id en mailadres, of je in de groep van een pool zit, en of de app naar je agenda mag vragen: over één kwartier in de "
                + "nacht, een jaar vooruit",
                "your id and mail address, whether you are in a pool's group, and whether the app may ask about your calendar: for one "
                    + "quarter of an hour at night, a year ahead"),
            new("nagaan of Exchange de app alleen bij de agenda's van de groep laat",
                "to check that Exchange lets the app ask about the group's calendars only"),
            new("niet bewaard; in het geheugen tijdens het controleren", "not kept; in memory during the check"))
        {
            Asks =
            [
                new("GET", "users/{id}", Directory, "id", "mail"), new("POST", "users/{id}/checkMemberGroups", Members), GetSchedule,
            ],
        },
        new("office", [DataSource.Person], DataLayer.Office,
            new("wat je in functie wijzigde, goedkeurde of bekeek, met je naam",
                "what you changed, approved or looked at in a role, with your name"),
            new("wie een functie heeft, kunnen aanspreken", "to hold people with a role to account"),
            new("zolang de app in gebruik is; ook na ‘vergeet mij’", "as long as the app is used; also after ‘forget me’"))
        {
            Holds = ["RuleVersions", "RuleDrafts", "RuleApprovals", "Trials", "Stops", "FirstUses", "AuditEntries"],
        },
        new("figures", [DataSource.Service], DataLayer.Join,
            new("aantallen over tien of meer mensen, en over wie ze gingen als pseudoniem; van weken met veel AI alleen het aantal",
                "counts over ten people or more, and whom they were about as pseudonyms; of weeks with much AI the number only"),
            new("het verslag van de ondernemingsraad", "the works council's report"),
            new($"aantallen blijven, die van check-ins {RetentionPeriods.Months} maanden; "
                    + "de pseudoniemen 28 dagen, en van de nieuwste aantallen tot er nieuwere zijn",
                $"counts stay, those of check-ins {RetentionPeriods.Months} months; "
                    + "the pseudonyms 28 days, and of the newest counts until there are newer ones")),
        new("erased", [DataSource.Service], DataLayer.App,
            new("na het wissen: een versleuteld kenmerk zonder naam", "after erasing: a keyed mark without a name"),
            new("je niet opnieuw welkom heten", "not to welcome you again"),
            new($"{RetentionPeriods.Months} maanden", $"{RetentionPeriods.Months} months")),
    ];
}
