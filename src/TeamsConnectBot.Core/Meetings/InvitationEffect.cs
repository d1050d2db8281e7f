namespace TeamsConnectBot.Core.Meetings;

/// <summary>
/// What a transition of an invitation requires, in the same transaction. Showing the card of the new state is not listed: that follows
/// every click, even a refused one.
/// </summary>
public enum InvitationEffect
{
    /// <summary>Store the gaps ticked with this yes.</summary>
    KeepTickedGaps,

    /// <summary>Forget the gaps ticked before.</summary>
    ForgetTickedGaps,

    /// <summary>Ask the person nothing more until the end of their own week.</summary>
    BeginNotThisWeek,

    /// <summary>Take 'not this week' back.</summary>
    EndNotThisWeek,

    /// <summary>Begin the pause the person chose.</summary>
    BeginPause,

    /// <summary>Take the pause back.</summary>
    EndPause,

    /// <summary>The person takes precedence next time; see <see cref="FairnessLedger"/>.</summary>
    PutFirstNextTime,

    /// <summary>Tell the person that the times could not be combined and that they take precedence next time.</summary>
    TellNoLuck,
}
