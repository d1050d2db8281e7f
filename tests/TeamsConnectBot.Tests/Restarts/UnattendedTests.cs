using TeamsConnectBot.Sandbox.Launch;
using TeamsConnectBot.Sandbox.Organisation;
using TeamsConnectBot.Sandbox.Unattended;

namespace TeamsConnectBot.Tests.Restarts;

/// <summary>Unattended runs of weeks: the same seed gives the same outcome, and erratic people break nothing.</summary>
internal sealed class UnattendedTests
{
    private static readonly SandboxRun TwoWeeks = new() { People = 30, Days = 14, Start = new DateOnly(2026, 3, 2), Seed = 7 };

    [Test]
    public async Task Run_SameSeed_GivesTheSameReport()
    {
        var first = await UnattendedRun.MeasureAsync(TwoWeeks, TextWriter.Null, CancellationToken.None);
        var second = await UnattendedRun.MeasureAsync(TwoWeeks, TextWriter.Null, CancellationToken.None);

        Assert.That(first.IsSound, Is.True, first.ToString());
        Assert.That(first.Connections, Is.Positive);
        Assert.That(
            second with { GraphRequests = first.GraphRequests, Seconds = first.Seconds, PeakMiB = first.PeakMiB }, Is.EqualTo(first));
    }

    [Test]
    public async Task Run_WithAiWeeks_ReadsOnlyThoseWhoAllowedIt_AndCountsBothGroups()
    {
        var report = await UnattendedRun.MeasureAsync(TwoWeeks with { Days = 28, Ai = 0.6 }, TextWriter.Null, CancellationToken.None);

        Assert.That(report.IsSound, Is.True, report.ToString());
        Assert.That(
            (report.AiKeptWithoutConsent, report.WithBand!.People, report.WithBand.People + report.WithoutBand!.People),
            Is.EqualTo(((int?)0, report.AiAllowed!.Value, report.OptedIn)));
        Assert.That(
            new[]
            {
                report.AiSignalsRead, report.AiRowsDropped, report.BandsTold, report.WithBand.HeavyWeeks, report.WithoutBand.HeavyWeeks,
            },
            Has.All.Positive);
        Assert.That(report.WithBand.Invitations + report.WithoutBand.Invitations, Is.EqualTo(report.Invitations));
        foreach (var group in new[] { report.WithBand, report.WithoutBand })
        {
            // How many days it takes is chance among so few; that nobody has company without a yes is not.
            Assert.That(group.WithinFiveDays, Is.Positive.And.LessThanOrEqualTo(group.YesWithinFiveDays));
            Assert.That(group.YesWithinFiveDays, Is.LessThanOrEqualTo(group.InvitedWithinFiveDays));
            Assert.That(group.MedianDaysToCompany <= 5, Is.EqualTo(group.WithinFiveDays > 0.5));
        }
    }

    [Test]
    public void Run_WithAiWeeksAndTooFewPeople_IsRefusedSayingHowManyItTakes() => Assert.That(
        () => UnattendedRun.MeasureAsync(TwoWeeks with { People = 24, Ai = 0.6 }, TextWriter.Null, CancellationToken.None),
        Throws.TypeOf<OrganisationFormatException>().With.Message.StartsWith("The organisation has 24 people; --ai needs at least 25"));

    [Test]
    public async Task Run_WithQuestionsToColleagues_NamesNobodyTooEarlyAndAsksNobodyTwiceAWeek()
    {
        var report = await UnattendedRun.MeasureAsync(TwoWeeks with { People = 40, Asks = 0.3 }, TextWriter.Null, CancellationToken.None);

        Assert.That(report.IsSound, Is.True, report.ToString());
        Assert.That((report.HelpNamedTooEarly, report.HelpLoad), Is.EqualTo(((int?)0, (int?)1)));
        Assert.That(report.Asked, Is.InRange(10, 30), "40 people, two weeks, three in ten");
        Assert.That(report.Helped + report.NotHelped, Is.EqualTo(report.Asked));
        Assert.That(new[] { report.Helped, report.MedianMinutesToYes }, Has.All.Positive);
        Assert.That(report.Connections, Is.Positive, "rounds go on beside it");
    }

    [Test]
    public async Task Run_MessyPeople_IsSound()
    {
        var report = await UnattendedRun.MeasureAsync(TwoWeeks with { Messy = true }, TextWriter.Null, CancellationToken.None);

        Assert.That(report.IsSound, Is.True, report.ToString());
        Assert.That(report.Met, Is.Positive);
    }
}
