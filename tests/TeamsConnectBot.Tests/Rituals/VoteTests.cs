using TeamsConnectBot.Privacy;
using TeamsConnectBot.Rituals.Engine;
using TeamsConnectBot.Rituals.Rows;

namespace TeamsConnectBot.Tests.Rituals;

/// <summary>Proposals, group chats and the charter. Votes stay secret for ever.</summary>
internal sealed class VoteTests
{
    private RitualWorld world = null!;

    [TearDown]
    public async Task StopAsync() => await world.DisposeAsync();

    [Test]
    public async Task Proposal_ByAMember_PassesByVoteAndTheOwnerCannotUndoIt()
    {
        world = await RitualWorld.StartAsync();
        await ProposeAsync(world.Member, "Wandelen elke woensdag 12:30");
        Assert.That(await world.RitualsAsync(), Is.Empty);

        await VoteAsync((0, "vote.no"), (1, "vote.yes"), (2, "vote.yes"), (3, "vote.yes"));
        await world.UntilAsync(3, 4, 8);
        Assert.That((await world.RitualsAsync()).Single().Plan.Name, Is.EqualTo("Wandelen"));
        Assert.That(world.Texts, Has.Some.Contains("Aangenomen."));
        Assert.That(await world.SayAsync(world.Owner, "ritueel herstel"), Does.Contain("niets om ongedaan te maken"));
    }

    [Test]
    public async Task Proposal_Passed_HasAButtonToTakePart()
    {
        world = await RitualWorld.StartAsync();
        await ProposeAsync(world.Member, "Wandelen elke woensdag 12:30");
        await VoteAsync((0, "vote.yes"), (1, "vote.yes"), (2, "vote.yes"));
        await world.UntilAsync(3, 4, 8);
        Assert.That(await world.World.ReadAsync(db => db.RitualMembers.CountAsync()), Is.Zero, "voting for a ritual is not joining it");

        await world.JoinAsync((await world.RitualsAsync()).Single(), false, world.Member);
        Assert.That(world.CalendarOf(world.Member, 3, 11), Has.Count.EqualTo(2));
    }

    [Test]
    public async Task Proposal_VotedDown_ChangesNothingAndSaysSo()
    {
        world = await RitualWorld.StartAsync();
        await ProposeAsync(world.Member, "Wandelen elke woensdag 12:30");
        await VoteAsync((0, "vote.no"), (1, "vote.yes"), (2, "vote.no"));
        await world.UntilAsync(3, 4, 8);

        Assert.That(await world.RitualsAsync(), Is.Empty);
        Assert.That(world.Texts, Has.Some.Contains("Niet aangenomen."));
    }

    [Test]
    public async Task Vote_ChangedBeforeClosing_CountsOnce()
    {
        world = await RitualWorld.StartAsync();
        await ProposeAsync(world.Member, "Wandelen elke woensdag 12:30");
        await VoteAsync((0, "vote.yes"), (1, "vote.yes"), (2, "vote.yes"), (1, "vote.no"), (2, "vote.no"), (2, "vote.no"));
        await world.UntilAsync(3, 4, 8);

        Assert.That(await world.RitualsAsync(), Is.Empty);
        Assert.That(await VoteAfterClosingAsync(), Does.Contain("gesloten"));
    }

    [Test]
    public async Task Proposal_PassedAfterAnotherChange_SaysWhyNothingChanged()
    {
        world = await RitualWorld.StartAsync();
        await world.PlanAsync("Wandelen elke woensdag 12:30");
        await world.SayAsync(world.Member, "ritueel voorstel verplaats wandelen naar elke donderdag 12:30");
        await world.ClickAsync(world.Member, "ritual.confirm");
        await world.SayAsync(world.Owner, "ritueel pauze wandelen tot 1 april");
        await world.ClickAsync(world.Owner, "ritual.confirm");
        await VoteAsync((1, "vote.yes"), (2, "vote.yes"), (3, "vote.yes"));
        await world.UntilAsync(3, 4, 8);

        Assert.That((await world.RitualsAsync()).Single().Plan.Rule, Does.EndWith("BYDAY=WE"));
        Assert.That(
            world.Texts, Has.Some.Contains("Aangenomen, maar intussen is er iets anders besloten.").And.None.Contains("Niet aangenomen."));
    }

    [Test]
    public async Task Proposal_WithTooFewVotes_RevealsNothing()
    {
        world = await RitualWorld.StartAsync();
        await ProposeAsync(world.Member, "Wandelen elke woensdag 12:30");
        await VoteAsync((1, "vote.yes"), (2, "vote.yes"));
        await world.UntilAsync(3, 4, 8);

        Assert.That(await world.RitualsAsync(), Is.Empty);
        Assert.That(world.Texts, Has.Some.Contains("te weinig mensen"));
    }

