namespace TeamsConnectBot.Core.Meetings;

/// <summary>Two or more people who all said yes, and the time at which they meet. Changed only by <see cref="MeetingMachine"/>.</summary>
/// <param name="State">Its state.</param>
/// <param name="Members">The people in it.</param>
/// <param name="Time">When it takes place.</param>
/// <param name="Moving">The member who declined and is choosing another gap; null unless <see cref="MeetingState.Moving"/>.</param>
/// <param name="Moves">How often it was moved.</param>
/// <param name="AlsoMoving">
/// The other member, when they declined too while the first was choosing. They are offered the same choice, so that neither learns of the
/// other's decline.
/// </param>
public sealed record Meeting(
    MeetingState State,
    ImmutableArray<MeetingMember> Members,
    Interval Time,
    string? Moving = null,
    int Moves = 0,
    string? AlsoMoving = null)
{
    /// <summary>
    /// Connects people after a round. With <see cref="ForHelp"/> this is the only way to make a connection, so nobody is in one unasked.
    /// </summary>
    /// <param name="yeses">Two or more people, whose invitation must be <see cref="InvitationState.Settling"/>.</param>
    /// <param name="time">When it takes place.</param>
    /// <exception cref="ArgumentException">There are fewer than two people, one occurs twice, or one is not settling.</exception>
    public static Meeting Settle(IReadOnlyCollection<(string Id, InvitationState State)> yeses, Interval time)
    {
        ArgumentNullException.ThrowIfNull(yeses);
        if (yeses.Select(yes => yes.Id).Distinct(StringComparer.Ordinal).Count() != yeses.Count || yeses.Count < 2)
        {
            throw new ArgumentException($"A connection needs two or more different people; {yeses.Count} were given.", nameof(yeses));
        }

        if (yeses.FirstOrDefault(yes => yes.State != InvitationState.Settling) is { Id: not null } other)
        {
            throw new ArgumentException($"Only invitations that are being settled can join a connection; one is {other.State}.",
                nameof(yeses));
        }

        return new Meeting(MeetingState.Settled, [.. yeses.Select(yes => new MeetingMember(yes.Id))], time);
    }

    /// <summary>Whether members may still move it; see <see cref="MeetingMachine.MostMoves"/>.</summary>
    public bool CanMove => Moves < MeetingMachine.MostMoves;

    /// <summary>Connects whoever asked for help and whoever ticked a moment to give it: both said what they want.</summary>
    /// <param name="askerId">Who asked.</param>
    /// <param name="helperId">Who helps.</param>
    /// <param name="time">When it takes place.</param>
    /// <exception cref="ArgumentException">Both are the same person.</exception>
    public static Meeting ForHelp(string askerId, string helperId, Interval time)
    {
        ArgumentException.ThrowIfNullOrEmpty(askerId);
        ArgumentException.ThrowIfNullOrEmpty(helperId);
        return string.Equals(askerId, helperId, StringComparison.Ordinal)
            ? throw new ArgumentException("Nobody helps themselves.", nameof(helperId))
            : new Meeting(MeetingState.Settled, [new MeetingMember(askerId), new MeetingMember(helperId)], time);
    }

    /// <summary>Whether a member declined and is choosing another gap.</summary>
    public bool IsChoosing(string memberId) => Moving == memberId || AlsoMoving == memberId;

    /// <summary>Whether somebody is in it.</summary>
    public bool Has(string? memberId) => Members.Any(member => member.Id == memberId);

    internal Meeting Without(string? memberId) => this with { Members = Members.RemoveAll(member => member.Id == memberId) };
}
