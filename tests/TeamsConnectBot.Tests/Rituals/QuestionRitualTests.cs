using TeamsConnectBot.Cards.Building;
using TeamsConnectBot.Rituals.Rows;

namespace TeamsConnectBot.Tests.Rituals;

/// <summary>The question of the week: a post that people answer as they like, never the same within half a year.</summary>
internal sealed class QuestionRitualTests
{
    private static readonly IReadOnlyList<string> Dutch = Texts.For("nl").Ritual.Questions;
    private static readonly IReadOnlyList<string> English = Texts.For("en").Ritual.Questions;

    private RitualWorld World { get; set; } = null!;

    [SetUp]
    public async Task StartAsync() => World = await RitualWorld.StartAsync();

    [TearDown]
    public async Task StopAsync() => await World.DisposeAsync();

    [Test]
    public async Task Question_PlannedFromItsTemplate_IsPostedAtItsTimeAndHasNoMeetingAroundIt()
    {
        var asked = await World.SayAsync(World.Owner, "ritueel nieuw vraag van de week");
        Assert.That(
            asked,
            Does.Contain("elke maandag 10:00 (Amsterdam)").And.Contain("geen afspraak, geen agenda").And.Not.Contain("10:30")
                .And.Not.Contain("Doe mee").And.Not.Contain("Duurt"));
        Assert.That(
            await World.ClickTextAsync(World.Owner, "ritual.confirm"),
            Does.Contain("Vraag van de week is gepland").And.Not.Contain("Doe mee"));
        await World.UntilAsync(3, 2, 9, 59);
        Assert.That(Posted(), Is.Empty, "a question is not announced beforehand");

        await World.UntilAsync(3, 2, 10, 1);
        var message = World.FromBot[^1];
        Assert.That(Posted(), Has.Count.EqualTo(1));
        Assert.That(message.Summary, Is.EqualTo("De vraag van deze keer."));
        Assert.That(message.CardJson, Does.Contain("Ik lees de antwoorden niet").And.Not.Contain("Action."), "it has no buttons");

        // What is about a meeting does not work, also by a click that no card offers, and nothing is kept of it.
        foreach (var typed in new[] { "ontvang", "doe mee", "verlaat", "uitnodigen" })
        {
            Assert.That(await World.SayAsync(World.Member, $"ritueel {typed} vraag van de week"), Does.Contain("is geen afspraak"), typed);
        }

        var ritual = (await World.RitualsAsync()).Single();
        Assert.That(await World.SayAsync(World.Owner, "ritueel toon vraag van de week"), Does.Not.Contain("Doe mee"));
        await World.Sandbox.Channels.ClickAsync(
            World.Channel, World.Member, message.Id, "ritual.join", new() { ["id"] = $"{ritual.Id}", ["nonce"] = ritual.Nonce }, null);
        await World.Sandbox.Channels.ClickAsync(
            World.Channel, World.Member, message.Id, "ritual.host", new() { ["id"] = $"{ritual.Id}", ["nonce"] = ritual.Nonce }, null);
        await World.UntilAsync(3, 16, 12);
        Assert.That(Posted(), Is.Unique.And.Count.EqualTo(3));
        Assert.That(World.Texts, Has.None.Contains("Dit is geweest").And.None.Contains("Komt Vraag van de week nog goed uit"));
        Assert.That(World.Tenant.Calendar.Live, Is.Empty);
        Assert.That(
            await World.World.ReadAsync(async db =>
                (await db.RitualMembers.CountAsync(), await db.Coming.CountAsync(),
                    await db.Occurrences.CountAsync(row => row.HostId != null))),
            Is.EqualTo((0, 0, 0)));
    }

