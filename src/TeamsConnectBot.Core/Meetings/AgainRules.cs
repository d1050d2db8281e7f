namespace TeamsConnectBot.Core.Meetings;

/// <summary>When people who met may be matched again before the repeat window ends: only if both asked for it.</summary>
public static class AgainRules
{
    /// <summary>
    /// Whether both asked to meet each other again, once more or three times in all. A request by one of them changes nothing, and nobody
    /// learns of it.
    /// </summary>
    public static bool BothWantAgain(MemberAnswer one, MemberAnswer other) => WantsAgain(one) && WantsAgain(other);

    private static bool WantsAgain(MemberAnswer answer) => answer is MemberAnswer.AgainPlease or MemberAnswer.ThreeTimes;
}
