using TeamsConnectBot.Graph.Schedules;
using TeamsConnectBot.Graph.Transport;

namespace TeamsConnectBot.Graph.Events;

/// <summary>An event in Graph's JSON, limited to the properties that are needed.</summary>
internal sealed record EventRow(
    string? Id, string? TransactionId, bool? IsCancelled, MailboxTime? Start, MailboxTime? End,
    IReadOnlyList<EventRow.AttendeeRow>? Attendees, EventRow.OnlineMeetingInfo? OnlineMeeting)
{
    public static readonly string[] Select = ["id", "transactionId", "isCancelled", "start", "end", "attendees", "onlineMeeting"];

    public static EventRow? Read(ReadOnlyMemory<byte> json) => JsonSlices.ReadOrNull<EventRow>(json);

    public CreatedEvent? ToCreated() => Id is null ? null : new CreatedEvent(Id, OnlineMeeting?.JoinUrl);

    public EventView? ToView()
    {
        if (Id is null || Start?.ToInstant() is not { } start || End?.ToInstant() is not { } end)
        {
            return null;
        }

        var responses = (Attendees ?? []).Where(attendee => attendee.EmailAddress?.Address is not null)
            .Select(attendee => new AttendeeResponse(attendee.EmailAddress!.Address!, ResponseOf(attendee.Status?.Response)));
        return new EventView(Id, start, end, [.. responses], IsCancelled ?? false, OnlineMeeting?.JoinUrl);
    }

    private static EventResponse ResponseOf(string? response) => response?.ToUpperInvariant() switch
    {
        "ACCEPTED" or "ORGANIZER" => EventResponse.Accepted,
        "TENTATIVELYACCEPTED" => EventResponse.Tentative,
        "DECLINED" => EventResponse.Declined,
        _ => EventResponse.None,
    };

    internal sealed record AttendeeRow(MailAddress? EmailAddress, ResponseStatus? Status);

    internal sealed record MailAddress(string? Address);

    internal sealed record ResponseStatus(string? Response);

    internal sealed record OnlineMeetingInfo(string? JoinUrl);
}
