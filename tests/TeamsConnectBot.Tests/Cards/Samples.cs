using System.Reflection;
using TeamsConnectBot.BotFramework.Clouds;
using TeamsConnectBot.Cards;
using TeamsConnectBot.Cards.Building;
using TeamsConnectBot.CheckIns;
using TeamsConnectBot.Core.Meetings;
using TeamsConnectBot.Core.People;
using TeamsConnectBot.Core.Rules;
using TeamsConnectBot.Core.Rules.Definition;
using TeamsConnectBot.Core.Signals;
using TeamsConnectBot.Data;

namespace TeamsConnectBot.Tests.Cards;

/// <summary>Every card in every variant, once with typical data and once with the worst a directory can hold.</summary>
internal sealed partial class Samples
{
    public static readonly Instant Now = Instant.FromUtc(2026, 11, 23, 9, 0);
    public static readonly DateTimeZone Amsterdam = DateTimeZoneProviders.Tzdb["Europe/Amsterdam"];

    public static readonly CardRef Ref = new(Guid.Parse("01938b6c-0000-7000-8000-000000000001"), "n0nce-n0nce-n0nce-n0nce-n0nce-32");

    private static readonly Interval Thursday = Slot(26, 13, 30);
    private static readonly Interval Friday = Slot(27, 9, 0);
    private static readonly Instant Decision = Instant.FromUtc(2026, 11, 25, 11, 0);

    private readonly string name;
    private readonly bool zones;

    private Samples(string name, bool zones) => (this.name, this.zones) = (name, zones);

    public static Samples Everyday { get; } = new("Noor de Vries", false);

    /// <summary>A name of 100 characters with markdown, a link, a mention, right-to-left overrides, emoji and braces.</summary>
    public static Samples Worst { get; } = new(
        "\u202E**[נועה](https://evil.example)** <at>iedereen</at> `{decision}` 👩🏽‍💻 _x_ # | \u0007".PadRight(100, 'W'), true);

    public static Reader Reader(string language, DateTimeZone? zone = null) =>
        new(Texts.For(language), zone ?? Amsterdam, MicrosoftClouds.Public, Now);

    public static Interval Slot(int day, int hour, int minute) =>
        new(Instant.FromUtc(2026, 11, day, hour, minute), Instant.FromUtc(2026, 11, day, hour, minute) + Duration.FromMinutes(20));

    public static PreferencesForm Form { get; } = new(
        true,
        false,
        ["nl", "en"],
        [IsoDayOfWeek.Monday, IsoDayOfWeek.Tuesday, IsoDayOfWeek.Wednesday, IsoDayOfWeek.Thursday],
        new LocalTime(9, 0),
        new LocalTime(17, 0),
        [IsoDayOfWeek.Tuesday],
        true,
        true)
    {
        Wishes = new WishesForm([Offer.Coffee, Offer.Walk], 2, false),
    };

    public static TopicsForm Topics { get; } = new(
        new TopicsAnswer(["Music", "Travel"], "schaken, moestuin"), new TopicsAnswer([], "draaitabellen"), new TopicsAnswer([], ""));

    public PoolHost Host => new(name, $"Ik drink thee, maar kom graag langs. {(zones ? name : "")}".Trim());

    public IReadOnlyList<Interval> Gaps => zones ? [Thursday, Friday, Slot(30, 23, 50)] : [Thursday, Friday];

    public MeetingDetails Meeting(int others = 1, bool online = false, bool table = false) => new(
        Ref,
        Offer.Coffee,
        [.. Enumerable.Range(1, others).Select(Person)],
        Thursday,
        online
            ? MeetingLocation.Online(new Uri("https://teams.microsoft.com/l/meetup-join/19%3ameeting_abc%40thread.v2/0?context=%7b%7d"))
            : MeetingLocation.At(zones ? name : "De koffiebar, begane grond"),
        zones,
        table);

    public InvitationCard Invitation(Offer offer = Offer.Coffee) =>
        new(Ref, offer, 20, PlaceKind.InPersonOrOnline, Gaps, Decision, Host, zones);

