namespace TeamsConnectBot.Core.Connections;

/// <summary>When people who met may be brought together again: one coffee makes no friendship.</summary>
public static class AgainRules
{
    /// <summary>Whether two people may be brought together in this round.</summary>
    /// <param name="roundsSinceMet">Rounds since they met, 1 for the last round; null when they never met.</param>
    /// <param name="repeatWindow">Rounds in which nobody meets the same person again.</param>
    /// <param name="one">What one of them said afterwards.</param>
    /// <param name="other">What the other said.</param>
    public static bool MayMeet(int? roundsSinceMet, int repeatWindow, MemberAnswer one, MemberAnswer other) =>
        roundsSinceMet is not { } rounds || rounds > repeatWindow || BothWantAgain(one, other);

    /// <summary>Whether both asked for each other again. One of them alone changes nothing, and nobody learns of it.</summary>
    public static bool BothWantAgain(MemberAnswer one, MemberAnswer other) =>
        one == MemberAnswer.AgainPlease && other == MemberAnswer.AgainPlease;
}
