using TeamsConnectBot.Sandbox.Clock;
using TeamsConnectBot.Sandbox.Organisation;
using TeamsConnectBot.Sandbox.Unattended;

namespace TeamsConnectBot.Sandbox.Tests.Unattended;

/// <summary>When the witness of a run counts a card as sent twice.</summary>
internal sealed class WitnessTests
{
    private const string Card = """{"type":"AdaptiveCard","body":[{"type":"Action.Execute","data":{"nonce":"n"}}]}""";

    private Witness witness = null!;
    private Person person = null!;
    private Person other = null!;

    [SetUp]
    public void Create()
    {
        var clock = new SandboxClock(new DateTimeOffset(2026, 3, 2, 9, 0, 0, TimeSpan.Zero));
        var tenant = new SandboxTenant(GeneratedOrganisation.Create(12, 1), clock, new TenantIdentity
        {
            TenantId = new Guid(1, 0, 0, new byte[8]), AppId = new Guid(2, 0, 0, new byte[8]), GroupId = new Guid(3, 0, 0, new byte[8]),
            ClientSecret = "", ServiceMailbox = "koffie@sandbox.example",
        });
        (person, other) = (tenant.People.All[1], tenant.People.All[2]);
        witness = new Witness(tenant, tenant.People.All[0].Name);
    }

    [Test]
    public void Card_SentTwiceToOnePerson_IsDoubled_AndToTwoPeopleItIsNot()
    {
        witness.Saw(person, Message());
        witness.Saw(other, Message());
        Assert.That(witness.Doubled, Is.Zero);

        witness.Saw(person, Message());
        Assert.That(witness.Doubled, Is.EqualTo(1));
    }

    [Test]
    public void Answer_ToWhatSomebodyTyped_MayBeACardTheyHave()
    {
        witness.Saw(person, Message());
        witness.SawAnswer(person, Message());
        witness.SawAnswer(person, Message());

        Assert.That(witness.Doubled, Is.Zero);
    }

    [Test]
    public void Card_ThatComesUnaskedAfterItAnsweredSomebody_IsDoubled()
    {
        witness.SawAnswer(person, Message());
        witness.Saw(person, Message());

        Assert.That(witness.Doubled, Is.EqualTo(1));
    }

    private static ChatMessage Message() => new()
    {
        Id = "1", FromBot = true, SentAt = Instant.FromUtc(2026, 3, 2, 9, 0), CardJson = Card, Summary = "Je afspraken.",
    };
}
