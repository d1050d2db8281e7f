using TeamsConnectBot.DoNotMatch;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using TeamsConnectBot.Cards.Building;
using TeamsConnectBot.Privacy;
using TeamsConnectBot.Sandbox.Faults;
using TeamsConnectBot.Sandbox.Tenant;

namespace TeamsConnectBot.Tests.Privacy;

/// <summary>Whoever left the organisation is erased at the daily look, and nobody by a fault of Graph's.</summary>
internal sealed class DirectoryLookTests
{
    private PrivacyWorld world = null!;

    private Person Leaver => world.People[0];

    private Person Partner => world.People[1];

    [TearDown]
    public async Task StopAsync() => await world.DisposeAsync();

    [Test]
    public async Task GoneFromTheDirectory_IsErasedAtTheDailyLook_AndThePartnerHearsItIsOff()
    {
        // Nobody has time on the day of the settling, so the night comes before they meet.
        await StartAsync(busyUntil: NodaTime.Instant.FromUtc(2026, 3, 3, 23, 0));
        await Round.MeetAsync(world, Leaver, Partner);
        world.Tenant.Tenant.People.Delete(Leaver);

        await world.AdvanceToAsync(new DateTimeOffset(2026, 3, 4, 3, 16, 0, TimeSpan.Zero));
        await world.EmptyLogAsync();

        Assert.That(await PeopleAsync(), Is.EqualTo(new[] { Partner.ObjectId.ToString() }));
        Assert.That(DatabaseFiles.Contain(world.DatabaseFile, Leaver.ObjectId.ToString()), Is.False);
        Assert.That(world.FromBot(Partner)[^1].CardJson, Does.Contain(Texts.For("nl").Off.Heading).And.Contain("met " + Texts.For("nl").Common.Colleague));
        Assert.That(world.Tenant.Tenant.Calendar.Live, Is.Empty);
    }

    [Test]
    public async Task AccountOff_IsErased()
    {
        await StartAsync(off: 1);
        await world.JoinAsync(Leaver);
        await world.JoinAsync(Partner);

        await LookAsync();

        Assert.That(await PeopleAsync(), Is.EqualTo(new[] { Partner.ObjectId.ToString() }));
    }

    [Test]
    public async Task ColleagueNamedInAWish_WhoLeft_IsNamedNoMore()
    {
        await StartAsync();
        await world.JoinAsync(Partner);
        await world.SayAsync(Partner, $"liever niet met {Leaver.UserPrincipalName}");
        world.Tenant.Tenant.People.Delete(Leaver);

        await LookAsync();

        Assert.That(await world.ReadAsync(db => db.NotWith.Select(row => row.OtherId).ToListAsync()), Is.EqualTo(new string?[] { null }));
    }

    [Test]
    public async Task ManyGoneAtOnce_NobodyIsErased_AndTheLogSaysSo()
    {
        await StartAsync(off: 6);
        foreach (var person in world.People)
        {
            await world.JoinAsync(person);
        }

        await LookAsync();

        Assert.That(await PeopleAsync(), Has.Count.EqualTo(world.People.Count));
        Assert.That(world.Log.All, Has.Some.Contains("people seem to have left"));
    }

    [TestCase(404, "")]
    [TestCase(503, "")]
    [TestCase(403, "")]
    [TestCase(200, "{}")]
    [TestCase(200, "{\"value\":[{\"id\":\"7f6c3f4e-0000-4000-8000-000000000000\"}]}")]
    public async Task GraphsFault_ErasesNobody(int status, string body)
    {
        await StartAsync();
        await world.JoinAsync(Leaver);
        using var fault = world.Tenant.Faults.Add(new FaultRule { Path = "/v1.0/users", Status = status, Body = body });

        await LookAsync();

        Assert.That(await PeopleAsync(), Has.Count.EqualTo(1));
    }

    private async Task StartAsync(int off = 0, NodaTime.Instant? busyUntil = null) => world = await PrivacyWorld.StartAsync(
        people: 8,
        change: organisation => organisation with
        {
            People = [.. organisation.People.Select((person, index) => person with { Enabled = index >= off })],
            BusyTime = (_, from, until) => busyUntil is { } end && from < end ? [new BusyBlock(from, NodaTime.Instant.Min(end, until), BusyStatus.Busy)] : [],
        },
        settings: new() { ["Graph:RetryDelay"] = "00:00:00.001" });

    private Task LookAsync() => world.Services.GetRequiredService<DirectoryLook>().LookAsync(default);

    private Task<List<string>> PeopleAsync() => world.ReadAsync(db => db.Participants.Select(person => person.PersonId).ToListAsync());
}
