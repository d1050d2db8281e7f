namespace TeamsConnectBot.Core.Rituals.Phrases.Words;

/// <summary>A part of the day; the value of <see cref="Sense.DayPart"/>.</summary>
internal enum DayPart
{
    Morning,
    Afternoon,
    Evening,
    Night,

    /// <summary>'tussen de middag'</summary>
    Lunch,
}
