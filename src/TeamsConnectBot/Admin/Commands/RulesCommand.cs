using TeamsConnectBot.Cards;
using TeamsConnectBot.Cards.Building;
using TeamsConnectBot.Conversations;
using TeamsConnectBot.Core.Rules.Words;
using TeamsConnectBot.Pools;
using TeamsConnectBot.Roles;
using TeamsConnectBot.Rules.Store;

namespace TeamsConnectBot.Admin.Commands;

/// <summary>Lists the rules: everybody sees those in force, people with a role see all.</summary>
internal sealed class RulesCommand(RoleDirectory roles, RuleStore store, PoolCatalogue pools, HelpOverview overview) : RoleCommand(roles)
{
    // Teams accepts cards of about 28 KB.
    private const int MostShown = 20;

    public override IReadOnlyDictionary<string, IReadOnlyList<string>> Words { get; } = ByLanguage(["regels"], ["rules"]);

    public override string? Verb => Cards.Verbs.SayRules;

    public override IReadOnlyDictionary<string, string> Help { get; } = ByLanguage(
        "volgens welke regels je uitnodigingen krijgt", "the rules by which you get invitations");

    protected override Role Who => Role.None;

    protected override async Task<Card> RunAsync(Actor actor, string language, string rest, CancellationToken cancellationToken)
    {
        var texts = Texts.For(language).Office;
        var all = await store.ListAsync(cancellationToken);
        var hasRole = actor.Roles != Role.None;
        var shown = hasRole ? all : [.. all.Where(entry => entry.IsOn)];
        var sections = shown.Take(MostShown).Select(entry => new OfficeSection(
            AdminCards.HeadingOf(entry, language, hasRole),
            [entry.Rule.Why.In(language), RuleText.Sentence(entry.Rule, language, id => pools.NameOf(id, language))])).ToList();
        if (hasRole)
        {
            sections.Add(new OfficeSection(texts.Commands, overview.ForRoleHolders(language)));
        }

        return new OfficeCard(shown.Count == 0 ? texts.NoRules : texts.Rules, sections, shown.Count > MostShown ? texts.MoreRules : null);
    }
}
