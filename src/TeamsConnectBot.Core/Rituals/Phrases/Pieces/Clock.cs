using TeamsConnectBot.Core.Rituals.Phrases.Words;

namespace TeamsConnectBot.Core.Rituals.Phrases.Pieces;

/// <summary>A time as written.</summary>
/// <param name="Minute">Minutes after midnight, as if the hour were one of 24; out of range when it is no time.</param>
/// <param name="Exact">Whether the hour is one of 24 for certain: '15', '03:30', '3 pm', 'noon'.</param>
/// <param name="Spoken">Whether it is said as people say it, 'kwart over drie', 'half four': then nobody means the night.</param>
internal readonly record struct Clock(int Minute, bool Exact, bool Spoken = false)
{
    private const int Noon = 12 * 60;
    private const int Six = 6 * 60;
    private const int Midnight = 24 * 60;

    /// <summary>Whether it exists.</summary>
    public bool Exists => Minute is >= 0 and < Midnight;

    /// <summary>
    /// What it can stand for, the likeliest first. Seven to twelve are read as written: the 24-hour clock and working hours agree on
    /// them. One to six they don't: by the clock they are at night, by working hours in the afternoon, so both are given, unless it is
    /// said as people say it. Around half past six both are as likely.
    /// </summary>
    public IEnumerable<int> Meanings() =>
        Exact || Minute >= 7 * 60 ? [Minute] : Spoken && Minute is >= 60 and < Six ? [Minute + Noon] : [Minute + Noon, Minute];

    /// <summary>What it can stand for in a part of the day, or beside another time.</summary>
    public IEnumerable<int> AllMeanings() => Exact ? [Minute] : [Minute, (Minute + Noon) % Midnight];

    /// <summary>Whether a minute of the day lies in a part of it.</summary>
    public static bool IsIn(int minute, DayPart part) => part switch
    {
        DayPart.Morning => minute is >= 4 * 60 and <= Noon or < 4 * 60,
        DayPart.Afternoon => minute is >= Noon and < 18 * 60 + 30,
        DayPart.Evening => minute is >= 17 * 60,
        DayPart.Lunch => minute is >= 11 * 60 and < 14 * 60,
        _ => minute is >= 20 * 60 or < 6 * 60,
    };
}
