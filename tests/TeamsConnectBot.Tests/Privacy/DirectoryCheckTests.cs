using TeamsConnectBot.Cards.Building;
using TeamsConnectBot.DoNotMatch;
using TeamsConnectBot.Privacy;
using TeamsConnectBot.Sandbox.Faults;

namespace TeamsConnectBot.Tests.Privacy;

/// <summary>The daily directory check erases people who left the organisation, but nobody when Graph answers incorrectly.</summary>
internal sealed class DirectoryCheckTests
{
    private PrivacyWorld world = null!;

    private Person Leaver => world.People[0];

    private Person Partner => world.People[1];

    [TearDown]
    public async Task StopAsync() => await world.DisposeAsync();

    [Test]
    public async Task DeletedFromDirectory_IsErasedByTheDailyCheck_AndThePartnerIsToldItIsOff()
    {
        // Nobody has time on the day of settling, so the nightly check comes before the meeting.
        await StartAsync(busyUntil: NodaTime.Instant.FromUtc(2026, 3, 3, 23, 0));
        await FirstRound.MeetAsync(world, Leaver, Partner);
        world.Tenant.Tenant.People.Delete(Leaver);

        await world.AdvanceToAsync(new DateTimeOffset(2026, 3, 4, 3, 16, 0, TimeSpan.Zero));
        await world.TruncateWalAsync();

        Assert.That(await PeopleAsync(), Is.EqualTo(new[] { Partner.ObjectId.ToString() }));
        Assert.That(DatabaseFiles.Contain(world.DatabaseFile, Leaver.ObjectId.ToString()), Is.False);
        var dutch = Texts.For("nl");
        Assert.That(world.FromBot(Partner)[^1].CardJson, Does.Contain(dutch.Off.Heading).And.Contain("met " + dutch.Common.Colleague));
        Assert.That(world.Tenant.Tenant.Calendar.Live, Is.Empty);
    }

    [Test]
    public async Task DisabledAccount_IsErased()
    {
        await StartAsync(off: 1);
        await world.JoinAsync(Leaver);
        await world.JoinAsync(Partner);

        await CheckAsync();

        Assert.That(await PeopleAsync(), Is.EqualTo(new[] { Partner.ObjectId.ToString() }));
    }

    [Test]
    public async Task DeletedColleague_IsRemovedFromNotWithChoices()
    {
        await StartAsync();
        await world.JoinAsync(Partner);
        await world.SayAsync(Partner, $"liever niet met {Leaver.UserPrincipalName}");
        world.Tenant.Tenant.People.Delete(Leaver);

        await CheckAsync();

        Assert.That(await world.ReadAsync(db => db.NotWith.Select(row => row.OtherId).ToListAsync()), Is.EqualTo(new string?[] { null }));
    }

    [Test]
    public async Task ManyDeletedAtOnce_NobodyIsErased_AndAWarningIsLogged()
    {
        await StartAsync(off: 6);
        foreach (var person in world.People)
        {
            await world.JoinAsync(person);
        }

        await CheckAsync();

        Assert.That(await PeopleAsync(), Has.Count.EqualTo(world.People.Count));
        Assert.That(world.Log.All, Has.Some.Contains("people seem to have left"));
    }

    [TestCase(404, "")]
    [TestCase(503, "")]
    [TestCase(403, "")]
    [TestCase(200, "{}")]
    [TestCase(200, "{\"value\":[{\"id\":\"7f6c3f4e-0000-4000-8000-000000000000\"}]}")]
    public async Task GraphFault_ErasesNobody(int status, string body)
    {
        await StartAsync();
        await world.JoinAsync(Leaver);
        using var fault = world.Tenant.Faults.Add(new FaultRule { Path = "/v1.0/users", Status = status, Body = body });

        await CheckAsync();

        Assert.That(await PeopleAsync(), Has.Count.EqualTo(1));
    }

    private async Task StartAsync(int off = 0, NodaTime.Instant? busyUntil = null) => world = await PrivacyWorld.StartAsync(
        people: 8,
        change: organisation => organisation with
        {
            People = [.. organisation.People.Select((person, index) => person with { Enabled = index >= off })],
            BusyTime = (_, from, until) => busyUntil is { } end && from < end
                ? [new BusyBlock(from, NodaTime.Instant.Min(end, until), BusyStatus.Busy)]
                : [],
        },
        settings: new() { ["Graph:RetryDelay"] = "00:00:00.001" });

    private Task CheckAsync() => world.Services.GetRequiredService<DirectoryCheck>().CheckAllAsync(default);

    private Task<List<string>> PeopleAsync() => world.ReadAsync(db => db.Participants.Select(person => person.PersonId).ToListAsync());
}
