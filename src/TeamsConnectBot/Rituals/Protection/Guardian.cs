using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using NodaTime;
using TeamsConnectBot.Data;
using TeamsConnectBot.Graph.Schedules;
using TeamsConnectBot.Rituals.Rows;
using TeamsConnectBot.Rituals.Votes;

namespace TeamsConnectBot.Rituals.Protection;

/// <summary>
/// Notices when a ritual sinks three times running. Whether it was planned over is judged only from members who allowed
/// their calendar to be read, and only where they are enough to be a group; everywhere else the team is asked in secret.
/// </summary>
internal sealed class Guardian(
    Database database, GraphSchedules schedules, BetterTimes betterTimes, ProtectionNotes notes, TeamVotes votes, IOptions<RitualOptions> options)
{
    private const int InARow = 3;

    // Somebody's word that they come is enough to call it alive.
    private const int Company = 2;

    /// <summary>How a time went, before it is counted.</summary>
    public async Task<Sinking> JudgeAsync(Guid occurrenceId, CancellationToken cancellationToken)
    {
        var (occurrence, inARow, people) = await database.ReadAsync(
            async db =>
            {
                var row = await db.Occurrences.FindAsync([occurrenceId], cancellationToken);
                var ritual = row is null ? null : await db.Rituals.FindAsync([row.RitualId], cancellationToken);
                return (row, ritual?.SunkInARow ?? 0, row is null ? [] : await AllowedMembers.ReadAsync(db, row.RitualId, cancellationToken));
            },
            cancellationToken);
        if (occurrence is null || await WasPlannedOverAsync(occurrence.Time, people, cancellationToken) is not { } plannedOver)
        {
            return new Sinking(null, []);
        }

        return new Sinking(plannedOver, plannedOver && inARow + 1 >= InARow ? await betterTimes.FindAsync(occurrence.RitualId, cancellationToken) : []);
    }

    /// <summary>Counts a time that has passed, and acts when it was the third to sink.</summary>
    public async Task CountAsync(ConnectDb db, Rows.Occurrence occurrence, Sinking how, CancellationToken cancellationToken)
    {
        if (await db.Rituals.FindAsync([occurrence.RitualId], cancellationToken) is not { IsEnded: false } ritual
            || await db.Spaces.FindAsync([ritual.SpaceId], cancellationToken) is not { LostAt: null } space)
        {
            return;
        }

        var alone = await db.Coming.CountAsync(row => row.OccurrenceId == occurrence.Id, cancellationToken) < Company;
        ritual.SunkInARow = how.PlannedOver ?? alone ? ritual.SunkInARow + 1 : 0;
        if (ritual.SunkInARow < InARow)
        {
            return;
        }

        ritual.SunkInARow = 0;
        if (how.PlannedOver is true)
        {
            await notes.PostAsync(db, space, ritual, how.Better, cancellationToken);
        }
        else
        {
            await votes.OpenPollAsync(db, space, ritual, cancellationToken);
        }
    }

    // Null where that may not be judged.
    private async Task<bool?> WasPlannedOverAsync(Interval time, List<MailboxRequest> people, CancellationToken cancellationToken)
    {
        if (people.Count < options.Value.GroupMinimum)
        {
            return null;
        }

        var (known, plannedOver) = (0, 0);
        var around = OnLeave.Around(time);
        await foreach (var answer in schedules.ReadAsync(people, around, cancellationToken))
        {
            if (answer is KnownSchedule schedule && !OnLeave.Is(schedule, around))
            {
                known++;
                plannedOver += IsPlannedOver(schedule, time) ? 1 : 0;
            }
        }

        return known < options.Value.GroupMinimum ? null : plannedOver * 2 > known;
    }

    // The ritual itself stands in their calendar; anything else at that time was planned over it.
    private static bool IsPlannedOver(KnownSchedule schedule, Interval time) =>
        schedule.Entries.Count(entry => entry.Start < time.End && time.Start < entry.End) > 1;
}

/// <param name="PlannedOver">Whether most had planned something over it; null where that may not be judged.</param>
/// <param name="Better">Other times, best first, where it was the third in a row.</param>
internal sealed record Sinking(bool? PlannedOver, IReadOnlyList<RitualPlan> Better);
