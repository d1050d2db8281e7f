using TeamsConnectBot.Data;
using TeamsConnectBot.Rituals.Posts;
using TeamsConnectBot.Rituals.Rows;
using TeamsConnectBot.Time;

namespace TeamsConnectBot.Rituals.Spaces;

/// <summary>
/// Offers the rituals of a deleted channel to another channel of the team, and moves them there on request. Those of a private or shared
/// channel stay where they are: the team does not know of them.
/// </summary>
internal sealed class Rehousing(Database database, PostBox posts, RitualTimers timers, TimeProvider clock)
{
    /// <summary>Posts in another channel of the team that rituals are waiting: in the general channel, if the bot knows it.</summary>
    public Task TellAsync(string channelId, CancellationToken cancellationToken) => database.WriteAsync(
        async db =>
        {
            var gone = await db.Spaces.SingleOrDefaultAsync(
                space => space.ConversationId == channelId && space.TeamId != null, cancellationToken);
            if (gone is null || gone.HasOwnMembers
                || !await db.Rituals.AnyAsync(ritual => ritual.SpaceId == gone.Id && !ritual.IsEnded, cancellationToken))
            {
                return;
            }

            var other = await db.Spaces.Where(space => space.TeamId == gone.TeamId && space.Kind == SpaceKind.Channel
                    && space.Id != gone.Id && space.LostAt == null)
                .OrderBy(space => space.ConversationId == space.TeamId ? 0 : 1).ThenBy(space => space.Id)
                .FirstOrDefaultAsync(cancellationToken);
            if (other is not null)
            {
                var sequence = clock.GetCurrentInstant().ToUnixTimeSeconds();
                await posts.AddAsync(db, other, MessageKind.ChannelGone, gone.Id, sequence, cancellationToken);
            }
        },
        cancellationToken);

    /// <summary>Moves the rituals of all lost channels of the same team here, which everybody in the team must be able to read.</summary>
    /// <returns>The names of the rituals that were moved.</returns>
    public Task<List<string>> BringAsync(Space space, CancellationToken cancellationToken) => database.WriteAsync(
        async db =>
        {
            var lost = db.Spaces.Where(other => space.TeamId != null && space.Kind == SpaceKind.Channel && other.TeamId == space.TeamId
                && other.Kind == SpaceKind.Channel && other.LostAt != null).Select(other => other.Id);
            var waiting = await db.Rituals.Where(ritual => lost.Contains(ritual.SpaceId) && !ritual.IsEnded)
                .OrderBy(ritual => ritual.Id).ToListAsync(cancellationToken);
            var taken = (await db.LiveRitualsAsync(space.Id, cancellationToken)).ConvertAll(ritual => ritual.Plan.Name);
            await RemoveAnnouncementsAsync(db, waiting, cancellationToken);
            foreach (var ritual in waiting)
            {
                var name = FreeName(ritual.Plan.Name, taken);
                taken.Add(name);
                ritual.SpaceId = space.Id;
                ritual.Plan = ritual.Plan with { Name = name };
                ritual.HandledUntil = clock.GetCurrentInstant();
                await timers.SetNextAsync(db, ritual, cancellationToken);
                await timers.SetCalendarAsync(db, ritual.Id, cancellationToken);
            }

            return waiting.ConvertAll(ritual => ritual.Plan.Name);
        },
        cancellationToken);

    // Nobody can read these cards any more. Without their messages, what is still to come is announced again; a question is asked once.
    private async Task RemoveAnnouncementsAsync(ConnectDb db, List<Ritual> moved, CancellationToken cancellationToken)
    {
        var now = clock.GetCurrentInstant();
        var rituals = moved.Where(ritual => !ritual.Plan.IsPost).Select(ritual => ritual.Id).ToList();
        var coming = db.Occurrences.Where(row => rituals.Contains(row.RitualId) && row.StartsAt > now).Select(row => row.Id);
        db.Messages.RemoveRange(await db.Messages
            .Where(message => message.Kind == MessageKind.Occurrence && coming.Contains(message.SubjectId)).ToListAsync(cancellationToken));
    }

    private static string FreeName(string name, List<string> taken)
    {
        var free = name;
        for (var number = 2; taken.Exists(other => RitualNames.AreSame(other, free)); number++)
        {
            free = $"{name} {number}";
        }

        return free;
    }
}
