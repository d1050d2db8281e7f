using Microsoft.EntityFrameworkCore;
using NodaTime;
using TeamsConnectBot.Data;
using TeamsConnectBot.Scheduling;
using TeamsConnectBot.Cards.Rituals;
using TeamsConnectBot.Rituals.Rows;

namespace TeamsConnectBot.Rituals.Votes;

/// <summary>A quarter after a team agreed on its charter it is asked again, unless a ritual of its own does that.</summary>
internal sealed class CharterRevisit(Database database, TeamVotes votes)
{
    /// <summary>Thirteen weeks: the same day of the week.</summary>
    public static readonly Duration After = Duration.FromDays(13 * 7);

    public Task RevisitAsync(DueTask task, CancellationToken cancellationToken) => database.WriteAsync(
        async db =>
        {
            await DueTasks.RemoveAsync(db, DueTaskKind.RevisitCharter, task.SubjectId, cancellationToken);
            if (await db.Spaces.FindAsync([task.SubjectId], cancellationToken) is not { LostAt: null } space)
            {
                return;
            }

            var rituals = await db.Rituals.Where(ritual => ritual.SpaceId == space.Id && !ritual.IsEnded).ToListAsync(cancellationToken);
            if (rituals.TrueForAll(ritual => ritual.Plan.Template != RitualTemplate.AiAgreements))
            {
                await votes.OpenCharterAsync(db, space, cancellationToken);
            }
        },
        cancellationToken);
}
