using TeamsConnectBot.Cards;
using TeamsConnectBot.Cards.Building;
using TeamsConnectBot.CheckIns;
using TeamsConnectBot.Conversations;
using TeamsConnectBot.Data;
using TeamsConnectBot.HelpRequests;
using TeamsConnectBot.Participants;
using TeamsConnectBot.PersonalData;
using TeamsConnectBot.Privacy;
using TeamsConnectBot.Sandbox.Faults;
using TeamsConnectBot.Sandbox.Launch;
using TeamsConnectBot.Tests.HelpRequests;

namespace TeamsConnectBot.Tests.Privacy;

/// <summary>Somebody may be erased while a round is still gathering data, or their own turn waits for Graph or the database.</summary>
internal sealed class ErasedMeanwhileTests : WorldTests
{
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
}
