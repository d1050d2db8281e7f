using TeamsConnectBot.Core.Meetings;
using static TeamsConnectBot.Core.Meetings.InvitationEffect;
using static TeamsConnectBot.Core.Meetings.InvitationEvent;
using static TeamsConnectBot.Core.Meetings.InvitationState;

namespace TeamsConnectBot.Core.Tests.Meetings;

public sealed class InvitationMachineTests
{
    // The whole machine: the new state for each event (across) and state (down); '-' is a refusal.
    private const string Table =
        """
        state       Delivered   SaidYes TookBack SaidNotThisWeek SaidPause AnswersClosed WasSettled WasLeftOut BecameUnreachable Left
        Planned     Sent        Yes     Sent     NotThisWeek     Paused    Withdrawn     -          -          Withdrawn         Withdrawn
        Sent        Sent        Yes     Sent     NotThisWeek     Paused    Silent        -          -          Withdrawn         Withdrawn
        Yes         Yes         Yes     Sent     NotThisWeek     Paused    Settling      -          -          Withdrawn         Withdrawn
        NotThisWeek NotThisWeek Yes     Sent     NotThisWeek     Paused    Closed        -          -          Withdrawn         Withdrawn
        Paused      Paused      Yes     Sent     NotThisWeek     Paused    Closed        -          -          Withdrawn         Withdrawn
        Settling    Settling    -       -        -               -         Settling      Settled    LeftOut    Withdrawn         Withdrawn
        Settled     Settled     -       -        -               -         Settled       Settled    -          -                 Withdrawn
        LeftOut     LeftOut     -       -        -               -         LeftOut       -          LeftOut    -                 Withdrawn
        Silent      Silent      -       -        -               -         Silent        -          -          -                 Withdrawn
        Closed      Closed      -       -        -               -         Closed        -          -          -                 Withdrawn
        Withdrawn   Withdrawn   -       -        -               -         Withdrawn     -          -          Withdrawn         Withdrawn
        """;

    [TestCaseSource(nameof(EveryTransition))]
    public void Apply_EveryStateAndEvent_FollowsTheTable(InvitationState state, InvitationEvent happened, InvitationState? expected)
    {
        var step = InvitationMachine.Apply(state, happened);
        Assert.Multiple(() =>
        {
            Assert.That(step.Accepted, Is.EqualTo(expected is not null));
            Assert.That(step.State, Is.EqualTo(expected ?? state));
            Assert.That(step.Effects, step.Accepted ? Is.Not.Null : Is.Empty);
        });
    }

    [Test]
    public void Table_Rows_CoverEveryStateAndEvent() =>
        Assert.That(
            EveryTransition().Count(),
            Is.EqualTo(Enum.GetValues<InvitationState>().Length * Enum.GetValues<InvitationEvent>().Length));

    [TestCase(Sent, SaidYes, KeepTickedGaps)]
    [TestCase(Yes, SaidYes, KeepTickedGaps)]
    [TestCase(Yes, TookBack, ForgetTickedGaps)]
    [TestCase(Yes, SaidNotThisWeek, ForgetTickedGaps, BeginNotThisWeek)]
    [TestCase(Yes, SaidPause, ForgetTickedGaps, BeginPause)]
    [TestCase(NotThisWeek, SaidYes, EndNotThisWeek, KeepTickedGaps)]
    [TestCase(NotThisWeek, SaidPause, EndNotThisWeek, BeginPause)]
    [TestCase(NotThisWeek, TookBack, EndNotThisWeek)]
    [TestCase(Paused, SaidYes, EndPause, KeepTickedGaps)]
    [TestCase(Planned, AnswersClosed, PutFirstNextTime)]
    [TestCase(Settling, WasSettled)]
    [TestCase(Settling, WasLeftOut, PutFirstNextTime, TellNoLuck)]
    [TestCase(Sent, AnswersClosed)]
    [TestCase(NotThisWeek, AnswersClosed)]
    public void Apply_Transition_HasItsEffects(InvitationState state, InvitationEvent happened, params InvitationEffect[] effects) =>
        Assert.That(InvitationMachine.Apply(state, happened).Effects, Is.EqualTo(effects));

    [Test]
    public void Apply_AnyEventTwice_KeepsTheStateOfTheFirst(
        [Values] InvitationState state, [Values] InvitationEvent happened)
    {
        var first = InvitationMachine.Apply(state, happened);
        var second = InvitationMachine.Apply(first.State, happened);
        Assert.Multiple(() =>
        {
            Assert.That(second.State, Is.EqualTo(first.State));

            // A second yes may have other ticks, so it replaces them; everything else happens once.
            Assert.That(second.Effects, happened == SaidYes && second.Accepted ? Is.EqualTo(new[] { KeepTickedGaps }) : Is.Empty);
        });
    }

    private static IEnumerable<TestCaseData> EveryTransition()
    {
        var rows = Table.Split('\n')
            .Select(row => row.Split(' ', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)).ToList();
        return
            from row in rows.Skip(1)
            from column in Enumerable.Range(1, row.Length - 1)
            select new TestCaseData(
                Enum.Parse<InvitationState>(row[0]),
                Enum.Parse<InvitationEvent>(rows[0][column]),
                row[column] == "-" ? (InvitationState?)null : Enum.Parse<InvitationState>(row[column]));
    }
}
