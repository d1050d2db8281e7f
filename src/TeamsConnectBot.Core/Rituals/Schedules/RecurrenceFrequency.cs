namespace TeamsConnectBot.Core.Rituals.Schedules;

/// <summary>What a <see cref="RecurrenceRule"/> counts in (RFC 5545, FREQ).</summary>
public enum RecurrenceFrequency
{
    /// <summary>Days.</summary>
    Daily,

    /// <summary>Weeks, which begin on Monday.</summary>
    Weekly,

    /// <summary>Months.</summary>
    Monthly,

    /// <summary>Years.</summary>
    Yearly,
}
