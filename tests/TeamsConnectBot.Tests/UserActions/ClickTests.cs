using TeamsConnectBot.Cards.Building;
using TeamsConnectBot.Sandbox.Teams;

namespace TeamsConnectBot.Tests.UserActions;

/// <summary>Clicks that are duplicated, late, concurrent, by the wrong person, or forged.</summary>
internal sealed class ClickTests : WorldTests
{
    [Test]
    public async Task Yes_ClickedTwice_CountsOnce()
    {
        var world = await StartAsync(2);
        await world.InviteAsync();
        var card = world.CardWith(world.People[1], "invitation.yes");
        await world.TapAsync(world.People[1], card, "invitation.yes", ("gaps", "0"));
        var second = await world.TapAsync(world.People[1], card, "invitation.yes", ("gaps", "0"));
        await world.SayYesAsync(world.People[0]);
        await world.SettleAsync();

        Assert.That((second.HttpStatus, second.StatusCode), Is.EqualTo((200, 200)));
        Assert.That(world.EventsOf(world.People[1]), Has.Count.EqualTo(1));
    }

    [Test]
    public async Task YesAndNotThisWeek_ClickedConcurrently_HaveOneConsistentOutcome()
    {
        var world = await StartAsync(2);
        await world.InviteAsync();
        var (person, card) = (world.People[1], world.CardWith(world.People[1], "invitation.yes"));
        var answers = await Task.WhenAll(Enumerable.Range(0, 8).Select(number => Task.Run(() => number % 2 == 0
            ? world.TapAsync(person, card, "invitation.yes", ("gaps", "0"))
            : world.TapAsync(person, card, "invitation.notThisWeek"))));
        await world.QuietAsync();

        Assert.That(answers.Select(answer => answer.Ok), Is.All.True);
        await world.SayYesAsync(world.People[0]);
        await world.UntilAsync(IsoDayOfWeek.Tuesday, 12, 1);
        Assert.That(world.EventsOf(person), Has.Count.EqualTo(world.EventsOf(world.People[0]).Count).And.Count.LessThanOrEqualTo(1));
    }

    [Test]
    public async Task CantMakeIt_ClickedByBothConcurrently_CallsOffOnce()
    {
        var world = await StartAsync(2);
        await world.InviteAsync();
        await world.SayYesAsync(world.People);
        await world.SettleAsync();
        var cards = world.People.Select(world.CardOf).ToList();
        var before = world.People.Select(person => world.MessagesTo(person).Count).ToList();
        var answers = await Task.WhenAll(world.People.Select((person, index) =>
            Task.Run(() => world.TapAsync(person, cards[index], "connection.cantMakeIt"))));
        await world.UntilAsync(world.Now + Duration.FromHours(1));

        Assert.That(answers.Select(answer => answer.Ok), Is.All.True);
        Assert.That(world.Tenant.Calendar.Live, Is.Empty);
        Assert.That(
            world.People.Select((person, index) => world.MessagesTo(person).Count - before[index]),
            Has.All.LessThanOrEqualTo(1).And.Some.EqualTo(1));
        foreach (var person in world.People)
        {
            // Who was first has a card that says so; the other is told in a new message.
            var texts = Texts.For(person.Language);
            Assert.That(world.CardOf(person).Text, Does.Contain(texts.Pointer.Off).Or.Contain(texts.Off.Heading));
        }
    }

    [Test]
    public async Task Activity_DeliveredTwice_IsAcceptedTwiceButProcessedOnce()
    {
        var world = await StartAsync(2);
        await world.JoinAllAsync();
        var before = world.MessagesTo(world.People[1]).Count;
        var activity = Activities.Message("once", "help");
        world.Server.Channel.Address(world.Tenant.Chats.Of(world.People[1]), activity);
        var statuses = new List<int>();
        for (var attempt = 0; attempt < 2; attempt++)
        {
            statuses.Add((await world.Server.Channel.PostAsync(
                activity.ToJsonString(), world.Server.ChannelTokens.Create(world.Server.Channel.ServiceUrl),
                CancellationToken.None)).Status);
        }

        await world.QuietAsync();
        Assert.That(statuses, Is.All.InRange(200, 202));
        Assert.That(world.MessagesTo(world.People[1]), Has.Count.EqualTo(before + 1));
    }

    [Test]
    public async Task Yes_AfterTheDeadline_ShowsThatTheInvitationIsClosed()
    {
        var world = await StartAsync(3);
        await world.InviteAsync();
        var late = world.CardOf(world.People[1]);
        await world.UntilAsync(IsoDayOfWeek.Wednesday, 10);
        var answer = await world.TapAsync(world.People[1], late, "invitation.yes", ("gaps", "0"));

        Assert.That((answer.HttpStatus, answer.StatusCode), Is.EqualTo((200, 200)));
        Assert.That(answer.CardJson, Does.Contain("The answers are in. This invitation is closed."));
        await world.UntilAsync(IsoDayOfWeek.Friday, 18);
        Assert.That(world.Tenant.Calendar.Live, Is.Empty);
    }

    [Test]
    public async Task OldCards_ClickedWeeksLater_ShowTheirCurrentState()
    {
        var world = await StartAsync(2);
        await world.InviteAsync();
        var (person, invitation) = (world.People[1], world.CardOf(world.People[1]));
        await world.SayYesAsync(world.People);
        await world.SettleAsync();
        var connection = world.CardOf(person);
        await world.UntilAsync(IsoDayOfWeek.Friday, 10, week: 2);

        (CardSnapshot, string)[] clicks =
            [(invitation, "invitation.yes"), (invitation, "invitation.why"), (connection, "connection.cantMakeIt")];
        foreach (var (card, verb) in clicks)
        {
            var answer = await world.TapAsync(person, card, verb, ("gaps", "0"));
            Assert.That((answer.Ok, answer.CardJson is null), Is.EqualTo((true, false)), verb);
        }
    }

