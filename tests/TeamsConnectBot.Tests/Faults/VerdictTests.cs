using TeamsConnectBot.Sandbox.Trials;

namespace TeamsConnectBot.Tests.Faults;

/// <summary>The comparison that the fault and kill tests rely on finds what it should.</summary>
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
        Assert.That(Of(["a", "b", "b"], doubts: new Doubt("p", IsInvitation: false, Arrived: 2)), Is.EqualTo(new Verdict(0, 0, 1)));

    [Test]
    public void Verdict_MessageMissingButInDoubt_IsCountedAsInDoubt() =>
        Assert.That(Of(["a"], doubts: new Doubt("p", IsInvitation: false, Arrived: 0)), Is.EqualTo(new Verdict(0, 0, 1)));

    [Test]
    public void Verdict_InvitationTwice_IsDoubledEvenInDoubt() =>
        Assert.That(Of(["a", "b", "b"], doubts: new Doubt("p", IsInvitation: true, Arrived: 2)).Doubled, Is.EqualTo(1));

    [Test]
    public void Verdict_InconsistentRows_AreLost() => Assert.That(Of(["a", "b"], loose: 2).Lost, Is.EqualTo(2));

    [Test]
    public void Verdict_EventMissing_IsLost() => Assert.That(Of(["a", "b"], events: 0).Lost, Is.EqualTo(1));

    [Test]
    public void Verdict_CardThatShouldBeClosed_IsLost() =>
        Assert.That(OfCards([new Seen("a", "a"), new Seen("b", "b")]), Is.EqualTo(new Verdict(1, 0, 0)));

    [Test]
    public void Verdict_CardWithUnknownDelivery_MayStayAsSent() =>
        Assert.That(OfCards([new Seen("a", "closed"), new Seen("b", null)]), Is.EqualTo(new Verdict(0, 0, 0)));

    private static Verdict OfCards(Seen[] got) =>
        Verdict.Of(Sight([new Seen("a", "closed"), new Seen("b", "b")], 0, 1, []), Sight(got, 0, 1, []));

    private static Verdict Of(string[] got, int loose = 0, int events = 1, params Doubt[] doubts) =>
        Verdict.Of(Sight(Plain(["a", "b"]), 0, 1, []), Sight(Plain(got), loose, events, doubts));

    private static Seen[] Plain(string[] messages) => [.. messages.Select(message => new Seen(message, message))];

    private static Sight Sight(Seen[] got, int loose, int events, Doubt[] doubts) => new()
    {
        Messages = new Dictionary<string, IReadOnlyList<Seen>> { ["p"] = got },
        Doubts = doubts,
        Events = events,
        Loose = loose,
        Requests = 1,
        Kills = 1,
    };
}
