using System.Text.RegularExpressions;
using TeamsConnectBot.Data;
using TeamsConnectBot.PersonalData;
using TeamsConnectBot.Privacy;

namespace TeamsConnectBot.Tests.UserActions;

/// <summary>
/// Somebody's partner leaves before either was told of their meeting. For whoever is left it must be as if nobody had been found: what is
/// kept about them and their next invitation are compared with those of a person in another world, who really was left over.
/// </summary>
internal sealed partial class LeftBeforeToldTests : WorldTests
{
    private const int TurnsBefore = 2;

    /// <summary>What keeps the two from being told: their event cannot be created, or Teams accepts no message about it.</summary>
    private static readonly string[] Failing = ["/v1.0/users/*/events", "/teams/v3/conversations/*/activities"];

    [TestCaseSource(nameof(Failing))]
    public async Task Uninstall_BeforeAnybodyIsTold_LeavesThePartnerWithWhatSomebodyLeftOverHas(string failing)
    {
        var leftOver = await AfterwardsAsync(failing, partnerSaysYes: false);
        var left = await AfterwardsAsync(failing, partnerSaysYes: true);

        Assert.That(left.Held, Is.EqualTo(leftOver.Held));
        Assert.That(left.Turns, Is.EqualTo((TurnsBefore + 1, true)).And.EqualTo(leftOver.Turns));
        Assert.That(left.Why, Is.EqualTo(leftOver.Why));
    }

    [Test]
    public async Task Told_OfTheMeeting_HadTheirTurn()
    {
        var (world, partner) = await InvitedAsync();
        await world.SayYesAsync(world.People[0], partner);
        await world.SettleAsync();
        await world.QuietAsync();

        Assert.That(world.CardOf(partner).Has("connection.cantMakeIt"), Is.True);
        Assert.That(await TurnsAsync(world, partner), Is.EqualTo((0, false)));
    }

    private async Task<(World World, Person Partner)> InvitedAsync()
    {
        var world = await StartAsync(4, ("Programme:Pools:0:OpenTables", "false"));
        var partner = world.People[1];
        await world.JoinAsync(world.People[0], partner);
        await world.Server.Teams.SayAsync(partner, "coffee");
        await WriteAsync(world, async db => (await db.Participants.FindAsync($"{partner.ObjectId}"))!.TurnsLeftOut = TurnsBefore);
        await world.UntilAsync(IsoDayOfWeek.Monday, 9, 30);
        return (world, partner);
    }

    private async Task<(string Held, (int, bool) Turns, string Why)> AfterwardsAsync(string failing, bool partnerSaysYes)
    {
        var (world, stays) = await InvitedAsync();
        var leaves = world.People[0];
        await world.SayYesAsync(stays);
        if (partnerSaysYes)
        {
            await world.SayYesAsync(leaves);
        }

        using (world.Faults.Refuse(failing, 503))
        {
            await world.SettleAsync();
            Assert.That(await ReadAsync(world, db => db.Meetings.CountAsync()), Is.EqualTo(partnerSaysYes ? 1 : 0));
            await world.Server.Teams.UninstallAsync(leaves);
            await world.QuietAsync();
        }

        await world.UntilAsync(IsoDayOfWeek.Tuesday, 14);
        Assert.That(world.CardOf(stays).Text, Does.Contain("The times couldn't be combined"));
        var (held, turns) = (await HeldAsync(world, stays), await TurnsAsync(world, stays));

        // Others to meet in the next round.
        await world.JoinAsync(world.People.Skip(2));
        await world.UntilAsync(IsoDayOfWeek.Monday, 10, week: 1);
        Assert.That(world.CardOf(stays).Has("invitation.yes"), Is.True);
        await world.Server.Teams.SayAsync(stays, "why");
        await world.QuietAsync();
        return (held, turns, world.CardOf(stays).Text);
    }

    // Everything in the person's export, with each id replaced by the order in which it comes, and without how messages were sent.
    private static Task<string> HeldAsync(World world, Person person) => ReadAsync(world, async db =>
    {
        var rows = new List<string>();
        foreach (var table in world.Service.Services.GetServices<PersonalTable>())
        {
            var held = await table.FindAsync(db, $"{person.ObjectId}", default);
            rows.AddRange(held.Rows.Select(row => ExportJson.WriteWhole([held with { Rows = [row] }])));
        }

        var ids = new Dictionary<string, string>();
        var sorted = rows.Select(row => OfSending().Replace(row, "")).OrderBy(row => Id().Replace(row, ""), StringComparer.Ordinal);
        return Id().Replace(
            string.Join('\n', sorted), id => ids.TryGetValue(id.Value, out var known) ? known : (ids[id.Value] = $"#{ids.Count}"));
    });

    private static Task<(int, bool)> TurnsAsync(World world, Person person) => ReadAsync(world, async db =>
        await db.Participants.FindAsync($"{person.ObjectId}") is { } row ? (row.TurnsLeftOut, row.AskedForCompanyAt is not null) : default);

    private static Task<T> ReadAsync<T>(World world, Func<ConnectDb, Task<T>> read) =>
        world.Service.Services.GetRequiredService<Data.Database>().ReadAsync(read, default);

    private static Task WriteAsync(World world, Func<ConnectDb, Task> write) =>
        world.Service.Services.GetRequiredService<Data.Database>().WriteAsync(write, default);

    [GeneratedRegex("[0-9a-f]{8}-[0-9a-f-]{27}")]
    private static partial Regex Id();

    [GeneratedRegex("""\s*"(ActivityId|ServiceUrl|DueAt|SentAt|Failure)": [^\n]*""")]
    private static partial Regex OfSending();
}