    [Test]
    public async Task SomebodyElsesCard_Clicked_ChangesNothingAndShowsNothing()
    {
        var world = await StartAsync(2);
        await world.InviteAsync();
        var (owner, thief) = (world.People[0], world.People[1]);
        var card = world.CardOf(owner);
        var answer = await world.SendAsync(thief, card, "invitation.yes", card.Data("invitation.yes"), new JsonObject { ["gaps"] = "0" });

        Assert.That(answer.CardJson, Does.Contain("This message is for somebody else"));
        await world.SayYesAsync(thief);
        await world.UntilAsync(IsoDayOfWeek.Tuesday, 12, 1);
        Assert.That(world.Tenant.Calendar.Live, Is.Empty, "the owner never said yes");
    }

    [Test]
    public async Task SomebodyElsesConnection_Clicked_NamesNobody()
    {
        var world = await StartAsync(3);
        await world.InviteAsync();
        await world.SayYesAsync(world.People.Take(2));
        await world.UntilAsync(IsoDayOfWeek.Tuesday, 12, 1);
        var card = world.CardOf(world.People[0]);
        foreach (var verb in new[] { "connection.cantMakeIt", "connection.callOff", "didYouMeet.yes" })
        {
            var answer = await world.SendAsync(world.People[2], card, verb, card.Data("connection.cantMakeIt"));
            Assert.That(
                answer.CardJson,
                Does.Contain("Dit bericht is voor iemand anders").And.Not.Contain(world.People[0].Name)
                    .And.Not.Contain(world.People[1].Name),
                verb);
        }

        Assert.That(world.Tenant.Calendar.Live, Has.Count.EqualTo(1));
    }

    [Test]
    public async Task ForgedData_AnyShape_IsAnsweredAndChangesNothing()
    {
        string[] verbs =
            ["invitation.yes", "invitation.takeBack", "connection.move", "didYouMeet.again", "pause.resume", "join", "no.such.verb", ""];
        var world = await StartAsync(2);
        await world.InviteAsync();
        var (person, card) = (world.People[1], world.CardOf(world.People[1]));
        var real = (string?)card.Data("invitation.yes")["id"];
        JsonObject[] forgeries =
        [
            [],
            new() { ["id"] = "no guid", ["nonce"] = "x" },
            new() { ["id"] = Guid.Empty.ToString(), ["nonce"] = "" },
            new() { ["id"] = real, ["nonce"] = "0123456789abcdef0123456789abcdef" },
            new() { ["id"] = real, ["nonce"] = 7 },
            new() { ["id"] = new JsonArray(real), ["nonce"] = new JsonObject() },
            new() { ["id"] = real, ["nonce"] = null, ["gaps"] = new JsonArray(0, 1) },
            new() { ["id"] = person.ObjectId.ToString(), ["nonce"] = (string?)card.Data("invitation.yes")["nonce"] },
        ];
        foreach (var (verb, forged) in verbs.SelectMany(verb => forgeries.Select(forged => (verb, forged.DeepClone().AsObject()))))
        {
            var answer = await world.SendAsync(person, card, verb, forged, new JsonObject { ["moment"] = -1, ["allowGaps"] = true });
            Assert.That(
                (answer.HttpStatus, answer.StatusCode),
                Is.EqualTo((200, 200)).Or.EqualTo((200, 400)), $"{verb} {forged.ToJsonString()}: {answer.Message}");
        }

        await world.QuietAsync();
        await world.SayYesAsync(world.People[0]);
        await world.UntilAsync(IsoDayOfWeek.Tuesday, 12, 1);
        Assert.That(world.Tenant.Calendar.Live, Is.Empty, "nobody else said yes");
        Assert.That(world.Log.Lines.Where(line => line.Level >= Microsoft.Extensions.Logging.LogLevel.Error), Is.Empty);
    }

    [Test]
    public async Task Yes_ForAGapNeverOffered_IsNotAccepted()
    {
        var world = await StartAsync(2);
        await world.InviteAsync();
        foreach (var gaps in new[] { "0,7", "-1", "x", "99999999999999999999" })
        {
            var answer = await world.TapAsync(world.People[1], world.CardOf(world.People[1]), "invitation.yes", ("gaps", gaps));
            Assert.That(answer.CardJson, Does.Contain("invitation.yes").And.Not.Contain("invitation.takeBack"), gaps);
        }
    }

    [Test]
    public async Task DidYouMeet_ClickedTwice_KeepsTheLastAnswer()
    {
        var world = await StartAsync(2);
        await world.InviteAsync();
        await world.SayYesAsync(world.People);
        await world.UntilAsync(IsoDayOfWeek.Saturday, 10);
        var card = world.CardWith(world.People[1], "didYouMeet.no");
        await world.TapAsync(world.People[1], card, "didYouMeet.no");
        var second = await world.TapAsync(world.People[1], card, "didYouMeet.yes");

        Assert.That(second.CardJson, Does.Contain("Thank you"));
        Assert.That(
            world.MessagesTo(world.People[0])[^1].Summary, Is.EqualTo("Een korte vraag achteraf."), "the partner is never told the answer");
    }
}
