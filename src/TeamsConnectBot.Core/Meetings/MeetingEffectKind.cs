namespace TeamsConnectBot.Core.Meetings;

/// <summary>What a transition of a connection requires, in the same transaction.</summary>
public enum MeetingEffectKind
{
    /// <summary>Move the calendar event to the connection's time.</summary>
    MoveEvent,

    /// <summary>Cancel the calendar event.</summary>
    CancelEvent,

    /// <summary>Remove the member from the calendar event.</summary>
    RemoveFromEvent,

    /// <summary>Tell everyone who, when and where: the reveal.</summary>
    TellAll,

    /// <summary>
    /// Offer the member the other gaps that everyone shares, of this week or else the next, or tell them that there are none and report
    /// <see cref="MeetingEventKind.NoOtherGap"/>. Their choice is carried out at a moment fixed when they were asked.
    /// </summary>
    OfferOtherGap,

    /// <summary>Tell the member now that the meeting was moved to fit the calendars. Everyone gets the same text.</summary>
    TellItMoved,

    /// <summary>Tell the member now that the meeting is off, without a reason.</summary>
    TellItIsOff,

    /// <summary>Show the member who is left, by editing their card; an edit notifies nobody.</summary>
    ShowWhoIsLeft,

    /// <summary>Tell the member, who was never told of the connection, that the times could not be combined.</summary>
    TellNoLuck,

    /// <summary>The member takes precedence next time; see <see cref="FairnessLedger"/>.</summary>
    PutFirstNextTime,

    /// <summary>Ask the member whether they met, at a fixed time after the meeting.</summary>
    AskDidYouMeet,
}