    [Test]
    public async Task Votes_DuringAndAfterTheVote_CannotBeTracedToAPerson()
    {
        world = await RitualWorld.StartAsync();
        await ProposeAsync(world.Member, "Wandelen elke woensdag 12:30");
        var before = world.Texts;
        await VoteAsync((0, "vote.no"), (1, "vote.yes"), (2, "vote.yes"));
        Assert.That(world.Texts, Is.EqualTo(before));
        var during = await world.World.ReadAsync(db => db.Votes.ToListAsync());
        Assert.That(during, Has.Count.EqualTo(3));
        Assert.That(
            during.Select(vote => vote.Voter),
            Has.None.Matches<string>(voter =>
                world.World.People.Any(person => voter!.Contains(person.ObjectId.ToString("N"), StringComparison.OrdinalIgnoreCase))));

        await world.UntilAsync(3, 4, 8);
        Assert.That(await world.World.ReadAsync(db => db.Votes.CountAsync()), Is.Zero);
        var proposal = await world.World.ReadAsync(db => db.Proposals.SingleAsync());
        Assert.That((proposal.BallotKey, proposal.State), Is.EqualTo(((string?)null, ProposalState.Passed)));
        Assert.That(world.Texts, Has.None.Match(@"\b[23] (stem|van)"));
    }

    [Test]
    public async Task GroupChat_WithoutOwners_DecidesByVote()
    {
        world = await RitualWorld.StartAsync(isGroupChat: true);
        Assert.That(
            await world.SayAsync(world.Member, "ritueel nieuw Lunch elke donderdag 12:00"), Does.Contain("Het team stemt hierover"));
        await world.ClickAsync(world.Member, "ritual.confirm");
        await VoteAsync((0, "vote.yes"), (1, "vote.yes"), (2, "vote.yes"));
        await world.UntilAsync(3, 4, 12, 1);

        Assert.That((await world.RitualsAsync()).Single().Plan.Name, Is.EqualTo("Lunch"));
        Assert.That(world.Announcements(), Is.EqualTo(1));
    }

    [Test]
    public async Task Team_WithoutOwners_DecidesByVote()
    {
        world = await RitualWorld.StartAsync();
        var group = world.Tenant.Groups.Find(world.Channel.Team!.GroupId)!;
        world.Tenant.Groups.Set(group with { Owners = [], Members = [.. group.Members.Skip(1)] });

        Assert.That(
            await world.SayAsync(world.Member, "ritueel nieuw Wandelen elke woensdag 12:30"), Does.Contain("Het team stemt hierover"));
    }

    [Test]
    public async Task Charter_AfterTheVote_IsATextWithoutNumbers()
    {
        world = await RitualWorld.StartAsync();
        Assert.That(await world.SayAsync(world.Member, "afspraken"), Does.Contain("nog geen afspraken"));
        Assert.That(await world.SayAsync(world.Member, "afspraken stemmen"), Does.Contain("eigenaren van het team"));
        await world.SayAsync(world.Owner, "afspraken stemmen");
        foreach (var person in world.World.People.Take(3))
        {
            await world.ClickAsync(person, "charter.vote", new JsonObject
            {
                ["task0"] = "Ai", ["task2"] = "People", ["task3"] = person == world.Owner ? "Ai" : "Both", ["task4"] = "onzin",
            });
        }

        await world.UntilAsync(3, 4, 8);
        var text = await world.SayAsync(world.Member, "afspraken");
        Assert.That(Between(text, "Voor mensen", "Voor allebei"), Does.Contain("Feedback geven aan een collega"));
        Assert.That(Between(text, "Voor allebei", "Voor AI"), Does.Contain("Een moeilijk gesprek voorbereiden"));
        Assert.That(Between(text, "Voor AI", "Nog niet beslist"), Does.Contain("Een eerste versie schrijven"));
        Assert.That(text, Does.Contain("Beslissen over mensen").And.Not.Match(@"\d"));
        Assert.That(await world.World.ReadAsync(db => db.Votes.CountAsync()), Is.Zero);
    }

    [Test]
    public async Task Charter_WithTooFewVotes_SaysSoUnderItsOwnName()
    {
        world = await RitualWorld.StartAsync();
        await world.SayAsync(world.Owner, "afspraken stemmen");
        await world.UntilAsync(3, 4, 8);

        Assert.That(world.Texts, Has.Some.Contains("Onze afspraken over AI").And.None.Contains("nog goed uit"));
    }

