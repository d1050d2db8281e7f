using NodaTime;
using TeamsConnectBot.Core.Rituals.Phrases;
using TeamsConnectBot.Time;

namespace TeamsConnectBot.Rituals.Commands;

/// <summary>Reads when something is, in the team's zone and the writer's language.</summary>
internal sealed class PhraseDesk(TimeProvider clock)
{
    public PhraseReading Read(RitualTurn turn, PhraseExpectation expects) =>
        PhraseReader.Read(turn.Text, ContextOf(turn, turn.Space.TimeZone) with { Expects = expects });

    /// <summary>Which days of a ritual are meant; null when that isn't understood.</summary>
    public DayReading? ReadDays(RitualTurn turn, DateTimeZone zone) => DayReader.Read(turn.Text, ContextOf(turn, zone));

    /// <summary>What is to be moved to where.</summary>
    public MovePhrase ReadMove(RitualTurn turn, DateTimeZone zone) => MovePhrase.Read(turn.Text, ContextOf(turn, zone));

    private PhraseContext ContextOf(RitualTurn turn, DateTimeZone zone) =>
        new(zone, clock.GetCurrentInstant(), Languages.OfCode(turn.Visitor.Texts.Language));
}
