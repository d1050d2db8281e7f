using TeamsConnectBot.Core.HelpRequests;
using TeamsConnectBot.Core.Insights;
using TeamsConnectBot.Data;

namespace TeamsConnectBot.HelpRequests;

/// <summary>What a week would bring if a share of a pool's people asked something.</summary>
internal sealed record HelpOutlook(double AskShare, HelpLoad Load);

/// <param name="Pool">How many people take part.</param>
/// <param name="Outlooks">In the order of how many ask.</param>
internal sealed record HelpForecast(CountRange Pool, IReadOnlyList<HelpOutlook> Outlooks);

/// <summary>
/// Tries out the load of questions for whoever decides on them. Of the pool it uses its size as a range and nothing else; nobody has chosen
/// to be asked yet, so that is taken to be half.
/// </summary>
internal sealed class HelpDryRun(Database database)
{
    public const double HelperShare = 0.5;

    // Any number will do; the same one shows the same table at every look.
    private const int Seed = 20;

    private static readonly double[] AskShares = [0.02, 0.05, 0.1];

    /// <returns>Null when the pool has too few people.</returns>
    public async Task<HelpForecast?> OfAsync(string poolId, CancellationToken cancellationToken)
    {
        var people = await database.ReadAsync(
            db => db.Participants.CountAsync(person => person.PoolId == poolId && person.JoinedAt != null, cancellationToken),
            cancellationToken);
        return new Aggregate().SizeOf(people) is { } size
            ? new HelpForecast(size, [.. AskShares.Select(share => new HelpOutlook(share, Simulate(size, share)))])
            : null;
    }

    // The lowest range begins at 0.
    private static HelpLoad Simulate(CountRange size, double share) => HelpLoad.Simulate(
        Math.Max(size.Least, Aggregate.DefaultMinimum + 1), HelperShare, share, HelpLoad.UsualYes, Seed);
}
