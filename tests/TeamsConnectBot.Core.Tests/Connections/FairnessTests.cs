using TeamsConnectBot.Core.Connections;
using static TeamsConnectBot.Core.Connections.MemberAnswer;

namespace TeamsConnectBot.Core.Tests.Connections;

public sealed class FairnessTests
{
    [TestCase(0, 1)]
    [TestCase(2, 3)]
    [TestCase(FairnessLedger.MostTurns, FairnessLedger.MostTurns)]
    [TestCase(-3, 1)]
    public void PutFirst_AnyTurns_GoesOneFurtherForward(int before, int after) =>
        Assert.That(FairnessLedger.PutFirst(before), Is.EqualTo(after));

    [Test]
    public void Connected_ThenCalledOff_IsPutFirst() =>
        Assert.That(FairnessLedger.PutFirst(FairnessLedger.Connected), Is.EqualTo(1));

    [TestCase(null, Unasked, Unasked, true, TestName = "MayMeet_NeverMet_Yes")]
    [TestCase(6, Met, Met, false, TestName = "MayMeet_InsideTheWindow_No")]
    [TestCase(7, Met, Met, true, TestName = "MayMeet_AfterTheWindow_Yes")]
    [TestCase(1, AgainPlease, AgainPlease, true, TestName = "MayMeet_BothWantAgain_BeforeTheWindow")]
    [TestCase(1, AgainPlease, Met, false, TestName = "MayMeet_OneWantsAgain_No")]
    [TestCase(7, DidNotMeet, DidNotMeet, true, TestName = "MayMeet_DidNotMeetThen_AfterTheWindow")]
    public void MayMeet(int? rounds, MemberAnswer one, MemberAnswer other, bool may) =>
        Assert.That(AgainRules.MayMeet(rounds, repeatWindow: 6, one, other), Is.EqualTo(may));
}
