using TeamsConnectBot.Cards;
using TeamsConnectBot.Cards.Building;
using TeamsConnectBot.Rules;

namespace TeamsConnectBot.Commands;

/// <summary>Stops every round and invitation, at once.</summary>
internal sealed class StopEverythingCommand(OfficeBook offices, EverythingStop stop) : OfficeCommand(offices)
{
    public override IReadOnlyDictionary<string, IReadOnlyList<string>> Words { get; } = new Dictionary<string, IReadOnlyList<string>>
    {
        ["nl"] = ["stop alles"],
        ["en"] = ["stop everything"],
    };

    public override IReadOnlyDictionary<string, string> Help { get; } = new Dictionary<string, string>
    {
        ["nl"] = "voor iedereen alle uitnodigingen stoppen (beheerders en ondernemingsraad)",
        ["en"] = "stop all invitations for everybody (admins and works council)",
    };

    protected override Offices Who => Offices.Admin | Offices.WorksCouncil;

    protected override async Task<Card> RunAsync(Actor actor, string language, string rest, CancellationToken cancellationToken)
    {
        await stop.StopAsync(actor, cancellationToken);
        var texts = Texts.For(language).Office;
        return new OfficeCard(texts.Stopped, [new OfficeSection("", [texts.StoppedLine])]);
    }
}