    [Test]
    public async Task Question_MovedSkippedPausedAndEnded_FollowsTheCommands()
    {
        await World.PlanAsync("vraag van de week elke dinsdag 11:00");
        Assert.That((await World.RitualsAsync()).Single().Plan is { IsPost: true, Name: "Vraag van de week" }, Is.True);
        Assert.That(
            await World.SayAsync(World.Owner, "ritueel sla over vraag van de week 3 maart"),
            Does.Contain("dinsdag 3 maart vervalt").IgnoreCase);
        await World.ClickAsync(World.Owner, "ritual.confirm");
        await World.UntilAsync(3, 3, 12);
        Assert.That(Posted(), Is.Empty);

        Assert.That(
            await World.SayAsync(World.Owner, "ritueel verplaats vraag van de week naar elke woensdag 9:00"),
            Does.Contain("elke woensdag 09:00 (Amsterdam)").And.Not.Contain("In de agenda’s"));
        await World.ClickAsync(World.Owner, "ritual.confirm");
        await World.UntilAsync(3, 4, 9, 1);
        Assert.That(Posted(), Has.Count.EqualTo(1));

        // This week's question was posted; moving this time does not post it again.
        await World.SayAsync(World.Owner, "ritueel verplaats vraag van de week voortaan naar woensdag 15:00");
        await World.ClickAsync(World.Owner, "ritual.confirm");
        await World.UntilAsync(3, 4, 16);
        Assert.That(Posted(), Has.Count.EqualTo(1));

        await World.SayAsync(World.Owner, "ritueel stop vraag van de week");
        Assert.That(await World.ClickTextAsync(World.Owner, "ritual.confirm"), Does.Contain("is gestopt"));
        Assert.That(
            await World.SayAsync(World.Owner, "ritueel herstel"),
            Does.Contain("Stoppen met Vraag van de week is ongedaan gemaakt").And.Not.Contain("agenda"));
        await World.UntilAsync(3, 11, 16);
        Assert.That(Posted(), Is.Unique.And.Count.EqualTo(2));
    }

    [Test]
    public async Task Question_InEnglishMidwayAndAfterStartingAgain_NeverRepeatsInTheChannel()
    {
        await World.PlanAsync("vraag van de week elke maandag 10:00");
        await World.UntilAsync(3, 23, 12);
        await World.SayAsync(World.Owner, "ritueel taal Engels");
        await World.UntilAsync(4, 13, 12);
        Assert.That(
            World.FromBot.Select(message => CardText.Of(message.CardJson)),
            Has.Some.Contains(English[0]).Or.Some.Contains("I don't read the answers"), "posts are in the channel's language from then on");

        // Somebody ends it and plans a new one; and there is a second one in the same channel.
        await World.SayAsync(World.Owner, "ritueel stop vraag van de week");
        await World.ClickAsync(World.Owner, "ritual.confirm");
        await World.PlanAsync("Weekvraag elke maandag 10:00");
        await World.PlanAsync("Noordse weekvraag elke maandag 10:00");
        await World.UntilAsync(5, 18, 12);

        var numbers = await World.World.ReadAsync(db => db.PostedQuestions.Select(row => row.Number).ToListAsync());
        // Six of the first, and four of each of the other two: none on Easter Monday, nor on King's Day.
        Assert.That(Posted(), Has.Count.EqualTo(numbers.Count).And.Count.EqualTo(14));
        Assert.That(numbers, Is.Unique);
        Assert.That(Posted(), Is.Unique);
    }

    [Test]
    public async Task Question_MissedDuringAnOutage_StillComesThatDayAndNotTheNext()
    {
        await World.PlanAsync("vraag van de week elke maandag 10:00");
        await World.UntilAsync(3, 2, 9);
        World.Sandbox.Faults.Refuse("/teams/v3/conversations*", 503);
        await World.UntilAsync(3, 2, 13);
        Assert.That(Posted(), Is.Empty);

        World.Sandbox.Faults.Clear();
        await World.UntilAsync(3, 2, 15);
        Assert.That(Posted(), Has.Count.EqualTo(1));
    }

    [Test]
    public async Task Question_NeverSentBecauseOfAnOutage_ComesTheNextTime()
    {
        await World.PlanAsync("vraag van de week elke maandag 10:00");
        await World.UntilAsync(3, 2, 9);
        World.Sandbox.Faults.Refuse("/teams/v3/conversations*", 503);
        await World.UntilAsync(3, 3, 1);
        var missed = await World.World.ReadAsync(db => db.PostedQuestions.SingleAsync());

        World.Sandbox.Faults.Clear();
        await World.UntilAsync(3, 4, 12);
        Assert.That(Posted(), Is.Empty, "not a day late");
        Assert.That(await World.World.ReadAsync(db => db.PostedQuestions.CountAsync()), Is.Zero, "nobody has seen it");

        await World.UntilAsync(3, 9, 12);
        Assert.That(Posted(), Is.EqualTo(new[] { Dutch[missed.Number] }));
    }

