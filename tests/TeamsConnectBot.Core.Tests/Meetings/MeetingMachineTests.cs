using TeamsConnectBot.Core.Meetings;
using static TeamsConnectBot.Core.Meetings.MeetingEvent;

namespace TeamsConnectBot.Core.Tests.Meetings;

public sealed class MeetingMachineTests
{
    private static readonly Interval Thursday = At(10);
    private static readonly Interval Friday = At(34);

    private const string OffForBoth = "Off: CancelEvent, TellItIsOff ada, TellItIsOff bo, PutFirstNextTime ada, PutFirstNextTime bo";
    private const string OffForBo = "Off: CancelEvent, TellItIsOff bo, PutFirstNextTime bo";
    private const string NothingToOffer = "Off: CancelEvent, TellItIsOff bo, PutFirstNextTime ada, PutFirstNextTime bo";
    private const string NoLuckForBoth = "Off: PutFirstNextTime ada, PutFirstNextTime bo, TellNoLuck ada, TellNoLuck bo";
    private const string Moved = "Announced: MoveEvent, TellItMoved ada, TellItMoved bo";

    // 'ada' and 'bo' are a pair. For each event (down) and state (across) the new state and the effects. '-' is refused, '=' has no effect.
    private static readonly (MeetingEvent Event, string Settled, string Announced, string Moving, string Off, string Over)[] Table =
    [
        (Announce, "Announced: TellAll", "=", "-", "-", "-"),
        (MemberDeclined("ada"), "-", "Moving: OfferOtherGap ada", "=", "-", "-"),
        (DeclineWithdrawn("ada"), "-", "=", "Announced: ", "-", "-"),
        (DeclineWithdrawn("bo"), "-", "=", "-", "-", "-"),
        (EventMoved(Friday, suitsAll: false), "-", OffForBoth, OffForBoth, "=", "-"),
        (EventCancelled, "-", OffForBoth, OffForBoth, "=", "-"),
        (EventMoved(Friday, suitsAll: true), "-", Moved, Moved, "-", "-"),
        (OtherGapFound(Friday), "-", "-", Moved, "-", "-"),
        (NoOtherGap, "-", "-", NothingToOffer, "=", "-"),
        (CalledOff, "-", "-", OffForBo, "=", "-"),
        (MemberLeft("ada"), "Off: PutFirstNextTime bo, TellNoLuck bo", OffForBo, OffForBo, "Off: ", "Over: "),
        (TimePassed, NoLuckForBoth, "Over: AskDidYouMeet ada, AskDidYouMeet bo", OffForBo, "=", "="),
        (Answered("ada", MemberAnswer.Met), "-", "-", "-", "-", "Over: "),
        (MemberDeclined("stranger"), "-", "-", "-", "-", "-"),
    ];

    [TestCaseSource(nameof(EveryTransition))]
    public void Apply_PairInEveryState_FollowsTheTable(MeetingState state, MeetingEvent happened, string expected) =>
        Assert.That(Describe(Pair(state), happened), Is.EqualTo(expected));

    [Test]
    public void Table_Rows_CoverEveryKindOfEvent() =>
        Assert.That(Table.Select(row => row.Event.Kind).Distinct(), Is.EquivalentTo(Enum.GetValues<MeetingEventKind>()));

    [Test]
    public void MemberDeclined_OneOfThree_TheOtherTwoContinue()
    {
        var trio = Settled("ada", "bo", "cy") with { State = MeetingState.Announced };
        Assert.That(Describe(trio, MemberDeclined("bo")), Is.EqualTo("Announced: RemoveFromEvent bo, ShowWhoIsLeft ada, ShowWhoIsLeft cy"));
    }

    [Test]
    public void MemberDeclined_MovedTooOften_CanOnlyCallItOff()
    {
        var connection = Pair(MeetingState.Announced);
        for (var move = 1; move <= MeetingMachine.MostMoves; move++)
        {
            var moving = MeetingMachine.Apply(connection, MemberDeclined("ada")).Meeting;
            connection = MeetingMachine.Apply(moving, OtherGapFound(At(30 + move))).Meeting;
        }

        Assert.That(connection.CanMove, Is.False);
        Assert.That(
            Describe(connection, MemberDeclined("ada")), Is.EqualTo("Moving: OfferOtherGap ada"),
            "a click may be a mistake, so they are asked");
        var asked = MeetingMachine.Apply(connection, MemberDeclined("ada")).Meeting;
        Assert.That(Describe(asked, OtherGapFound(Friday)), Is.EqualTo("-"));
        Assert.That(Describe(asked, NoOtherGap), Is.EqualTo(NothingToOffer));
        Assert.That(Describe(asked, DeclineWithdrawn("ada")), Is.EqualTo("Announced: "));
    }

    [Test]
    public void OtherGapFound_FromMoving_TakesTheNewTime()
    {
        var moved = MeetingMachine.Apply(Pair(MeetingState.Moving), OtherGapFound(Friday)).Meeting;
        Assert.That((moved.Time, moved.Moving, moved.Moves), Is.EqualTo((Friday, (string?)null, 1)));
    }

