using System.Globalization;
using Quartz;
using TeamsConnectBot.Data;
using TeamsConnectBot.Data.Sharing;

namespace TeamsConnectBot.Scheduling;

/// <summary>The sweep jobs: one per shard if several processes can share the work, otherwise one for everything.</summary>
internal sealed class SweepKeys(IOptions<StorageOptions> storage)
{
    /// <summary>The group by which the scheduler limits how many sweeps a process runs at once.</summary>
    public const string ExecutionGroup = "sweep";

    private const string Prefix = "due-sweep-";

    public IReadOnlyList<JobKey> All { get; } = Of(storage.Value);

    public static IReadOnlyList<JobKey> Of(StorageOptions storage) =>
    [
        .. Enumerable.Range(0, storage.IsPostgres ? Shard.Count : 1)
            .Select(number => new JobKey(Prefix + number.ToString(CultureInfo.InvariantCulture))),
    ];

    public bool IsSharded => All.Count > 1;

    /// <summary>The shard of a sweep; null when it sweeps everything.</summary>
    public int? ShardOf(JobKey sweep) => IsSharded ? int.Parse(sweep.Name.AsSpan(Prefix.Length), CultureInfo.InvariantCulture) : null;

    public JobKey Of(int shard) => All[IsSharded ? shard : 0];

    /// <summary>The trigger for when the next row is due.</summary>
    public static TriggerKey Next(JobKey sweep) => new($"due-sweep-next-{sweep.Name[Prefix.Length..]}");

    /// <summary>The trigger of a sweep that was requested.</summary>
    public static TriggerKey Now(JobKey sweep) => new($"due-sweep-now-{sweep.Name[Prefix.Length..]}");
}
