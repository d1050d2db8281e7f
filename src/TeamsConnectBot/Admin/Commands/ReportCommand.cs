using TeamsConnectBot.Cards.Building;
using TeamsConnectBot.Roles;

namespace TeamsConnectBot.Admin.Commands;

/// <summary>How the programme stands, in one card.</summary>
internal sealed class ReportCommand(OfficeBook offices, OfficeReport report) : OfficeCommand(offices)
{
    public override IReadOnlyDictionary<string, IReadOnlyList<string>> Words { get; } = new Dictionary<string, IReadOnlyList<string>>
    {
        ["nl"] = ["rapport"],
        ["en"] = ["report"],
    };

    public override IReadOnlyDictionary<string, string> Help { get; } = new Dictionary<string, string>
    {
        ["nl"] = "hoe het programma ervoor staat (beheerders, ondernemingsraad en lezers)",
        ["en"] = "how the programme stands (admins, works council and readers)",
    };

    protected override Offices Who => Offices.Admin | Offices.WorksCouncil | Offices.Reader;

    protected override async Task<Card> RunAsync(Actor actor, string language, string rest, CancellationToken cancellationToken) =>
        await report.CardAsync(actor, language, cancellationToken);
}
