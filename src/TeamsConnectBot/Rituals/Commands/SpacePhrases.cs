using TeamsConnectBot.Core.Rituals.Phrases;
using TeamsConnectBot.Time;

namespace TeamsConnectBot.Rituals.Commands;

/// <summary>Reads when something takes place, in the space's zone and the sender's language.</summary>
internal sealed class SpacePhrases(TimeProvider clock)
{
    public PhraseReading Read(RitualTurn turn, PhraseExpectation expects) =>
        PhraseReader.Read(turn.Text, ContextOf(turn, turn.Space.TimeZone) with { Expects = expects });

    /// <summary>The days of a ritual that are meant; null when that is not understood.</summary>
    public DayReading? ReadDays(RitualTurn turn, DateTimeZone zone) => DayReader.Read(turn.Text, ContextOf(turn, zone));

    /// <summary>Which occurrences are to be moved, and where to.</summary>
    public MovePhrase ReadMove(RitualTurn turn, DateTimeZone zone) => MovePhrase.Read(turn.Text, ContextOf(turn, zone));

    private PhraseContext ContextOf(RitualTurn turn, DateTimeZone zone) =>
        new(zone, clock.GetCurrentInstant(), Languages.OfCode(turn.Language));
}
