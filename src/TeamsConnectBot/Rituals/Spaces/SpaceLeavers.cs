using Microsoft.Bot.Schema;
using Microsoft.EntityFrameworkCore;
using TeamsConnectBot.BotFramework.Activities;
using TeamsConnectBot.Data;
using TeamsConnectBot.Rituals.Calendar;
using TeamsConnectBot.Rituals.Rows;
using TeamsConnectBot.Scheduling;

namespace TeamsConnectBot.Rituals.Spaces;

/// <summary>Whoever leaves a team, a channel or a chat leaves its rituals.</summary>
internal sealed class SpaceLeavers(Database database, RitualCalendars calendars, SpaceMembers members, SweepRequests sweeps)
{
    private const string TeamsOwnPrefix = "8:orgid:";

    public async Task LeftAsync(IReadOnlyList<ChannelAccount> people, SpaceScope where, CancellationToken cancellationToken)
    {
        var known = new List<string>();
        var unknown = 0;
        foreach (var person in people)
        {
            if (await IdOfAsync(person, cancellationToken) is { } id)
            {
                known.Add(id);
            }
            else
            {
                unknown++;
            }
        }

        await RemoveAsync(known, where.Holds, cancellationToken);
        if (unknown > 0)
        {
            await LookAsync(where, cancellationToken);
        }
    }

    /// <summary>
    /// Asks Teams which of those who take part are still there; the others leave. What Teams can't answer changes nothing.
    /// </summary>
    public async Task LookAsync(SpaceScope where, CancellationToken cancellationToken)
    {
        foreach (var (space, people) in await TakingPartAsync(where, cancellationToken))
        {
            if (people.Count > 0 && await members.PresentAsync(space, cancellationToken) is { } present)
            {
                await RemoveAsync(people.FindAll(person => !present.Contains(person)), one => one.Id == space.Id, cancellationToken);
            }
        }
    }

    private async Task RemoveAsync(List<string> people, Func<Space, bool> where, CancellationToken cancellationToken)
    {
        foreach (var person in people)
        {
            await database.WriteAsync(db => calendars.RemoveFromAllAsync(db, person, where, cancellationToken), cancellationToken);
        }

        if (people.Count > 0)
        {
            await sweeps.SweepSoonAsync(cancellationToken);
        }
    }

    /// <returns>The Entra id of somebody Teams names by that, by its own id, or by the one that only this bot knows; null for a
    /// stranger.</returns>
    private async Task<string?> IdOfAsync(ChannelAccount account, CancellationToken cancellationToken)
    {
        if (account.AadObjectId is { Length: > 0 } entra)
        {
            return entra;
        }

        var id = account.Id ?? "";
        var bare = id.StartsWith(TeamsOwnPrefix, StringComparison.OrdinalIgnoreCase) ? id[TeamsOwnPrefix.Length..] : id;
        return Guid.TryParse(bare, out _)
            ? EntraIds.Normal(bare)
            : await database.ReadAsync(
                db =>
                    db.Participants.Where(person => person.TeamsUserId == id).Select(person => person.PersonId)
                        .FirstOrDefaultAsync(cancellationToken),
                cancellationToken);
    }

    private Task<List<(Space Space, List<string> People)>> TakingPartAsync(SpaceScope where, CancellationToken cancellationToken) =>
        database.ReadAsync(
        async db =>
        {
            var found = new List<(Space, List<string>)>();
            foreach (var space in await where.In(db).ToListAsync(cancellationToken))
            {
                var rituals = db.Rituals.Where(ritual => ritual.SpaceId == space.Id).Select(ritual => ritual.Id);
                var times = db.Occurrences.Where(row => rituals.Contains(row.RitualId));
                found.Add(
                    (space, await db.RitualMembers.Where(member => rituals.Contains(member.RitualId)).Select(member => member.PersonId)
                    .Union(db.Coming.Where(coming => times.Any(time => time.Id == coming.OccurrenceId)).Select(coming => coming.PersonId))
                    .Union(times.Where(time => time.HostId != null).Select(time => time.HostId!))
                    .ToListAsync(cancellationToken)));
            }

            return found;
        },
        cancellationToken);
}
