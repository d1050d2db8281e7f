using TeamsConnectBot.Cards;
using TeamsConnectBot.Cards.Building;
using TeamsConnectBot.Pools;
using TeamsConnectBot.Roles;
using TeamsConnectBot.Rules.Book;

namespace TeamsConnectBot.Admin.Commands;

/// <summary>Says one rule in sentences: for everybody one in force, for those in office any.</summary>
internal sealed class RuleShowCommand(OfficeBook offices, RuleBook book, PoolCatalogue pools) : OfficeCommand(offices)
{
    public override IReadOnlyDictionary<string, IReadOnlyList<string>> Words { get; } = new Dictionary<string, IReadOnlyList<string>>
    {
        ["nl"] = ["regel toon", "toon regel", "regel"],
        ["en"] = ["rule show", "show rule", "rule"],
    };

    public override IReadOnlyDictionary<string, string> Help { get; } = new Dictionary<string, string>
    {
        ["nl"] = "één regel in gewone woorden: ‘regel toon everybody’",
        ["en"] = "one rule in plain words: ‘rule show everybody’",
    };

    protected override Offices Who => Offices.None;

    protected override async Task<Card> RunAsync(Actor actor, string language, string rest, CancellationToken cancellationToken)
    {
        var isInOffice = actor.Offices != Offices.None;
        return await FindAsync(rest.Trim(), cancellationToken) is { } entry && (entry.IsOn || isInOffice)
            ? new OfficeCard(
                entry.Rule.Name.In(language), [OfficeCards.Sentences(entry, language, isInOffice, id => pools.NameOf(id, language))])
            : OfficeCards.NoSuchRule(rest, language);
    }

    // Whoever has no office sees a rule's name, not its id.
    private async Task<RuleEntry?> FindAsync(string typed, CancellationToken cancellationToken) =>
        await book.FindAsync(typed, cancellationToken)
        ?? (await book.ListAsync(cancellationToken)).FirstOrDefault(entry =>
            typed.Equals(entry.Rule.Name.Nl, StringComparison.OrdinalIgnoreCase)
                || typed.Equals(entry.Rule.Name.En, StringComparison.OrdinalIgnoreCase));
}
