using TeamsConnectBot.Rituals.Rows;

namespace TeamsConnectBot.Tests.Rituals;

/// <summary>
/// What becomes of proposals and of the charter when a vote closes. One service holds all votes, each in a channel of its own, and they
/// close at the same moment.
/// </summary>
internal sealed class VoteOutcomeTests
{
    private const string Walk = "Wandelen elke woensdag 12:30";

    private readonly Dictionary<Ballot, SharedChat> channels = [];
    private readonly List<string> tracedVoters = [];
    private RitualWorld world = null!;
    private int plannedBeforeTheVote;
    private int membersAfterTheVote;
    private (List<string> Before, List<string> During) tracedTexts;
    private (string Charter, string Voting) answersToAMember;

    private enum Ballot
    {
        Passed,
        ToJoin,
        VotedDown,
        Changed,
        Overtaken,
        TooFew,
        Traced,
        Charter,
        CharterTooFew,
    }

    [OneTimeSetUp]
    public async Task PlayAsync()
    {
        world = await RitualWorld.StartAsync();
        await PlayProposalsAsync();
        await PlayCharterAsync();
        UseNewChannel(Ballot.CharterTooFew);
        await world.SayAsync(world.Owner, "afspraken stemmen");

        await world.UntilAsync(3, 4, 8);
        membersAfterTheVote = await world.World.ReadAsync(db => db.RitualMembers.CountAsync());
    }

    [OneTimeTearDown]
    public async Task StopAsync() => await world.DisposeAsync();

    [Test]
    public async Task Proposal_ByAMember_PassesByVoteAndTheOwnerCannotUndoIt()
    {
        UseChannel(Ballot.Passed);

        Assert.That(plannedBeforeTheVote, Is.Zero);
        Assert.That((await world.RitualsAsync()).Single().Plan.Name, Is.EqualTo("Wandelen"));
        Assert.That(world.Texts, Has.Some.Contains("Aangenomen."));
        Assert.That(await world.SayAsync(world.Owner, "ritueel herstel"), Does.Contain("niets om ongedaan te maken"));
    }

    [Test]
    public async Task Proposal_Passed_HasAButtonToTakePart()
    {
        UseChannel(Ballot.ToJoin);
        Assert.That(membersAfterTheVote, Is.Zero, "voting for a ritual is not joining it");

        await world.JoinAsync((await world.RitualsAsync()).Single(), false, world.Member);
        Assert.That(world.CalendarOf(world.Member, 3, 11), Has.Count.EqualTo(2));
    }

    [Test]
    public async Task Proposal_VotedDown_ChangesNothingAndSaysSo()
    {
        UseChannel(Ballot.VotedDown);

        Assert.That(await world.RitualsAsync(), Is.Empty);
        Assert.That(world.Texts, Has.Some.Contains("Niet aangenomen."));
    }

    [Test]
    public async Task Vote_ChangedBeforeClosing_CountsOnce()
    {
        UseChannel(Ballot.Changed);

        Assert.That(await world.RitualsAsync(), Is.Empty);
        Assert.That(await VoteAfterClosingAsync(), Does.Contain("gesloten"));
    }

    [Test]
    public async Task Proposal_PassedAfterAnotherChange_SaysWhyNothingChanged()
    {
        UseChannel(Ballot.Overtaken);

        Assert.That((await world.RitualsAsync()).Single().Plan.Rule, Does.EndWith("BYDAY=WE"));
        Assert.That(
            world.Texts, Has.Some.Contains("Aangenomen, maar intussen is er iets anders besloten.").And.None.Contains("Niet aangenomen."));
    }

    [Test]
    public async Task Proposal_WithTooFewVotes_RevealsNothing()
    {
        UseChannel(Ballot.TooFew);

        Assert.That(await world.RitualsAsync(), Is.Empty);
        Assert.That(world.Texts, Has.Some.Contains("te weinig mensen"));
    }

    [Test]
    public async Task Votes_DuringAndAfterTheVote_CannotBeTracedToAPerson()
    {
        UseChannel(Ballot.Traced);
        Assert.That(tracedTexts.During, Is.EqualTo(tracedTexts.Before));
        Assert.That(tracedVoters, Has.Count.EqualTo(3));
        Assert.That(
            tracedVoters,
            Has.None.Matches<string>(voter =>
                world.World.People.Any(person => voter!.Contains(person.ObjectId.ToString("N"), StringComparison.OrdinalIgnoreCase))));

        Assert.That(await world.World.ReadAsync(db => db.Votes.CountAsync()), Is.Zero);
        var proposal = await ProposalAsync();
        Assert.That((proposal.BallotKey, proposal.State), Is.EqualTo(((string?)null, ProposalState.Passed)));
        Assert.That(world.Texts, Has.None.Match(@"\b[23] (stem|van)"));
    }

