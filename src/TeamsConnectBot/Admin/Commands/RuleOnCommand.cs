using TeamsConnectBot.Cards.Building;
using TeamsConnectBot.Roles;
using TeamsConnectBot.Rules.Store;

namespace TeamsConnectBot.Admin.Commands;

/// <summary>Switches a rule on; one that uses more personal data waits for the works council.</summary>
internal sealed class RuleOnCommand(RoleDirectory roles, Publishing publishing) : RoleCommand(roles)
{
    public override IReadOnlyDictionary<string, IReadOnlyList<string>> Words { get; } = ByLanguage(["regel aan"], ["rule on"]);

    public override IReadOnlyDictionary<string, string> Help { get; } = ByLanguage(
        "een regel aanzetten (beheerders)", "switch a rule on (admins)");

    protected override Role Who => Role.Admin;

    protected override async Task<Card> RunAsync(Actor actor, string language, string rest, CancellationToken cancellationToken) =>
        AdminCards.Of(await publishing.SwitchAsync(rest, true, actor, cancellationToken), rest, on: true, Words[language][0], language);
}
