using System.ComponentModel.DataAnnotations;

namespace TeamsConnectBot.Scheduling;

internal sealed class SchedulingOptions
{
    public const string Section = "Engine";

    /// <summary>
    /// How often a sweep runs at least. Each sweep plans the next one for when the next row is due, so this only catches what was missed.
    /// </summary>
    [Range(typeof(TimeSpan), "00:00:10", "1.00:00:00", ErrorMessage = "Engine:SweepEvery must lie between 00:00:10 and 1.00:00:00")]
    public TimeSpan SweepEvery { get; set; } = TimeSpan.FromMinutes(5);

    /// <summary>How often the service mailbox's calendar is read for declined, moved and deleted events.</summary>
    [Range(typeof(TimeSpan), "00:01:00", "1.00:00:00", ErrorMessage = "Engine:WatchEventsEvery must lie between 00:01:00 and 1.00:00:00")]
    public TimeSpan WatchEventsEvery { get; set; } = TimeSpan.FromMinutes(15);

    /// <summary>How many messages this process sends at once; after a crash, as many may be in doubt.</summary>
    [Range(1, 64, ErrorMessage = "Engine:SendAtOnce must lie between 1 and 64")]
    public int SendAtOnce { get; set; } = 16;
}
