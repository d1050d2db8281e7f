using System.Collections.Concurrent;
using TeamsConnectBot.Graph.People;
using TeamsConnectBot.Graph.Transport;
using TeamsConnectBot.Rituals.Rows;
using TeamsConnectBot.Time;

namespace TeamsConnectBot.Rituals.Spaces;

/// <summary>Finds out who decides in a space: the team's owners, as read from Graph. If there are none, the team votes.</summary>
internal sealed class TeamOwners(GraphGroupOwners graph, TimeProvider clock)
{
    // Owners are cached this long, so a former owner can still decide for this long at most.
    private static readonly Duration Fresh = Duration.FromMinutes(5);

    private readonly ConcurrentDictionary<string, (Instant At, IReadOnlyList<GroupOwner> Owners)> known =
        new(StringComparer.OrdinalIgnoreCase);

    /// <exception cref="GraphUnavailableException">The owners could not be read, so nobody counts as an owner.</exception>
    public async Task<Standing> OfAsync(Space space, string personId, CancellationToken cancellationToken)
    {
        var owners = space.GroupId is { } group ? await ReadAsync(group, cancellationToken) : [];
        var decides = owners.Count == 0 ? Decides.ByVote
            : owners.Any(owner => string.Equals(owner.Id, personId, StringComparison.OrdinalIgnoreCase)) ? Decides.Alone
            : Decides.NotAtAll;
        return new Standing(decides, owners);
    }

    private async Task<IReadOnlyList<GroupOwner>> ReadAsync(string groupId, CancellationToken cancellationToken)
    {
        var now = clock.GetCurrentInstant();
        if (!known.TryGetValue(groupId, out var read) || now - read.At >= Fresh)
        {
            known[groupId] = read = (now, await graph.ReadAsync(groupId, cancellationToken));
        }

        return read.Owners;
    }
}

/// <param name="Decides">Whether the person decides alone, not at all, or together with the team by vote.</param>
/// <param name="Owners">The people who can decide, so that a refusal can name them.</param>
internal sealed record Standing(Decides Decides, IReadOnlyList<GroupOwner> Owners);

internal enum Decides
{
    Alone,
    NotAtAll,
    ByVote,
}
