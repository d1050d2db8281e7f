using System.Diagnostics;

namespace TeamsConnectBot.Sandbox.Tests.Support;

/// <summary>Figures, not facts about correctness: run by hand on a quiet machine.</summary>
[Explicit("measures; depends on what else the machine does")]
internal sealed class ThroughputTests : SandboxFixture
{
    private const int Requests = 20_000;

    protected override SandboxOptions Options(string dataFolder) => new() { DataFolder = dataFolder, People = 100_000 };

    [Test]
    public async Task Graph_HundredThousandPeople_SustainsTwoThousandRequestsASecond()
    {
        var people = Server.Tenant.People.All;
        var watch = Stopwatch.StartNew();
        await Parallel.ForAsync(0, Requests, new ParallelOptions { MaxDegreeOfParallelism = 16 }, async (index, _) =>
        {
            using var response = await GraphAsync("GET", $"/users/{people[index].ObjectId}?$select=id,displayName");
        });

        var perSecond = Requests / watch.Elapsed.TotalSeconds;
        TestContext.Out.WriteLine($"{perSecond:F0} requests/s, {GC.GetTotalMemory(forceFullCollection: true) >> 20} MiB");
        Assert.That(perSecond, Is.GreaterThan(2000));
    }
}
