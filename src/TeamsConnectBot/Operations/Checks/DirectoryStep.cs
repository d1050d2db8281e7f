using TeamsConnectBot.Admin.Web;
using TeamsConnectBot.Graph.People;
using TeamsConnectBot.Graph.Transport;
using TeamsConnectBot.Pools;

namespace TeamsConnectBot.Operations.Checks;

/// <summary>Checks whether the members of each pool's group, and of the groups of its sides, can be read.</summary>
internal sealed class DirectoryStep(GraphDirectory directory, PoolCatalogue pools) : CheckStep
{
    public static readonly Finding Denied = new(
        "denied", "Graph does not let the app read the group and its members.", StatusWords.Remedy("graph.GroupsDenied"));

    public static readonly Finding NoGroup = new(
        "no-group", "no group has the object id in GroupId.", StatusWords.Remedy("graph.GroupsNotFound"));

    public static readonly Finding NoMembers = new(
        "no-members", "the group has no members with an account.", "Add the people who may join to the group.");

    public override IEnumerable<Check> Checks => pools.All.Select(pool => new Check(
        KeyOf(pool), $"group of pool {pool.Id}", cancellationToken => TryAsync(pool, cancellationToken))
        { Needs = [TokenStep.ForGraph, PermissionsStep.Key] });

    public static string KeyOf(PoolOptions pool) => $"group:{pool.Id}";

    private async Task<CheckResult> TryAsync(PoolOptions pool, CancellationToken cancellationToken)
    {
        try
        {
            foreach (var group in pool.AllGroupIds())
            {
                if (!await directory.ReadMembersAsync(group, cancellationToken).AnyAsync(cancellationToken))
                {
                    return NoMembers.With();
                }
            }

            return CheckResult.Good();
        }
        catch (GraphUnavailableException failure)
        {
            return GraphFindings.For(failure, Denied, NoGroup);
        }
    }
}
