using TeamsConnectBot.Sandbox.CrashTests;

namespace TeamsConnectBot.Tests.Faults;

/// <summary>The comparison in the crash tests detects messages that are lost, duplicated or in doubt.</summary>
internal sealed class VerdictTests
{
    [Test]
    public void Verdict_SameMessages_IsClean() => Assert.That(Of(["a", "b"]), Is.EqualTo(new Verdict(0, 0, 0)));

    [Test]
    public void Verdict_MessageMissing_IsLost() => Assert.That(Of(["a"]), Is.EqualTo(new Verdict(1, 0, 0)));

    [Test]
    public void Verdict_MessageTwice_IsDoubled() => Assert.That(Of(["a", "b", "b"]), Is.EqualTo(new Verdict(0, 1, 0)));

    [Test]
    public void Verdict_MessageTwiceButInDoubt_IsCountedAsInDoubt() =>
        Assert.That(
            Of(["a", "b", "b"], doubts: new MessageInDoubt("p", IsInvitation: false, TimesReceived: 2)), Is.EqualTo(new Verdict(0, 0, 1)));

    [Test]
    public void Verdict_MissingAfterTwoAttemptsInDoubt_IsCountedAsInDoubt() =>
        Assert.That(Of(["a"], doubts: new MessageInDoubt("p", IsInvitation: false, TimesReceived: 0)), Is.EqualTo(new Verdict(0, 0, 1)));

    [Test]
    public void Verdict_InvitationTwice_IsDoubledEvenInDoubt() =>
        Assert.That(Of(["a", "b", "b"], doubts: new MessageInDoubt("p", IsInvitation: true, TimesReceived: 2)).Doubled, Is.EqualTo(1));

    [Test]
    public void Verdict_InconsistentRows_AreLost() => Assert.That(Of(["a", "b"], inconsistencies: 2).Lost, Is.EqualTo(2));

    [Test]
    public void Verdict_EventMissing_IsLost() => Assert.That(Of(["a", "b"], events: 0).Lost, Is.EqualTo(1));

    [Test]
    public void Verdict_CardThatWasNotClosed_IsLost() =>
        Assert.That(OfCards([new("a", "a"), new("b", "b")]), Is.EqualTo(new Verdict(1, 0, 0)));

    [Test]
    public void Verdict_CardWithUnknownArrival_NeedNotBeUpdated() =>
        Assert.That(OfCards([new("a", "closed"), new("b", null)]), Is.EqualTo(new Verdict(0, 0, 0)));

    private static Verdict OfCards(ReceivedMessage[] got) =>
        Verdict.Of(Result([new("a", "closed"), new("b", "b")], 0, 1, []), Result(got, 0, 1, []));

    private static Verdict Of(string[] got, int inconsistencies = 0, int events = 1, params MessageInDoubt[] doubts) =>
        Verdict.Of(Result(Plain(["a", "b"]), 0, 1, []), Result(Plain(got), inconsistencies, events, doubts));

    private static ReceivedMessage[] Plain(string[] messages) => [.. messages.Select(message => new ReceivedMessage(message, message))];

    private static CrashTestResult Result(ReceivedMessage[] got, int inconsistencies, int events, MessageInDoubt[] doubts) =>
        new(new Dictionary<string, IReadOnlyList<ReceivedMessage>> { ["p"] = got }, events, doubts, inconsistencies, Requests: 1, Kills: 1);
}
