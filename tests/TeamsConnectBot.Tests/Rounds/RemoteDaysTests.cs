using TeamsConnectBot.Availability;
using TeamsConnectBot.Cards;
using TeamsConnectBot.Core.Rules;
using TeamsConnectBot.Tests.Privacy;
using Preferences = TeamsConnectBot.Data.Preferences;

namespace TeamsConnectBot.Tests.Rounds;

/// <summary>Remote days come only from what people tell, although everybody's calendar says 'working elsewhere' all week.</summary>
internal sealed class RemoteDaysTests
{
    [Test]
    public async Task WorkingElsewhere_InTheCalendar_IsIgnoredWhereasToldDaysCount()
    {
        await using var world = await PrivacyWorld.StartAsync(
            people: 3, change: organisation => organisation with { BusyTime = Elsewhere });
        var (silent, told) = (world.People[0], world.People[1]);
        await world.JoinAsync(silent);
        await world.InstallAsync(told);
        await world.ClickAsync(told, Verbs.Join, new() { [Inputs.AllowGaps] = "true", [Inputs.OfficeDays] = "1" });

        await world.AdvanceToAsync(FirstRound.Invited);

        Assert.That(world.Tenant.Tenant.Counters.Of("graph.getSchedule"), Is.EqualTo(1), "both calendars were read");
        Assert.That(await RemoteDaysAsync(world, silent), Is.Empty);
        Assert.That(await RemoteDaysAsync(world, told), Is.EqualTo(new[] { 4 }));
    }

    [TestCase("", "", 0)]
    [TestCase("", "1", 4)]
    [TestCase("12", "1", 1)]
    [TestCase("12", "12", 0)]
    [TestCase("67", "", 0)]
    public void RemoteDays_OfAPerson_AreTheirWorkingDaysMinusOfficeDays(string days, string office, int expected) =>
        Assert.That(SelfReportedDays.RemoteOf(new Preferences { Days = [.. Read(days)], OfficeDays = [.. Read(office)] }),
            Is.EqualTo(expected));

    private static IEnumerable<BusyBlock> Elsewhere(Person person, Instant from, Instant to) =>
        [new BusyBlock(from, to, BusyStatus.WorkingElsewhere, AllDay: true)];

    private static async Task<List<int>> RemoteDaysAsync(PrivacyWorld world, Person person)
    {
        var invitation = await world.ReadAsync(db => db.Invitations.SingleAsync(row => row.PersonId == person.ObjectId.ToString()));
        return [.. invitation.Facts.Where(fact => fact.Kind == NeedFactKind.RemoteDays).Select(fact => fact.Value)];
    }

    private static IEnumerable<IsoDayOfWeek> Read(string digits) => digits.Select(digit => (IsoDayOfWeek)(digit - '0'));
}
