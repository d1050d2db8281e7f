using TeamsConnectBot.Sandbox.Tenant;

namespace TeamsConnectBot.Sandbox.Page;

/// <summary>What the page needs when it starts.</summary>
internal sealed record StartView(bool Renderer, IReadOnlyList<string> Suggested);

/// <summary>Everything the page shows, at one version of the tenant.</summary>
internal sealed record PageView(
    long Version, DateTimeOffset Now, string Zone, NextHint? Next, IReadOnlyList<ChairView> Chairs,
    IReadOnlyList<ChannelView> Channels, TotalsView Totals, AiWeekView AiWeek);

internal sealed record TotalsView(int People, int Installed, int Events);

/// <summary>
/// One chair; <c>Planned</c> has the bot's events from last week to four weeks ahead, whichever week is shown, and <c>AllowsReport</c>
/// tells whether the person ticked that the usage report may be read about them.
/// </summary>
internal sealed record ChairView(
    PersonView Person, bool Installed, bool Blocked, bool Joined, bool AllowsReport, IReadOnlyList<MessageView> Messages, WeekView Week,
    IReadOnlyList<CalendarEntryView> Planned);

/// <summary>Who allowed which sources and rules, the source that is used now, and when the report was last requested.</summary>
internal sealed record AiWeekView(IReadOnlyList<Decision> Decisions, AiSource Source, DateTimeOffset? ReadAt);

/// <summary>The report's first lines, and how many there are.</summary>
internal sealed record ReportView(string Header, IReadOnlyList<ReportLineView> Lines, int Total);

/// <summary>One line of the report; <c>Person</c> is the id of somebody in a chair, when the line names them.</summary>
internal sealed record ReportLineView(string Text, string? Person);

internal sealed record PersonView(
    string Id, string Name, string? Department, string? Office, string Language, string Zone, IReadOnlyList<string> RemoteDays,
    bool HasMailbox);

/// <summary>
/// A message; <c>From</c> is <c>bot</c> or <c>me</c>, <c>Sender</c> is who wrote it in a channel, and <c>OnlyFor</c> the id of the only
/// member who sees it there.
/// </summary>
internal sealed record MessageView(
    string Id, string From, string? Sender, string? OnlyFor, string? Text, JsonNode? Card, string? Summary, DateTimeOffset At,
    DateTimeOffset? Edited, bool Deleted, FileRequestView? Asks, string? File)
{
    public static MessageView Of(ChatMessage message) => new(
        message.Id,
        message.FromBot ? "bot" : "me",
        message.From?.Name,
        message.OnlyFor?.Id,
        message.Text,
        message.CardJson is { } card ? JsonNode.Parse(card) : null,
        message.Summary,
        message.SentAt.ToDateTimeOffset(),
        message.EditedAt?.ToDateTimeOffset(),
        message.Deleted,
        message.Asks is { } asked ? new FileRequestView(asked.Name, asked.Description, asked.Bytes) : null,
        message.File?.ToString());
}

/// <summary>A file that the bot asks to put into the person's OneDrive.</summary>
internal sealed record FileRequestView(string Name, string Description, long Bytes);

/// <summary>
/// A team's channel, in which the user can act as any member; <c>Kind</c> is <c>Standard</c>, <c>Private</c> or <c>Shared</c>. Only when
/// <c>TeamInstalled</c> can the app be added to a private or shared channel.
/// </summary>
internal sealed record ChannelView(
    string Id, string Name, string Team, string Kind, bool Installed, bool TeamInstalled, IReadOnlyList<MemberView> Members,
    IReadOnlyList<MessageView> Messages);

/// <summary>A member of the channel; <c>Owns</c> tells whether they own the team.</summary>
internal sealed record MemberView(string Id, string Name, bool Owns);

/// <summary>One week of a calendar; <c>Monday</c> is a date in the person's zone.</summary>
internal sealed record WeekView(string Monday, IReadOnlyList<CalendarEntryView> Events);

/// <summary>A calendar entry (<c>busy</c>, <c>allDay</c> or <c>bot</c>); only the bot's own events have more than a time.</summary>
internal sealed record CalendarEntryView(string? Id, string Kind, DateTimeOffset Start, DateTimeOffset End)
{
    public string? Subject { get; init; }

    public string? Where { get; init; }

    public string? JoinUrl { get; init; }

    public IReadOnlyList<OtherView> With { get; init; } = [];

    /// <summary><c>declined</c> for the bot's events; <c>remote</c> or <c>away</c> for all-day entries.</summary>
    public string? State { get; init; }

    public DateTimeOffset? CreatedAt { get; init; }
}

/// <summary>Another attendee of the event, who can be put in the other chair.</summary>
internal sealed record OtherView(string? Id, string Name);
