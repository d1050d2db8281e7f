using Quartz;
using TeamsConnectBot.Data;
using TeamsConnectBot.Rituals.Rows;
using TeamsConnectBot.Telemetry;

namespace TeamsConnectBot.Rituals.Spaces;

/// <summary>
/// Looks every night who is still in shared channels. Teams reports those who lose access through another team only to bots with one more
/// permission; without this, their names would stay on the cards.
/// </summary>
[DisallowConcurrentExecution]
internal sealed class SharedChannelJob(Database database, SpaceLeavers leavers, WorkInFlight work) : IJob
{
    // The scheduler stores this key, so its value must not change.
    public static JobKey Key { get; } = new("shared-channels");

    public async ValueTask Execute(IJobExecutionContext context, CancellationToken cancellationToken = default)
    {
        using var item = work.Begin();
        var shared = await database.ReadAsync(
            db => db.Spaces.Where(space => space.Kind == SpaceKind.SharedChannel && space.LostAt == null)
                .Select(space => space.ConversationId).ToListAsync(cancellationToken),
            cancellationToken);
        foreach (var channel in shared)
        {
            await leavers.LookAsync(new SpaceScope(channel), cancellationToken);
        }
    }
}
