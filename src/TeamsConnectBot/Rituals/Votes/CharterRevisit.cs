using TeamsConnectBot.Cards.Rituals;
using TeamsConnectBot.Data;
using TeamsConnectBot.Rituals.Rows;
using TeamsConnectBot.Scheduling;

namespace TeamsConnectBot.Rituals.Votes;

/// <summary>Opens the vote on the charter again a quarter after the last one, unless the team has a ritual for that.</summary>
internal sealed class CharterRevisit(Database database, TeamVotes votes)
{
    /// <summary>A quarter as thirteen whole weeks, so that it falls on the same day of the week.</summary>
    public static readonly Duration After = Duration.FromDays(13 * 7);

    public Task RevisitAsync(DueTask task, CancellationToken cancellationToken) => database.WriteAsync(
        async db =>
        {
            await DueTasks.RemoveAsync(db, DueTaskKind.RevisitCharter, task.SubjectId, cancellationToken);
            if (await db.Spaces.FindAsync([task.SubjectId], cancellationToken) is { LostAt: null } space
                && (await db.LiveRitualsAsync(space.Id, cancellationToken)).TrueForAll(
                    ritual => ritual.Plan.Template != RitualTemplate.AiAgreements))
            {
                await votes.OpenCharterAsync(db, space, cancellationToken);
            }
        },
        cancellationToken);
}
