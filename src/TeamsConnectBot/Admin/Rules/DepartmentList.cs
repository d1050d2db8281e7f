using TeamsConnectBot.Core.Insights;
using TeamsConnectBot.Graph.People;
using TeamsConnectBot.Graph.Transport;
using TeamsConnectBot.Pools;

namespace TeamsConnectBot.Admin.Rules;

/// <summary>A department to choose.</summary>
/// <param name="Name">Its name in the directory.</param>
/// <param name="AtLeast">
/// How many people it has, rounded down to tens, so that neither a small department nor a difference can be read from it; 0 below ten.
/// </param>
internal sealed record Department(string Name, int AtLeast);

/// <summary>The departments of all members of the pools.</summary>
/// <param name="All">In alphabetical order; empty while unknown.</param>
/// <param name="IsComplete">Whether all departments were read, so that a name missing from the list is nobody's department.</param>
internal sealed record Departments(IReadOnlyList<Department> All, bool IsComplete)
{
    public static Departments Unknown { get; } = new([], false);

    /// <summary>The directory's spelling of a name; null if nobody has that department.</summary>
    public string? Find(string name) =>
        All.FirstOrDefault(one => one.Name.Equals(name, StringComparison.OrdinalIgnoreCase))?.Name;

    public bool Lacks(string name) => IsComplete && All.Count > 0 && Find(name) is null;
}

/// <summary>
/// The departments for an admin to choose from: read from Graph when a rule is edited, and cached in memory for an hour. A rule can be
/// edited without the list, so no page waits long for Graph.
/// </summary>
internal sealed class DepartmentList(GraphDepartments directory, PoolCatalogue pools, IHostApplicationLifetime host)
{
    private static readonly TimeSpan CacheLifetime = TimeSpan.FromHours(1);
    private static readonly TimeSpan RetryInterval = TimeSpan.FromMinutes(1);
    // Also the fewest people of whom a number is shown.
    private const int Rounding = Aggregate.DefaultMinimum;
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
        // By person, because pools may share people; whose department is whose is forgotten once they are counted.
        var people = new Dictionary<string, string>(StringComparer.Ordinal);
        var isComplete = true;
        foreach (var pool in pools.All.DistinctBy(pool => pool.GroupId))
        {
            try
            {
                isComplete &= await directory.ReadAsync(pool.GroupId, people, host.ApplicationStopping);
            }
            catch (Exception failure) when (failure is GraphUnavailableException or OperationCanceledException)
            {
                // The Graph client has already logged the failure.
                isComplete = false;
            }
        }

        var all = people.Values.GroupBy(name => name, StringComparer.OrdinalIgnoreCase)
            .Select(same => new Department(same.Key, same.Count() / Rounding * Rounding))
            .OrderBy(department => department.Name, StringComparer.OrdinalIgnoreCase);
        return new Departments([.. all], isComplete);
    }
}
