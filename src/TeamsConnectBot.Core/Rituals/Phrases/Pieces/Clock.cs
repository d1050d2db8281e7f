using TeamsConnectBot.Core.Rituals.Phrases.Words;

namespace TeamsConnectBot.Core.Rituals.Phrases.Pieces;

/// <summary>How certain it is that something is a time.</summary>
internal enum ClockForm
{
    /// <summary>It can only be a time: '9:15', 'om 10', '3pm'.</summary>
    Certain,

    /// <summary>'9 uur', '1u': a length if another time is certain.</summary>
    HourWord,

    /// <summary>A bare number.</summary>
    Bare,
}

/// <summary>A time as written.</summary>
/// <param name="Minute">Minutes after midnight, as if in 24-hour notation; out of range if it is not a time.</param>
/// <param name="Exact">Whether it is certainly in 24-hour notation: '15', '03:30', '3 pm', 'noon'.</param>
/// <param name="Spoken">Whether it is in spoken form, 'kwart over drie', 'half four', which nobody uses for the night.</param>
internal readonly record struct Clock(int Minute, bool Exact, bool Spoken = false)
{
    private const int Noon = 12 * 60;
    private const int Midnight = 24 * 60;

    /// <summary>Whether the time exists.</summary>
    public bool Exists => Minute is >= 0 and < Midnight;

    /// <summary>
    /// The possible meanings, the most likely first. Seven to twelve are read as written: the 24-hour clock and working hours agree on
    /// them. One to six are at night by the 24-hour clock but in the afternoon by working hours, so both are given, unless the time is in
    /// spoken form. Around half past six both are equally likely.
    /// </summary>
    public IEnumerable<int> Meanings() =>
        Exact || Minute >= 7 * 60 ? [Minute] : Spoken && Minute is >= 60 and < 6 * 60 ? [Minute + Noon] : [Minute + Noon, Minute];

    /// <summary>The possible meanings in a named part of the day, or beside another time.</summary>
    public IEnumerable<int> AllMeanings() => Exact ? [Minute] : [Minute, (Minute + Noon) % Midnight];

    /// <summary>Whether a minute of the day lies in a part of the day.</summary>
    public static bool IsIn(int minute, DayPart part) => part switch
    {
        DayPart.Morning => minute <= Noon,
        DayPart.Afternoon => minute is >= Noon and < 18 * 60 + 30,
        DayPart.Evening => minute >= 17 * 60,
        DayPart.Lunch => minute is >= 11 * 60 and < 14 * 60,
        _ => minute is >= 20 * 60 or < 6 * 60,
    };
}
