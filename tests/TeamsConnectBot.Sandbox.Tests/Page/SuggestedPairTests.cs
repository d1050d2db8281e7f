using TeamsConnectBot.Sandbox.Page;
using TeamsConnectBot.Sandbox.Tests.Support;

namespace TeamsConnectBot.Sandbox.Tests.Page;

/// <summary>The two people a newcomer starts with, in the default organisation.</summary>
internal sealed class SuggestedPairTests : SandboxFixture
{
    private static readonly LocalDate RoundsMonday = new(2026, 11, 30);

    // A Monday after the round at nine in Amsterdam.
    protected override SandboxOptions Options(string dataFolder) =>
        new() { DataFolder = dataFolder, Start = new DateTimeOffset(2026, 11, 23, 9, 0, 0, TimeSpan.Zero) };

    [Test]
    public void Pair_InTheDefaultOrganisation_SharesTimeInTheRoundsWeekAndTheLeftOneWorksWithAi()
    {
        var (left, right) = Pair();
        var reported = Enumerable.Range(-3, 8).Select(new LocalDate(2026, 11, 23).PlusDays)
            .Where(day => left.WorkingHours.Days.Contains(day.DayOfWeek)).ToList();

        Assert.Multiple(() =>
        {
            Assert.That((left.HasLicence, right.HasLicence), Is.EqualTo((true, true)), "both have a line in the report");
            Assert.That(reported.Count(day => Server.Tenant.Organisation.UsedAi(left, day)), Is.GreaterThanOrEqualTo(0.8 * reported.Count));
            Assert.That(SharedHalfHours(left, right), Is.GreaterThanOrEqualTo(12));
            Assert.That(left.Language[..2], Is.EqualTo("nl"));
            Assert.That(right.Language[..2], Is.EqualTo("en"));
        });
    }

    [Test]
    public void Pair_OnAnEnglishPage_HasWhoeverSpeaksEnglishOnTheLeft()
    {
        var pair = SuggestedPair.Of(Server.Tenant);

        Assert.That(SuggestedPair.Seated(Server.Tenant, pair, "en"), Is.EqualTo(pair.Reverse()));
        Assert.That(SuggestedPair.Seated(Server.Tenant, pair, "nl"), Is.EqualTo(pair));
    }

    private (Person Left, Person Right) Pair()
    {
        var ids = SuggestedPair.Of(Server.Tenant);
        return (Server.Tenant.People.ById(ids[0])!, Server.Tenant.People.ById(ids[1])!);
    }

    private int SharedHalfHours(Person left, Person right)
    {
        var monday = RoundsMonday.AtStartOfDayInZone(left.TimeZone).ToInstant();
        return Enumerable.Range(0, 5 * 48).Select(half => monday + Duration.FromMinutes(30 * half))
            .Count(at => IsFree(left, at) && IsFree(right, at));
    }

    private bool IsFree(Person person, Instant at)
    {
        var local = at.InZone(person.TimeZone);
        return person.WorkingHours.Days.Contains(local.DayOfWeek)
            && local.TimeOfDay >= new LocalTime(9, 0) && local.TimeOfDay < new LocalTime(17, 0)
            && person.WorkingHours.Covers(local.TimeOfDay, local.TimeOfDay.PlusMinutes(30))
            && !Server.Tenant.Calendar.EventsOf(person, at, at + Duration.FromMinutes(30)).Any(item => item.Status >= BusyStatus.Tentative);
    }
}
