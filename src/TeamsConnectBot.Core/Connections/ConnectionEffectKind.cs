namespace TeamsConnectBot.Core.Connections;

/// <summary>What must follow a transition of a connection, in the same transaction.</summary>
public enum ConnectionEffectKind
{
    /// <summary>Create the calendar event, once.</summary>
    CreateEvent,

    /// <summary>Move the calendar event to the connection's time.</summary>
    MoveEvent,

    /// <summary>Cancel the calendar event.</summary>
    CancelEvent,

    /// <summary>Take the member off the calendar event.</summary>
    RemoveFromEvent,

    /// <summary>Tell everyone who, when and where: the reveal.</summary>
    TellAll,

    /// <summary>
    /// Offer the member the other gaps that all share, or tell them that there are none and report
    /// <see cref="ConnectionEventKind.NoOtherGap"/>. Their choice is carried out at a moment that was set when they were asked.
    /// </summary>
    OfferOtherGap,

    /// <summary>Tell the member, now, that it moved for the agenda. Everyone reads the same.</summary>
    TellItMoved,

    /// <summary>Tell the member, now, that it is off, without a reason.</summary>
    TellItIsOff,

    /// <summary>Show the member who it is with now, by editing their card; that notifies nobody.</summary>
    ShowWhoIsLeft,

    /// <summary>Tell the member, who never knew of it, that the times couldn't be combined.</summary>
    TellNoLuck,

    /// <summary>The member goes first next time; see <see cref="FairnessLedger"/>.</summary>
    PutFirstNextTime,

    /// <summary>Ask the member, by the clock, whether they met.</summary>
    AskDidYouMeet,

    /// <summary>All want to meet again; see <see cref="AgainRules"/>.</summary>
    AllowAgain,

    /// <summary>Not all want to meet again any more.</summary>
    EndAgain,
}
