using TeamsConnectBot.Cards.Building;
using TeamsConnectBot.Roles;

namespace TeamsConnectBot.Admin.Commands;

/// <summary>The state of the programme, in one card.</summary>
internal sealed class ReportCommand(RoleDirectory roles, StatusReport report) : RoleCommand(roles)
{
    public override IReadOnlyDictionary<string, IReadOnlyList<string>> Words { get; } = Spoken(["rapport"], ["report"]);

    public override IReadOnlyDictionary<string, string> Help { get; } = InBoth(
        "hoe het programma ervoor staat (beheerders, ondernemingsraad en lezers)",
        "how the programme stands (admins, works council and readers)");

    protected override Role Who => Role.Admin | Role.WorksCouncil | Role.Reader;

    protected override async Task<Card> RunAsync(Actor actor, string language, string rest, CancellationToken cancellationToken) =>
        await report.CardAsync(actor, language, cancellationToken);
}
