namespace TeamsConnectBot.Sandbox.Trials;

/// <summary>What people saw in a trial, and what the service made of it.</summary>
internal sealed record Sight
{
    /// <summary>Every message each person got.</summary>
    public required IReadOnlyDictionary<string, IReadOnlyList<Seen>> Messages { get; init; }

    /// <summary>Events in calendars at the end.</summary>
    public required int Events { get; init; }

    /// <summary>Messages of which it was open for a while whether they arrived.</summary>
    public required IReadOnlyList<Doubt> Doubts { get; init; }

    /// <summary>Rows that contradict what people saw, or that were left undone.</summary>
    public required int Loose { get; init; }

    /// <summary>Requests the service made.</summary>
    public required long Requests { get; init; }

    public required int Kills { get; init; }
}

/// <summary>A message somebody got.</summary>
/// <param name="Came">What its notification said.</param>
/// <param name="Shows">What it says at the end; null when the service never heard that it arrived, and so can't change it.</param>
internal sealed record Seen(string Came, string? Shows);

/// <summary>A message in doubt.</summary>
/// <param name="Person">Who it was for.</param>
/// <param name="IsInvitation">An invitation is not sent again; anything else once more.</param>
/// <param name="Arrived">How often it did reach the person.</param>
internal sealed record Doubt(string Person, bool IsInvitation, int Arrived);
