using TeamsConnectBot.Core.Meetings;
using static TeamsConnectBot.Core.Meetings.SeasonEvent;

namespace TeamsConnectBot.Core.Tests.Meetings;

public sealed class SeasonMachineTests
{
    // For each event (down) and state (across) the new state and how often the two have met by then; '=' is no change. In 'hoped' only
    // ada asked for it, in 'waiting' and 'planned' they met once.
    private static readonly (SeasonEvent Event, string Hoped, string Waiting, string Planned, string Done, string Ended)[] Table =
    [
        (Wanted("ada"), "=", "=", "=", "=", "="),
        (Wanted("bo"), "Waiting 1", "=", "=", "=", "="),
        (Wanted("stranger"), "=", "=", "=", "=", "="),
        (Dropped("ada"), "Hoped 1", "Ended 1", "Ended 1", "=", "="),
        (Dropped("bo"), "=", "Ended 1", "Ended 1", "=", "="),
        (Dropped("stranger"), "=", "=", "=", "=", "="),
        (Settled, "=", "Planned 1", "=", "=", "="),
        (TookPlace, "=", "=", "Waiting 2", "=", "="),
        (CalledOff, "=", "=", "Waiting 1", "=", "="),
        (WeeksPassed, "Ended 1", "Ended 1", "=", "=", "="),
    ];

    [TestCaseSource(nameof(EveryTransition))]
    public void Apply_InEveryState_FollowsTheTable(SeasonState state, SeasonEvent happened, string expected) =>
        Assert.That(Describe(In(state), happened), Is.EqualTo(expected));

    [Test]
    public void Table_Rows_CoverEveryKindOfEvent() =>
        Assert.That(Table.Select(row => row.Event.Kind).Distinct(), Is.EquivalentTo(Enum.GetValues<SeasonEventKind>()));

    [Test]
    public void Apply_BothWantItAndComeTwiceMore_IsDoneAfterThreeTimes()
    {
        var season = Play(Wanted("bo"), Wanted("ada"), Settled, TookPlace, Settled, CalledOff, Settled, TookPlace);

        Assert.That((season.State, season.Times), Is.EqualTo((SeasonState.Done, Season.MostTimes)));
    }

    [Test]
    public void Apply_OneAsksTwiceOrTakesItBack_NeverBeginsAlone()
    {
        Assert.That(Play(Wanted("ada"), Wanted("ada"), Settled).State, Is.EqualTo(SeasonState.Hoped));
        Assert.That(Play(Wanted("ada"), Dropped("ada"), Wanted("bo"), Settled).State, Is.EqualTo(SeasonState.Hoped));
    }

    [FsCheck.NUnit.Property(MaxTest = 500)]
    public bool Apply_AnyEvents_PlansNothingUnlessTheLastWordOfBothWasYes(int seed)
    {
        var random = new Random(seed);
        var season = new Season("ada", "bo");
        var wants = new HashSet<string>();
        var withdrawn = false;
        for (var step = random.Next(14); step > 0; step--)
        {
            var happened = Table[random.Next(Table.Length)].Event;
            if (happened.Kind == SeasonEventKind.Wanted && season.Has(happened.MemberId))
            {
                wants.Add(happened.MemberId!);
            }
            else if (happened.Kind == SeasonEventKind.Dropped && season.Has(happened.MemberId))
            {
                wants.Remove(happened.MemberId!);
                withdrawn |= season.State is SeasonState.Waiting or SeasonState.Planned;
            }

            season = SeasonMachine.Apply(season, happened);
            if (season.State is SeasonState.Waiting or SeasonState.Planned && (wants.Count < 2 || withdrawn))
            {
                return false;
            }
        }

        return season.Times is >= 1 and <= Season.MostTimes && (season.State == SeasonState.Done) == (season.Times == Season.MostTimes);
    }

    private static IEnumerable<TestCaseData> EveryTransition() =>
        Table.SelectMany(row => new[]
        {
            new TestCaseData(SeasonState.Hoped, row.Event, row.Hoped),
            new TestCaseData(SeasonState.Waiting, row.Event, row.Waiting),
            new TestCaseData(SeasonState.Planned, row.Event, row.Planned),
            new TestCaseData(SeasonState.Done, row.Event, row.Done),
            new TestCaseData(SeasonState.Ended, row.Event, row.Ended),
        });

    private static Season In(SeasonState state) => new(
        "ada", "bo", state, state == SeasonState.Done ? Season.MostTimes : 1, state == SeasonState.Hoped ? "ada" : null);

    private static Season Play(params SeasonEvent[] events) => events.Aggregate(new Season("ada", "bo"), SeasonMachine.Apply);

    private static string Describe(Season season, SeasonEvent happened)
    {
        var now = SeasonMachine.Apply(season, happened);
        return now == season ? "=" : $"{now.State} {now.Times}";
    }
}
