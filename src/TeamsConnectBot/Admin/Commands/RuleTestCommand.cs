using System.Globalization;
using TeamsConnectBot.Admin.Rules;
using TeamsConnectBot.Admin.Web;
using TeamsConnectBot.Cards;
using TeamsConnectBot.Cards.Building;
using TeamsConnectBot.Core.Rules.Words;
using TeamsConnectBot.DryRuns;
using TeamsConnectBot.Pools;
using TeamsConnectBot.Roles;
using TeamsConnectBot.Rules.Store;

namespace TeamsConnectBot.Admin.Commands;

/// <summary>Dry-runs a rule, or its draft if it has one, on the organisation as it is now.</summary>
internal sealed class RuleTestCommand(
    RoleDirectory roles, RuleStore store, DryRun dryRun, DryRunPermission permission, PoolCatalogue pools) : RoleCommand(roles)
{
    // Typed after the rule's id to confirm a dry run, once the sender has seen how many of the pool's monthly points it costs.
    private static readonly string[] GoAhead = ["ja", "yes"];

    public override IReadOnlyDictionary<string, IReadOnlyList<string>> Words { get; } = ByLanguage(
        ["regel test", "test regel"], ["rule test", "test rule"]);

    public override IReadOnlyDictionary<string, string> Help { get; } = ByLanguage(
        "laten zien wat een regel zou doen (beheerders en ondernemingsraad)", "show what a rule would do (admins and works council)");

    protected override Role Who => Role.Admin | Role.WorksCouncil;

    protected override async Task<Card> RunAsync(Actor actor, string language, string rest, CancellationToken cancellationToken)
    {
        var words = rest.Split(' ', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        var goesAhead = words.Length > 1 && GoAhead.Contains(words[^1], StringComparer.OrdinalIgnoreCase);
        var id = goesAhead ? string.Join(' ', words[..^1]) : rest;
        if (await store.FindAsync(id, cancellationToken) is not { } entry)
        {
            return AdminCards.NoSuchRule(id, language);
        }

        var rule = entry.Draft?.Rule ?? entry.Rule;
        var pool = pools.All.FirstOrDefault(one => rule.IsFor(one.Id)) ?? pools.Default;
        var price = await dryRun.PriceAsync(rule, pool.Id, cancellationToken);
        var texts = Texts.For(language).Office.DryRun;
        var heading = texts.Heading.With(("rule", rule.Name.In(language)), ("pool", pools.NameOf(pool.Id, language)));
        if (price is { Cost: > 0, IsAffordable: true } && !goesAhead && (await permission.MissingAsync(rule, cancellationToken)).Count == 0)
        {
            return AdminCards.Lines(heading, texts.Price.With(("cost", Text(price.Cost)), ("left", Text(price.Left)), ("rule", rule.Id)));
        }

        return Card(await dryRun.RunAsync(rule, pool.Id, actor, null, cancellationToken), heading, texts, language);
    }

    private static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);

    private OfficeCard Card(DryRunReport report, string heading, DryRunTexts texts, string language)
    {
        if (report is not { Draft: { } draft, Published: { } published })
        {
            var why = report.Problems.Select(problem => ProblemWords.Say(PageTexts.For(language), problem))
                .Concat(report.Wider.Select(use => RuleText.Wider(use, language, id => pools.NameOf(id, language))));
            return AdminCards.Lines(heading, [Refusal(report, texts), .. why]);
        }

        (string, string)[] Values(object now, object before) => [("now", now.ToString()!), ("before", before.ToString()!)];
        return AdminCards.Lines(
            heading, texts.Audience.With(("now", draft.Audience.ToString())),
            texts.Nudges.With(Values(draft.Outlook.Invitations, published.Outlook.Invitations)),
            texts.Reached.With(Values($"{draft.Outlook.Reached} %", $"{published.Outlook.Reached} %")),
            texts.Pairs.With(Values(draft.Pairs, published.Pairs)),
            texts.NeverReached.With(Values(draft.NeverReached, published.NeverReached)),
            texts.Repeats.With(Values(draft.Repeats, published.Repeats)),
            texts.Graph.With(("calls", Text(report.GraphCalls)), ("seconds", report.Seconds.ToString("0.0", CultureInfo.InvariantCulture))),
            texts.Paid.With(Price(report))) with { Note = texts.Ranges };
    }

    private static (string, string)[] Price(DryRunReport report) => [("cost", Text(report.Price.Cost)), ("left", Text(report.Left))];

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
