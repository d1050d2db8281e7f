using System.Reflection;
using Microsoft.Extensions.Logging;

namespace TeamsConnectBot.Tests.Privacy;

/// <summary>Operators read the log. In a small pool, a logged count of people could reveal how somebody answered.</summary>
internal sealed class LogCountsTests : WorldTests
{
    // The counts that may be logged, each with the reason why it reveals nobody's answer or consent.
    private static readonly Dictionary<string, string> Allowed = new()
    {
        ["GraphSchedules.failed"] = "requests, each for up to twenty people",
        ["GraphSchedules.parts"] = "requests, each for up to twenty people",
        ["GraphSchedules.status"] = "HTTP status codes",
        ["GraphTransport.status"] = "HTTP status codes",
        ["GraphDirectory.people"] = "directory entries that could not be read, whether or not these people take part",
        ["CopilotUsageReport.unreadable"] = "lines of the report, whoever they are about",
        ["InteractionNotices.notices"] = "notices from strangers, or about people who left",
        ["DeliveryCircuitBreaker.people"] = "the threshold that opens the circuit, which is constant",
        ["InterruptedMessages.count"] = "messages of all kinds, interrupted by a crash",
        ["DueTaskRunner.attempt"] = "attempts at one task",
        ["ClusterShare.nodes"] = "processes",
        ["ClusterShare.shards"] = "shards of the work",
        ["DatabaseTime.seconds"] = "clock skew",
        ["WalTruncation.hours"] = "time since another process started to read the database",
    };

    [Test]
    public void LoggedNumbers_AreOnlyThoseAllowed()
    {
        var logged =
            from type in typeof(ServiceHost).Assembly.GetTypes()
            from method in type.GetMethods(BindingFlags.Static | BindingFlags.Public | BindingFlags.NonPublic)
            where method.GetCustomAttribute<LoggerMessageAttribute>() is not null
            from parameter in method.GetParameters()
            where IsNumber(Nullable.GetUnderlyingType(parameter.ParameterType) ?? parameter.ParameterType)
            select $"{type.DeclaringType!.Name}.{parameter.Name}";

        Assert.That(logged.Distinct(), Is.EquivalentTo(Allowed.Keys));
    }

    [Test]
    public async Task Round_OfFewPeople_LogsNoCounts()
    {
        var world = await StartAsync(3);
        await world.InviteAsync();
        await world.SayYesAsync(world.People[0], world.People[1]);
        await world.SettleAsync();

        var lines = world.Log.Lines.Select(line => line.Message).Where(line => line.StartsWith("Round of pool", StringComparison.Ordinal));
        Assert.That(lines, Is.EqualTo(new[] { "Round of pool everyone: invitations planned", "Round of pool everyone settled" }));
    }

    private static bool IsNumber(Type type) => !type.IsEnum && Type.GetTypeCode(type) is >= TypeCode.SByte and <= TypeCode.Decimal;
}
