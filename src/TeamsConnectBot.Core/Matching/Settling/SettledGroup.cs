using TeamsConnectBot.Core.Availability;
using TeamsConnectBot.Core.People;

namespace TeamsConnectBot.Core.Matching.Settling;

/// <summary>People who all said yes and are matched.</summary>
/// <param name="Members">Two or three people by id; two or more at an open table.</param>
/// <param name="Slot">When: a gap that each of them ticked and still has free.</param>
/// <param name="Place">Where.</param>
public sealed record SettledGroup(ImmutableArray<PoolMember> Members, Slot Slot, MeetingPlace Place)
{
    /// <summary>Whether lunch is all that suits them at this time; otherwise they meet for anything but lunch.</summary>
    public bool IsLunch { get; init; }

    /// <summary>Whether they are two of whom one can tell about something the other would like to learn.</summary>
    public bool IsLearning => !IsLunch && Members is [var one, var other] && one.CanLearnWith(other);

    /// <summary>At an open table: the member who volunteered to host it; null elsewhere, or when nobody volunteered.</summary>
    public string? HostId { get; init; }
}
