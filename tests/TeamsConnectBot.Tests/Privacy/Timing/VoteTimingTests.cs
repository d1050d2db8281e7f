using TeamsConnectBot.FirstUse;
using TeamsConnectBot.Rituals.Rows;
using TeamsConnectBot.Tests.Rituals;
using TeamsConnectBot.Tests.Rules;

namespace TeamsConnectBot.Tests.Privacy.Timing;

/// <summary>Until a vote closes at its announced moment, nobody can see that somebody voted, what they voted, or that all did.</summary>
internal sealed class VoteTimingTests
{
    [TestCase(false)]
    [TestCase(true)]
    public async Task RitualVote_WhateverOnePersonVotes_OthersSeeTheSameUntilItCloses(bool isGroupChat)
    {
        var silence = await RitualAsync(isGroupChat, null);
        Assert.That(silence.After, Has.Some.Contains("channel gets"), "the vote must have closed, or the test proves nothing");
        foreach (var answer in new[] { "vote.yes", "vote.no" })
        {
            Onlooker.AssertSame((await RitualAsync(isGroupChat, answer)).Before, silence.Before, answer);
        }
    }

    [Test]
    public async Task FirstUseVote_WhateverOnePersonVotes_OthersSeeTheSameUntilItCloses()
    {
        var silence = await FirstUseAsync(null);
        Assert.That(silence.After, Has.Some.Contains("sees change"), "the vote must have closed, or the test proves nothing");
        foreach (var answer in new[] { "useVote.yes", "useVote.no" })
        {
            Onlooker.AssertSame((await FirstUseAsync(answer)).Before, silence.Before, answer);
        }
    }

    // The others have already voted, so this person's vote is the last one possible.
    private static async Task<(IReadOnlyList<string> Before, IReadOnlyList<string> After)> RitualAsync(bool isGroupChat, string? answer)
    {
        await using var world = await RitualWorld.StartAsync(isGroupChat: isGroupChat);
        var apart = world.World.People[0];
        await world.SayAsync(world.Member, (isGroupChat ? "ritueel nieuw" : "ritueel voorstel") + " Wandelen elke woensdag 12:30");
        await world.ClickAsync(world.Member, "ritual.confirm");
        var onlooker = new Onlooker(world.Tenant, apart, () => []);
        foreach (var (person, verb) in world.World.People.Skip(1).Zip(["vote.yes", "vote.no", "vote.yes"]))
        {
            await world.ClickAsync(person, verb);
        }

        await onlooker.WatchAsync(world.World.Clock, RitualWorld.InstantAt(3, 2, 10, 12));
        if (answer is not null)
        {
            await world.ClickAsync(apart, answer);
        }

        var closes = await world.World.ReadAsync(db => db.Proposals.Select(row => row.ClosesAt).SingleAsync());
        await onlooker.WatchAsync(world.World.Clock, closes - Duration.FromMinutes(1));
        var before = onlooker.Take();
        await onlooker.WatchAsync(world.World.Clock, closes + Duration.FromMinutes(1));
        return (before, onlooker.Take());
    }

    private static async Task<(IReadOnlyList<string> Before, IReadOnlyList<string> After)> FirstUseAsync(string? answer)
    {
        await using var world = await OfficeWorld.StartAsync(settings: new() { ["FirstUse:Body"] = "Vote", ["FirstUse:VoteDays"] = "5" });
        var apart = world.Participant;
        foreach (var person in world.Inner.People)
        {
            await world.Inner.JoinAsync(person);
        }

        await world.Get<VoteOpening>().OpenAsync(true, world.AdminActor, default);
        await world.Inner.AdvanceToAsync(RitualWorld.At(3, 2, 10));
        var onlooker = new Onlooker(world.Inner.Tenant.Tenant, apart, () => []);
        foreach (var (person, index) in world.Inner.People.Where(person => person != apart).Select((person, index) => (person, index)))
        {
            await world.Inner.ClickAsync(person, index % 2 == 0 ? "useVote.yes" : "useVote.no");
        }

        await onlooker.WatchAsync(world.Inner.Clock, RitualWorld.InstantAt(3, 2, 10, 12));
        if (answer is not null)
        {
            await world.Inner.ClickAsync(apart, answer);
        }

        var closes = await world.Inner.ReadAsync(db => db.FirstUses.Select(row => row.VoteUntil).SingleAsync());
        await onlooker.WatchAsync(world.Inner.Clock, closes!.Value - Duration.FromMinutes(1));
        onlooker.Note(await world.SayAsync(world.Reader, "rapport"));
        var before = onlooker.Take();
        await onlooker.WatchAsync(world.Inner.Clock, closes.Value + Duration.FromHours(13));
        return (before, onlooker.Take());
    }
}
