using TeamsConnectBot.Graph.People;
using TeamsConnectBot.Pools;

namespace TeamsConnectBot.Operations.Checks;

/// <summary>How somebody an admin named is in the pools' groups.</summary>
internal enum ScopePlace
{
    Direct,
    Nested,
    Outside,
}

/// <summary>Somebody an admin named on the command line, to ask about.</summary>
/// <param name="Argument">The option and its position, such as <c>--member 2</c>: the output contains no address.</param>
/// <param name="Place">How they are in the pools' groups.</param>
/// <param name="Mail">The mail address; null without one.</param>
internal sealed record ScopePerson(string Argument, ScopePlace Place, string? Mail);

/// <summary>Finds out how the people an admin named are in the pools' groups.</summary>
internal sealed class ScopePeople(GraphMembership membership, GraphGroups groups, PoolCatalogue pools, CheckArguments arguments)
{
    public static readonly Finding Nobody = new(
        "unknown-person", "Entra knows nobody with the sign-in name of ….",
        "Give the sign-in name (user principal name), as Entra shows it.");

    public static readonly Finding NotAMember = new(
        "not-a-member", "the person of … is in no pool's group.", "Name somebody who is in one, or give the name with --outside.");

    public static readonly Finding NotOutside = new(
        "not-outside", "the person of … is in a pool's group.", "Name somebody who is in none, or give the name with --member.");

    public static readonly Finding Denied = new(
        "people-denied", "Graph does not let the app read the person or the group.",
        "Grant GroupMember.Read.All and User.Read.All: infra/grant-permissions.ps1.");

    /// <summary>The people found by <see cref="FindAsync"/>.</summary>
    public IReadOnlyList<ScopePerson> Found { get; private set; } = [];

    /// <returns>What is wrong with the people named; null when all were found where the admin said they are.</returns>
    /// <exception cref="Graph.Transport.GraphUnavailableException">Graph gave no usable answer.</exception>
    public async Task<CheckResult?> FindAsync(CancellationToken cancellationToken)
    {
        var found = new List<ScopePerson>();
        foreach (var (option, isMember, names) in new[]
            { ("--member", true, arguments.Members), ("--outside", false, arguments.Outsiders) })
        {
            foreach (var (index, name) in names.Index())
            {
                var argument = $"{option} {index + 1}";
                if (await membership.FindAsync(name, cancellationToken) is not var (id, mail))
                {
                    return Nobody.With(argument);
                }

                var place = await PlaceOfAsync(id, cancellationToken);
                if (isMember != (place is not ScopePlace.Outside))
                {
                    return (isMember ? NotAMember : NotOutside).With(argument);
                }

                found.Add(new ScopePerson(argument, place, mail));
            }
        }

        Found = found;
        return null;
    }

    private async Task<ScopePlace> PlaceOfAsync(string id, CancellationToken cancellationToken)
    {
        var holding = await groups.WhichHoldAsync(id, [.. pools.All.Select(pool => pool.GroupId).Distinct()], cancellationToken);
        foreach (var group in holding)
        {
            if (await membership.IsDirectAsync(group, id, cancellationToken))
            {
                return ScopePlace.Direct;
            }
        }

        return holding.Count > 0 ? ScopePlace.Nested : ScopePlace.Outside;
    }
}
