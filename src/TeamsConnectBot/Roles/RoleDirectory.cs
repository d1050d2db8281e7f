using System.Collections.Concurrent;
using TeamsConnectBot.Graph.People;

namespace TeamsConnectBot.Roles;

/// <summary>
/// The roles of people in chat, by their groups in Graph. App roles count on the admin page only, because a chat message carries no
/// token that names them.
/// </summary>
internal sealed class RoleDirectory(IOptions<RoleOptions> options, GraphGroups groups)
{
    // Long enough for a conversation, and short enough that a lost role soon ends. It is measured by the real clock, because Graph
    // does not follow the injected one.
    private static readonly TimeSpan CacheLifetime = TimeSpan.FromMinutes(5);

    private readonly ConcurrentDictionary<string, (Role Roles, long At)> cache = new(StringComparer.OrdinalIgnoreCase);

    /// <exception cref="Graph.Transport.GraphUnavailableException">Graph gave no usable answer.</exception>
    public async Task<Role> OfAsync(string personId, CancellationToken cancellationToken)
    {
        if (cache.TryGetValue(personId, out var known) && TimeProvider.System.GetElapsedTime(known.At) < CacheLifetime)
        {
            return known.Roles;
        }

        var roles = await ByGroupAsync(personId, cancellationToken);
        cache[personId] = (roles, TimeProvider.System.GetTimestamp());
        return roles;
    }

    /// <summary>The roles a person has by their groups at this moment, never from the cache.</summary>
    /// <exception cref="Graph.Transport.GraphUnavailableException">Graph gave no usable answer.</exception>
    public async Task<Role> ByGroupAsync(string personId, CancellationToken cancellationToken) =>
        options.Value.Groups is { Count: > 0 } wanted
        ? options.Value.RolesOf(await groups.WhichHoldAsync(personId, wanted, cancellationToken)) : Role.None;
}
