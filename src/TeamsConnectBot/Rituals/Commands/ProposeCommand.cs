using TeamsConnectBot.Cards.Building;
using TeamsConnectBot.Cards.Rituals;

namespace TeamsConnectBot.Rituals.Commands;

/// <summary>Puts a new ritual or a change to the team, whoever proposes it.</summary>
internal sealed class ProposeCommand() : RitualCommand
{
    public override IReadOnlyDictionary<string, IReadOnlyList<string>> Words { get; } = new Dictionary<string, IReadOnlyList<string>>
    {
        ["nl"] = ["voorstel", "stel voor"],
        ["en"] = ["propose"],
    };

    public override IReadOnlyDictionary<string, string> Help { get; } = new Dictionary<string, string>
    {
        ["nl"] = "iets voorleggen aan het team: ‘ritueel voorstel koffiemoment elke dinsdag 10:00’",
        ["en"] = "put something to the team: ‘ritual propose coffee every Tuesday 10:00’",
    };

    // What follows is another command, which knows that it is a proposal; alone it proposes nothing.
    public override Task<Card> RunAsync(RitualTurn turn, CancellationToken cancellationToken) =>
        Task.FromResult<Card>(new RitualNoticeCard(RitualNotice.NotUnderstood, Detail: Help[turn.Visitor.Texts.Language]));
}
