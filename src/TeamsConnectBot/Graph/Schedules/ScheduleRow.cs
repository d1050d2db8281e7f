using System.Text.Json;
using TeamsConnectBot.Graph.Transport;

namespace TeamsConnectBot.Graph.Schedules;

/// <summary>
/// One person's part of a getSchedule answer. Subject and location have no property here, so they never become a string: nothing that
/// others wrote about their meetings gets past this point.
/// </summary>
internal sealed record ScheduleRow(
    string? ScheduleId, string? AvailabilityView, IReadOnlyList<ScheduleRow.Item>? ScheduleItems, ScheduleRow.Hours? WorkingHours,
    ScheduleRow.Problem? Error)
{
    /// <summary>The row, or only its <see cref="ScheduleId"/> when the rest cannot be read.</summary>
    public static (string? ScheduleId, ScheduleRow? Row) Read(ReadOnlyMemory<byte> json) =>
        JsonSlices.ReadOrNull<ScheduleRow>(json) is { } row ? (row.ScheduleId, row) : (IdOf(json), null);

    private static string? IdOf(ReadOnlyMemory<byte> json)
    {
        try
        {
            return JsonSlices.Text(json, "scheduleId");
        }
        catch (JsonException)
        {
            return null;
        }
    }

    internal sealed record Item(string? Status, MailboxTime? Start, MailboxTime? End);

    internal sealed record Hours(IReadOnlyList<string>? DaysOfWeek, string? StartTime, string? EndTime, Zone? TimeZone);

    internal sealed record Zone(string? Name, int? Bias, CustomZone.Change? StandardOffset, CustomZone.Change? DaylightOffset);

    internal sealed record Problem(string? Message, string? ResponseCode);
}
