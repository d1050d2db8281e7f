using NodaTime;
using TeamsConnectBot.Core.Connections;
using static TeamsConnectBot.Core.Connections.ConnectionEvent;

namespace TeamsConnectBot.Core.Tests.Connections;

public sealed class ConnectionMachineTests
{
    private static readonly Interval Thursday = At(10);
    private static readonly Interval Friday = At(34);

    private const string OffForBoth = "Off: CancelEvent, TellItIsOff ada, TellItIsOff bo, PutFirstNextTime ada, PutFirstNextTime bo";
    private const string OffForBo = "Off: CancelEvent, TellItIsOff bo, PutFirstNextTime bo";
    private const string NoLuckForBoth = "Off: PutFirstNextTime ada, PutFirstNextTime bo, TellNoLuck ada, TellNoLuck bo";
    private const string Moved = "Announced: MoveEvent, TellItMoved ada, TellItMoved bo";

    // 'ada' and 'bo' are a pair. For each event (down) and state (across) the new state and the effects. '-' is refused, '=' has no effect.
    private static readonly (ConnectionEvent Event, string Settled, string Announced, string Moving, string Off, string Over)[] Table =
    [
        (Announce, "Announced: TellAll", "=", "-", "-", "-"),
        (MemberDeclined("ada"), "-", "Moving: OfferOtherGap ada", "=", "-", "-"),
        (DeclineWithdrawn("ada"), "-", "=", "Announced: ", "-", "-"),
        (DeclineWithdrawn("bo"), "-", "=", "-", "-", "-"),
        (EventMoved(Friday, suitsAll: false), "-", OffForBoth, OffForBoth, "=", "-"),
        (EventCancelled, "-", OffForBoth, OffForBoth, "=", "-"),
        (EventMoved(Friday, suitsAll: true), "-", Moved, Moved, "-", "-"),
        (OtherGapFound(Friday), "-", "-", Moved, "-", "-"),
        (NoOtherGap, "-", "-", OffForBo, "=", "-"),
        (MemberLeft("ada"), "Off: PutFirstNextTime bo, TellNoLuck bo", OffForBo, OffForBo, "Off: ", "Over: "),
        (TimePassed, NoLuckForBoth, "Over: AskDidYouMeet ada, AskDidYouMeet bo", OffForBo, "=", "="),
        (Answered("ada", MemberAnswer.Met), "-", "-", "-", "-", "Over: "),
        (MemberDeclined("stranger"), "-", "-", "-", "-", "-"),
    ];

    [TestCaseSource(nameof(EveryTransition))]
    public void Apply_PairInEveryState_FollowsTheTable(ConnectionState state, ConnectionEvent happened, string expected) =>
        Assert.That(Describe(Pair(state), happened), Is.EqualTo(expected));

    [Test]
    public void Table_Rows_CoverEveryKindOfEvent() =>
        Assert.That(Table.Select(row => row.Event.Kind).Distinct(), Is.EquivalentTo(Enum.GetValues<ConnectionEventKind>()));

    [Test]
    public void MemberDeclined_OneOfThree_TheOtherTwoContinue()
    {
        var trio = Settled("ada", "bo", "cy") with { State = ConnectionState.Announced };
        Assert.That(Describe(trio, MemberDeclined("bo")), Is.EqualTo("Announced: RemoveFromEvent bo, ShowWhoIsLeft ada, ShowWhoIsLeft cy"));
    }

    [Test]
    public void MemberDeclined_MovedTooOften_CallsItOff()
    {
        var connection = Pair(ConnectionState.Announced);
        for (var move = 1; move <= ConnectionMachine.MostMoves; move++)
        {
            var moving = ConnectionMachine.Apply(connection, MemberDeclined("ada")).Connection;
            connection = ConnectionMachine.Apply(moving, OtherGapFound(At(30 + move))).Connection;
        }

        Assert.That(
            Describe(connection, MemberDeclined("ada")),
            Is.EqualTo(OffForBo));
    }

    [Test]
    public void OtherGapFound_FromMoving_TakesTheNewTime()
    {
        var moved = ConnectionMachine.Apply(Pair(ConnectionState.Moving), OtherGapFound(Friday)).Connection;
        Assert.That((moved.Time, moved.Moving, moved.Moves), Is.EqualTo((Friday, (string?)null, 1)));
    }

    [Test]
    public void MemberDeclined_BothOfAPair_EachIsAskedAsIfTheOtherHadNotDeclined()
    {
        Assert.That(Describe(Pair(ConnectionState.Announced), MemberDeclined("bo")), Is.EqualTo("Moving: OfferOtherGap bo"));
        Assert.That(Describe(Pair(ConnectionState.Moving), MemberDeclined("bo")), Is.EqualTo("Moving: OfferOtherGap bo"));
        Assert.That(Describe(Both, MemberDeclined("ada")), Is.EqualTo("="));
        Assert.That(Describe(Both, MemberDeclined("bo")), Is.EqualTo("="));
    }

