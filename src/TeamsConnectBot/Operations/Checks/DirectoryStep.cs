using TeamsConnectBot.Admin.Web;
using TeamsConnectBot.Graph.People;
using TeamsConnectBot.Graph.Transport;
using TeamsConnectBot.Pools;

namespace TeamsConnectBot.Operations.Checks;

/// <summary>Checks whether the members of each pool's group can be read.</summary>
internal sealed class DirectoryStep(GraphDirectory directory, PoolCatalogue pools) : CheckStep
{
    public override IEnumerable<Check> Checks =>
        pools.All.Select(pool => new Check(SubjectOf(pool), cancellationToken => TryAsync(pool, cancellationToken)));

    private static string SubjectOf(PoolOptions pool) => $"group of pool {pool.Id}";

    private async Task<CheckResult> TryAsync(PoolOptions pool, CancellationToken cancellationToken)
    {
        var subject = SubjectOf(pool);
        try
        {
            await foreach (var _ in directory.ReadMembersAsync(pool.GroupId, cancellationToken))
            {
                return new CheckResult(subject);
            }

            return new CheckResult(subject, "the group has no members with an account.", "Add the people who may join to the group.");
        }
        catch (GraphUnavailableException failure)
        {
            return new CheckResult(subject, failure.Message, GraphRemedies.For(
                failure.Failure, StatusWords.Remedy("graph.GroupsDenied"), StatusWords.Remedy("graph.GroupsNotFound")));
        }
    }
}
