namespace TeamsConnectBot.Core.Connections;

/// <summary>
/// What must follow a transition of an invitation, in the same transaction. Showing the card of the new state isn't among them:
/// that follows every click, also a refused one.
/// </summary>
public enum InvitationEffect
{
    /// <summary>Keep the gaps ticked with this yes.</summary>
    KeepTickedGaps,

    /// <summary>Forget the gaps ticked before.</summary>
    ForgetTickedGaps,

    /// <summary>Ask nothing more in the person's own week.</summary>
    BeginNotThisWeek,

    /// <summary>Take 'not this week' back.</summary>
    EndNotThisWeek,

    /// <summary>Begin the pause the person chose.</summary>
    BeginPause,

    /// <summary>Take the pause back.</summary>
    EndPause,

    /// <summary>The person goes first next time; see <see cref="FairnessLedger"/>.</summary>
    PutFirstNextTime,

    /// <summary>The person had their turn; see <see cref="FairnessLedger"/>.</summary>
    ClearTurnsLeftOut,

    /// <summary>Tell the person that the times couldn't be combined and that they go first next time.</summary>
    TellNoLuck,
}
