using TeamsConnectBot.Core.Rituals.Phrases;
using TeamsConnectBot.Engine;

namespace TeamsConnectBot.Rituals.Commands;

/// <summary>Reads when something is, in the team's zone and the writer's language.</summary>
internal sealed class PhraseDesk(TimeProvider clock)
{
    public PhraseReading Read(RitualTurn turn, PhraseExpectation expects) => PhraseReader.Read(
        turn.Text, new PhraseContext(turn.Space.TimeZone, clock.GetCurrentInstant(), Languages.OfCode(turn.Visitor.Texts.Language), expects));
}
