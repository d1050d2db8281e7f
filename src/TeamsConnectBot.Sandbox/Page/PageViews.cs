using System.Text.Json.Nodes;

namespace TeamsConnectBot.Sandbox.Page;

/// <summary>What the page needs to begin.</summary>
internal sealed record StartView(bool Renderer, bool CanStartRound, IReadOnlyList<string> Suggested);

/// <summary>Everything the page shows, at one version of the tenant.</summary>
internal sealed record PageView(
    long Version, DateTimeOffset Now, string Zone, NextHint? Next, IReadOnlyList<ChairView> Chairs, TotalsView Totals);

internal sealed record TotalsView(int People, int Installed, int Events);

/// <summary>One seat; <c>Planned</c> is the bot's events from last week to four weeks ahead, whichever week is shown.</summary>
internal sealed record ChairView(
    PersonView Person, bool Installed, bool Blocked, IReadOnlyList<MessageView> Messages, WeekView Week, IReadOnlyList<EventView> Planned);

internal sealed record PersonView(
    string Id, string Name, string? Department, string? Office, string Language, string Zone, IReadOnlyList<string> RemoteDays, bool HasMailbox);

/// <summary>A message as the person sees it; <c>From</c> is <c>bot</c> or <c>me</c>.</summary>
internal sealed record MessageView(
    string Id, string From, string? Text, JsonNode? Card, string? Summary, DateTimeOffset At, DateTimeOffset? Edited, bool Deleted);

/// <summary>One week of a calendar; <c>Monday</c> is a date in the person's zone.</summary>
internal sealed record WeekView(string Monday, IReadOnlyList<EventView> Events);

/// <summary>A line of a calendar (<c>busy</c>, <c>allDay</c> or <c>bot</c>); only the bot's own events say more than when.</summary>
internal sealed record EventView(string? Id, string Kind, DateTimeOffset Start, DateTimeOffset End)
{
    public string? Subject { get; init; }

    public string? Where { get; init; }

    public string? JoinUrl { get; init; }

    public IReadOnlyList<OtherView> With { get; init; } = [];

    /// <summary><c>declined</c> or <c>cancelled</c> for the bot's events; <c>remote</c> or <c>away</c> for whole days.</summary>
    public string? State { get; init; }

    public DateTimeOffset? CreatedAt { get; init; }
}

/// <summary>Somebody else at the same event, who could be seated in the other chair.</summary>
internal sealed record OtherView(string? Id, string Name);
