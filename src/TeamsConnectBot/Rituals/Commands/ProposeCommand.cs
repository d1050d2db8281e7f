using TeamsConnectBot.Cards.Building;

namespace TeamsConnectBot.Rituals.Commands;

/// <summary>Puts a new ritual or a change to a vote of the team, even when an owner proposes it.</summary>
internal sealed class ProposeCommand : RitualCommand
{
    public override IReadOnlyDictionary<string, IReadOnlyList<string>> Words { get; } = ByLanguage(["voorstel", "stel voor"], ["propose"]);

    public override IReadOnlyDictionary<string, string> Help { get; } = ByLanguage(
        nl: "iets voorleggen aan het team: ‘ritueel voorstel koffiemoment elke dinsdag 10:00’",
        en: "put something to the team: ‘ritual propose coffee every Tuesday 10:00’");

    // RitualTalk runs the words after 'propose' as a command of their own, so this runs only when no words follow.
    public override Task<Card> RunAsync(RitualTurn turn, CancellationToken cancellationToken) => Task.FromResult<Card>(NotUnderstood(turn));
}
