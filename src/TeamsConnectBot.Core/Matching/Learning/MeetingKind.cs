using TeamsConnectBot.Core.People;

namespace TeamsConnectBot.Core.Matching.Learning;

/// <summary>The only features by which learning distinguishes meetings; none is about who the people are.</summary>
/// <param name="Offer">What the meeting was for.</param>
/// <param name="InPerson">Whether it was in an office rather than online.</param>
/// <param name="AcrossDepartments">Whether the people are known to be from different departments.</param>
public readonly record struct MeetingKind(Offer Offer, bool InPerson, bool AcrossDepartments)
{
    /// <summary>Whether people are known to be from different departments.</summary>
    public static bool IsAcrossDepartments(IEnumerable<PoolMember> members)
    {
        ArgumentNullException.ThrowIfNull(members);
        return members.Select(member => member.Department).OfType<string>().Distinct(StringComparer.Ordinal).Skip(1).Any();
    }
}
