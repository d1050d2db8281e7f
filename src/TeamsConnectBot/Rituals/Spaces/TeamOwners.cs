using System.Collections.Concurrent;
using TeamsConnectBot.BotFramework.Connector;
using TeamsConnectBot.Graph.People;
using TeamsConnectBot.Graph.Transport;
using TeamsConnectBot.Rituals.Rows;
using TeamsConnectBot.Time;

namespace TeamsConnectBot.Rituals.Spaces;

/// <summary>
/// Finds out who decides in a space: the team's owners, as read from Graph; in a private or shared channel only those who are in it. If
/// there are none, the members vote. The owners of such a channel itself could be read only with a permission the bot does not ask for.
/// </summary>
internal sealed class TeamOwners(GraphGroupOwners graph, SpaceGroups groups, SpaceMembers members, TimeProvider clock)
{
    // Owners are cached this long, so a former owner can still decide for this long at most.
    private static readonly Duration Fresh = Duration.FromMinutes(5);

    private readonly ConcurrentDictionary<string, (Instant At, IReadOnlyList<GroupOwner> Owners)> known =
        new(StringComparer.OrdinalIgnoreCase);

    /// <exception cref="GraphUnavailableException">The owners could not be read, so nobody counts as an owner.</exception>
    /// <exception cref="ConnectorException">Teams did not say what team this is, or which of them are in the channel.</exception>
    public async Task<Standing> OfAsync(Space space, string personId, CancellationToken cancellationToken)
    {
        IReadOnlyList<GroupOwner> owners = await groups.OfAsync(space, cancellationToken) is not { } group ? []
            : space.HasOwnMembers ? await CachedAsync(space.ConversationId, () => InChannelAsync(space, group, cancellationToken))
            : await OfTeamAsync(group, cancellationToken);
        var decides = owners.Count == 0 ? Decides.ByVote
            : owners.Any(owner => string.Equals(owner.Id, personId, StringComparison.OrdinalIgnoreCase)) ? Decides.Alone
            : Decides.NotAtAll;
        return new Standing(decides, owners);
    }

    private Task<IReadOnlyList<GroupOwner>> OfTeamAsync(string groupId, CancellationToken cancellationToken) =>
        CachedAsync(groupId, () => graph.ReadAsync(groupId, cancellationToken));

    private async Task<IReadOnlyList<GroupOwner>> InChannelAsync(Space space, string groupId, CancellationToken cancellationToken)
    {
        var owners = await OfTeamAsync(groupId, cancellationToken);
        var present = await members.AmongAsync(space, owners.Select(owner => owner.Id), cancellationToken);
        return [.. owners.Where(owner => present.Contains(owner.Id))];
    }

    private async Task<IReadOnlyList<GroupOwner>> CachedAsync(string key, Func<Task<IReadOnlyList<GroupOwner>>> readAsync)
    {
        var now = clock.GetCurrentInstant();
        if (!known.TryGetValue(key, out var read) || now - read.At >= Fresh)
        {
            known[key] = read = (now, await readAsync());
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
