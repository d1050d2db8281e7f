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

    public EventView? ToView() => Id is not null && Start?.ToInstant() is { } start && End?.ToInstant() is { } end
        ? new EventView(Id, start, end, [.. (Attendees ?? []).Select(DeclinedBy).OfType<EventDecline>()], IsCancelled ?? false)
        : null;

    private static EventDecline? DeclinedBy(AttendeeRow attendee) =>
        string.Equals(attendee.Status?.Response, "declined", StringComparison.OrdinalIgnoreCase)
            && attendee.EmailAddress?.Address is { } address
            ? new EventDecline(address, attendee.Status?.Time is { } at ? Instant.FromDateTimeOffset(at) : null)
            : null;

    internal sealed record AttendeeRow(MailAddress? EmailAddress, ResponseStatus? Status);

    internal sealed record MailAddress(string? Address);

    internal sealed record ResponseStatus(string? Response, DateTimeOffset? Time);

    internal sealed record OnlineMeetingInfo(string? JoinUrl);
}
