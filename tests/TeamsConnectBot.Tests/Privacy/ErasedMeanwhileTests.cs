using TeamsConnectBot.Cards;
using TeamsConnectBot.Cards.Building;
using TeamsConnectBot.CheckIns;
using TeamsConnectBot.Conversations;
using TeamsConnectBot.Core.Meetings;
using TeamsConnectBot.Data;
using TeamsConnectBot.HelpRequests;
using TeamsConnectBot.Participants;
using TeamsConnectBot.PersonalData;
using TeamsConnectBot.Privacy;
using TeamsConnectBot.Sandbox.Faults;
using TeamsConnectBot.Sandbox.Launch;
using TeamsConnectBot.Tests.HelpRequests;

namespace TeamsConnectBot.Tests.Privacy;

/// <summary>Somebody may be erased, or stop, while a round gathers data, a card is on its way, or their own turn waits.</summary>
internal sealed class ErasedMeanwhileTests : WorldTests
{
    private static readonly Texts Dutch = Texts.For("nl");

    [Test]
    public async Task Erased_WhileARoundIsGathering_GetsNoInvitationAndLeavesNoRow()
    {
        var world = await StartAsync(4, ("Programme:Pools:0:OpenTables", "false"));
        await world.JoinAllAsync();
        var erased = new TaskCompletionSource();
        using var reading = world.Faults.Add(new FaultRule { Path = "/v1.0/groups/*", Count = 1, Until = erased.Task });
        var gone = world.People[0];

        var round = world.UntilAsync(IsoDayOfWeek.Monday, 10);
        await reading.FirstHit;
        await EraseAsync(world, gone);
        erased.SetResult();
        await round;

        Assert.That(
            world.People.Select(person => world.HasButton(person, "invitation.yes")), Is.EqualTo(new[] { false, true, true, true }));
        var rows = StoredRows.Sqlite(world.Database);
        Assert.That(
            rows.Count("""SELECT "Asked" FROM "Rounds" """), Is.EqualTo(4),
            "the round must have read the person before they were erased");
        var left = new[] { "Invitations", "Messages", "Participants" }
            .Select(table => rows.Count($"""SELECT COUNT(*) FROM "{table}" WHERE "PersonId" = '{gone.ObjectId}'"""));
        Assert.That(left, Is.All.Zero);
    }

    [Test]
    public async Task Ask_WhenTheAskerIsErasedWhileGraphAnswers_KeepsNothing()
    {
        var world = await StartAsync(4, HelpWorld.Settings);
        await world.PrepareAsync();
        var erased = new TaskCompletionSource();
        using var reading = world.Faults.Add(new FaultRule { Path = "/v1.0/users/*", Count = 1, Until = erased.Task });
        var gone = world.People[0];

        var asking = world.Server.Teams.SayAsync(gone, "vraag draaitabellen in Excel, 20 min, morgen");
        await reading.FirstHit;
        await EraseAsync(world, gone);
        erased.SetResult();
        await asking;
        await world.QuietAsync();

        Assert.That(world.CardOf(gone).Text, Does.Contain(Texts.For("nl").State.Gone.Heading));
        Assert.That(await TablesWithAsync(world, gone), Is.Empty);
    }

    [TestCase("ask me too")]
    [TestCase("check-in")]
    [TestCase("pause")]
    public async Task Turn_OfSomebodyErasedSinceItBegan_KeepsNothing(string what)
    {
        var world = await StartAsync(4, HelpWorld.Settings);
        await world.PrepareAsync();
        var gone = world.People[0];
        var asRead = await world.ReadAsync(db => db.Participants.SingleAsync(row => row.PersonId == HelpWorld.IdOf(gone)));
        await EraseAsync(world, gone);

        var card = await RunAsync(world.Service.Services, what, asRead);

        Assert.That(card, Is.EqualTo(new StateCard(CardState.Gone)));
        Assert.That(await TablesWithAsync(world, gone), Is.Empty);
    }

    private static Task<Card> RunAsync(IServiceProvider services, string what, Participant asRead) => what switch
    {
        "ask me too" => services.GetRequiredService<AskMeToo>().SaveAsync(asRead, "topics", "Excel", default),
        "check-in" => services.GetRequiredService<CheckInBook>().AnswerAsync(asRead, new CheckInAnswers([5, 4, 3]), default),
        _ => services.GetServices<ChatCommand>().OfType<PauseCommand>().Single().RunAsync(
            new ChatTurn(
                new ActivitySender(asRead.PersonId, asRead.Name, Texts.For("nl"), []), asRead, "2 weken", "pauze 2 weken",
                services.GetRequiredService<Data.Database>()),
            default),
    };

    private static Task EraseAsync(World world, Person person) =>
        world.Service.Services.GetRequiredService<PersonErasure>().EraseAsync(HelpWorld.IdOf(person), default);

