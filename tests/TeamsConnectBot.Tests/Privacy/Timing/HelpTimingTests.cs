using TeamsConnectBot.Data;
using TeamsConnectBot.HelpRequests.Rows;
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

    // Two tests compare with these worlds.
    private Task<Seen>? silence;
    private Task<Seen>? oneNo;

    [Test]
    public async Task NobodyHelps_WhateverTheCause_TheAskerSeesTheSameAtTheSameMoments()
    {
        var expected = await AskerSeesAsync((_, _) => Task.CompletedTask);
        Assert.That(expected.Count(line => line.Contains(SamplePeople.Host.Name)), Is.GreaterThanOrEqualTo(1), "the asker must be told");
        foreach (var (cause, others) in Causes())
        {
            Onlooker.AssertSame(await AskerSeesAsync(others.Act, others.AllBusy), expected, cause);
        }
    }

    [Test]
    public async Task OneOfThree_WhateverTheyDoShortOfAYes_NobodyElseSeesIt()
    {
        var expected = (await SilenceAsync()).ByOthersWhoWereAsked;
        Assert.That(expected, Has.Some.Contains("p00 gets"), "the asker must be told");
        Assert.That(expected, Has.Some.Contains("p05 gets").And.Some.Contains("p06 gets"), "the others were asked too");
        Onlooker.AssertSame((await OneNoAsync()).ByOthersWhoWereAsked, expected, "a no");
        Onlooker.AssertSame((await OthersSeeAsync(free: 3, EraseFirstAsync)).ByOthersWhoWereAsked, expected, "one who was asked left");
        Onlooker.AssertSame(
            (await OthersSeeAsync(free: 3, (_, _) => Task.CompletedTask, isFirstBusy: true)).ByOthersWhoWereAsked, expected,
            "one could not be asked");
    }

    [Test]
    public async Task NobodyHelps_WhateverTheCause_TheAskerTheHostAndBystandersSeeTheSame()
    {
        var expected = (await SilenceAsync()).ByBystanders;
        Assert.That(expected, Has.Some.Contains("p00 gets"), "the asker must be told");
        Onlooker.AssertSame((await OneNoAsync()).ByBystanders, expected, "one says no");
        Onlooker.AssertSame(
            (await OthersSeeAsync(free: 3, (world, asked) => EachAsync(world, asked, "help.notnow"))).ByBystanders, expected, "all say no");
        Onlooker.AssertSame((await OthersSeeAsync(free: 0, (_, _) => Task.CompletedTask)).ByBystanders, expected, "nobody can be asked");
    }

    private Task<Seen> SilenceAsync() => silence ??= OthersSeeAsync(free: 3, (_, _) => Task.CompletedTask);

    private Task<Seen> OneNoAsync() =>
        oneNo ??= OthersSeeAsync(free: 3, (world, asked) => EachAsync(world, asked.Take(1), "help.notnow"));

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

        CardSnapshot? data = null;
        foreach (var moment in new[] { row.HearsBy!.Value - Duration.FromMinutes(20), row.HearsBy.Value + Duration.FromHours(1), End })
        {
            // The waves move by chance; what is compared happens at moments that do not.
            await watcher.WatchAsync(world.Service.Clock, moment);
            watcher.Note((await world.SendAsync(asker, row, "help.send")).Text);
            if (data is null)
            {
                // Once: 'my data' has nothing of its own on a card, so asking again would look like the same card sent twice.
                await world.Server.Teams.SayAsync(asker, "mijn gegevens");
                await world.QuietAsync();
                data = world.CardWith(asker, "myData.export");
            }

            watcher.Note((await world.TapAsync(asker, data, "myData.export")).CardJson ?? "no card");
            await world.QuietAsync();
        }

        return watcher.Take();
    }

    // The first of these are free, so that the same people are asked in every world; and the waves, which move by chance, are set.
    private async Task<Seen> OthersSeeAsync(int free, Func<World, IReadOnlyList<Person>, Task> act, bool isFirstBusy = false)
    {
        var world = await StartAsync(SamplePeople.Of(14), HelpWorld.Settings);
        List<Person> helpers = [.. world.People.Skip(4).Take(3)];
        var canHelp = helpers.Take(free).Skip(isFirstBusy ? 1 : 0).ToList();
        foreach (var person in world.People.Skip(1).Where(person => canHelp.TrueForAll(helper => helper.Id != person.Id)))
        {
            world.Calendars.Block(person, World.At(IsoDayOfWeek.Monday, 7), World.At(IsoDayOfWeek.Friday, 20));
        }

        await world.PrepareAsync();
        var others = new Onlooker(world.Tenant, helpers[0], () => []);
        var bystanders = new Onlooker(world.Tenant, helpers[0], () => []) { AlsoApart = [.. helpers.Skip(1)] };
        others.Take();
        bystanders.Take();
        await world.AskAsync(world.People[0]);
        await SetWavesAsync(world);
        await Onlooker.WatchAsync(world.Service.Clock, World.At(IsoDayOfWeek.Monday, 10), others, bystanders);
        var asked = world.Asked();
        Assert.That(asked, Is.EqualTo(canHelp));
        await act(world, asked);
        await Onlooker.WatchAsync(world.Service.Clock, End, others, bystanders);
        return new Seen(others.Take(), bystanders.Take());
    }

    private static Task EraseFirstAsync(World world, IReadOnlyList<Person> asked) =>
        world.Service.Services.GetRequiredService<PersonErasure>().EraseAsync(HelpWorld.IdOf(asked[0]), default);

    private static Task SetWavesAsync(World world) => world.WriteAsync(async db =>
    {
        var row = await db.HelpRequests.SingleAsync();
        row.Waves = [World.At(IsoDayOfWeek.Monday, 9, 40), World.At(IsoDayOfWeek.Monday, 12), World.At(IsoDayOfWeek.Monday, 15)];
        (await db.DueTasks.SingleAsync(task => task.Kind == DueTaskKind.AskColleagues)).DueAt = row.Waves[0];
    });

    /// <summary>What everybody sees but the first helper, and what everybody sees but all helpers.</summary>
    private sealed record Seen(IReadOnlyList<string> ByOthersWhoWereAsked, IReadOnlyList<string> ByBystanders);
}