    public IEnumerable<(string Name, Card Card)> All()
    {
        foreach (var sample in Rituals())
        {
            yield return sample;
        }

        foreach (var sample in Helping())
        {
            yield return sample;
        }

        yield return ("welcome", new WelcomeCard(Ref, Host, Form));
        yield return ("welcome-sources", new WelcomeCard(Ref, Host, Form with { AllowSources = false }));
        yield return ("welcome-help", new WelcomeCard(Ref, Host, Form with { AllowSources = false }, AsksAboutHelp: true));
        yield return ("notNow", new NotNowCard(Ref));
        yield return ("joined", new JoinedCard(Ref, Form));
        yield return ("joined-sources", new JoinedCard(Ref, Form with { AllowSources = true }));
        yield return ("appointments", new AppointmentsCard(
            [Meeting(), Meeting(2, online: true), Meeting(5, table: true)],
            [new NamedTime(name, Friday), new NamedTime(name, Thursday)], 4));
        yield return ("appointments-past", new AppointmentsCard([], [], 1));
        yield return ("preferences", new PreferencesCard(Ref, Form, TopicsNow.Nothing, JustSaved: true));
        yield return ("preferences-help", new PreferencesCard(Ref, Form, TopicsNow.Nothing, AsksAboutHelp: true));
        yield return ("preferences-topics", new PreferencesCard(Ref, Form, new TopicsNow([OwnTopic, OwnTopic], [OwnTopic], [OwnTopic])));
        yield return ("topics", new TopicsCard(Ref, Topics, ListedTopic.Shipped, IsOwnList: false, JustSaved: true, LearningIsOff: true));
        yield return ("topics-again", new TopicsCard(
            Ref, Topics with { Talk = new TopicsAnswer([], name) }, ListedTopic.Shipped, IsOwnList: false, Problem: TopicProblem()));
        yield return ("topics-own-list", new TopicsCard(Ref, Topics, OwnList, IsOwnList: true));
        foreach (var offer in Enum.GetValues<Offer>())
        {
            yield return ($"invitation-{offer}", Invitation(offer));
        }

        yield return ("invitation-one-gap", Invitation() with { Gaps = [Thursday], Place = PlaceKind.Online });
        yield return ("invitation-again", Invitation() with { Ticked = [0, 1] });
        yield return ("invitation-side", Invitation() with { Side = new AskedSide("iemand die een mentor zoekt", 1) });
        yield return ("invitation-side-several", Invitation() with { Side = new AskedSide(name, 3) });
        foreach (var offer in Enum.GetValues<Offer>())
        {
            yield return ($"openTableInvitation-{offer}",
                new OpenTableInvitationCard(Ref, offer, 30, PlaceKind.InPerson, Gaps, Decision, Host, zones));
        }

        yield return ("why", new WhyCard(Ref, "Na lang geen contact nodigen we je eerder uit.", EveryFact()));
        yield return ("why-nothing", new WhyCard(Ref, name, []));
        yield return ("waiting", new WaitingCard(Ref, Gaps, Decision, zones));
        yield return ("takenBack", new TakenBackCard(Ref));
        yield return ("notThisWeek", new NotThisWeekCard(Ref, StillOpen: true));
        yield return ("paused", new PausedCard(Ref, Decision) { IsTold = true, TookYesBack = true });
        yield return ("paused-short", new PausedCard(Ref, Decision));
        yield return ("paused-endsSoon", new PausedCard(Ref, Decision, EndsSoon: true));
        yield return ("connection", new MeetingCard(Meeting(), Person(1), 4));
        yield return ("connection-topics", new MeetingCard(
            Meeting() with { InCommon = SharedInterests.None with { Topics = [.. ListedTopic.Shipped.Take(2)] } }, null, 2));
        yield return ("connection-topics-own", new MeetingCard(
            Meeting(2) with { InCommon = SharedInterests.None with { Topics = [new ListedTopic("x", OwnTopic, null)] } }, Person(1), 5));
        yield return ("connection-topics-own-list", new MeetingCard(
            Meeting() with { InCommon = SharedInterests.None with { Topics = [OwnList[0]] } }, Person(1), 5));
        yield return ("connection-learning", new MeetingCard(
            Meeting() with { Offer = Offer.Learning, InCommon = new SharedInterests([], [OwnTopic], [OwnTopic]) }, Person(1), 5));
        yield return ("connection-season", new MeetingCard(Meeting() with { SeasonTime = 2 }, Person(1), 4));
        yield return ("connection-season-last", new MeetingCard(Meeting() with { SeasonTime = 3 }, Person(1), 4));
        yield return ("invitation-in-the-break", Invitation() with { ForLunch = [0] });
        yield return ("invitation-everything",
            Invitation(Offer.Learning) with { ForLunch = [0], Ticked = [1], Side = new AskedSide(name, 2) });
        yield return ("connection-trio-online", new MeetingCard(Meeting(2, online: true), null, 0));
        yield return ("openTable", new OpenTableCard(Meeting(5, table: true), Person(2), 9));
        yield return ("openTable-many", new OpenTableCard(Meeting(24, table: true), null, 9));
        yield return ("cantMakeIt", new CantMakeItCard(Meeting(), Gaps, Decision));
        yield return ("cantMakeIt-moved", new CantMakeItCard(Meeting(), Gaps, Decision, 1));
        yield return ("cantMakeIt-off", new CantMakeItCard(Meeting(), Gaps, Decision, MemberRow.CallOff));
        yield return ("cantMakeIt-off-sentence",
            new CantMakeItCard(Meeting(), Gaps, Decision, MemberRow.CallOff, CallOffSentence.SomethingCameUp));
        yield return ("cantMakeIt-nothing", new CantMakeItCard(Meeting(), [], Decision));
        yield return ("cantMakeIt-help", new CantMakeItCard(Meeting(), [], Decision, GoesFirst: false));
        yield return ("moved", new MovedCard(Meeting(2, online: true), Friday));
        yield return ("leaveMeeting", new LeaveMeetingCard(Meeting()));
        yield return ("leaveMeeting-group", new LeaveMeetingCard(Meeting(2)));
        yield return ("off", new OffCard(Meeting()));
        foreach (var sentence in Enum.GetValues<CallOffSentence>())
        {
            yield return ($"off-{sentence}", new OffCard(Meeting(), sentence));
        }

        yield return ("noLuck", new NoLuckCard());
        yield return ("reminder", new ReminderCard(Meeting(online: true)));
        foreach (var season in Enum.GetValues<SeasonQuestion>())
        {
            yield return ($"didYouMeet-{season}", new DidYouMeetCard(Meeting(season == SeasonQuestion.None ? 2 : 1), season));
        }

        foreach (var answer in Enum.GetValues<MeetingOutcome>())
        {
            yield return ($"thanks-{answer}", new ThanksCard(answer, [Person(1)]));
        }

        foreach (var kind in Enum.GetValues<PointerKind>())
        {
            yield return ($"pointer-{kind}", new PointerCard(kind));
        }

        foreach (var state in Enum.GetValues<CardState>())
        {
            yield return ($"state-{state}", new StateCard(state));
        }

        yield return ("asked", new AskedCard(Ref));
        yield return ("asked-while-paused", new AskedCard(Ref, EndedPause: true));
        yield return ("asked-by-name", new AskedCard(Ref, NamedSomebody: true));
        yield return ("stopped", new StoppedCard(Ref, Decision));
        yield return ("stopped-nothing-kept", new StoppedCard(Ref, null));
        yield return ("people", new PeopleCard(Contacts));
        foreach (var said in Enum.GetValues<ShortAnswer>())
        {
            yield return ($"shortAnswer-{said}", new ShortAnswerCard(said));
        }

        yield return ("didYouMean", new DidYouMeanCard(Ref, [new Meant("koffie", Verbs.AskCoffee)], Contacts));
        foreach (var some in SayVerbs().Chunk(3))
        {
            yield return (
                $"didYouMean-{some[0]}", new DidYouMeanCard(Ref, [.. some.Select(verb => new Meant("mijn gegevens", verb))], Contacts));
        }

        yield return ("joinFirst", new JoinFirstCard(Ref));
        yield return ("chatLanguage", new ChatLanguageCard("nl"));
        yield return ("welcome-again", new WelcomeCard(Ref, Host, Form, "Vanaf: Vul een tijd in, zoals 09:00."));
        yield return ("preferences-again", new PreferencesCard(
            Ref, Form, TopicsNow.Nothing, Problem: "Vanaf: Vul een tijd in, zoals 09:00."));
        foreach (var missing in Enum.GetValues<YesWithout>())
        {
            yield return ($"invitation-{missing}", Invitation() with { Missing = missing });
        }

        yield return ("checkIn-later", new CheckInLaterCard(new LocalDate(2026, 12, 1)));
        yield return ("checkIn-incomplete", new CheckInCard(Ref, IsIncomplete: true));
        yield return ("cantMakeIt-incomplete", new CantMakeItCard(Meeting(), Gaps, Decision, IsIncomplete: true));
        yield return ("selfReport-asks", new SelfReportCard(Ref, Counts: false, null));
        yield return ("selfReport", new SelfReportCard(Ref, Counts: true, null));
        foreach (var use in Enum.GetValues<SelfReportedUse>())
        {
            yield return ($"selfReport-{use}", new SelfReportCard(Ref, Counts: true, new ReportKept(use, 1, 5, Now, Decision)));
        }

        foreach (var band in Enum.GetValues<AiUseBand>())
        {
            yield return ($"selfReport-{band}Band", new SelfReportCard(Ref, Counts: false, null, new BandNow(band, 4, 5, Now, Decision)));
        }

        yield return ("selfReport-days", new SelfReportCard(Ref, Counts: true, new ReportKept(null, 0, 2, Now, Decision)));
        foreach (var state in Enum.GetValues<UseVoteState>())
        {
            yield return ($"useVote-{state}", new UseVoteCard(Ref, Decision, state));
        }

        yield return ("approvalWaits", new ApprovalWaitsCard(name, zones ? null : new Uri("https://connect.example.org/admin/approvals")));
        yield return ("help", new HelpCard(Ref, [.. Enumerable.Range(1, zones ? 20 : 6).Select(Command)], Contacts));
        yield return ("passItOn", new PassItOnCard(
            Host, zones ? null : new Uri("https://teams.microsoft.com/l/app/11111111-2222-4333-8444-555555555555")));
        yield return ("unknownInput", new UnknownInputCard(Ref, Contacts));
        foreach (var who in Enum.GetValues<WhoCan>())
        {
            yield return ($"commandRefused-{who}", new CommandRefusedCard(
                "ritueel", who, who == WhoCan.TeamOwners ? [Person(1)] : [], IsOwnStop: who == WhoCan.Admins));
        }

        yield return ("commandRefused-click", new CommandRefusedCard(null, WhoCan.TeamOwners, [Person(1)]));
        yield return ("office", new OfficeCard(
            zones ? name : "Regels",
            [
                new OfficeSection("Iedereen die meedoet", [zones ? name : "Vraag iedereen die meedoet voor koffie, hooguit één per week."]),
                new OfficeSection("", ["Nog een regel."]),
            ],
            "Er zijn er meer."));
        yield return ("office-nothing", new OfficeCard("Er staat geen regel aan", []));
        foreach (var said in Enum.GetValues<DoNotMatchOutcome>())
        {
            yield return ($"notWith-{said}", new DoNotMatchCard(
                Ref, said, [], said == DoNotMatchOutcome.IsThisOne ? [new DoNotMatchCandidate(Ref.Id.ToString(), name, null)] : []));
        }

        yield return ("notWith-wishes", new DoNotMatchCard(
            Ref, DoNotMatchOutcome.Kept,
            [.. Enumerable.Range(1, zones ? 30 : 2).Select(number => new DoNotMatchEntry(Ref.Id, number == 2 ? null : name))], []));
        yield return ("notWith-which", new DoNotMatchCard(
            Ref, DoNotMatchOutcome.WhichOne, [],
            [.. Enumerable.Range(1, 10).Select(number => new DoNotMatchCandidate(Ref.Id.ToString(), name, number == 1 ? null : name))]));
        yield return ("checkIn", new CheckInCard(Ref));
        yield return ("checkedIn", new CheckedInCard([1, 3, 5]));
        yield return ("checkedIn-already", new CheckedInCard(null));
        yield return ("myData", new MyDataCard(Ref, [.. Enum.GetValues<DataKind>().Select(Held)]));
        yield return ("myData-nothing", new MyDataCard(Ref, []));
        yield return ("myData-offered", new MyDataCard(Ref, [Held(DataKind.Preferences)], ExportState.Offered));
        yield return ("myData-text", new MyDataCard(Ref, [Held(DataKind.Preferences)], ExportState.AsText));
        yield return ("myData-noFiles", new MyDataCard(Ref, [Held(DataKind.Preferences)], ExportState.NoFiles));
        foreach (var outcome in Enum.GetValues<FileOutcome>())
        {
            yield return ($"myDataFile-{outcome}", new MyDataFileCard(Ref, outcome));
        }

        yield return ("forgetMe", new ForgetMeCard(Ref));
        yield return ("forgotten", new ForgottenCard());
    }