    [Test]
    public async Task Question_WhoseRitualIsPausedBeforeItCouldBeSent_WaitsToo()
    {
        var ritual = await World.PlanAsync("vraag van de week elke maandag 10:00");
        await World.UntilAsync(3, 2, 9);
        World.Sandbox.Faults.Refuse("/teams/v3/conversations*", 503);
        await World.UntilAsync(3, 2, 11);
        await World.World.WriteAsync(async db =>
        {
            var row = await db.Rituals.SingleAsync(row => row.Id == ritual.Id);
            row.Plan = row.Plan with { PausedUntil = new LocalDate(2026, 3, 9) };
        });
        World.Sandbox.Faults.Clear();
        await World.UntilAsync(3, 8, 12);
        Assert.That(Posted(), Is.Empty);

        await World.UntilAsync(3, 9, 12);
        Assert.That(Posted(), Has.Count.EqualTo(1));
    }

    [Test]
    public async Task Question_WhileTheBotIsRemoved_IsNotAsked_AndGoesOnWithoutRepeatingItself()
    {
        await World.PlanAsync("vraag van de week elke maandag 10:00");
        await World.UntilAsync(3, 2, 12);
        await World.Sandbox.Channels.UninstallAsync(World.Channel, World.Owner);
        await World.UntilAsync(3, 6, 12);
        await World.Sandbox.Channels.InstallAsync(World.Channel, World.Owner);
        await World.UntilAsync(3, 9, 12);
        Assert.That(Posted(), Is.Unique.And.Count.EqualTo(2));

        // Back on the day itself, after its time: the question of that day still comes.
        await World.UntilAsync(3, 11, 12);
        await World.Sandbox.Channels.UninstallAsync(World.Channel, World.Owner);
        await World.UntilAsync(3, 16, 12);
        Assert.That(Posted(), Has.Count.EqualTo(2));
        await World.Sandbox.Channels.InstallAsync(World.Channel, World.Owner);
        await World.UntilAsync(3, 16, 14);
        Assert.That(Posted(), Is.Unique.And.Count.EqualTo(3));
    }

    [Test]
    public async Task Question_EveryWorkingDay_SaysThatTheyRunOutAndThenWaits()
    {
        var asked = await World.SayAsync(World.Owner, "ritueel nieuw vraag van de week elke werkdag 9:00");
        Assert.That(asked, Does.Contain($"er zijn {Dutch.Count} vragen"));
        await World.ClickAsync(World.Owner, "ritual.confirm");
        await World.World.WriteAsync(async db =>
        {
            // As if all but two were asked last week.
            var ritual = await db.Rituals.SingleAsync();
            db.PostedQuestions.AddRange(Enumerable.Range(2, Dutch.Count - 2).Select(number => new PostedQuestion
            {
                OccurrenceId = Guid.CreateVersion7(), RitualId = Guid.Empty, SpaceId = ritual.SpaceId, Number = number,
                On = new LocalDate(2026, 2, 23),
            }));
        });
        await World.UntilAsync(3, 11, 12);

        Assert.That(Posted(), Is.EquivalentTo(new[] { Dutch[0], Dutch[1] }));
        Assert.That(
            World.Texts.Where(text => text.Contains("De vragen zijn even op", StringComparison.Ordinal)),
            Has.Exactly(1).Contains("zondag 23 augustus"), "one post, however many occurrences pass");
    }

    [Test]
    public async Task Question_OlderThanSevenMonths_IsForgotten()
    {
        await World.World.WriteAsync(db =>
        {
            db.PostedQuestions.Add(Row(new LocalDate(2025, 8, 1)));
            db.PostedQuestions.Add(Row(new LocalDate(2025, 8, 3)));
            return Task.CompletedTask;
        });
        await World.UntilAsync(3, 3, 5);

        Assert.That(
            await World.World.ReadAsync(db => db.PostedQuestions.Select(row => row.On).ToListAsync()),
            Is.EqualTo(new[] { new LocalDate(2025, 8, 3) }));

        static PostedQuestion Row(LocalDate on) => new()
        {
            OccurrenceId = Guid.CreateVersion7(), RitualId = Guid.Empty, SpaceId = Guid.Empty, Number = 0, On = on,
        };
    }

    // The questions on posts in either language, in Dutch.
    private List<string> Posted() =>
    [
        .. World.FromBot.Select(message => CardText.Of(message.CardJson)).SelectMany(text =>
            Enumerable.Range(0, Dutch.Count)
                .Where(number => text.Contains(Dutch[number], StringComparison.Ordinal)
                    || text.Contains(English[number], StringComparison.Ordinal))
                .Select(number => Dutch[number])),
    ];
}
