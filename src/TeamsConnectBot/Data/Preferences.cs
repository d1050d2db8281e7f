using System.Collections.Immutable;
using TeamsConnectBot.Core.People;

namespace TeamsConnectBot.Data;

/// <summary>What a person chose about themselves, on the welcome or the settings card.</summary>
internal sealed record Preferences
{
    /// <summary>Languages they would have a conversation in; empty means the language of their Teams.</summary>
    public ImmutableArray<string> Languages { get; init; } = [];

    /// <summary>Days they usually work; empty means according to their calendar.</summary>
    public ImmutableArray<IsoDayOfWeek> Days { get; init; } = [];

    public LocalTime? DayStarts { get; init; }

    public LocalTime? DayEnds { get; init; }

    public ImmutableArray<IsoDayOfWeek> OfficeDays { get; init; } = [];

    public bool InPerson { get; init; } = true;

    public bool Online { get; init; } = true;

    /// <summary>The offers that they accept; empty means all of them.</summary>
    public ImmutableArray<Offer> Kinds { get; init; } = [];

    /// <summary>The least number of weeks between invitations.</summary>
    public int WeeksBetween { get; init; } = 1;

    public bool PrefersNewPeople { get; init; } = true;

    /// <summary>Whether they would rather meet somebody of another department; it excludes nobody.</summary>
    public bool PrefersOtherDepartment { get; init; }

    /// <summary>Whether they volunteered to host an open table.</summary>
    public bool OpensTable { get; init; }

    /// <summary>The language they asked for in their chat; null means that of their Teams.</summary>
    public string? ChatLanguage { get; init; }
}