    public static IEnumerable<Type> CardTypes() =>
        typeof(Card).Assembly.GetTypes().Where(type => type.IsSubclassOf(typeof(Card)) && !type.IsAbstract);

    private LocalText OwnTopic => zones ? new(name, name) : new("moestuin", "moestuin");

    // As an admin can write them on the page: a question without markup.
    private IReadOnlyList<ListedTopic> OwnList =>
        [.. Enumerable.Range(1, 12).Select(number => new ListedTopic(
            $"k{number}", new($"{number} {OwnTopic.Nl}", $"{number} {OwnTopic.En}"), number % 2 == 0 ? null : OwnQuestion))];

    private LocalText OwnQuestion => zones ? new(name, name) : new("Wat eet je uit je tuin?", "What do you eat from your garden?");

    private string TopicProblem()
    {
        var typed = zones ? new string('a', 30) + " " + name : "een veel te lang onderwerp van meer dan veertig tekens";
        var data = System.Text.Json.JsonSerializer.SerializeToElement(new JsonObject { [Inputs.TopicWords] = typed });
        return TopicsForm.Problem(data, TopicsForm.Filled(data, Topics), ListedTopic.Shipped, Texts.For("nl"))!;
    }

    private static IEnumerable<string> SayVerbs() => VerbNames().Where(verb => verb.StartsWith("say.", StringComparison.Ordinal));

