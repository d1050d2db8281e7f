namespace TeamsConnectBot.Core.Rituals.Phrases.Pieces;

/// <summary>How sure it is that something is a time.</summary>
internal enum ClockForm
{
    /// <summary>Nothing else: '9:15', 'om 10', '3pm'.</summary>
    Certain,

    /// <summary>'9 uur', '1u': a length where another time is certain.</summary>
    HourWord,

    /// <summary>A number alone.</summary>
    Bare,
}
