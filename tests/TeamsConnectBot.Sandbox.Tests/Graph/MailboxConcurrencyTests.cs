using TeamsConnectBot.Sandbox.Graph;

namespace TeamsConnectBot.Sandbox.Tests.Graph;

[FixtureLifeCycle(LifeCycle.InstancePerTestCase)]
internal sealed class MailboxConcurrencyTests
{
    private readonly MailboxConcurrency mailboxes = new();

    [Test]
    public void Mailbox_FifthConcurrentRequest_IsRefusedUntilOneEnds()
    {
        var places = Enumerable.Range(0, 4).Select(_ => mailboxes.TryEnter(Request("a@x", "calendar", "getSchedule"))).ToList();

        var fifth = mailboxes.TryEnter(Request("A@x", "events"));
        places[0].Dispose();
        var next = mailboxes.TryEnter(Request("a@x", "events"));

        Assert.Multiple(() =>
        {
            Assert.That(places.All(place => place.Granted), Is.True);
            Assert.That(fifth.Granted, Is.False);
            Assert.That(next.Granted, Is.True);
        });
    }

    [Test]
    public void Mailbox_OtherMailboxesAndRoutes_AreNotCounted()
    {
        for (var count = 0; count < 4; count++)
        {
            mailboxes.TryEnter(Request("a@x", "events"));
        }

        Assert.Multiple(() =>
        {
            Assert.That(mailboxes.TryEnter(Request("b@x", "events")).Granted, Is.True);
            Assert.That(mailboxes.TryEnter(Request("a@x", "manager")).Granted, Is.True);
        });
    }

    private static GraphCall Request(string mailbox, params string[] rest) => new()
    {
        Method = "POST",
        Segments = ["users", mailbox, .. rest],
        Query = new Dictionary<string, string>(),
        Header = _ => null,
        BaseUrl = "http://graph/v1.0",
        Path = "/users",
    };
}
