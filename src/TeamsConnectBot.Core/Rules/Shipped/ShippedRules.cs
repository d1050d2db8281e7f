using TeamsConnectBot.Core.People;
using TeamsConnectBot.Core.Rules.Conditions;
using TeamsConnectBot.Core.Rules.Definition;
using TeamsConnectBot.Core.Signals;

namespace TeamsConnectBot.Core.Rules.Shipped;

/// <summary>
/// The rules that come with the program. Only <see cref="Everybody"/> is on by default: the others select by data about people, so the
/// works council decides first.
/// </summary>
public static class ShippedRules
{
    /// <summary>Their version.</summary>
    public const int Number = 1;

    /// <summary>Their author.</summary>
    public const string Author = "shipped";

    /// <summary>Everybody who takes part, in every round, with the pool's own offer.</summary>
    public static Rule Everybody { get; } = new()
    {
        Id = "everybody",
        Name = new("Iedereen die meedoet", "Everybody who takes part"),
        Why = new(
            "Wie meedoet, krijgt hooguit één uitnodiging per week; wie langer niemand sprak, gaat voor.",
            "Everyone who takes part gets at most one invitation a week; whoever has met nobody for longer goes first."),
        Order = 1000,
    };

    /// <summary>All shipped rules, in order.</summary>
    public static IReadOnlyList<Rule> All { get; } =
    [
        new Rule
        {
            Id = "newcomers-first-month",
            Name = new("De eerste maand van een nieuwe collega", "A newcomer's first month"),
            Why = new(
                "Wie hier net begint, nodigen we in de eerste maand uit om collega's te leren kennen, het liefst van andere afdelingen.",
                "In their first month we invite newcomers to get to know colleagues, preferably from other departments."),
            When = new Threshold(Measure.DaysSinceJoining, 30),
            Offer = Offer.Coffee,
            Order = 100,
            CadenceWeeks = 1,
            Weights = new NeedWeights { Newcomer = 200, NewcomerDays = 30 },
        },
        new Rule
        {
            Id = "long-time-no-contact",
            Name = new("Lang niemand gesproken", "A long time without contact"),
            Why = new(
                "Wie zes weken niemand via de bot trof, gaat voor.",
                "Whoever has met nobody through the bot for six weeks goes first."),
            When = new Threshold(Measure.DaysSinceContact, 42),
            Offer = Offer.Coffee,
            Order = 200,
            CadenceWeeks = 2,
            Weights = new NeedWeights { Contact = 400, ContactDays = 42 },
        },
        new Rule
        {
            Id = "remote-and-rarely-met",
            Name = new("Veel op afstand en weinig getroffen", "Remote and rarely met"),
            Why = new(
                "Wie de meeste dagen op afstand werkt en drie weken niemand trof, vragen we voor een wandeling met een collega.",
                "We ask people who work away from the office most days and have met nobody for three weeks to go for a walk with a "
                    + "colleague."),
            When = new AllOf([new Threshold(Measure.RemoteShare, 60), new Threshold(Measure.DaysSinceContact, 21)]),
            Offer = Offer.Walk,
            Order = 300,
            CadenceWeeks = 2,
            Weights = new NeedWeights { Remote = 150 },
        },
        new Rule
        {
            Id = "ai-week-coworking",
            Name = new("Week met veel AI: naast een collega werken", "A week with much AI: work beside a colleague"),
            Why = new(
                "Wie bijna elke dag met AI werkt, of daar niets over vertelt, vragen we om een tijd naast een collega te werken.",
                "We ask people who work with AI nearly every day, or tell nothing about it, to work beside a colleague for a while."),
            When = new AllOf([new Threshold(Measure.AiUseBand, (int)AiUseBand.NearlyEveryDay), new Threshold(Measure.LongestGap, 60)]),
            Offer = Offer.CoWorking,
            Order = 400,
            CadenceWeeks = 2,
        },
        new Rule
        {
            Id = "ai-week-coffee",
            Name = new("Week met veel AI: koffie", "A week with much AI: coffee"),
            Why = new(
                "Wie de meeste dagen met AI werkt, of daar niets over vertelt, vragen we wat eerder voor koffie met een collega.",
                "We ask people who work with AI most days, or tell nothing about it, a little earlier for coffee with a colleague."),
            When = new Threshold(Measure.AiUseBand, (int)AiUseBand.MostDays),
            Offer = Offer.Coffee,
            Order = 500,
            CadenceWeeks = 1,
        },
        Everybody,
    ];

    /// <summary>The shipped rule with an id; null if there is none.</summary>
    public static Rule? Find(string id) => All.FirstOrDefault(rule => rule.Id == id);

    /// <summary>Whether a rule is on without a decision by anybody.</summary>
    public static bool IsOnByDefault(Rule rule) => ReferenceEquals(rule, Everybody);
}
