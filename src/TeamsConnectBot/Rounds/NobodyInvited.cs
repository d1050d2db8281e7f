using Microsoft.EntityFrameworkCore;
using TeamsConnectBot.Core.Rules;
using TeamsConnectBot.Data;

namespace TeamsConnectBot.Rounds;

/// <summary>Why a round invited nobody, as far as it is about the settings or about everybody: never about one person.</summary>
internal enum NobodyReason
{
    /// <summary>Where nobody could be asked just then, or brought together.</summary>
    NobodyFits,
    NoTimeLeft,
    NobodyTakesPart,
    NoRule,
}

/// <summary>Rounds of a pool that invited nobody, twice in a row.</summary>
internal static class NobodyInvited
{
    private const string Key = "nobody";

    public static NobodyReason ReasonOf(RoundTimes times, GatheredPool gathered, IReadOnlyCollection<Held> held) => (times, gathered, held) switch
    {
        ({ Offerable.Length: 0 }, _, _) => NobodyReason.NoTimeLeft,
        (_, { People.Count: 0 }, _) => NobodyReason.NobodyTakesPart,
        _ when held.Count > 0 && held.All(one => one.Reason == NudgeReason.NoRule) => NobodyReason.NoRule,
        _ => NobodyReason.NobodyFits,
    };

    public static void Note(Round round, NobodyReason reason) => round.NotAsked = new Dictionary<string, int>(round.NotAsked) { [Key + reason] = 0 };

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
