using System.Collections.Concurrent;

namespace TeamsConnectBot.Sandbox.Tenant;

/// <summary>The Copilot usage reports that the tenant handed out, to compare with what the service kept of them.</summary>
internal sealed class ServedReports
{
    private readonly ConcurrentQueue<ServedReport> all = new();

    public IReadOnlyCollection<ServedReport> All => all;

    internal void Add(ServedReport report) => all.Enqueue(report);
}

/// <summary>One report as it was handed out.</summary>
/// <param name="Refreshed">The newest day it is about.</param>
/// <param name="People">Everyone with a row in it.</param>
internal sealed record ServedReport(LocalDate Refreshed, ImmutableArray<Guid> People);