    [Test]
    public void MemberDeclined_BothOfAPair_EachIsAskedAsIfTheOtherHadNotDeclined()
    {
        Assert.That(Describe(Pair(MeetingState.Announced), MemberDeclined("bo")), Is.EqualTo("Moving: OfferOtherGap bo"));
        Assert.That(Describe(Pair(MeetingState.Moving), MemberDeclined("bo")), Is.EqualTo("Moving: OfferOtherGap bo"));
        Assert.That(Describe(Both, MemberDeclined("ada")), Is.EqualTo("="));
        Assert.That(Describe(Both, MemberDeclined("bo")), Is.EqualTo("="));
    }

    [Test]
    public void DeclineWithdrawn_OneOfTwo_LeavesTheOtherChoosing()
    {
        var ada = MeetingMachine.Apply(Both, DeclineWithdrawn("ada")).Meeting;
        var bo = MeetingMachine.Apply(Both, DeclineWithdrawn("bo")).Meeting;

        Assert.That((ada.State, ada.Moving, ada.AlsoMoving), Is.EqualTo((MeetingState.Moving, "bo", (string?)null)));
        Assert.That((bo.State, bo.Moving, bo.AlsoMoving), Is.EqualTo((MeetingState.Moving, "ada", (string?)null)));
        Assert.That(Describe(Both, DeclineWithdrawn("ada")), Is.EqualTo("Moving: OfferOtherGap bo"));
        Assert.That(Describe(Both, DeclineWithdrawn("bo")), Is.EqualTo("Moving: "));
    }

    [Test]
    public void OtherGapFound_BothAreChoosing_EndsTheChoiceForBoth()
    {
        Assert.That(Describe(Both, OtherGapFound(Friday)), Is.EqualTo(Moved));
        Assert.That(Describe(Both, CalledOff), Is.EqualTo(OffForBo));
        Assert.That(
            new[] { OtherGapFound(Friday), NoOtherGap, CalledOff, EventCancelled }
                .Select(happened => MeetingMachine.Apply(Both, happened).Meeting).Select(now => (now.Moving, now.AlsoMoving)),
            Has.All.EqualTo(((string?)null, (string?)null)));
    }

    [Test]
    public void MemberLeft_SettledTrio_ContinuesUnnoticed() =>
        Assert.That(Describe(Settled("ada", "bo", "cy"), MemberLeft("bo")), Is.EqualTo("Settled: "));

    [Test]
    public void Answered_Again_ReplacesTheAnswer()
    {
        var over = MeetingMachine.Apply(Pair(MeetingState.Announced), TimePassed).Meeting;
        var first = MeetingMachine.Apply(over, Answered("ada", MemberAnswer.AgainPlease)).Meeting;
        var second = MeetingMachine.Apply(first, Answered("ada", MemberAnswer.Met)).Meeting;

        Assert.That(first.Members.Select(member => member.Answer), Is.EqualTo(new[] { MemberAnswer.AgainPlease, MemberAnswer.Asked }));
        Assert.That(second.Members.Select(member => member.Answer), Is.EqualTo(new[] { MemberAnswer.Met, MemberAnswer.Asked }));
    }

    [TestCase(InvitationState.Yes)]
    [TestCase(InvitationState.Sent)]
    [TestCase(InvitationState.NotThisWeek)]
    [TestCase(InvitationState.Withdrawn)]
    public void Settle_InvitationNotSettling_Throws(InvitationState state) =>
        Assert.That(
            () => Meeting.Settle([("ada", InvitationState.Settling), ("bo", state)], Thursday),
            Throws.ArgumentException.With.Message.Contains(state.ToString()));

    [Test]
    public void Settle_SamePersonTwice_Throws() =>
        Assert.That(() => Settled("ada", "ada"), Throws.ArgumentException);

    private static IEnumerable<TestCaseData> EveryTransition() =>
        Table.SelectMany(row => new[]
        {
            Case(MeetingState.Settled, row.Event, row.Settled),
            Case(MeetingState.Announced, row.Event, row.Announced),
            Case(MeetingState.Moving, row.Event, row.Moving),
            Case(MeetingState.Off, row.Event, row.Off),
            Case(MeetingState.Over, row.Event, row.Over),
        });

    private static TestCaseData Case(MeetingState state, MeetingEvent happened, string expected) => new(state, happened, expected);

    private static string Describe(Meeting connection, MeetingEvent happened)
    {
        var step = MeetingMachine.Apply(connection, happened);
        if (!step.Accepted)
        {
            return step.Effects.IsEmpty && step.Meeting == connection ? "-" : "a refusal that changes something";
        }

        return step.Meeting == connection
            ? "="
            : $"{step.Meeting.State}: {string.Join(", ", step.Effects.Select(effect => $"{effect.Kind} {effect.MemberId}".TrimEnd()))}";
    }

    private static Meeting Pair(MeetingState state) =>
        Settled("ada", "bo") with { State = state, Moving = state == MeetingState.Moving ? "ada" : null };

    private static Meeting Settled(params string[] people) =>
        Meeting.Settle([.. people.Select(person => (person, InvitationState.Settling))], Thursday);

    // 'ada' declined first.
    private static Meeting Both => Pair(MeetingState.Moving) with { AlsoMoving = "bo" };

    private static Interval At(int hours)
    {
        var start = Instant.FromUtc(2026, 1, 15, 0, 0) + Duration.FromHours(hours);
        return new Interval(start, start + Duration.FromMinutes(20));
    }
}