    public static IEnumerable<string> VerbNames() =>
        typeof(Verbs).GetFields(BindingFlags.Public | BindingFlags.Static).Select(field => (string)field.GetRawConstantValue()!);

    private IReadOnlyList<HumanContact> Contacts =>
        [new(zones ? name : "Vertrouwenspersoon", "06 1234 5678, ma–do"), new("Luisterlijn", "088 0767 000, dag en nacht")];

    private Colleague Person(int number) => zones
        ? new($"{number} {name}", $"{number}.{new string('n', 60)}+o'brien@example.org")
        : new(number == 1 ? "Sam Jansen" : $"Ada Bakker {number}", $"person{number}@example.org");

    private HelpLine Command(int number) => zones
        ? new($"opdracht {number} {new string('x', 20)}", new string('y', 80))
        : new($"opdracht {number}", "wat die opdracht doet");

    private static DataHeld Held(DataKind kind) =>
        new(
            kind, (int)kind + 1, kind == DataKind.Answers ? null : Now, kind == DataKind.Consent ? null : Decision,
            (KeptWhile)((int)kind % 5));

    private static IReadOnlyList<NeedFact> EveryFact() =>
    [
        .. Enum.GetValues<NeedFactKind>().Where(kind => kind != NeedFactKind.AiUse).Select(kind => new NeedFact(kind, 3, 100)),
        .. Enum.GetValues<AiUseBand>().Select(band => new NeedFact(NeedFactKind.AiUse, (int)band, 100)),
    ];
}