    [Test]
    public async Task Charter_AfterTheVote_IsATextWithoutNumbers()
    {
        UseChannel(Ballot.Charter);
        Assert.That(answersToAMember.Charter, Does.Contain("nog geen afspraken"));
        Assert.That(answersToAMember.Voting, Does.Contain("eigenaren van het team"));

        var text = await world.SayAsync(world.Member, "afspraken");
        Assert.That(Between(text, "Voor mensen", "Voor allebei"), Does.Contain("Feedback geven aan een collega"));
        Assert.That(Between(text, "Voor allebei", "Voor AI"), Does.Contain("Een moeilijk gesprek voorbereiden"));
        Assert.That(Between(text, "Voor AI", "Nog niet beslist"), Does.Contain("Een eerste versie schrijven"));
        Assert.That(text, Does.Contain("Beslissen over mensen").And.Not.Match(@"\d"));
        Assert.That(await world.World.ReadAsync(db => db.Votes.CountAsync()), Is.Zero);
    }

    [Test]
    public void Charter_WithTooFewVotes_SaysSoUnderItsOwnName()
    {
        UseChannel(Ballot.CharterTooFew);

        Assert.That(world.Texts, Has.Some.Contains("Onze afspraken over AI").And.None.Contains("nog goed uit"));
    }

    private async Task PlayProposalsAsync()
    {
        await ProposeAsync(Ballot.Passed);
        plannedBeforeTheVote = (await world.RitualsAsync()).Count;
        await world.VoteAsync((0, "vote.no"), (1, "vote.yes"), (2, "vote.yes"), (3, "vote.yes"));

        await ProposeAsync(Ballot.ToJoin);
        await world.VoteAsync((0, "vote.yes"), (1, "vote.yes"), (2, "vote.yes"));

        await ProposeAsync(Ballot.VotedDown);
        await world.VoteAsync((0, "vote.no"), (1, "vote.yes"), (2, "vote.no"));

        await ProposeAsync(Ballot.Changed);
        await world.VoteAsync((0, "vote.yes"), (1, "vote.yes"), (2, "vote.yes"), (1, "vote.no"), (2, "vote.no"), (2, "vote.no"));

        UseNewChannel(Ballot.Overtaken);
        await world.PlanAsync(Walk);
        await world.SayAsync(world.Member, "ritueel voorstel verplaats wandelen naar elke donderdag 12:30");
        await world.ClickAsync(world.Member, "ritual.confirm");
        await world.SayAsync(world.Owner, "ritueel pauze wandelen tot 1 april");
        await world.ClickAsync(world.Owner, "ritual.confirm");
        await world.VoteAsync((1, "vote.yes"), (2, "vote.yes"), (3, "vote.yes"));

        await ProposeAsync(Ballot.TooFew);
        await world.VoteAsync((1, "vote.yes"), (2, "vote.yes"));

        await ProposeAsync(Ballot.Traced);
        var before = world.Texts;
        await world.VoteAsync((0, "vote.no"), (1, "vote.yes"), (2, "vote.yes"));
        tracedTexts = (before, world.Texts);
        var traced = (await ProposalAsync()).Id;
        tracedVoters.AddRange(await world.World.ReadAsync(
            db => db.Votes.Where(vote => vote.ProposalId == traced).Select(vote => vote.Voter).ToListAsync()));
    }

    private async Task PlayCharterAsync()
    {
        UseNewChannel(Ballot.Charter);
        answersToAMember = (await world.SayAsync(world.Member, "afspraken"), await world.SayAsync(world.Member, "afspraken stemmen"));
        await world.SayAsync(world.Owner, "afspraken stemmen");
        foreach (var person in world.World.People.Take(3))
        {
            await world.ClickAsync(person, "charter.vote", new JsonObject
            {
                ["task0"] = "Ai", ["task2"] = "People", ["task3"] = person == world.Owner ? "Ai" : "Both", ["task4"] = "onzin",
            });
        }
    }

    private async Task ProposeAsync(Ballot ballot)
    {
        UseNewChannel(ballot);
        Assert.That(await world.SayAsync(world.Member, $"ritueel voorstel {Walk}"), Does.Contain("Het team stemt hierover"));
        Assert.That(await world.ClickTextAsync(world.Member, "ritual.confirm"), Does.Contain("Voorgelegd aan het team"));
    }

    private void UseNewChannel(Ballot ballot)
    {
        world.UseNewChannel();
        channels.Add(ballot, world.Channel);
    }

    private void UseChannel(Ballot ballot) => world.UseChannel(channels[ballot]);

    private Task<Proposal> ProposalAsync() => world.World.ReadAsync(db => db.Proposals.SingleAsync(
        row => db.Set<Space>().Any(space => space.Id == row.SpaceId && space.ConversationId == world.Channel.ConversationId)));

    // A client may still show the card with its buttons.
    private async Task<string> VoteAfterClosingAsync()
    {
        var proposal = await ProposalAsync();
        var data = new JsonObject { ["id"] = proposal.Id.ToString(), ["nonce"] = proposal.Nonce };
        return (await world.Sandbox.Channels.ClickAsync(world.Channel, world.Owner, world.FromBot[^1].Id, "vote.yes", data)).Message ?? "";
    }

    private static string Between(string text, string from, string to)
    {
        var start = text.IndexOf(from, StringComparison.Ordinal);
        var end = text.IndexOf(to, start + 1, StringComparison.Ordinal);
        return start < 0 ? "" : end < 0 ? text[start..] : text[start..end];
    }
}
