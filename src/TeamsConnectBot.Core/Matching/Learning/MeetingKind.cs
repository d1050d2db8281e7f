using TeamsConnectBot.Core.People;

namespace TeamsConnectBot.Core.Matching.Learning;

/// <summary>What learning tells meetings apart by, and nothing finer: nothing about who the people are.</summary>
/// <param name="Offer">What it was for.</param>
/// <param name="InPerson">In an office, not online.</param>
/// <param name="AcrossDepartments">People known to be of different departments.</param>
public readonly record struct MeetingKind(Offer Offer, bool InPerson, bool AcrossDepartments)
{
    /// <summary>Whether people are known to be of different departments.</summary>
    public static bool IsAcrossDepartments(IEnumerable<PoolMember> members)
    {
        ArgumentNullException.ThrowIfNull(members);
        return members.Select(member => member.Department).OfType<string>().Distinct(StringComparer.Ordinal).Skip(1).Any();
    }
}
