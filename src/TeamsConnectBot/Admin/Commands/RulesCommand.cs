using TeamsConnectBot.Cards;
using TeamsConnectBot.Cards.Building;
using TeamsConnectBot.Conversations;
using TeamsConnectBot.Pools;
using TeamsConnectBot.Roles;
using TeamsConnectBot.Rules.Book;

namespace TeamsConnectBot.Admin.Commands;

/// <summary>Lists the rules: for everybody those in force, for those in office all.</summary>
internal sealed class RulesCommand(OfficeBook offices, RuleBook book, PoolCatalogue pools, HelpOverview overview) : OfficeCommand(offices)
{
    // A card holds about 28 KB.
    private const int MostShown = 20;

    public override IReadOnlyDictionary<string, IReadOnlyList<string>> Words { get; } = new Dictionary<string, IReadOnlyList<string>>
    {
        ["nl"] = ["regels"],
        ["en"] = ["rules"],
    };

    public override string? Verb => Cards.Verbs.SayRules;

    public override IReadOnlyDictionary<string, string> Help { get; } = new Dictionary<string, string>
    {
        ["nl"] = "volgens welke regels je uitnodigingen krijgt",
        ["en"] = "the rules by which you get invitations",
    };

    protected override Offices Who => Offices.None;

    protected override async Task<Card> RunAsync(Actor actor, string language, string rest, CancellationToken cancellationToken)
    {
        var texts = Texts.For(language).Office;
        var all = await book.ListAsync(cancellationToken);
        var shown = actor.Offices == Offices.None ? [.. all.Where(entry => entry.IsOn)] : all;
        var sections = shown.Take(MostShown).Select(entry => new OfficeSection(
            OfficeCards.Sentences(entry, language, actor.Offices != Offices.None, id => pools.NameOf(id, language)).Heading,
            [entry.Rule.Why.In(language)])).ToList();
        if (actor.Offices != Offices.None)
        {
            sections.Add(new OfficeSection(texts.Commands, overview.ForOffice(language)));
        }

        return new OfficeCard(shown.Count == 0 ? texts.NoRules : texts.Rules, sections, shown.Count > MostShown ? texts.MoreRules : null);
    }
}
