using Microsoft.Extensions.Logging;
using TeamsConnectBot.HelpRequests.Rows;
using TeamsConnectBot.Privacy;
using TeamsConnectBot.Sandbox.Faults;
using TeamsConnectBot.Tests.HelpRequests;

namespace TeamsConnectBot.Tests.Faults;

/// <summary>
/// Graph is down, slow, partly broken or returns nonsense: nothing is guessed, lost or duplicated, and the log says what is wrong.
/// </summary>
internal sealed class GraphFaultTests : WorldTests
{
    private const string Members = "/v1.0/groups/*";
    private const string Batch = "/v1.0/$batch";
    private const string Schedules = "/v1.0/users/*/calendar/getSchedule";
    private const string Events = "/v1.0/users/*/events";
    private const string Everything = "/v1.0/*";

    private static readonly (string Name, string Path, Func<FaultRules, string, ActiveFault> Break)[] GatherFaults =
    [
        ("down", Everything, (faults, path) => faults.Refuse(path, 503)),
        ("broken connections", Everything, (faults, path) => faults.Break(path)),
        ("a proxy's page", Everything, (faults, path) => faults.Html(path)),
        ("wrong types", Members, (faults, path) => faults.Refuse(path, 200, body: """{"value":{"id":7}}""")),
        ("no members at all", Members, (faults, path) => faults.Refuse(path, 200, body: """{"value":"none"}""")),
        ("throttled for an hour", Everything, (faults, path) => faults.Refuse(path, 429, "3600")),
        ("batches down", Batch, (faults, path) => faults.Refuse(path, 503)),
        ("calendars down", Schedules, (faults, path) => faults.Refuse(path, 503)),
        ("calendars throttled", Schedules, (faults, path) => faults.Refuse(path, 429, "3600")),
        ("calendars unreadable", Schedules, (faults, path) => faults.Refuse(path, 200, body: """{"value":[7]}""")),
    ];

    [TestCaseSource(nameof(GatherFaults))]
    public async Task Gather_WithFault_PostponesTheRoundAndLosesNobody(
        (string Name, string Path, Func<FaultRules, string, ActiveFault> Break) fault)
    {
        var world = await StartAsync(3);
        await world.JoinAllAsync();
        world.Log.Clear();
        using (fault.Break(world.Faults, fault.Path))
        {
            await world.UntilAsync(IsoDayOfWeek.Monday, 9, 20);
            Assert.That(world.People.Any(person => world.HasButton(person, "invitation.yes")), Is.False);
            Assert.That(
                world.Log.WarningsAndErrors.Select(line => line.ToString()),
                Has.Some.Contains("InviteRound for ").And.Some.Contains("Graph gave no usable answer for "));
        }

        await world.UntilAsync(IsoDayOfWeek.Monday, 10, 30);
        Assert.That(world.People.Count(person => world.HasButton(person, "invitation.yes")), Is.EqualTo(3), fault.Name);
    }

    [Test]
    public async Task Gather_PersonWithoutMailbox_IsInvitedByTheirUsualHours()
    {
        var world = await StartAsync(SamplePeople.Of(4, (person, index) => index == 3 ? person with { Mail = null } : person));
        await world.InviteAsync();

        Assert.That(
            world.People.Select(person => world.HasButton(person, "invitation.yes")),
            Is.All.True, "without a mailbox, their own usual hours count");
    }

    [Test]
    public async Task Gather_ThrottledWithFractionalRetryAfter_IsRetried()
    {
        var world = await StartAsync(3);
        await world.JoinAllAsync();
        using var fault = world.Faults.Refuse(Schedules, 429, "0.128", count: 2);
        await world.UntilAsync(IsoDayOfWeek.Monday, 9, 5);

        Assert.That(fault.Hits, Is.EqualTo(2));
        Assert.That(world.People.Select(person => world.HasButton(person, "invitation.yes")), Is.All.True);
    }

    [Test]
    public async Task Gather_CalendarsDownAllMorning_ContinuesWithPeopleWithoutMailbox()
    {
        var world = await StartAsync(SamplePeople.Of(4, (person, index) => index < 2 ? person with { Mail = null } : person));
        await world.JoinAllAsync();
        using var fault = world.Faults.Refuse(Schedules, 503);
        await world.UntilAsync(IsoDayOfWeek.Monday, 13);

        Assert.That(
            world.People.Select(person => world.HasButton(person, "invitation.yes")), Is.EqualTo(new[] { true, true, false, false }));
    }

