using TeamsConnectBot.Sandbox.Faults;

namespace TeamsConnectBot.Tests.Faults;

/// <summary>
/// Teams refuses, throttles, returns nonsense or does not respond: each message arrives once, or sending to that person stops.
/// </summary>
internal sealed class TeamsFaultTests : WorldTests
{
    private const string Send = "/teams/v3/conversations/*/activities";
    private const string Edit = "/teams/v3/conversations/*/activities/*";

    [TestCase("ConversationBlockedByUser")]
    [TestCase("BotNotInConversationRoster")]
    [TestCase("ForbiddenOperationException")]
    public async Task Send_RefusedForOnePerson_StopsForThemAndAffectsNobodyElse(string code)
    {
        var world = await StartAsync(3);
        await world.JoinAllAsync();
        var refused = world.People[1];
        var body = $$$"""{"error":{"code":"{{{code}}}","message":"No."}}""";
        using (world.Faults.Refuse(Path(world, refused), 403, body: body, method: "POST"))
        {
            await world.UntilAsync(IsoDayOfWeek.Monday, 9, 30);
        }

        await world.SayYesAsync(world.People.Where(person => person != refused));
        await world.SettleAsync();
        Assert.That(world.Log.WarningsAndErrors.Select(line => line.Message), Has.Exactly(1)
            .Match($"^Invitation .* was not sent: .* {code}$"));
        Assert.That(world.HasButton(refused, "invitation.yes"), Is.False);
        Assert.That(world.PartnersOf(world.People[0]), Is.EqualTo(new[] { world.People[2] }));
    }

    [TestCase("BotDisabledByAdmin")]
    [TestCase("InvalidBotApiHost")]
    public async Task Send_RefusedForEverybody_ArrivesOnceTheAdminFixedIt(string code)
    {
        var world = await StartAsync(2);
        await world.JoinAllAsync();
        using (world.Faults.Refuse(Send, 403, body: $$$"""{"error":{"code":"{{{code}}}","message":"No."}}""", method: "POST"))
        {
            await world.UntilAsync(IsoDayOfWeek.Monday, 9, 30);
        }

        await world.UntilAsync(IsoDayOfWeek.Monday, 10, 30);
        AssertInvitedOnce(world);
    }

    [Test]
    public async Task Send_ThrottledWithFractionalRetryAfter_ArrivesAfterTheDelay()
    {
        var world = await StartAsync(2);
        await world.JoinAllAsync();
        using var fault = world.Faults.Refuse(Send, 429, "0.128", count: 2, method: "POST");
        await world.UntilAsync(IsoDayOfWeek.Monday, 9, 5);

        Assert.That(fault.Hits, Is.EqualTo(2));
        AssertInvitedOnce(world);
    }

    [Test]
    public async Task Send_ThrottledForMinutes_IsRetriedWhenTeamsAllowsIt()
    {
        var world = await StartAsync(2);
        await world.JoinAllAsync();
        using (world.Faults.Refuse(Send, 429, "600", count: 2, method: "POST"))
        {
            await world.UntilAsync(IsoDayOfWeek.Monday, 9, 9);
            Assert.That(world.People.Any(person => world.HasButton(person, "invitation.yes")), Is.False);
            await world.UntilAsync(IsoDayOfWeek.Monday, 9, 11);
        }

        AssertInvitedOnce(world);
    }

    [TestCase(412, 1)]
    [TestCase(503, 2)]
    [TestCase(502, 1)]
    public async Task Send_TransientError_IsRetriedAtOnce(int status, int times)
    {
        var world = await StartAsync(2);
        await world.JoinAllAsync();
        using var fault = world.Faults.Refuse(Send, status, count: times, method: "POST");
        await world.UntilAsync(IsoDayOfWeek.Monday, 9, 1);

        Assert.That(fault.Hits, Is.EqualTo(times));
        AssertInvitedOnce(world);
    }

    [TestCase(503)]
    [TestCase(500)]
    public async Task Send_DownForAnHour_ArrivesAfterwardsOnce(int status)
    {
        var world = await StartAsync(2);
        await world.JoinAllAsync();
        using (world.Faults.Refuse(Send, status, method: "POST"))
        {
            await world.UntilAsync(IsoDayOfWeek.Monday, 10);
        }

        await world.UntilAsync(IsoDayOfWeek.Monday, 11);
        AssertInvitedOnce(world);
    }

    [Test]
    public async Task Send_AnsweredWithAProxysPage_DropsNobody()
    {
        var world = await StartAsync(2);
        await world.JoinAllAsync();
        using (world.Faults.Html(Send, 403))
        {
            await world.UntilAsync(IsoDayOfWeek.Monday, 9, 30);
        }

        await world.UntilAsync(IsoDayOfWeek.Monday, 11);
        AssertInvitedOnce(world);
    }

