namespace TeamsConnectBot.Sandbox.CrashTests;

/// <summary>What people received during a run, and what the service recorded about it.</summary>
/// <param name="Messages">The messages each person received.</param>
/// <param name="Events">The calendar events that exist at the end.</param>
/// <param name="InDoubt">The messages of which the service at some point did not know whether they had arrived.</param>
/// <param name="Inconsistencies">Rows that contradict what people saw, and overdue rows that were never handled.</param>
/// <param name="Requests">The requests the service made.</param>
/// <param name="Kills">How often the service was killed.</param>
internal sealed record CrashTestResult(
    IReadOnlyDictionary<string, IReadOnlyList<ReceivedMessage>> Messages, int Events, IReadOnlyList<MessageInDoubt> InDoubt,
    int Inconsistencies, long Requests, int Kills)
{
    /// <summary>How many of the requests the faults affected.</summary>
    public int Failed { get; init; }
}

/// <summary>A message somebody received.</summary>
/// <param name="Text">Its text when it arrived.</param>
/// <param name="FinalText">Its text at the end; null when the service never learned that it arrived, and so can't update it.</param>
internal sealed record ReceivedMessage(string Text, string? FinalText);

/// <summary>A message of which the service did not know whether it arrived.</summary>
/// <param name="Person">The recipient.</param>
/// <param name="IsInvitation">Invitations are not sent again; other messages are sent once more.</param>
/// <param name="TimesReceived">How often the recipient actually received it.</param>
internal sealed record MessageInDoubt(string Person, bool IsInvitation, int TimesReceived);
