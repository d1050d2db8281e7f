using Microsoft.EntityFrameworkCore;
using TeamsConnectBot.Data;
using TeamsConnectBot.Pools;

namespace TeamsConnectBot.Rounds;

/// <summary>
/// Why a round invited nobody. What follows from the settings is told apart; all that follows from people is one reason, since in a
/// small group anything finer would tell who takes part, who pauses or whom a rule about AI is for.
/// </summary>
internal enum NobodyReason
{
    NoTimeLeft,
    NoRule,
    NobodyToAsk,
}

/// <summary>Rounds of a pool that invited nobody, twice in a row.</summary>
internal static class NobodyInvited
{
    private const string Key = "nobody";

    public static NobodyReason ReasonOf(RoundTimes times, RuleSetting rules) =>
        times.Offerable.Length == 0 ? NobodyReason.NoTimeLeft
        : rules.IsEmpty ? NobodyReason.NoRule
        : NobodyReason.NobodyToAsk;

    public static void Note(Round round, NobodyReason reason) =>
        round.NotAsked = new Dictionary<string, int>(round.NotAsked) { [Key + reason] = 0 };

    /// <summary>Why a pool's last two rounds invited nobody; null when one of them did, or there were not two.</summary>
    public static async Task<NobodyReason?> TwiceAsync(ConnectDb db, string poolId, CancellationToken cancellationToken)
    {
        var last = await db.Rounds.Where(round => round.PoolId == poolId && round.State != RoundState.Gathering)
            .OrderByDescending(round => round.StartedAt).Take(2).ToListAsync(cancellationToken);
        return last is [var now, var before] && ReasonOf(now) is { } reason && ReasonOf(before) is not null ? reason : null;
    }

    private static NobodyReason? ReasonOf(Round round) => Enum.GetValues<NobodyReason>().Cast<NobodyReason?>()
        .FirstOrDefault(reason => round.NotAsked.ContainsKey(Key + reason));
}
