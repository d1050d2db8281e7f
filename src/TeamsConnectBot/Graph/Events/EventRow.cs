using System.Text.Json;
using TeamsConnectBot.Graph.Schedules;
using TeamsConnectBot.Graph.Transport;

namespace TeamsConnectBot.Graph.Events;

/// <summary>An event as Graph writes one, limited to what is needed.</summary>
internal sealed record EventRow(
    string? Id,
    string? TransactionId,
    bool? IsCancelled,
    MailboxTime? Start,
    MailboxTime? End,
    IReadOnlyList<EventRow.AttendeeRow>? Attendees,
    EventRow.Meeting? OnlineMeeting)
{
    public static readonly string[] Select = ["id", "transactionId", "isCancelled", "start", "end", "attendees", "onlineMeeting"];

    public static EventRow? Read(ReadOnlyMemory<byte> json)
    {
        try
        {
            return JsonSerializer.Deserialize<EventRow>(json.Span, JsonSlices.Lenient);
        }
        catch (JsonException)
        {
            return null;
        }
    }

    public CreatedEvent? ToCreated() => Id is null ? null : new CreatedEvent(Id, OnlineMeeting?.JoinUrl);

    public EventView? ToView()
    {
        if (Id is null || Start?.ToInstant() is not { } start || End?.ToInstant() is not { } end)
        {
            return null;
        }

        var responses = (Attendees ?? []).Where(a => a.EmailAddress?.Address is not null)
            .Select(a => new AttendeeResponse(a.EmailAddress!.Address!, ResponseOf(a.Status?.Response)));
        return new EventView(Id, start, end, [.. responses], IsCancelled ?? false, OnlineMeeting?.JoinUrl);
    }

    private static EventResponse ResponseOf(string? response) => response?.ToUpperInvariant() switch
    {
        "ACCEPTED" or "ORGANIZER" => EventResponse.Accepted,
        "TENTATIVELYACCEPTED" => EventResponse.Tentative,
        "DECLINED" => EventResponse.Declined,
        _ => EventResponse.None,
    };

    internal sealed record AttendeeRow(Mailbox? EmailAddress, Answer? Status);

    internal sealed record Mailbox(string? Address);

    internal sealed record Answer(string? Response);

    internal sealed record Meeting(string? JoinUrl);
}
