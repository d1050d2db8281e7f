using System.Reflection;
using Microsoft.Extensions.Logging;
using TeamsConnectBot.Tests.Worlds;

namespace TeamsConnectBot.Tests.Privacy;

/// <summary>Whoever runs the service reads its log. In a small pool a count of people there tells how they answered.</summary>
internal sealed class LogCountsTests : WorldTests
{
    // Each with why it tells of nobody's answer or consent.
    private static readonly Dictionary<string, string> Allowed = new()
    {
        ["GraphSchedules.failed"] = "requests, for up to twenty people each",
        ["GraphSchedules.parts"] = "the same",
        ["GraphSchedules.status"] = "of HTTP",
        ["GraphTransport.status"] = "of HTTP",
        ["GraphDirectory.people"] = "rows of the directory that could not be read, whether they take part or not",
        ["CopilotUsageReport.unreadable"] = "lines of the report, whoever they are about",
        ["InteractionNotices.notices"] = "of nobody known here: what strangers sent, or about somebody who left",
        ["DeliveryCircuitBreaker.people"] = "always the same number, which opens the circuit",
        ["InterruptedMessages.count"] = "messages of all kinds, at a crash",
        ["DueTaskRunner.attempt"] = "at one task",
        ["ClusterShare.nodes"] = "processes",
        ["ClusterShare.shards"] = "shares of the work",
        ["DatabaseTime.seconds"] = "between two clocks",
        ["EmptyLog.hours"] = "since somebody else began to read the database",
    };

    [Test]
    public void Numbers_InTheLog_AreThoseListedHere()
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
    public async Task Round_OfFewPeople_TellsTheLogNoCounts()
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
