using TeamsConnectBot.Core.Meetings;
using static TeamsConnectBot.Core.Meetings.MemberAnswer;

namespace TeamsConnectBot.Core.Tests.Meetings;

public sealed class FairnessTests
{
    [TestCase(0, 1)]
    [TestCase(2, 3)]
    [TestCase(FairnessLedger.MostTurns, FairnessLedger.MostTurns)]
    [TestCase(-3, 1)]
    public void PutFirst_AnyTurns_AddsOneUpToTheLimit(int before, int after) =>
        Assert.That(FairnessLedger.PutFirst(before), Is.EqualTo(after));

    [Test]
    public void Connected_ThenCalledOff_IsPutFirst() =>
        Assert.That(FairnessLedger.PutFirst(FairnessLedger.Connected), Is.EqualTo(1));

    [TestCase(AgainPlease, AgainPlease, true)]
    [TestCase(AgainPlease, Met, false)]
    [TestCase(Met, AgainPlease, false)]
    [TestCase(DidNotMeet, DidNotMeet, false)]
    [TestCase(Unasked, AgainPlease, false)]
    public void BothWantAgain_Answers_OnlyWhenBothAsked(MemberAnswer one, MemberAnswer other, bool both) =>
        Assert.That(AgainRules.BothWantAgain(one, other), Is.EqualTo(both));
}