    [Test]
    public async Task Gather_Slow_StillInvitesEverybody()
    {
        var world = await StartAsync(2);
        await world.JoinAllAsync();
        using var fault = world.Faults.Add(new FaultRule { Path = Everything, Delay = TimeSpan.FromMilliseconds(300), Count = 3 });
        await world.UntilAsync(IsoDayOfWeek.Monday, 9, 10);

        Assert.That(world.People.Select(person => world.HasButton(person, "invitation.yes")), Is.All.True);
    }

    [TestCase("/v1.0/users/*", 503)]
    [TestCase(Batch, 503)]
    [TestCase(Schedules, 503)]
    [TestCase(Schedules, 429)]
    public async Task Settle_WithFault_KeepsEveryYes(string path, int status)
    {
        var world = await StartAsync(3);
        await world.InviteAsync();
        await world.SayYesAsync(world.People);
        await world.UntilAsync(IsoDayOfWeek.Tuesday, 11, 59);
        using (world.Faults.Refuse(path, status, status == 429 ? "3600" : null))
        {
            await world.SettleAsync();
            await world.UntilAsync(world.Now + Duration.FromMinutes(10));
            Assert.That(world.Tenant.Calendar.Live, Is.Empty);
            Assert.That(new CardSnapshot(world.MessagesTo(world.People[1])[1]).Text, Does.Contain("The answers are already in"));
        }

        await world.UntilAsync(world.Now + Duration.FromHours(1));
        Assert.That(world.Tenant.Calendar.Live, Has.Count.EqualTo(1));
        Assert.That(world.People.Select(person => world.CardOf(person).Has("connection.cantMakeIt")), Is.All.True);
    }

    [TestCase(503)]
    [TestCase(400)]
    [TestCase(403)]
    public async Task EventCreation_Refused_AnnouncesNothingUntilTheEventExists(int status)
    {
        var world = await StartAsync(2);
        await world.InviteAsync();
        using (world.Faults.Refuse(Events, status, method: "POST"))
        {
            await world.SayYesAsync(world.People);
            await world.SettleAsync();
            await world.UntilAsync(world.Now + Duration.FromMinutes(5));
            Assert.That(world.People.Any(person => world.CardOf(person).Has("connection.cantMakeIt")), Is.False);
        }

        await world.UntilAsync(world.Now + Duration.FromHours(1));
        AssertOneMeeting(world);
    }

    [Test]
    public async Task EventCreation_ResponseLost_CreatesNoSecondEvent()
    {
        var world = await StartAsync(2);
        await world.InviteAsync();
        using var fault = world.Faults.Break(Events, afterHandling: true, count: 1, method: "POST");
        await world.SayYesAsync(world.People);
        await world.SettleAsync();
        await world.UntilAsync(world.Now + Duration.FromHours(1));

        Assert.That((fault.Hits, world.Tenant.Calendar.Created), Is.EqualTo((1, 1L)));
        AssertOneMeeting(world);
    }

    [Test]
    public async Task EventCreation_ResponseLostAndOneLeft_RemovesTheEvent()
    {
        var world = await StartAsync(2);
        await world.InviteAsync();
        using (world.Faults.Add(new FaultRule { Path = Events, Method = "POST", AfterHandling = true, Status = 503 }))
        {
            await world.SayYesAsync(world.People);
            await world.SettleAsync();
            Assert.That(world.Tenant.Calendar.Live, Has.Count.EqualTo(1));
            await world.Service.Services.GetRequiredService<PersonErasure>().EraseAsync(
                world.People[0].ObjectId.ToString(), default);
        }

        await world.UntilAsync(world.Now + Duration.FromHours(1));
        Assert.That(world.Tenant.Calendar.Live, Is.Empty);
    }

