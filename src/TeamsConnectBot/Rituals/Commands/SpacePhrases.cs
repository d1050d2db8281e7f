using TeamsConnectBot.Core.Rituals.Phrases;
using TeamsConnectBot.Time;

namespace TeamsConnectBot.Rituals.Commands;

/// <summary>Reads days and times from what was typed, in the sender's language and in the zone of the space or the ritual.</summary>
internal sealed class SpacePhrases(TimeProvider clock)
{
    public PhraseReading Read(RitualTurn turn, PhraseExpectation expects) =>
        PhraseReader.Read(turn.Text, ContextOf(turn, turn.Space.TimeZone) with { Expects = expects });

    /// <summary>The days that the text names; null when it is not understood.</summary>
    public DayReading? ReadDays(RitualTurn turn, DateTimeZone zone) => DayReader.Read(turn.Text, ContextOf(turn, zone));

    /// <summary>Reads which occurrences are to be moved, and the words for their new time.</summary>
    public MovePhrase ReadMove(RitualTurn turn, DateTimeZone zone) => MovePhrase.Read(turn.Text, ContextOf(turn, zone));

    private PhraseContext ContextOf(RitualTurn turn, DateTimeZone zone) =>
        new(zone, clock.GetCurrentInstant(), Languages.OfCode(turn.Language));
}
