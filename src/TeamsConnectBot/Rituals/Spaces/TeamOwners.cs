using System.Collections.Concurrent;
using NodaTime;
using TeamsConnectBot.Graph.People;
using TeamsConnectBot.Graph.Transport;
using TeamsConnectBot.Rituals.Rows;
using TeamsConnectBot.Time;

namespace TeamsConnectBot.Rituals.Spaces;

/// <summary>Who decides in a space: the team's owners, as Graph has them now. Where there are none, everybody votes.</summary>
internal sealed class TeamOwners(GraphGroupOwners graph, TimeProvider clock)
{
    // Whoever stopped being an owner can decide for this long at most.
    private static readonly Duration Fresh = Duration.FromMinutes(5);

    private readonly ConcurrentDictionary<string, (Instant At, IReadOnlyList<GroupOwner> Owners)> known = new(StringComparer.OrdinalIgnoreCase);

    /// <exception cref="GraphUnavailableException">The owners could not be read; nobody is taken for one.</exception>
    public async Task<Standing> OfAsync(Space space, string personId, CancellationToken cancellationToken)
    {
        var owners = space.GroupId is { } group ? await ReadAsync(group, cancellationToken) : [];
        if (owners.Count == 0)
        {
            return new Standing(Decides.ByVote, []);
        }

        var isOwner = owners.Any(owner => string.Equals(owner.Id, personId, StringComparison.OrdinalIgnoreCase));
        return new Standing(isOwner ? Decides.Alone : Decides.NotAtAll, owners);
    }

    private async Task<IReadOnlyList<GroupOwner>> ReadAsync(string groupId, CancellationToken cancellationToken)
    {
        var now = clock.GetCurrentInstant();
        if (known.TryGetValue(groupId, out var read) && now - read.At < Fresh)
        {
            return read.Owners;
        }

        var owners = await graph.ReadAsync(groupId, cancellationToken);
        known[groupId] = (now, owners);
        return owners;
    }
}

/// <param name="Owners">Who can decide, to name them to whoever can't.</param>
internal sealed record Standing(Decides Decides, IReadOnlyList<GroupOwner> Owners);

internal enum Decides
{
    Alone,
    NotAtAll,
    ByVote,
}