    [TestCase("withdrawn")]
    [TestCase("too late")]
    [TestCase("erased")]
    public async Task EventCreation_ResponseLostAndTheQuestionEnded_RemovesTheEvent(string end)
    {
        var world = await StartAsync(SamplePeople.Of(14), HelpWorld.Settings);
        await world.PrepareAsync();
        var asker = world.People[0];
        await world.AskAsync(asker);
        await world.WaveAsync(asker, 0);
        await world.WriteAsync(async db =>
        {
            foreach (var offer in await db.HelpOffers.ToListAsync())
            {
                offer.Starts = [World.At(IsoDayOfWeek.Tuesday, 15)];
            }
        });
        using (world.Faults.Add(new FaultRule { Path = Events, Method = "POST", AfterHandling = true, Status = 503 }))
        {
            await world.ClickAsync(world.Asked()[0], "help.yes", ("slot", "0"));
            var question = (await world.QuestionOfAsync(asker))!;
            Assert.That(world.EventsOf(asker), Has.Count.EqualTo(1));
            switch (end)
            {
                case "withdrawn":
                    await world.SendAsync(asker, question, "help.withdraw");
                    break;
                case "too late":
                    await world.UntilAsync(question.HearsBy!.Value);
                    break;
                default:
                    await world.Service.Services.GetRequiredService<PersonErasure>().EraseAsync(HelpWorld.IdOf(asker), default);
                    break;
            }
        }

        await world.UntilAsync(world.Now + Duration.FromHours(1));
        Assert.That(world.Tenant.Calendar.Live, Is.Empty);
    }

    [Test]
    public async Task EventCreation_NeverPossible_EndsAsIfNoMatchWasFound()
    {
        var world = await StartAsync(2);
        await world.InviteAsync();
        using var fault = world.Faults.Refuse(Events, 503, method: "POST");
        await world.SayYesAsync(world.People);
        await world.UntilAsync(IsoDayOfWeek.Saturday, 12);

        Assert.That(world.CardOf(world.People[1]).Text, Does.Contain("The times couldn't be combined; next time you go first."));
        Assert.That(world.CardOf(world.People[1]).Json, Does.Not.Contain(world.People[0].Name));
    }

    [Test]
    public async Task CantMakeIt_GraphDown_SavesNothingAndCanBeRetried()
    {
        var world = await StartAsync(2);
        await world.InviteAsync();
        await world.SayYesAsync(world.People);
        await world.SettleAsync();
        var leaver = world.People[1];
        using (world.Faults.Refuse(Everything, 503))
        {
            var answer = await world.TapAsync(leaver, world.CardOf(leaver), "connection.cantMakeIt");
            Assert.That((answer.Ok, answer.Message), Is.EqualTo((true, "Your choice wasn't saved. Please try again in a minute.")));
        }

        var choice = await world.ClickAsync(leaver, "connection.cantMakeIt");
        Assert.That(choice.Has("connection.callOff"), Is.True);
        await world.ClickAsync(leaver, "connection.keep");
    }

    [Test]
    public async Task CallOff_GraphDown_TellsThePartnerInTimeAndRemovesTheEventLater()
    {
        var world = await StartAsync(2);
        await world.InviteAsync();
        await world.SayYesAsync(world.People);
        await world.SettleAsync();
        await world.ClickAsync(world.People[0], "connection.cantMakeIt");
        using (world.Faults.Refuse(Everything, 503))
        {
            await world.ClickAsync(world.People[0], "connection.callOff");
            await world.UntilAsync(world.Now + Duration.FromMinutes(30));
            Assert.That(world.CardOf(world.People[1]).Text, Does.Contain("It's off this time"));
            Assert.That(world.Tenant.Calendar.Live, Has.Count.EqualTo(1));
        }

        await world.UntilAsync(world.Now + Duration.FromHours(1));
        Assert.That(world.Tenant.Calendar.Live, Is.Empty);
    }

    [Test]
    public async Task Decline_WhileGraphIsDown_IsNoticedLater()
    {
        var world = await StartAsync(2, World.WatchingOutlook);
        await world.InviteAsync();
        await world.SayYesAsync(world.People);
        await world.UntilAsync(IsoDayOfWeek.Tuesday, 12, 30);
        var leaver = world.People[1];
        await world.Tenant.Outlook.DeclineEventAsync(leaver, world.EventOf(leaver).Id);
        using (world.Faults.Refuse(Everything, 503))
        {
            await world.UntilAsync(world.Now + Duration.FromHours(2));
        }

        await world.UntilAsync(world.Now + Duration.FromMinutes(40));
        Assert.That(world.CardOf(leaver).Has("connection.callOff"), Is.True);
        Assert.That(world.Log.Lines.Where(line => line.Level >= LogLevel.Error), Is.Empty);
        await world.ClickAsync(leaver, "connection.keep");
    }

    private static void AssertOneMeeting(World world)
    {
        Assert.That(world.Tenant.Calendar.Live, Has.Count.EqualTo(1));
        Assert.That(world.People.Select(person => world.CardOf(person).Has("connection.cantMakeIt")), Is.All.True);
    }
}
