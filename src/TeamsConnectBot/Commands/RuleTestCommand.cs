using System.Globalization;
using TeamsConnectBot.Cards;
using TeamsConnectBot.Cards.Building;
using TeamsConnectBot.Core.Rules;
using TeamsConnectBot.Pools;
using TeamsConnectBot.Rules;

namespace TeamsConnectBot.Commands;

/// <summary>Tries a rule, its draft where there is one, on the organisation as it is now.</summary>
internal sealed class RuleTestCommand(OfficeBook offices, RuleBook book, DryRun dryRun, PoolCatalogue pools) : OfficeCommand(offices)
{
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
        if (await book.FindAsync(rest, cancellationToken) is not { } entry)
        {
            return OfficeCards.NoSuchRule(rest, language);
        }

        var rule = entry.Draft?.Rule ?? entry.Rule;
        var pool = pools.All.FirstOrDefault(one => rule.IsFor(one.Id)) ?? pools.Default;
        return Card(await dryRun.RunAsync(rule, pool.Id, actor, null, cancellationToken), rule, language);
    }

    private static OfficeCard Card(DryRunReport report, Rule rule, string language)
    {
        var texts = Texts.For(language).Office.DryRun;
        var heading = texts.Heading.With(("rule", rule.Name.In(language)), ("pool", report.Pool));
        if (report is not { Draft: { } draft, Published: { } published })
        {
            return new OfficeCard(heading, [new OfficeSection("", [Refusal(report, texts), .. report.Problems.Select(problem => problem.In(language)), .. report.Wider.Select(use => RuleText.Wider(use, language))])]);
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
                    texts.Graph.With(("calls", report.GraphCalls.ToString(CultureInfo.InvariantCulture)), ("seconds", report.Seconds.ToString("0.0", CultureInfo.InvariantCulture))),
                    texts.Paid.With(Price(report)),
                ]),
            ],
            texts.Ranges);
    }

    private static (string, string)[] Price(DryRunReport report) =>
        [("cost", report.Price.Cost.ToString(CultureInfo.InvariantCulture)), ("left", report.Left.ToString(CultureInfo.InvariantCulture))];

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
