using TeamsConnectBot.Graph.People;
using TeamsConnectBot.Graph.Transport;
using TeamsConnectBot.Pools;

namespace TeamsConnectBot.Admin.Rules;

/// <summary>The departments of everybody the app is for.</summary>
/// <param name="Names">In alphabetical order; empty while unknown.</param>
/// <param name="IsComplete">Whether a name that is not there is nobody's.</param>
internal sealed record Departments(IReadOnlyList<string> Names, bool IsComplete)
{
    public static Departments Unknown { get; } = new([], false);

    public bool Lacks(string name) => IsComplete && Names.Count > 0 && !Names.Contains(name, StringComparer.OrdinalIgnoreCase);
}

/// <summary>
/// Which departments there are, for an admin to pick from: read when a rule is being written, and held in memory for an hour. A rule
/// can be written without it, so that no page waits long for Graph.
/// </summary>
internal sealed class DepartmentList(GraphDepartments directory, PoolCatalogue pools, IHostApplicationLifetime lifetime)
{
    private static readonly TimeSpan Held = TimeSpan.FromHours(1);
    private static readonly TimeSpan HeldAfterAFailure = TimeSpan.FromMinutes(1);
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(3);

    private readonly Lock gate = new();

    private Task<Departments>? reading;
    private long startedAt;

    public async Task<Departments> ReadAsync(CancellationToken cancellationToken)
    {
        var current = Current();
        await Task.WhenAny(current, Task.Delay(Patience, TimeProvider.System, cancellationToken));
        return current.IsCompletedSuccessfully ? current.Result : Departments.Unknown;
    }

    // By the real clock: it is about requests, not about days and rounds.
    private Task<Departments> Current()
    {
        lock (gate)
        {
            var held = reading is { IsCompleted: true } done && !done.Result.IsComplete ? HeldAfterAFailure : Held;
            if (reading is null || (reading.IsCompleted && TimeProvider.System.GetElapsedTime(startedAt) > held))
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
                var (some, all) = await directory.ReadAsync(pool.GroupId, lifetime.ApplicationStopping);
                names.UnionWith(some);
                isComplete &= all;
            }
            catch (Exception failure) when (failure is GraphUnavailableException or OperationCanceledException)
            {
                // Graph's trouble is in the log already, where it was met.
                isComplete = false;
            }
        }

        return new Departments([.. names], isComplete);
    }
}
