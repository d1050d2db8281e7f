using TeamsConnectBot.Data;

namespace TeamsConnectBot.Tests.Stories;

/// <summary>Two people who read half an hour ago that they meet, and when.</summary>
internal abstract class MeetingOfTwoTests : WorldTests
{
    /// <summary>Connects a Dutch and a British colleague. It is half past twelve.</summary>
    /// <param name="settings">Settings of the service, such as how often it checks calendars; by default not in the hours after.</param>
    protected async Task<(World World, Person Leaver, Person Partner)> ConnectAsync(
        params IEnumerable<(string Key, string Value)> settings)
    {
        var world = await StartAsync(2, settings);
        await world.InviteAsync();
        await world.SayYesAsync(world.People);
        await world.SettleAsync();
        await world.UntilAsync(IsoDayOfWeek.Tuesday, 12, 30);
        Assert.That(world.EventOf(world.People[0]).Attendees, Has.Length.EqualTo(2));
        return (world, world.People[0], world.People[1]);
    }

    protected static Task EndTimeToChooseAsync(World world) => world.UntilAsync(world.Now + Duration.FromMinutes(30));

    protected static Task<T> ReadAsync<T>(World world, Func<ConnectDb, Task<T>> read) =>
        world.Service.Services.GetRequiredService<Data.Database>().ReadAsync(read, CancellationToken.None);

    protected static void AssertOff(World world, Person partner)
    {
        var card = world.CardOf(partner);
        Assert.That(card.Summary, Is.EqualTo("There is news about your appointment."));
        Assert.That(card.Text, Does.Contain("It's off this time").And.Contain("Next time you go first."));
        Assert.That(world.Tenant.Calendar.Live, Is.Empty);
    }
}
