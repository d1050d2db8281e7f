using Microsoft.Bot.Schema;
using TeamsConnectBot.BotFramework.Activities;
using TeamsConnectBot.Data;
using TeamsConnectBot.Rituals.Calendar;
using TeamsConnectBot.Rituals.Rows;
using TeamsConnectBot.Scheduling;

namespace TeamsConnectBot.Rituals.Spaces;

/// <summary>Removes people who leave a team, a channel or a chat from its rituals.</summary>
internal sealed class SpaceLeavers(Database database, RitualCalendars calendars, SpaceMembers members, SweepRequests sweeps)
{
    private const string TeamsIdPrefix = "8:orgid:";

    public async Task LeftAsync(IReadOnlyList<ChannelAccount> people, SpaceScope where, CancellationToken cancellationToken)
    {
        var ids = new List<string?>();
        foreach (var person in people)
        {
            ids.Add(await IdOfAsync(person, cancellationToken));
        }

        await RemoveAsync([.. ids.OfType<string>()], space => where.Holds(space) && !MayStillBeIn(space), cancellationToken);
        await LookAsync(where, space => ids.Contains(null) || MayStillBeIn(space), cancellationToken);
    }

    /// <summary>Removes members that Teams says are no longer there. If Teams gives no clear answer, nobody is removed.</summary>
    public Task LookAsync(SpaceScope where, CancellationToken cancellationToken) => LookAsync(where, _ => true, cancellationToken);

    // Somebody can be in a shared channel in several ways: through a team, and added by name.
    private static bool MayStillBeIn(Space space) => space.Kind == SpaceKind.SharedChannel;

    private async Task LookAsync(SpaceScope where, Func<Space, bool> which, CancellationToken cancellationToken)
    {
        foreach (var (space, people) in (await TakingPartAsync(where, cancellationToken)).Where(each => which(each.Space)))
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

    /// <summary>Teams may identify a person by their Entra id, by its own id, or by an id that only this bot knows.</summary>
    /// <returns>The Entra id; null for a person the bot does not know.</returns>
    private async Task<string?> IdOfAsync(ChannelAccount account, CancellationToken cancellationToken)
    {
        if (account.AadObjectId is { Length: > 0 } entra)
        {
            return entra;
        }

        var id = account.Id ?? "";
        var bare = id.StartsWith(TeamsIdPrefix, StringComparison.OrdinalIgnoreCase) ? id[TeamsIdPrefix.Length..] : id;
        return Guid.TryParse(bare, out _)
            ? EntraIds.Normalize(bare)
            : await database.ReadAsync(
                db => db.Participants.Where(person => person.TeamsUserId == id).Select(person => person.PersonId)
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
                    var coming = db.Coming.Where(row => times.Any(time => time.Id == row.OccurrenceId));
                    var people = db.RitualMembers.Where(member => rituals.Contains(member.RitualId)).Select(member => member.PersonId)
                        .Union(coming.Select(row => row.PersonId))
                        .Union(times.Where(time => time.HostId != null).Select(time => time.HostId!));
                    found.Add((space, await people.ToListAsync(cancellationToken)));
                }

                return found;
            },
            cancellationToken);
}
