using TeamsConnectBot.BotFramework.Cards;

namespace TeamsConnectBot.Cards.Building;

/// <summary>Exactly where a connection meets: a meeting point an admin set, or online.</summary>
internal sealed record Place
{
    private Place(string? meetingPoint, Uri? link) => (MeetingPoint, Link) = (meetingPoint, link);

    public string? MeetingPoint { get; }

    /// <summary>The Teams meeting; null in person, or while the calendar event is still being made.</summary>
    public Uri? Link { get; }

    public static Place At(string meetingPoint) => new(meetingPoint, null);

    public static Place Online(Uri? link) => new(null, link);

    /// <summary>As markdown.</summary>
    public string Shown(Texts texts) => this switch
    {
        { MeetingPoint: { } point } => MarkdownText.Escape(point),
        { Link: null } => texts.Common.OnlineInvitation,
        _ => texts.Common.Online,
    };
}

/// <summary>What an invitation can say about the place before anyone is matched.</summary>
internal enum PlaceKind
{
    InPerson,
    Online,
    InPersonOrOnline,
}
