using TeamsConnectBot.Data;
using TeamsConnectBot.HelpRequests.Rows;

namespace TeamsConnectBot.Tests.HelpRequests;

/// <summary>
/// The process crashes while colleagues are asked: nobody is asked twice, and whoever got the card can answer it, even when it is not known
/// whether it arrived.
/// </summary>
internal sealed class HelpCrashTests : WorldTests
{
    [Test]
    public async Task Crash_WhileAWaveGoesOut_AsksNobodyTwice_AndACardThatArrivedCanBeAnswered(
        [Values(3, 9, 10, 11, 12)] int request, [Values] bool afterHandling)
    {
        var world = await StartAsync(SamplePeople.Of(12), [.. HelpWorld.Settings, ("Engine:SendAtOnce", "1")]);
        await world.PrepareAsync();
        var asker = world.People[0];
        await world.AskAsync(asker);
        var row = (await world.QuestionOfAsync(asker))!;
        world.CrashAt(request, afterHandling);
        await world.UntilAsync(row.Waves[0] + Duration.FromMinutes(1));
        Assert.That(world.HasCrashed, Is.True, "a wave makes more requests");
        await world.RestartAfterCrashAsync();
        Assert.That(world.Report().InDoubt, Is.LessThanOrEqualTo(1));

        await world.UntilAsync(row.Waves[0] + Duration.FromMinutes(20));
        var times = world.People.Select(person => world.MessagesTo(person).Count(message =>
            message.CardJson?.Contains("help.yes", StringComparison.Ordinal) == true)).ToList();
        Assert.That(times, Is.All.LessThanOrEqualTo(1));
        Assert.That(times.Sum() + world.Report().InDoubt, Is.GreaterThanOrEqualTo(3), "three were asked, of whom one may be in doubt");
        Assert.That(await world.ReadAsync(db => db.HelpOffers.CountAsync()), Is.EqualTo(3));

        // Whoever got the card may say no and then yes; the card of a message in doubt can be edited from then on.
        var doubted = await world.ReadAsync(db => db.Messages.Where(message => message.State == MessageState.InDoubt)
            .Select(message => message.PersonId).ToListAsync());
        var helper = world.Asked().OrderBy(person => doubted.Contains(HelpWorld.IdOf(person)) ? 0 : 1).First();
        await world.ClickAsync(helper, "help.yes", ("slot", "0"));
        Assert.That(world.PartnersOf(asker), Is.EqualTo(new[] { helper }));
        Assert.That(world.Asked(), Is.Empty, "every card was edited");
    }

    [Test]
    public async Task Paused_BeforeTheQuestionGoesOut_IsNotAsked()
    {
        var world = await StartAsync(SamplePeople.Of(12), HelpWorld.Settings);
        await world.PrepareAsync();
        var asker = world.People[0];
        await world.AskAsync(asker);
        var row = (await world.QuestionOfAsync(asker))!;
        using (world.Faults.Refuse("/teams/*", 429, "600"))
        {
            await world.UntilAsync(row.Waves[0] + Duration.FromMinutes(1));
        }

        Assert.That(world.Asked(), Is.Empty);
        var offered = await world.ReadAsync(db => db.HelpOffers.Select(offer => offer.PersonId).ToListAsync());
        await world.WriteAsync(async db =>
        {
            (await db.Participants.SingleAsync(person => person.PersonId == offered[0])).PausedUntil = world.Now + Duration.FromDays(7);
        });
        await world.UntilAsync(row.Waves[0] + Duration.FromHours(1));
        Assert.That(world.Asked().Select(HelpWorld.IdOf), Has.None.EqualTo(offered[0]).And.Not.Empty);
    }
}
