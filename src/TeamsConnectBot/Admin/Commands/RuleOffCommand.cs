using TeamsConnectBot.Cards.Building;
using TeamsConnectBot.Roles;
using TeamsConnectBot.Rules.Store;

namespace TeamsConnectBot.Admin.Commands;

/// <summary>Switches a rule off, at once.</summary>
internal sealed class RuleOffCommand(RoleDirectory roles, Publishing publishing) : RoleCommand(roles)
{
    public override IReadOnlyDictionary<string, IReadOnlyList<string>> Words { get; } = ByLanguage(["regel uit"], ["rule off"]);

    public override IReadOnlyDictionary<string, string> Help { get; } = ByLanguage(
        "een regel uitzetten (beheerders)", "switch a rule off (admins)");

    protected override Role Who => Role.Admin;

    protected override async Task<Card> RunAsync(Actor actor, string language, string rest, CancellationToken cancellationToken) =>
        AdminCards.Of(await publishing.SwitchAsync(rest, false, actor, cancellationToken), rest, on: false, Words[language][0], language);
}
