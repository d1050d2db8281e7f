namespace TeamsConnectBot.Core.Meetings;

/// <summary>When people who met may be matched again before the repeat window ends: only if both asked for it.</summary>
public static class AgainRules
{
    /// <summary>Whether both asked to meet each other again. A request by one of them changes nothing, and nobody learns of it.</summary>
    public static bool BothWantAgain(MemberAnswer one, MemberAnswer other) =>
        one == MemberAnswer.AgainPlease && other == MemberAnswer.AgainPlease;
}