    private static Task<List<string>> TablesWithAsync(World world, Person person) => world.ReadAsync(async db =>
    {
        var held = new List<string>();
        foreach (var table in world.Service.Services.GetServices<PersonalTable>())
        {
            if (await table.HoldsAsync(db, HelpWorld.IdOf(person), default))
            {
                held.Add(table.Name);
            }
        }

        return held;
    });

    [Test]
    public async Task Erased_WhileThePartnersCardIsOnItsWay_ThatCardIsEditedAndNewsSaysThatItIsOff()
    {
        var (world, gone, partner) = await EraseWhileTellingAsync(status: null);

        Assert.That(world.MessagesTo(partner)[^2].EditedAt, Is.Not.Null);
        Assert.That(TextsOf(world, partner), Has.None.Contains(gone.Name.Split(' ')[0]).And.None.Contains(Dutch.NoLuck.Heading));
        Assert.That(TextsOf(world, partner)[^2], Is.EqualTo(Dutch.Pointer.Off));
        Assert.That(TextsOf(world, partner)[^1], Does.Contain(Dutch.Off.Heading).And.Contain("met " + Dutch.Common.Colleague));
        var invitation = await world.Service.Services.GetRequiredService<Data.Database>().ReadAsync(
            db => db.Invitations.SingleAsync(row => row.PersonId == partner.ObjectId.ToString()), default);
        Assert.That((invitation.State, invitation.ConnectionId is null), Is.EqualTo((InvitationState.Settled, false)));
    }

    // They must not learn from a later message that there was a meeting, which somebody called off.
    [Test]
    public async Task Erased_WhileThePartnersCardIsNotAccepted_PartnerReadsOnlyThatNobodyWasFound()
    {
        var (world, gone, partner) = await EraseWhileTellingAsync(status: 503);
        Assert.That(TextsOf(world, partner)[^1], Does.Contain(Dutch.NoLuck.Heading));
        var before = world.MessagesTo(partner).Count;

        await world.UntilAsync(world.Now + Duration.FromHours(1));

        Assert.That(world.MessagesTo(partner), Has.Count.EqualTo(before));
        Assert.That(TextsOf(world, partner), Has.None.Contains(gone.Name.Split(' ')[0]).And.None.Contains(Dutch.Pointer.Off));
    }

    [Test]
    public async Task Stopped_WhileTheirInvitationIsOnItsWay_ItCanNoLongerBeAnswered()
    {
        var world = await StartAsync(4, ("Programme:Pools:0:OpenTables", "false"));
        await world.JoinAllAsync();
        var stopped = new TaskCompletionSource();
        var person = world.People[0];
        var invitation = new FaultRule { Method = "POST", Path = PathTo(world, person), Count = 1, Until = stopped.Task };
        using var inviting = world.Faults.Add(invitation);

        var round = world.UntilAsync(IsoDayOfWeek.Monday, 10);
        await inviting.FirstHit;
        await world.Server.Teams.SayAsync(person, "stop");
        stopped.SetResult();
        await round;

        Assert.That(world.People.Select(each => world.HasButton(each, "invitation.yes")), Is.EqualTo(new[] { false, true, true, true }));
        Assert.That(TextsOf(world, person), Has.Some.Contains(Dutch.State.Gone.Heading), "the invitation must have arrived");
    }

    private async Task<(World World, Person Gone, Person Partner)> EraseWhileTellingAsync(int? status)
    {
        var world = await StartAsync(2, ("Programme:Pools:0:OpenTables", "false"), ("Bot:Connector:Retries", "0"));
        var (partner, gone) = (world.People[0], world.People[1]);
        await world.InviteAsync();
        await world.SayYesAsync(world.People);
        var erased = new TaskCompletionSource();
        using var telling = world.Faults.Add(new FaultRule
        {
            Method = "POST", Path = PathTo(world, partner), Count = 1, Until = erased.Task, Status = status,
        });

        var settling = world.SettleAsync();
        await telling.FirstHit;
        await world.Service.Services.GetRequiredService<PersonErasure>().EraseAsync(gone.ObjectId.ToString(), default);
        erased.SetResult();
        await settling;
        await world.UntilAsync(world.Now + Duration.FromMinutes(1));
        return (world, gone, partner);
    }

    private static List<string> TextsOf(World world, Person person) =>
        [.. world.MessagesTo(person).Where(message => message.CardJson is not null).Select(message => new CardSnapshot(message).Text)];

    private static string PathTo(World world, Person person)
    {
        var chats = StoredRows.Sqlite(world.Database).Read(
            $"""SELECT "ConversationId" FROM "Participants" WHERE "PersonId" = '{person.ObjectId}'""");
        return $"*/conversations/{chats.Single()[0]}/activities";
    }
}
