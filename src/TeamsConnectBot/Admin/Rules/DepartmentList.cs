using TeamsConnectBot.Graph.People;
using TeamsConnectBot.Graph.Transport;
using TeamsConnectBot.Pools;

namespace TeamsConnectBot.Admin.Rules;

/// <summary>The departments of all members of the pools.</summary>
/// <param name="Names">In alphabetical order; empty while unknown.</param>
/// <param name="IsComplete">Whether all departments were read, so that a name missing from the list is nobody's department.</param>
internal sealed record Departments(IReadOnlyList<string> Names, bool IsComplete)
{
    public static Departments Unknown { get; } = new([], false);

    public bool Lacks(string name) => IsComplete && Names.Count > 0 && !Names.Contains(name, StringComparer.OrdinalIgnoreCase);
}

/// <summary>
/// The departments for an admin to choose from: read from Graph when a rule is edited, and cached in memory for an hour. A rule can be
/// edited without the list, so no page waits long for Graph.
/// </summary>
internal sealed class DepartmentList(GraphDepartments directory, PoolCatalogue pools, IHostApplicationLifetime host)
{
    private static readonly TimeSpan CacheLifetime = TimeSpan.FromHours(1);
    private static readonly TimeSpan RetryInterval = TimeSpan.FromMinutes(1);
    private static readonly TimeSpan Timeout = TimeSpan.FromSeconds(3);

    private readonly Lock gate = new();

    private Task<Departments>? reading;
    private long startedAt;

    public async Task<Departments> ReadAsync(CancellationToken cancellationToken)
    {
        var current = Current();
        await Task.WhenAny(current, Task.Delay(Timeout, TimeProvider.System, cancellationToken));
        return current.IsCompletedSuccessfully ? current.Result : Departments.Unknown;
    }

    // Uses the real clock, because this limits requests and has nothing to do with days and rounds.
    private Task<Departments> Current()
    {
        lock (gate)
        {
            var lifetime = reading is { IsCompleted: true } done && !done.Result.IsComplete ? RetryInterval : CacheLifetime;
            if (reading is null || (reading.IsCompleted && TimeProvider.System.GetElapsedTime(startedAt) > lifetime))
            {
                (reading, startedAt) = (Task.Run(ReadAllAsync), TimeProvider.System.GetTimestamp());
            }

            return reading;
        }
    }

    private async Task<Departments> ReadAllAsync()
    {
        var names = new SortedSet<string>(StringComparer.OrdinalIgnoreCase);
        var isComplete = true;
        foreach (var pool in pools.All.DistinctBy(pool => pool.GroupId))
        {
            try
            {
                var (some, all) = await directory.ReadAsync(pool.GroupId, host.ApplicationStopping);
                names.UnionWith(some);
                isComplete &= all;
            }
            catch (Exception failure) when (failure is GraphUnavailableException or OperationCanceledException)
            {
                // The Graph client has already logged the failure.
                isComplete = false;
            }
        }

        return new Departments([.. names], isComplete);
    }
}
