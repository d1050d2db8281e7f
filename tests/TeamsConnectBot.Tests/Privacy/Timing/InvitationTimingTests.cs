using TeamsConnectBot.Core.Matching.OpenTable;
using TeamsConnectBot.Tests.Admin;

namespace TeamsConnectBot.Tests.Privacy.Timing;

/// <summary>
/// Compares worlds that differ only in one person's answer to an invitation. Until the announced moment, all other people, the admin page
/// and the log must show exactly the same at the same times. A no must never be distinguishable from silence.
/// </summary>
internal sealed class InvitationTimingTests : WorldTests
{
    private const string Yes = "invitation.yes";

    private static readonly string[] Pages = ["/admin", "/admin/figures", "/admin/report", "/admin/log", "/health/ready"];

    [TestCase(2, true, "invitation.notThisWeek", "invitation.pause", Yes, "invitation.takeBack")]
    [TestCase(2, false, "invitation.notThisWeek", Yes)]
    [TestCase(3, true, "invitation.notThisWeek", Yes)]
    [TestCase(3, false, "invitation.notThisWeek", Yes)]
    [TestCase(4, true, "invitation.notThisWeek", Yes)]
    [TestCase(4, false, "invitation.notThisWeek", Yes)]
    [TestCase(12, true, "invitation.notThisWeek", Yes)]
    [TestCase(12, false, "invitation.notThisWeek", Yes)]
    [TestCase(28, true, "invitation.notThisWeek", Yes)]
    public async Task Invitation_WhateverOnePersonAnswers_OthersSeeTheSameUntilTheAnnouncedMoment(
        int people, bool openTables, params string[] answers)
    {
        var silence = await PlayAsync(people, openTables, null);
        var changes = silence.Before.Count(line => line.Contains("sees change", StringComparison.Ordinal));
        Assert.That(changes, Is.GreaterThanOrEqualTo(people - 1), "the others must have answered, or the test proves nothing");
        Assert.That(silence.After, Has.Some.Contains(" gets: "), "the round must have been settled, or the test proves nothing");
        foreach (var answer in answers)
        {
            var answered = await PlayAsync(people, openTables, answer);
            Onlooker.AssertSame(answered.Before, silence.Before, $"before the announced moment, with {answer}");
            if (answer != Yes)
            {
                Onlooker.AssertSame(answered.After, silence.After, $"from the announced moment on, with {answer}");
            }
        }
    }

    // Everybody else has already answered, so this person's answer is the last one possible.
    private async Task<(IReadOnlyList<string> Before, IReadOnlyList<string> After)> PlayAsync(int people, bool openTables, string? answer)
    {
        var world = await StartAsync(people, ("Programme:Pools:0:OpenTables", openTables ? "true" : "false"));
        await world.InviteAsync();
        var onlooker = new Onlooker(world.Tenant, world.People[0], () => Logged(world));
        onlooker.Take();
        foreach (var (other, index) in world.People.Skip(1).Select((other, index) => (other, index)))
        {
            await (index % 3 == 2 ? world.TapAsync(other, world.CardOf(other), "invitation.notThisWeek") : world.YesAsync(other));
        }

        await world.QuietAsync();
        await onlooker.WatchAsync(world.Service.Clock, World.At(IsoDayOfWeek.Monday, 10, 12));
        await AnswerAsync(world, answer);
        await onlooker.WatchAsync(world.Service.Clock, World.At(IsoDayOfWeek.Tuesday, 11, 59));
        await ReadPagesAsync(world, onlooker);
        var before = onlooker.Take();
        await onlooker.WatchAsync(world.Service.Clock, World.At(IsoDayOfWeek.Tuesday, 12, 1));
        if (people >= OpenTable.SmallPool)
        {
            Assert.That(
                world.Tenant.Calendar.Live.Select(item => item.Attendees.Length), Is.Not.Empty.And.All.InRange(2, 3),
                "so many people must meet in pairs");
        }

        if (answer == Yes)
        {
            // A yes changes what others see from here on, so nothing is compared.
            return (before, []);
        }

        await ReadPagesAsync(world, onlooker);
        await onlooker.WatchAsync(world.Service.Clock, World.At(IsoDayOfWeek.Friday, 20));
        return (before, onlooker.Take());
    }

    private static async Task AnswerAsync(World world, string? answer)
    {
        var person = world.People[0];
        switch (answer)
        {
            case null:
                break;
            case Yes:
                await world.SayYesAsync(person);
                break;
            case "invitation.takeBack":
                await world.SayYesAsync(person);
                await world.ClickAsync(person, answer);
                break;
            default:
                await world.ClickAsync(person, answer);
                break;
        }
    }

    private static async Task ReadPagesAsync(World world, Onlooker onlooker)
    {
        using var admin = new AdminBrowser(world.Service.Url, world.Server.AuthorizeUrl);
        await admin.SignInAsync(world.Tenant.People.All[^1]);
        foreach (var page in Pages)
        {
            onlooker.Note($"{page}: {(await admin.OpenAsync(page)).Text}");
        }
    }

    // The framework logs requests only at this test's log level, never in production, so only the service's own lines count.
    private static IEnumerable<string> Logged(World world) => world.Log.Lines
        .Where(line => line.Category.StartsWith("TeamsConnectBot", StringComparison.Ordinal)).Select(line => line.ToString());
}
