using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using NodaTime;
using TeamsConnectBot.Data;
using TeamsConnectBot.Graph.Schedules;
using TeamsConnectBot.Rituals.Votes;

namespace TeamsConnectBot.Rituals.Protection;

/// <summary>
/// Notices when a ritual sinks three times running. Whether it was planned over is judged only from members who allowed
/// their calendar to be read, and only where they are enough to be a group; everywhere else the team is asked in secret.
/// </summary>
internal sealed class Guardian(Database database, GraphSchedules schedules, ProtectionNotes notes, TeamVotes votes, IOptions<RitualOptions> options)
{
    private const int InARow = 3;

    // Somebody's word that they come is enough to call it alive.
    private const int Company = 2;

    /// <summary>Whether a time was planned over for most; null where that may not be judged.</summary>
    public async Task<bool?> SankAsync(Guid occurrenceId, CancellationToken cancellationToken)
    {
        var (occurrence, people) = await database.ReadAsync(
            async db =>
            {
                var row = await db.Occurrences.FindAsync([occurrenceId], cancellationToken);
                var allowed = row is null ? [] : await db.RitualMembers.Where(member => member.RitualId == row.RitualId && member.Mail != null)
                    .Join(db.Participants.Where(person => person.GapsAllowedAt != null), member => member.PersonId, person => person.PersonId, (member, _) => member)
                    .ToListAsync(cancellationToken);
                return (row, allowed);
            },
            cancellationToken);
        if (occurrence is null || people.Count < options.Value.GroupMinimum)
        {
            return null;
        }

        var (known, plannedOver) = (0, 0);
        await foreach (var answer in schedules.ReadAsync([.. people.Select(member => new MailboxRequest(member.PersonId, member.Mail))], occurrence.Time, cancellationToken))
        {
            if (answer is KnownSchedule schedule)
            {
                known++;
                plannedOver += IsPlannedOver(schedule, occurrence.Time) ? 1 : 0;
            }
        }

        return known < options.Value.GroupMinimum ? null : plannedOver * 2 > known;
    }

    /// <summary>Counts a time that has passed, and acts when it was the third to sink.</summary>
    public async Task CountAsync(ConnectDb db, Rows.Occurrence occurrence, bool? sank, CancellationToken cancellationToken)
    {
        if (await db.Rituals.FindAsync([occurrence.RitualId], cancellationToken) is not { IsEnded: false } ritual
            || await db.Spaces.FindAsync([ritual.SpaceId], cancellationToken) is not { LostAt: null } space)
        {
            return;
        }

        var alone = await db.Coming.CountAsync(row => row.OccurrenceId == occurrence.Id, cancellationToken) < Company;
        ritual.SunkInARow = sank ?? alone ? ritual.SunkInARow + 1 : 0;
        if (ritual.SunkInARow < InARow)
        {
            return;
        }

        ritual.SunkInARow = 0;
        if (sank is true)
        {
            await notes.PostAsync(db, space, ritual, cancellationToken);
        }
        else
        {
            await votes.OpenPollAsync(db, space, ritual, cancellationToken);
        }
    }

    // The ritual itself stands in their calendar; anything else at that time was planned over it.
    private static bool IsPlannedOver(KnownSchedule schedule, Interval time) =>
        schedule.Entries.Count(entry => entry.Start < time.End && time.Start < entry.End) > 1;
}
