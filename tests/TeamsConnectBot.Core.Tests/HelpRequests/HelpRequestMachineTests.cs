using TeamsConnectBot.Core.HelpRequests;
using static TeamsConnectBot.Core.HelpRequests.HelpRequestEffect;
using static TeamsConnectBot.Core.HelpRequests.HelpRequestEvent;
using static TeamsConnectBot.Core.HelpRequests.HelpRequestState;

namespace TeamsConnectBot.Core.Tests.HelpRequests;

public sealed class HelpRequestMachineTests
{
    // The whole machine: the new state for each event (across) and state (down); '-' is a refusal.
    private const string Table =
        """
        state     SentToColleagues SentToHost WasTaken WasArranged MomentCame CameFree  FellThrough MeetingPassed TakenBack AskerLeft
        Draft     Open             WithHost   -        -           -          -         -           -             Withdrawn Withdrawn
        Open      Open             Open       Taken    -           NotTaken   Open      -           -             Withdrawn Withdrawn
        Taken     Taken            Taken      -        Arranged    NotTaken   Open      NotTaken    -             Withdrawn Withdrawn
        Arranged  Arranged         Arranged   -        Arranged    Arranged   Open      Over        Over          Withdrawn Withdrawn
        WithHost  WithHost         WithHost   -        -           WithHost   -         -           -             WithHost  WithHost
        NotTaken  NotTaken         NotTaken   -        -           NotTaken   NotTaken  NotTaken    NotTaken      NotTaken  NotTaken
        Withdrawn -                -          -        -           Withdrawn  Withdrawn Withdrawn   Withdrawn     Withdrawn Withdrawn
        Over      Over             Over       -        -           Over       Over      Over        Over          Over      Over
        """;

    [TestCaseSource(nameof(EveryTransition))]
    public void Apply_EveryStateAndEvent_FollowsTheTable(HelpRequestState state, HelpRequestEvent happened, HelpRequestState? expected)
    {
        var step = HelpRequestMachine.Apply(state, happened);
        Assert.Multiple(() =>
        {
            Assert.That(step.Accepted, Is.EqualTo(expected is not null));
            Assert.That(step.State, Is.EqualTo(expected ?? state));
            Assert.That(step.Effects.IsEmpty, Is.EqualTo(step.State == state || happened == WasArranged));
        });
    }

    [Test]
    public void Table_Rows_CoverEveryStateAndEvent() =>
        Assert.That(
            EveryTransition().Count(),
            Is.EqualTo(Enum.GetValues<HelpRequestState>().Length * Enum.GetValues<HelpRequestEvent>().Length));

    [TestCase(Draft, SentToColleagues, PlanWaves)]
    [TestCase(Draft, SentToHost, TellHost, BeginForgetting)]
    [TestCase(Draft, TakenBack, BeginForgetting)]
    [TestCase(Open, WasTaken, StopWaves, MakeMeeting, ShowTakenCareOf)]
    [TestCase(Open, MomentCame, StopWaves, ShowNoLongerNeeded, TellNotTaken, BeginForgetting)]
    [TestCase(Open, TakenBack, StopWaves, ShowNoLongerNeeded, BeginForgetting)]
    [TestCase(Open, AskerLeft, StopWaves, ShowNoLongerNeeded, BeginForgetting)]
    [TestCase(Taken, WasArranged)]
    [TestCase(Taken, MomentCame, DropMeeting, ShowNoLongerNeeded, TellNotTaken, BeginForgetting)]
    [TestCase(Taken, CameFree, ResumeWaves)]
    [TestCase(Taken, FellThrough, ShowNoLongerNeeded, TellNotTaken, BeginForgetting)]
    [TestCase(Taken, TakenBack, DropMeeting, ShowNoLongerNeeded, BeginForgetting)]
    [TestCase(Taken, AskerLeft, DropMeeting, ShowNoLongerNeeded, BeginForgetting)]
    [TestCase(Arranged, MomentCame)]
    [TestCase(Arranged, CameFree, ResumeWaves)]
    [TestCase(Arranged, FellThrough, ShowNoLongerNeeded, BeginForgetting)]
    [TestCase(Arranged, MeetingPassed, ShowNoLongerNeeded, AskWhetherItHelped, BeginForgetting)]
    [TestCase(Arranged, AskerLeft, ShowNoLongerNeeded, BeginForgetting)]
    public void Apply_Transition_HasItsEffects(HelpRequestState state, HelpRequestEvent happened, params HelpRequestEffect[] effects) =>
        Assert.That(HelpRequestMachine.Apply(state, happened).Effects, Is.EqualTo(effects));

    [TestCaseSource(nameof(EveryTransition))]
    public void Apply_SameEventAgain_ChangesNothingMore(HelpRequestState state, HelpRequestEvent happened, HelpRequestState? expected)
    {
        var once = HelpRequestMachine.Apply(state, happened);
        var again = HelpRequestMachine.Apply(once.State, happened);
        Assert.Multiple(() =>
        {
            Assert.That(again.State, Is.EqualTo(expected ?? state));
            Assert.That(again.Effects, Is.Empty);
        });
    }

    [Test]
    public void MomentCame_WithAndWithoutAYesThatCouldNotBeArranged_TellsTheAskerTheSame()
    {
        var without = HelpRequestMachine.Apply(Open, MomentCame);
        var with = HelpRequestMachine.Apply(Taken, MomentCame);
        Assert.Multiple(() =>
        {
            Assert.That(with.State, Is.EqualTo(without.State));
            Assert.That(with.Effects.Where(IsForTheAsker), Is.EqualTo(without.Effects.Where(IsForTheAsker)));
            Assert.That(Taken.AsAskerSeesIt(), Is.EqualTo(Open.AsAskerSeesIt()));
        });
    }

    [Test]
    public void AsAskerSeesIt_EveryOtherState_IsTheStateItself() =>
        Assert.That(
            Enum.GetValues<HelpRequestState>().Where(state => state.AsAskerSeesIt() != state), Is.EqualTo(new[] { Taken }));

    private static bool IsForTheAsker(HelpRequestEffect effect) => effect is TellNotTaken or AskWhetherItHelped;

    private static IEnumerable<TestCaseData> EveryTransition()
    {
        var lines = Table.Split('\n').Select(line => line.Split(' ', StringSplitOptions.RemoveEmptyEntries)).ToList();
        foreach (var line in lines.Skip(1))
        {
            foreach (var (column, cell) in line.Index().Skip(1))
            {
                yield return new TestCaseData(
                    Enum.Parse<HelpRequestState>(line[0]),
                    Enum.Parse<HelpRequestEvent>(lines[0][column]),
                    cell == "-" ? null : Enum.Parse<HelpRequestState>(cell));
            }
        }
    }
}
