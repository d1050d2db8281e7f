using System.Text.Json.Serialization;

namespace TeamsConnectBot.Sandbox.Unattended;

/// <summary>The JSON line that an unattended run prints at the end.</summary>
/// <param name="Cards">Messages people received from the bot.</param>
/// <param name="Connections">Meetings of rounds that were announced to their members.</param>
/// <param name="Met">Meetings of rounds of which at least one member confirmed that they met.</param>
/// <param name="Events">Calendar events that exist at the end.</param>
/// <param name="LeftOutShare">The share of people who said yes but were left out.</param>
/// <param name="LeftOutTwice">How often somebody was left out of two consecutive rounds.</param>
/// <param name="Repeats">Pairs matched again within the no-repeat window without both having asked for it.</param>
/// <param name="PreNamedInvitationsPerConnection">Invitations per meeting had pairs been named beforehand; null if not requested.</param>
/// <param name="AiAllowed">People who let the service use their days with AI; this and what follows only with <c>--ai</c>.</param>
/// <param name="AiSignalsRead">Rows of the usage report from which a day was kept.</param>
/// <param name="AiRowsDropped">Rows of the usage report of which nothing was kept.</param>
/// <param name="AiKeptWithoutConsent">Days kept of people who had not allowed it. Must be 0.</param>
/// <param name="BandsTold">How often somebody told how much they had worked with AI that week.</param>
/// <param name="WithBand">Those who allowed it.</param>
/// <param name="WithoutBand">Those who did not.</param>
/// <param name="Asked">
/// Questions to colleagues of which the announced moment lies within the run; this and what follows only with <c>--asks</c>.
/// </param>
/// <param name="Helped">Those after which the asker read who helps, and when.</param>
/// <param name="NotHelped">Those after which the asker did not, or which went to the pool's host at once.</param>
/// <param name="MedianMinutesToYes">The median of the minutes from sending to that card; null if nobody was helped.</param>
/// <param name="HelpNamedTooEarly">Messages that named somebody who shares a question before the card of the meeting. Must be 0.</param>
/// <param name="HelpLoad">The most questions that a person got within seven days.</param>
/// <param name="LiveConnections">Announced meetings that were not called off; each has one event.</param>
internal sealed record UnattendedReport(
    int People, int OptedIn, int Rounds, int Cards, int Invitations, int Yes, int Connections, int Met, int Events,
    double InvitationsPerConnection, double LeftOutShare, int LeftOutTwice, int Repeats,
    int Doubled, int Lost, int InDoubt, int RevealedTooEarly, long GraphRequests, double Seconds, double PeakMiB,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] double? PreNamedInvitationsPerConnection,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] int? AiAllowed,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] int? AiSignalsRead,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] int? AiRowsDropped,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] int? AiKeptWithoutConsent,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] int? BandsTold,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] AiGroup? WithBand,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] AiGroup? WithoutBand,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] int? Asked,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] int? Helped,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] int? NotHelped,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] int? MedianMinutesToYes,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] int? HelpNamedTooEarly,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] int? HelpLoad,
    [property: JsonIgnore] int LiveConnections)
{
    [JsonIgnore]
    public bool IsSound => Doubled == 0 && Lost == 0 && RevealedTooEarly == 0 && Events == LiveConnections
        && AiKeptWithoutConsent is null or 0 && HelpNamedTooEarly is null or 0;
}