    [Test]
    public async Task Send_ResponseLost_InvitesNobodyTwiceAndAClickStillCounts()
    {
        var world = await StartAsync(2);
        await world.JoinAllAsync();
        using (world.Faults.Break(Send, afterHandling: true, method: "POST"))
        {
            await world.UntilAsync(IsoDayOfWeek.Monday, 9, 5);
        }

        await world.UntilAsync(IsoDayOfWeek.Monday, 10);
        AssertInvitedOnce(world);
        Assert.That(world.Report().InDoubt, Is.EqualTo(2));

        await world.SayYesAsync(world.People);
        await world.SettleAsync();
        Assert.That(world.Tenant.Calendar.Live, Has.Count.EqualTo(1));
    }

    [Test]
    public async Task Send_ResponseLost_TypedWordsAreAboutThatInvitation()
    {
        var world = await StartAsync(2);
        await world.JoinAllAsync();
        using (world.Faults.Break(Send, afterHandling: true, method: "POST"))
        {
            await world.UntilAsync(IsoDayOfWeek.Monday, 9, 5);
        }

        await world.UntilAsync(IsoDayOfWeek.Monday, 10);
        var (typist, other) = (world.People[0], world.People[1]);
        await SayAsync(world, typist, "ja");
        Assert.That(world.CardOf(typist).Has("invitation.yes"), Is.True, "it is shown, and not said yes to unseen");

        await world.SayYesAsync(world.People);
        await SayAsync(world, other, "why");
        Assert.That(world.CardOf(other).Text, Does.Contain("You haven't met anybody through us yet."));
        await SayAsync(world, typist, "toch niet");
        Assert.That(world.CardOf(typist).Text, Does.Contain("Niemand heeft je ja gezien."));
        await world.SettleAsync();
        Assert.That(world.Tenant.Calendar.Live, Is.Empty);
    }

    [Test]
    public async Task Send_InvitationInDoubtAndUnanswered_GivesPriorityNextTime()
    {
        var world = await StartAsync(2);
        await world.JoinAllAsync();
        using (world.Faults.Break(Send, method: "POST"))
        {
            await world.UntilAsync(IsoDayOfWeek.Monday, 9, 5);
        }

        await world.UntilAsync(IsoDayOfWeek.Monday, 9, 30, week: 1);
        AssertInvitedOnce(world);
        var turns = await world.Service.Services.GetRequiredService<Data.Database>().ReadAsync(
            db => db.Participants.Select(person => person.TurnsLeftOut).ToListAsync(), default);
        Assert.That(turns, Is.All.EqualTo(1));

        // Whether they saw it is not known, so no card says that they said yes.
        var why = await world.ClickAsync(world.People[1], "invitation.why");
        Assert.That(why.Text, Does.Not.Contain("So you went first."));
    }

    [Test]
    public async Task Edit_MessageDeleted_IsSkippedWithoutAWarning()
    {
        var world = await StartAsync(2);
        await world.InviteAsync();
        using var fault = world.Faults.Refuse(
            Edit, 404, body: """{"error":{"code":"ActivityNotFoundInConversation","message":"Gone."}}""", method: "PUT");
        await world.SayYesAsync(world.People);
        await world.SettleAsync();

        Assert.That(fault.Hits, Is.Positive);
        Assert.That(world.Tenant.Calendar.Live, Has.Count.EqualTo(1));
        Assert.That(world.Log.WarningsAndErrors, Is.Empty, "a deleted card is not worth a warning");
    }

    [Test]
    public async Task Token_Unavailable_IsLoggedAndEverythingArrivesLater()
    {
        var world = await StartAsync(2);
        using (world.Faults.Refuse($"/{world.Server.TenantId}/*", 503))
        {
            foreach (var person in world.People)
            {
                await world.Server.Teams.InstallAsync(person);
            }

            await world.QuietAsync();
            Assert.That(world.People.Select(person => world.MessagesTo(person).Count), Is.All.Zero);
            Assert.That(world.Log.WarningsAndErrors.Select(line => line.Message), Has.Some.Match("^Welcome .* was not sent: NoToken"));
        }

        await world.UntilAsync(IsoDayOfWeek.Monday, 7, 30);
        Assert.That(world.People.Select(person => world.MessagesTo(person).Count), Is.All.EqualTo(1));
    }

    [Test]
    public async Task Announcement_TeamsFailsHalfway_EventuallyTellsBoth()
    {
        var world = await StartAsync(2);
        await world.InviteAsync();
        using (world.Faults.Add(new FaultRule { Path = Send, Method = "POST", From = 2, Status = 503 }))
        {
            await world.SayYesAsync(world.People);
            await world.SettleAsync();
        }

        await world.UntilAsync(world.Now + Duration.FromHours(1));
        Assert.That(world.People.Select(person => world.CardOf(person).Has("connection.cantMakeIt")), Is.All.True);
    }

    private static string Path(World world, TeamsConnectBot.Sandbox.Tenant.Person person) =>
        $"/teams/v3/conversations/{world.Tenant.Chats.Of(person).ConversationId}/activities";

    private static async Task SayAsync(World world, TeamsConnectBot.Sandbox.Tenant.Person person, string words)
    {
        await world.Server.Teams.SayAsync(person, words);
        await world.QuietAsync();
    }

    private static void AssertInvitedOnce(World world) => Assert.That(
        world.People.Select(person => world.MessagesTo(person).Count(message => new CardSnapshot(message).Has("invitation.yes"))),
        Is.All.EqualTo(1));
}
