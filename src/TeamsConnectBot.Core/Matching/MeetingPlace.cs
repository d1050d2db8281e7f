namespace TeamsConnectBot.Core.Matching;

/// <summary>Where people meet: in an office, or online.</summary>
public sealed record MeetingPlace
{
    private MeetingPlace(string? office) => Office = office;

    /// <summary>A Teams meeting.</summary>
    public static MeetingPlace Online { get; } = new((string?)null);

    /// <summary>The office; null when online. The admin defines the exact meeting point.</summary>
    public string? Office { get; }

    /// <summary>Whether they meet online.</summary>
    public bool IsOnline => Office is null;

    /// <summary>In person, in an office where everyone is that day.</summary>
    public static MeetingPlace InPerson(string office)
    {
        ArgumentException.ThrowIfNullOrEmpty(office);
        return new MeetingPlace(office);
    }
}
