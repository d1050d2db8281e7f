using TeamsConnectBot.Cards.Building;
using TeamsConnectBot.Data;
using TeamsConnectBot.Delivery;
using TeamsConnectBot.HelpRequests.Rows;
using TeamsConnectBot.Pools;

namespace TeamsConnectBot.HelpRequests;

/// <summary>The host of a pool: a person who can be asked when no colleague was found, and who reads what was reported.</summary>
internal sealed class HelpHosts(PoolCatalogue pools, Outbox outbox)
{
    /// <returns>Null when the settings name no person, or that person does not have the app.</returns>
    public async Task<Participant?> FindAsync(ConnectDb db, string poolId, CancellationToken cancellationToken) =>
        pools.Find(poolId).Host.PersonId is { Length: > 0 } id
        && await db.Participants.FindAsync([id.ToLowerInvariant()], cancellationToken) is { UnreachableSince: null } host
            ? host
            : null;

    /// <summary>
    /// Whether somebody is the host of a pool. The host is not asked there: by reporting the question, its host would learn who asks.
    /// </summary>
    public bool IsHost(string poolId, string personId) =>
        string.Equals(pools.Find(poolId).Host.PersonId, personId, StringComparison.OrdinalIgnoreCase);

    /// <summary>The host as cards name them, with a link to a chat where there is one.</summary>
    public async Task<Colleague> NamedAsync(ConnectDb db, string poolId, CancellationToken cancellationToken) =>
        new(pools.Find(poolId).Host.Name, (await FindAsync(db, poolId, cancellationToken))?.UserPrincipalName);

    public async Task TellAsync(ConnectDb db, HelpRequestRow row, MessageKind kind, CancellationToken cancellationToken)
    {
        // Hosts who ask, or whose own question is reported, know what it says.
        if (await FindAsync(db, row.PoolId, cancellationToken) is { } host && host.PersonId != row.PersonId)
        {
            await outbox.AddAsync(db, host, kind, row.Id, cancellationToken: cancellationToken);
        }
    }
}
