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
    /// <summary>Marks a round whose week had passed before it could invite anybody.</summary>
    public const string TooLate = "weekIsOver";

    private const string Key = "nobody";

    public static EmptyRoundReason ReasonOf(RoundTimes times, RoundRules rules, bool hasTooSmallGroup) =>
        times.Offerable.Length == 0 ? EmptyRoundReason.NoTimeLeft
        : rules.IsEmpty ? EmptyRoundReason.NoRule
        : hasTooSmallGroup ? EmptyRoundReason.SideTooSmall
        : EmptyRoundReason.NobodyToAsk;

    public static void Note(Round round, EmptyRoundReason reason) =>
        round.NotAsked = new Dictionary<string, int>(round.NotAsked) { [Key + reason] = 0 };

    /// <summary>A pool's newest rounds, newest first: the one that is being prepared, if any, and the two before it.</summary>
    public static Task<List<Round>> NewestAsync(ConnectDb db, string poolId, CancellationToken cancellationToken) =>
        db.Rounds.Where(round => round.PoolId == poolId).OrderByDescending(round => round.StartedAt).Take(3)
            .ToListAsync(cancellationToken);

    /// <summary>Why a pool's last two rounds invited nobody; null if one of them did, or there were fewer than two.</summary>
    public static EmptyRoundReason? Twice(IEnumerable<Round> newest) =>
        newest.Where(round => round.State != RoundState.Gathering).Take(2).ToList() is [var now, var before]
            && ReasonOf(now) is { } reason && ReasonOf(before) is not null ? reason : null;

    /// <summary>Whether a round's week had passed before it could invite anybody.</summary>
    public static bool CameTooLate(Round round) => round.NotAsked.ContainsKey(TooLate);

    private static EmptyRoundReason? ReasonOf(Round round) => Enum.GetValues<EmptyRoundReason>().Cast<EmptyRoundReason?>()
        .FirstOrDefault(reason => round.NotAsked.ContainsKey(Key + reason));
}
