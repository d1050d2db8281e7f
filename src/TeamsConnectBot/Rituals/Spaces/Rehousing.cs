using Microsoft.EntityFrameworkCore;
using TeamsConnectBot.Data;
using TeamsConnectBot.Rituals.Posts;
using TeamsConnectBot.Rituals.Rows;
using TeamsConnectBot.Time;

namespace TeamsConnectBot.Rituals.Spaces;

/// <summary>What becomes of the rituals of a deleted channel: the team is told in another one, and can go on there.</summary>
internal sealed class Rehousing(Database database, PostBox posts, RitualTimers timers, TimeProvider clock)
{
    /// <summary>Says in another channel of the team what waits; the general one if the bot knows it.</summary>
    public Task TellAsync(string channelId, CancellationToken cancellationToken) => database.WriteAsync(
        async db =>
        {
            var gone = await db.Spaces.SingleOrDefaultAsync(space => space.ConversationId == channelId && space.TeamId != null, cancellationToken);
            if (gone is null || !await db.Rituals.AnyAsync(ritual => ritual.SpaceId == gone.Id && !ritual.IsEnded, cancellationToken))
            {
                return;
            }

            var others = await db.Spaces.Where(space => space.TeamId == gone.TeamId && space.Id != gone.Id && space.LostAt == null).ToListAsync(cancellationToken);
            if (others.OrderBy(space => space.ConversationId == space.TeamId ? 0 : 1).ThenBy(space => space.Id).FirstOrDefault() is { } other)
            {
                await posts.AddAsync(db, other, MessageKind.ChannelGone, gone.Id, clock.GetCurrentInstant().ToUnixTimeSeconds(), cancellationToken);
            }
        },
        cancellationToken);

    /// <summary>Moves all that waits for a lost channel of the same team.</summary>
    /// <returns>The names of what goes on here.</returns>
    public Task<IReadOnlyList<string>> BringAsync(Space space, CancellationToken cancellationToken) => database.WriteAsync<IReadOnlyList<string>>(
        async db =>
        {
            var lost = await db.Spaces.Where(other => space.TeamId != null && other.TeamId == space.TeamId && other.LostAt != null).Select(other => other.Id).ToListAsync(cancellationToken);
            var waiting = await db.Rituals.Where(ritual => lost.Contains(ritual.SpaceId) && !ritual.IsEnded).OrderBy(ritual => ritual.Id).ToListAsync(cancellationToken);
            var taken = (await db.Rituals.Where(ritual => ritual.SpaceId == space.Id && !ritual.IsEnded).ToListAsync(cancellationToken)).ConvertAll(ritual => ritual.Plan.Name);
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

            return [.. waiting.Select(ritual => ritual.Plan.Name)];
        },
        cancellationToken);

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
