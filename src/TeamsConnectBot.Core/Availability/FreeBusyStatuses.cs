namespace TeamsConnectBot.Core.Availability;

/// <summary>How calendar statuses are read and what they mean for a gap.</summary>
public static class FreeBusyStatuses
{
    /// <summary>Whether time with this status can't be offered. Unknown is never free.</summary>
    public static bool CountsAsBusy(this FreeBusyStatus status) => status is not (FreeBusyStatus.Free or FreeBusyStatus.WorkingElsewhere);

    /// <summary>Reads Graph's word for a status, in either case; anything unexpected is <see cref="FreeBusyStatus.Unknown"/>.</summary>
    public static FreeBusyStatus Parse(string? word) => word?.ToUpperInvariant() switch
    {
        "FREE" => FreeBusyStatus.Free,
        "TENTATIVE" => FreeBusyStatus.Tentative,
        "BUSY" => FreeBusyStatus.Busy,
        "OOF" => FreeBusyStatus.OutOfOffice,
        "WORKINGELSEWHERE" => FreeBusyStatus.WorkingElsewhere,
        _ => FreeBusyStatus.Unknown,
    };
}
