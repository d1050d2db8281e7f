using System.Text.Json.Serialization;

namespace TeamsConnectBot.Sandbox.Unattended;

/// <summary>The JSON line that an unattended run prints at the end.</summary>
/// <param name="Cards">Messages people received from the bot.</param>
/// <param name="Connections">Meetings that were announced to their members.</param>
/// <param name="Met">Meetings of which at least one member confirmed that they met.</param>
/// <param name="Events">Calendar events that exist at the end.</param>
/// <param name="LeftOutShare">The share of people who said yes but were left out.</param>
/// <param name="LeftOutTwice">How often somebody was left out of two consecutive rounds.</param>
/// <param name="Repeats">Pairs matched again within the no-repeat window without both having asked for it.</param>
/// <param name="PreNamedInvitationsPerConnection">Invitations per meeting had pairs been named beforehand; null if not requested.</param>
/// <param name="LiveConnections">Announced meetings that were not called off; each has one event.</param>
internal sealed record UnattendedReport(
    int People, int OptedIn, int Rounds, int Cards, int Invitations, int Yes, int Connections, int Met, int Events,
    double InvitationsPerConnection, double LeftOutShare, int LeftOutTwice, int Repeats,
    int Doubled, int Lost, int InDoubt, int RevealedTooEarly, long GraphRequests, double Seconds, double PeakMiB,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] double? PreNamedInvitationsPerConnection,
    [property: JsonIgnore] int LiveConnections)
{
    [JsonIgnore]
    public bool IsSound => Doubled == 0 && Lost == 0 && RevealedTooEarly == 0 && Events == LiveConnections;
}