    [Test]
    public async Task Charter_WithoutARitual_IsAskedAgainAfterAQuarterOnlyIfAgreed()
    {
        world = await RitualWorld.StartAsync();
        await world.SayAsync(world.Owner, "afspraken stemmen");
        foreach (var person in world.World.People.Take(3))
        {
            await world.ClickAsync(person, "charter.vote", new JsonObject { ["task0"] = "Ai" });
        }

        await world.UntilAsync(3, 4, 8);
        foreach (var (month, day, count) in new[] { (6, 3, 2), (9, 4, 2) })
        {
            world.Tenant.Clock.AdvanceTo(RitualWorld.At(month, day, 6));
            await world.UntilAsync(month, day + 3, 8);
            Assert.That(
                await world.World.ReadAsync(db => db.Proposals.CountAsync(row => row.Kind == ProposalKind.Charter)), Is.EqualTo(count));
        }
    }

    [Test]
    public async Task Charter_ReplacedByALaterOne_IsDeletedAfterAYear()
    {
        world = await RitualWorld.StartAsync();
        var now = RitualWorld.InstantAt(3, 2, 7);
        await world.SayAsync(world.Member, "afspraken");
        var space = await world.World.ReadAsync(db => db.Spaces.SingleAsync());
        foreach (var (daysAgo, state) in new[]
        {
            (900, ProposalState.Passed), (800, ProposalState.Passed), (700, ProposalState.Rejected), (200, ProposalState.TooFew),
        })
        {
            await AddCharterAsync(daysAgo, state);
        }

        Assert.That(await DaysAgoAfterCleanUpAsync(), Is.EqualTo(new[] { 800, 200 }), "the latest that passed is valid");
        await AddCharterAsync(300, ProposalState.Passed);
        await AddCharterAsync(100, ProposalState.Passed);
        Assert.That(await DaysAgoAfterCleanUpAsync(), Is.EqualTo(new[] { 300, 200, 100 }));

        Task AddCharterAsync(int daysAgo, ProposalState state) => world.World.WriteAsync(db =>
        {
            db.Proposals.Add(new Proposal
            {
                Id = Guid.CreateVersion7((now - Duration.FromDays(daysAgo)).ToDateTimeOffset()), SpaceId = space.Id, Nonce = "n",
                Kind = ProposalKind.Charter, ClosesAt = now - Duration.FromDays(daysAgo), State = state,
            });
            return Task.CompletedTask;
        });

        async Task<List<int>> DaysAgoAfterCleanUpAsync()
        {
            await world.World.Services.GetRequiredService<Retention>().ApplyAsync(default);
            var closed = await world.World.ReadAsync(db => db.Proposals.Select(row => row.ClosesAt).ToListAsync());
            return [.. closed.Order().Select(at => (int)(now - at).TotalDays)];
        }
    }

    [Test]
    public async Task CharterRitual_EveryQuarter_AsksAgain()
    {
        world = await RitualWorld.StartAsync();
        var plan = (await world.PlanAsync("AI-afspraken")).Plan;
        var times = world.World.Services.GetRequiredService<PlanTimes>().Upcoming(plan, RitualWorld.InstantAt(3, 2, 8)).Take(2).ToList();
        Assert.That((times[1].Start - times[0].Start).TotalDays, Is.InRange(80, 100));
        foreach (var (time, count) in times.Zip([1, 2]))
        {
            // Skips the months in between, in which nothing is due.
            var before = (time.Start - Duration.FromDays(4)).ToDateTimeOffset();
            world.Tenant.Clock.AdvanceTo(before > world.World.Clock.Now ? before : world.World.Clock.Now);
            await world.World.AdvanceToAsync(time.Start.ToDateTimeOffset());
            Assert.That(
                await world.World.ReadAsync(db => db.Proposals.CountAsync(row => row.Kind == ProposalKind.Charter)), Is.EqualTo(count));
        }
    }

    // A client may still show the card with its buttons.
    private async Task<string> VoteAfterClosingAsync()
    {
        var proposal = await world.World.ReadAsync(db => db.Proposals.SingleAsync());
        var data = new JsonObject { ["id"] = proposal.Id.ToString(), ["nonce"] = proposal.Nonce };
        return (await world.Sandbox.Channels.ClickAsync(world.Channel, world.Owner, world.FromBot[^1].Id, "vote.yes", data)).Message ?? "";
    }

    private async Task ProposeAsync(Person person, string phrase)
    {
        Assert.That(await world.SayAsync(person, $"ritueel voorstel {phrase}"), Does.Contain("Het team stemt hierover"));
        Assert.That(await world.ClickTextAsync(person, "ritual.confirm"), Does.Contain("Voorgelegd aan het team"));
    }

    private async Task VoteAsync(params (int Person, string Verb)[] votes)
    {
        foreach (var (person, verb) in votes)
        {
            Assert.That(await world.ClickTextAsync(world.World.People[person], verb), Does.Contain("Je stem is genoteerd"));
        }
    }

    private static string Between(string text, string from, string to)
    {
        var start = text.IndexOf(from, StringComparison.Ordinal);
        var end = text.IndexOf(to, start + 1, StringComparison.Ordinal);
        return start < 0 ? "" : end < 0 ? text[start..] : text[start..end];
    }
}
