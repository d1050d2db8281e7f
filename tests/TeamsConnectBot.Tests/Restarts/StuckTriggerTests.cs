using System.Net;
using Microsoft.Data.Sqlite;
using TeamsConnectBot.Tests.Status;

namespace TeamsConnectBot.Tests.Restarts;

/// <summary>The trigger of a pool's rounds is in state ERROR, as a process of another version may leave it.</summary>
internal sealed class StuckTriggerTests : WorldTests
{
    [Test]
    public async Task Trigger_InErrorAtStart_IsLoggedWithItsPoolAndRescheduled()
    {
        var world = await StartAsync(4);
        await world.JoinAllAsync();
        await world.StopServiceAsync();
        PutTriggerInError(world);
        await world.StartServiceAsync();
        await world.UntilAsync(IsoDayOfWeek.Monday, 9, 30);

        Assert.That(world.Log.Lines.Select(line => line.ToString()), Has.Some.Contains("rounds.everyone"));
        Assert.That(world.People, Has.All.Matches<Person>(person => world.HasButton(person!, "invitation.yes")));
    }

    [Test]
    public async Task Trigger_InErrorWhileRunning_IsReportedByHealth()
    {
        var world = await StartAsync(4);
        PutTriggerInError(world);
        var health = await ReadyAnswer.SettledAsync(world.Service.Url);

        Assert.That(health.Code, Is.EqualTo(HttpStatusCode.OK));
        Assert.That(health.SaysOf("scheduler"), Is.EqualTo("The scheduler gave up on rounds.everyone (2 Mar 2026 06:00 UTC)."));
        Assert.That(health.DoOf("scheduler"), Does.StartWith("Restart the service"));
        Assert.That(world.Log.Lines.Select(line => line.ToString()), Has.Some.Contains("The scheduler gave up on rounds.everyone"));
    }

    private static void PutTriggerInError(World world)
    {
        using var connection = new SqliteConnection($"Data Source={world.Database};Pooling=False");
        connection.Open();
        using var command = connection.CreateCommand();
        command.CommandText = "UPDATE qrtz_triggers SET trigger_state = 'ERROR' WHERE trigger_name = 'everyone'";
        Assert.That(command.ExecuteNonQuery(), Is.EqualTo(1));
    }
}
