namespace TeamsConnectBot.Cards.Building;

/// <summary>Where exactly people meet: a meeting point set by an admin, or online.</summary>
internal sealed record MeetingLocation
{
    private MeetingLocation(string? meetingPoint, Uri? link) => (MeetingPoint, Link) = (meetingPoint, link);

    public string? MeetingPoint { get; }

    /// <summary>The Teams meeting; null in person, or while the calendar event does not exist yet.</summary>
    public Uri? Link { get; }

    public static MeetingLocation At(string meetingPoint) => new(meetingPoint, null);

    public static MeetingLocation Online(Uri? link) => new(null, link);

    /// <summary>As markdown.</summary>
    public string Shown(Texts texts) => this switch
    {
        { MeetingPoint: { } point } => MarkdownText.Escape(point),
        { Link: null } => texts.Common.OnlineInvitation,
        _ => texts.Common.Online,
    };
}

/// <summary>What an invitation says about the place before anyone is matched.</summary>
internal enum PlaceKind
{
    InPerson, Online, InPersonOrOnline,
}

internal static class PlaceWords
{
    public static string Of(PlaceKind place, Texts texts) => place switch
    {
        PlaceKind.InPerson => texts.Common.InPerson,
        PlaceKind.Online => texts.Common.OnlinePlace,
        _ => texts.Common.InPersonOrOnline,
    };
}