    [Test]
    public void DeclineWithdrawn_OneOfTwo_LeavesTheOtherChoosing()
    {
        var ada = ConnectionMachine.Apply(Both, DeclineWithdrawn("ada")).Connection;
        var bo = ConnectionMachine.Apply(Both, DeclineWithdrawn("bo")).Connection;

        Assert.That((ada.State, ada.Moving, ada.AlsoMoving), Is.EqualTo((ConnectionState.Moving, "bo", (string?)null)));
        Assert.That((bo.State, bo.Moving, bo.AlsoMoving), Is.EqualTo((ConnectionState.Moving, "ada", (string?)null)));
        Assert.That(Describe(Both, DeclineWithdrawn("ada")), Is.EqualTo("Moving: OfferOtherGap bo"));
        Assert.That(Describe(Both, DeclineWithdrawn("bo")), Is.EqualTo("Moving: "));
    }

    [Test]
    public void OtherGapFound_BothAreChoosing_EndsTheChoiceForBoth()
    {
        Assert.That(Describe(Both, OtherGapFound(Friday)), Is.EqualTo(Moved));
        Assert.That(Describe(Both, NoOtherGap), Is.EqualTo(OffForBo));
        Assert.That(
            new[] { OtherGapFound(Friday), NoOtherGap, EventCancelled }
                .Select(happened => ConnectionMachine.Apply(Both, happened).Connection).Select(now => (now.Moving, now.AlsoMoving)),
            Has.All.EqualTo(((string?)null, (string?)null)));
    }

    [Test]
    public void MemberLeft_SettledTrio_ContinuesUnnoticed() =>
        Assert.That(Describe(Settled("ada", "bo", "cy"), MemberLeft("bo")), Is.EqualTo("Settled: "));

    [Test]
    public void Answered_Again_ReplacesTheAnswer()
    {
        var over = ConnectionMachine.Apply(Pair(ConnectionState.Announced), TimePassed).Connection;
        var first = ConnectionMachine.Apply(over, Answered("ada", MemberAnswer.AgainPlease)).Connection;
        var second = ConnectionMachine.Apply(first, Answered("ada", MemberAnswer.Met)).Connection;

        Assert.That(first.Members.Select(member => member.Answer), Is.EqualTo(new[] { MemberAnswer.AgainPlease, MemberAnswer.Asked }));
        Assert.That(second.Members.Select(member => member.Answer), Is.EqualTo(new[] { MemberAnswer.Met, MemberAnswer.Asked }));
    }

    [TestCase(InvitationState.Yes)]
    [TestCase(InvitationState.Sent)]
    [TestCase(InvitationState.NotThisWeek)]
    [TestCase(InvitationState.Withdrawn)]
    public void Settle_InvitationNotSettling_Throws(InvitationState state) =>
        Assert.That(
            () => Connection.Settle([("ada", InvitationState.Settling), ("bo", state)], Thursday),
            Throws.ArgumentException.With.Message.Contains(state.ToString()));

    [Test]
    public void Settle_SamePersonTwice_Throws() =>
        Assert.That(() => Settled("ada", "ada"), Throws.ArgumentException);

    private static IEnumerable<TestCaseData> EveryTransition() =>
        Table.SelectMany(row => new[]
        {
            Case(ConnectionState.Settled, row.Event, row.Settled),
            Case(ConnectionState.Announced, row.Event, row.Announced),
            Case(ConnectionState.Moving, row.Event, row.Moving),
            Case(ConnectionState.Off, row.Event, row.Off),
            Case(ConnectionState.Over, row.Event, row.Over),
        });

    private static TestCaseData Case(ConnectionState state, ConnectionEvent happened, string expected) => new(state, happened, expected);

    private static string Describe(Connection connection, ConnectionEvent happened)
    {
        var step = ConnectionMachine.Apply(connection, happened);
        if (!step.Accepted)
        {
            return step.Effects.IsEmpty && step.Connection == connection ? "-" : "a refusal that changes something";
        }

        return step.Connection == connection
            ? "="
            : $"{step.Connection.State}: {string.Join(", ", step.Effects.Select(effect => $"{effect.Kind} {effect.MemberId}".TrimEnd()))}";
    }

    private static Connection Pair(ConnectionState state) =>
        Settled("ada", "bo") with { State = state, Moving = state == ConnectionState.Moving ? "ada" : null };

    private static Connection Settled(params string[] people) =>
        Connection.Settle([.. people.Select(person => (person, InvitationState.Settling))], Thursday);

    // 'ada' declined first.
    private static Connection Both => Pair(ConnectionState.Moving) with { AlsoMoving = "bo" };

    private static Interval At(int hours)
    {
        var start = Instant.FromUtc(2026, 1, 15, 0, 0) + Duration.FromHours(hours);
        return new Interval(start, start + Duration.FromMinutes(20));
    }
}
