using TeamsConnectBot.Privacy;
using TeamsConnectBot.Tests.HelpRequests;

namespace TeamsConnectBot.Tests.Privacy.Timing;

/// <summary>
/// Nobody can be told to have declined. Worlds differ only in what the people who were asked did, or whether there was anybody to ask, and
/// what the asker sees, and when, is compared; and so is what everybody else sees.
/// </summary>
internal sealed class HelpTimingTests : WorldTests
{
    private static readonly Instant End = World.At(IsoDayOfWeek.Thursday, 8);

    [Test]
    public async Task NobodyHelps_WhateverTheCause_TheAskerSeesTheSameAtTheSameMoments()
    {
        var silence = await AskerSeesAsync((_, _) => Task.CompletedTask);
        Assert.That(silence.Count(line => line.Contains(SamplePeople.Host.Name)), Is.GreaterThanOrEqualTo(1), "the asker must be told");
        foreach (var (cause, others) in Causes())
        {
            Onlooker.AssertSame(await AskerSeesAsync(others.Act, others.AllBusy), silence, cause);
        }
    }

    [Test]
    public async Task OnePersonIsAsked_WhateverTheyDoShortOfAYes_NobodyElseSeesIt()
    {
        var silence = await OthersSeeAsync(null);
        Assert.That(silence, Has.Some.Contains("p00 gets"), "the asker must be told");
        foreach (var verb in new[] { "help.notnow" })
        {
            Onlooker.AssertSame(await OthersSeeAsync(verb), silence, verb);
        }
    }

    private static IEnumerable<(string Cause, (Func<World, IReadOnlyList<Person>, Task> Act, bool AllBusy) Others)> Causes() =>
    [
        ("all say no", ((world, asked) => EachAsync(world, asked, "help.notnow"), false)),
        ("all report it", ((world, asked) => EachAsync(world, asked, "help.report"), false)),
        ("one says no, the others nothing", ((world, asked) => EachAsync(world, asked.Take(1), "help.notnow"), false)),
        ("all who are asked leave", (async (world, asked) =>
        {
            foreach (var person in asked)
            {
                await world.Service.Services.GetRequiredService<PersonErasure>().EraseAsync(HelpWorld.IdOf(person), default);
            }
        }, false)),
        ("one says yes, which cannot be arranged in time", (async (world, asked) =>
        {
            world.Faults.Refuse("/v1.0/*", 503);
            await EachAsync(world, asked.Take(1), "help.yes", ("slot", "0"));
        }, false)),
        ("nobody is free", ((_, _) => Task.CompletedTask, true)),
    ];

    private static async Task EachAsync(World world, IEnumerable<Person> asked, string verb, params (string, string)[] inputs)
    {
        foreach (var person in asked)
        {
            await world.ClickAsync(person, verb, inputs);
        }
    }

    // Everything the asker sees, asks for included: messages, edits, answers to clicks, what 'my data' says of the question.
    private async Task<IReadOnlyList<string>> AskerSeesAsync(Func<World, IReadOnlyList<Person>, Task> act, bool allBusy = false)
    {
        var world = await StartAsync(SamplePeople.Of(16), HelpWorld.Settings);
        foreach (var person in world.People.Skip(1).Where(_ => allBusy))
        {
            world.Calendars.Block(person, World.At(IsoDayOfWeek.Monday, 7), World.At(IsoDayOfWeek.Friday, 20));
        }

        await world.PrepareAsync();
        var asker = world.People[0];
        var watcher = new Onlooker(world.Tenant, SamplePeople.Host, () => []) { Only = asker };
        watcher.Take();
        watcher.Note((await world.AskAsync(asker)).Text);
        var row = (await world.QuestionOfAsync(asker))!;
        foreach (var wave in row.Waves)
        {
            await watcher.WatchAsync(world.Service.Clock, wave + Duration.FromMinutes(3));
            await act(world, world.Asked());
        }

        foreach (var moment in new[] { row.HearsBy!.Value - Duration.FromMinutes(20), row.HearsBy.Value + Duration.FromHours(1), End })
        {
            // The waves move by chance; what is compared happens at moments that do not.
            await watcher.WatchAsync(world.Service.Clock, moment);
            watcher.Note((await world.SendAsync(asker, row, "help.send")).Text);
            await world.Server.Teams.SayAsync(asker, "mijn gegevens");
            await world.QuietAsync();
            await world.ClickAsync(asker, "myData.export");
        }

        return watcher.Take();
    }

    // One person is free, so that it is the same one in every world.
    private async Task<IReadOnlyList<string>> OthersSeeAsync(string? verb)
    {
        var world = await StartAsync(SamplePeople.Of(12), HelpWorld.Settings);
        var helper = world.People[4];
        foreach (var person in world.People.Skip(1).Where(person => person.Id != helper.Id))
        {
            world.Calendars.Block(person, World.At(IsoDayOfWeek.Monday, 7), World.At(IsoDayOfWeek.Friday, 20));
        }

        await world.PrepareAsync();
        var onlooker = new Onlooker(world.Tenant, helper, () => []);
        onlooker.Take();
        await world.AskAsync(world.People[0]);
        await onlooker.WatchAsync(world.Service.Clock, World.At(IsoDayOfWeek.Monday, 10));
        Assert.That(world.Asked(), Is.EqualTo(new[] { helper }));
        if (verb is not null)
        {
            await world.ClickAsync(helper, verb);
        }

        await onlooker.WatchAsync(world.Service.Clock, End);
        return onlooker.Take();
    }
}
