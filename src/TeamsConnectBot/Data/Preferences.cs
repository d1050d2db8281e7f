using System.Collections.Immutable;
using NodaTime;

namespace TeamsConnectBot.Data;

/// <summary>What a person chose about themselves, on the welcome or the settings card.</summary>
internal sealed record Preferences
{
    /// <summary>Languages they would have a conversation in; empty means the language of their Teams.</summary>
    public ImmutableArray<string> Languages { get; init; } = [];

    /// <summary>Days they usually work; empty means as their calendar says.</summary>
    public ImmutableArray<IsoDayOfWeek> Days { get; init; } = [];

    public LocalTime? DayStarts { get; init; }

    public LocalTime? DayEnds { get; init; }

    public ImmutableArray<IsoDayOfWeek> OfficeDays { get; init; } = [];

    public bool InPerson { get; init; } = true;

    public bool Online { get; init; } = true;

    /// <summary>Whether they offered to open the table of a small pool.</summary>
    public bool OpensTable { get; init; }
}
