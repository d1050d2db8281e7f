using System.Globalization;
using TeamsConnectBot.Admin.Rules;
using TeamsConnectBot.Admin.Web;
using TeamsConnectBot.Cards;
using TeamsConnectBot.Cards.Building;
using TeamsConnectBot.Core.Rules.Definition;
using TeamsConnectBot.Core.Rules.Words;
using TeamsConnectBot.DryRuns;
using TeamsConnectBot.Pools;
using TeamsConnectBot.Roles;
using TeamsConnectBot.Rules.Book;

namespace TeamsConnectBot.Admin.Commands;

/// <summary>Tries a rule, its draft where there is one, on the organisation as it is now.</summary>
internal sealed class RuleTestCommand(
    OfficeBook offices, RuleBook book, DryRun dryRun, TryPermission permission, PoolCatalogue pools) : OfficeCommand(offices)
{
    // Said after the rule's id, once the price is known.
    private static readonly string[] GoAhead = ["ja", "yes"];

    public override IReadOnlyDictionary<string, IReadOnlyList<string>> Words { get; } = new Dictionary<string, IReadOnlyList<string>>
    {
        ["nl"] = ["regel test", "test regel"],
        ["en"] = ["rule test", "test rule"],
    };

    public override IReadOnlyDictionary<string, string> Help { get; } = new Dictionary<string, string>
    {
        ["nl"] = "laten zien wat een regel zou doen (beheerders en ondernemingsraad)",
        ["en"] = "show what a rule would do (admins and works council)",
    };

    protected override Offices Who => Offices.Admin | Offices.WorksCouncil;

    protected override async Task<Card> RunAsync(Actor actor, string language, string rest, CancellationToken cancellationToken)
    {
        var words = rest.Split(' ', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        var goesAhead = words.Length > 1 && GoAhead.Contains(words[^1], StringComparer.OrdinalIgnoreCase);
        var id = goesAhead ? string.Join(' ', words[..^1]) : rest;
        if (await book.FindAsync(id, cancellationToken) is not { } entry)
        {
            return OfficeCards.NoSuchRule(id, language);
        }

        var rule = entry.Draft?.Rule ?? entry.Rule;
        var pool = pools.All.FirstOrDefault(one => rule.IsFor(one.Id)) ?? pools.Default;
        var price = await dryRun.PriceAsync(rule, pool.Id, cancellationToken);
        if (price is { Cost: > 0, IsAffordable: true } && !goesAhead && (await permission.MissingAsync(rule, cancellationToken)).Count == 0)
        {
            return PriceCard(price, rule, pool.Id, language);
        }

        return Card(await dryRun.RunAsync(rule, pool.Id, actor, null, cancellationToken), rule, language);
    }

    private OfficeCard PriceCard(DryRunPrice price, Rule rule, string pool, string language)
    {
        var texts = Texts.For(language).Office.DryRun;
        var says = texts.Price.With(("cost", Text(price.Cost)), ("left", Text(price.Left)), ("rule", rule.Id));
        return new OfficeCard(
            texts.Heading.With(("rule", rule.Name.In(language)), ("pool", pools.NameOf(pool, language))), [new OfficeSection("", [says])]);
    }

    private static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);

    private OfficeCard Card(DryRunReport report, Rule rule, string language)
    {
        var texts = Texts.For(language).Office.DryRun;
        var heading = texts.Heading.With(("rule", rule.Name.In(language)), ("pool", pools.NameOf(report.Pool, language)));
        if (report is not { Draft: { } draft, Published: { } published })
        {
            var why = report.Problems.Select(problem => ProblemWords.Say(PageTexts.For(language), problem))
                .Concat(report.Wider.Select(use => RuleText.Wider(use, language, id => pools.NameOf(id, language))));
            return new OfficeCard(heading, [new OfficeSection("", [Refusal(report, texts), .. why])]);
        }

        (string, string)[] Values(object now, object before) => [("now", now.ToString()!), ("before", before.ToString()!)];
        return new OfficeCard(
            heading,
            [
                new OfficeSection("",
                [
                    texts.Audience.With(("now", draft.Audience.ToString())),
                    texts.Nudges.With(Values(draft.Nudges, published.Nudges)),
                    texts.Pairs.With(Values(draft.Pairs, published.Pairs)),
                    texts.NeverReached.With(Values(draft.NeverReached, published.NeverReached)),
                    texts.Repeats.With(Values(draft.Repeats, published.Repeats)),
                    texts.Graph.With(("calls", Text(report.GraphCalls)), ("seconds", report.Seconds.ToString("0.0", CultureInfo.InvariantCulture))),
                    texts.Paid.With(Price(report)),
                ]),
            ],
            texts.Ranges);
    }

    private static (string, string)[] Price(DryRunReport report) =>
        [("cost", Text(report.Price.Cost)), ("left", Text(report.Left))];

    private static string Refusal(DryRunReport report, DryRunTexts texts) => report.Refused switch
    {
        DryRunRefusal.TooFewPeople => texts.TooFewPeople,
        DryRunRefusal.Invalid => texts.Invalid,
        DryRunRefusal.GraphUnavailable => texts.GraphUnavailable,
        DryRunRefusal.BudgetSpent => texts.BudgetSpent.With(Price(report)),
        DryRunRefusal.NotAgreed => texts.NotAgreed,
        DryRunRefusal.NoFigures => texts.NoFigures,
        _ => texts.NotAllowed,
    };
}
