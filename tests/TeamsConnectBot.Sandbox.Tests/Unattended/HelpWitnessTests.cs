using TeamsConnectBot.Sandbox.Behaviour;
using TeamsConnectBot.Sandbox.Clock;
using TeamsConnectBot.Sandbox.Organisation;
using TeamsConnectBot.Sandbox.Unattended;

namespace TeamsConnectBot.Sandbox.Tests.Unattended;

/// <summary>What the witness of questions to colleagues counts, from messages alone.</summary>
internal sealed class HelpWitnessTests
{
    private const string Words = "draaitabellen voor dossier 1001";

    private static readonly DateTimeOffset Monday = new(2026, 3, 2, 9, 0, 0, TimeSpan.Zero);

    private readonly List<SentQuestion> asked = [];
    private SandboxClock clock = null!;
    private SandboxTenant tenant = null!;
    private HelpWitness witness = null!;
    private Person host = null!;
    private Person asker = null!;
    private Person helper = null!;
    private Person third = null!;
    private int lastId;

    [SetUp]
    public void Create()
    {
        clock = new SandboxClock(Monday);
        tenant = new SandboxTenant(GeneratedOrganisation.Create(12, 1), clock, new TenantIdentity
        {
            TenantId = new Guid(1, 0, 0, new byte[8]), AppId = new Guid(2, 0, 0, new byte[8]), GroupId = new Guid(3, 0, 0, new byte[8]),
            ClientSecret = "",
            ServiceMailbox = "koffie@sandbox.example",
        });
        (host, asker, helper, third) = (tenant.People.All[0], tenant.People.All[1], tenant.People.All[2], tenant.People.All[3]);
        asked.Clear();
        asked.Add(new SentQuestion(asker.ObjectId, Words, tenant.Now));
        witness = new HelpWitness(tenant, host, asked);
    }

    [Test]
    public void Offer_WithTheHostAndItsReader_NamesNobody()
    {
        See(helper, Card("help.yes", $"{Words}. {host.Name} ziet het. Hoi {helper.Name}"));

        Assert.That((witness.NamedTooEarly, witness.Load), Is.EqualTo((0, 1)));
    }

    [Test]
    public void Offer_ThatNamesAColleague_IsCountedHoweverTheNameIsWritten()
    {
        See(helper, Card("help.yes", $"{Words} van {asker.Name}"));
        See(third, Card("help.yes", $"{Words} van {asker.UserPrincipalName}"));
        See(third, Card("help.yes", Words), summary: $"{asker.Name} vraagt iets");
        See(third, Card("help.yes", $"{Words} van {asker.Name}".Replace("e", "\\u0065", StringComparison.Ordinal)));
        See(third, Card("help.yes", $"{Words} van {asker.Name.Insert(1, "\u2060")}"));

        Assert.That(witness.NamedTooEarly, Is.EqualTo(5));
    }

    [Test]
    public void Offer_ThatNamesSomebodyMetBefore_IsCounted()
    {
        See(helper, Card("connection.cantMakeIt", $"Koffie met {asker.Name}"));
        See(helper, Card("help.yes", $"{Words} van {asker.Name}"));

        Assert.That(witness.NamedTooEarly, Is.EqualTo(1));
    }

    [Test]
    public void Offer_ThatNamesAColleagueOnlyOnceItWasAnswered_IsCountedOnce()
    {
        var id = See(helper, Card("help.yes", Words));
        var after = Card("none", $"Niet deze keer, {asker.Name}");
        tenant.Chats.Change(tenant.Chats.Of(helper), id, message => message with { CardJson = after });
        witness.Look();
        witness.Look();

        Assert.That(witness.NamedTooEarly, Is.EqualTo(1));
    }

    [Test]
    public void CardOfTheAsker_NamesTheHelperBeforeTheMeeting_IsCounted_AndNotAfterIt()
    {
        See(helper, Card("help.yes", Words));
        See(asker, Card("help.withdraw", $"{Words}. {helper.Name} kijkt mee"));
        See(asker, Card("none", $"{helper.Name} kreeg je vraag"));
        Assert.That(witness.NamedTooEarly, Is.EqualTo(2));

        See(asker, Card("connection.cantMakeIt", $"{helper.Name} kijkt met je mee. Je vroeg: {Words}"));
        See(asker, Card("help.helped", $"Je sprak {helper.Name}"));
        Assert.That(witness.NamedTooEarly, Is.EqualTo(2));
    }

    [Test]
    public void OtherMessages_ToPeopleWhoShareAQuestion_MayNameWhomTheyMet()
    {
        See(helper, Card("help.yes", Words));
        See(asker, Card("connection.cantMakeIt", $"Koffie met {helper.Name}"));
        See(asker, Card("didYouMeet.yes", $"Sprak je {helper.Name}?"));
        See(asker, Card("none", $"{helper.Name} kan toch niet"));
        See(asker, Card("none", $"{third.Name} doet mee"));

        Assert.That(witness.NamedTooEarly, Is.Zero, "an appointment of a round, and somebody who has nothing to do with the question");
    }

    [Test]
    public void Host_WhoIsAskedToo_MayReadTheQuestionThatNobodyCouldBeAsked()
    {
        asked.Add(new SentQuestion(third.ObjectId, "brieven voor dossier 1002", tenant.Now));
        See(host, Card("help.yes", Words));
        See(host, Card("none", $"{third.Name} zoekt hulp: brieven voor dossier 1002"));

        Assert.That(witness.NamedTooEarly, Is.Zero);
    }

    [Test]
    public void Count_OfQuestions_IsHelpedOnlyByTheCardWithTheirWords_AndLeavesOutThoseStillOpen()
    {
        asked.Add(new SentQuestion(third.ObjectId, "brieven voor dossier 1002", tenant.Now));
        asked.Add(new SentQuestion(helper.ObjectId, "presentaties voor dossier 1003", tenant.Now));
        clock.Advance(TimeSpan.FromMinutes(95));
        See(asker, Card("connection.cantMakeIt", $"Koffie met {third.Name}"));
        See(asker, Card("connection.cantMakeIt", $"{helper.Name} kijkt mee. Je vroeg: “{Words}”"));
        See(helper, Card("connection.cantMakeIt", $"{asker.Name} vroeg: “{Words}”"));

        Assert.That(
            witness.Count(new HashSet<string> { "presentaties voor dossier 1003" }),
            Is.EqualTo(new HelpCount(Asked: 2, Helped: 1, NotHelped: 1, MedianMinutesToYes: 95)));
        Assert.That(witness.Count(new HashSet<string>()).Asked, Is.EqualTo(3));
    }

    [Test]
    public void Load_IsTheMostQuestionsInSevenDays()
    {
        See(helper, Card("help.yes", Words));
        clock.Advance(TimeSpan.FromDays(7));
        See(helper, Card("help.yes", Words));
        Assert.That(witness.Load, Is.EqualTo(1), "a week later");

        clock.Advance(TimeSpan.FromDays(6));
        See(helper, Card("help.yes", Words));
        Assert.That(witness.Load, Is.EqualTo(2), "a day too early");
    }

    private static string Card(string verb, string text) =>
        $$"""{"type":"AdaptiveCard","body":[{"type":"TextBlock","text":"{{text}}"},{"type":"Action.Execute","verb":"{{verb}}"}]}""";

    private string See(Person person, string card, string? summary = null)
    {
        var message = new ChatMessage { Id = $"{++lastId}", FromBot = true, SentAt = tenant.Now, CardJson = card, Summary = summary };
        tenant.Chats.Add(tenant.Chats.Of(person), message);
        witness.Saw(person, message);
        return message.Id;
    }
}
