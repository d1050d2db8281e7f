using TeamsConnectBot.Data;
using TeamsConnectBot.Pools;

namespace TeamsConnectBot.Rounds;

/// <summary>
/// Why a round invited nobody. Causes in the settings are distinguished. All causes that lie with people are one reason, because in a small
/// group a more precise one would reveal who takes part, who paused, or to whom a rule about AI applies.
/// </summary>
internal enum EmptyRoundReason
{
    NoTimeLeft,
    NoRule,

    /// <summary>A side of the pool has a group with too few accounts, whoever of them takes part.</summary>
    SideTooSmall,
    NobodyToAsk,
}

/// <summary>Marks rounds that invited nobody, and finds pools where that happened twice in a row.</summary>
internal static class EmptyRounds
{
    private const string Key = "nobody";

    public static EmptyRoundReason ReasonOf(RoundTimes times, RoundRules rules, bool hasTooSmallGroup) =>
        times.Offerable.Length == 0 ? EmptyRoundReason.NoTimeLeft
        : rules.IsEmpty ? EmptyRoundReason.NoRule
        : hasTooSmallGroup ? EmptyRoundReason.SideTooSmall
        : EmptyRoundReason.NobodyToAsk;

    public static void Note(Round round, EmptyRoundReason reason) =>
        round.NotAsked = new Dictionary<string, int>(round.NotAsked) { [Key + reason] = 0 };

    /// <summary>Why a pool's last two rounds invited nobody; null if one of them did, or there were fewer than two.</summary>
    public static async Task<EmptyRoundReason?> TwiceAsync(ConnectDb db, string poolId, CancellationToken cancellationToken)
    {
        var last = await db.Rounds.Where(round => round.PoolId == poolId && round.State != RoundState.Gathering)
            .OrderByDescending(round => round.StartedAt).Take(2).ToListAsync(cancellationToken);
        return last is [var now, var before] && ReasonOf(now) is { } reason && ReasonOf(before) is not null ? reason : null;
    }

    private static EmptyRoundReason? ReasonOf(Round round) => Enum.GetValues<EmptyRoundReason>().Cast<EmptyRoundReason?>()
        .FirstOrDefault(reason => round.NotAsked.ContainsKey(Key + reason));
}
