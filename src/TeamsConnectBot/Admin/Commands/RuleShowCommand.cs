using TeamsConnectBot.Cards;
using TeamsConnectBot.Cards.Building;
using TeamsConnectBot.Pools;
using TeamsConnectBot.Roles;
using TeamsConnectBot.Rules.Store;

namespace TeamsConnectBot.Admin.Commands;

/// <summary>Shows one rule in sentences: everybody sees rules in force, people with a role see all.</summary>
internal sealed class RuleShowCommand(RoleDirectory roles, RuleStore store, PoolCatalogue pools) : RoleCommand(roles)
{
    public override IReadOnlyDictionary<string, IReadOnlyList<string>> Words { get; } = ByLanguage(
        ["regel toon", "toon regel", "regel"], ["rule show", "show rule", "rule"]);

    public override IReadOnlyDictionary<string, string> Help { get; } = ByLanguage(
        "één regel in gewone woorden: ‘regel toon everybody’", "one rule in plain words: ‘rule show everybody’");

    protected override Role Who => Role.None;

    protected override async Task<Card> RunAsync(Actor actor, string language, string rest, CancellationToken cancellationToken)
    {
        var hasRole = actor.Roles != Role.None;
        return await FindAsync(rest.Trim(), cancellationToken) is { } entry && (entry.IsOn || hasRole)
            ? new OfficeCard(
                entry.Rule.Name.In(language), [AdminCards.Sentences(entry, language, hasRole, id => pools.NameOf(id, language))])
            : AdminCards.NoSuchRule(rest, language);
    }

    // People without a role know a rule by its name, not by its id.
    private async Task<RuleEntry?> FindAsync(string typed, CancellationToken cancellationToken) =>
        await store.FindAsync(typed, cancellationToken)
        ?? (await store.ListAsync(cancellationToken)).FirstOrDefault(entry =>
            new[] { entry.Rule.Name.Nl, entry.Rule.Name.En }.Contains(typed, StringComparer.OrdinalIgnoreCase));
}
