using TeamsConnectBot.Core.People;
using TeamsConnectBot.Core.Rules;
using TeamsConnectBot.Core.Rules.Conditions;
using TeamsConnectBot.Core.Rules.Definition;
using TeamsConnectBot.Core.Signals;

namespace TeamsConnectBot.Core.Tests.Rules;

/// <summary>Random rules, conditions and people.</summary>
internal static class RuleSamples
{
    private static readonly string[] Departments = ["Finance", "Legal", "Zorg", "IT"];

    public static Rule Simple { get; } = new() { Id = "simple", Name = new("Naam", "Name"), Why = new("Daarom.", "Because.") };

    public static Rule Random(int seed)
    {
        var random = new Random(seed);
        return Simple with
        {
            Id = $"rule-{random.Next(1000)}",
            Pools = random.Next(2) == 0 ? [] : ["everyone", "night shift"],
            When = Condition(random, 1),
            Offer = random.Next(2) == 0 ? null : (Offer)random.Next(5),
            Order = random.Next(1, 1001),
            CadenceWeeks = random.Next(0, 3),
            Budget = new BudgetRules { MostPerWeek = random.Next(0, 6), LongestBackOffWeeks = random.Next(1, 27) },
            QuietHours = random.Next(2) == 0
                ? null
                : new DailySpan(new NodaTime.LocalTime(random.Next(24), random.Next(60)), new NodaTime.LocalTime(random.Next(24), 30)),
            Weights =
                new NeedWeights { Contact = random.Next(1001), AiUse = random.Next(1001), UnknownStandsFor = (AiUseBand)random.Next(1, 4) },
            KeepFactsDays = random.Next(1, 366),
            GroupMinimum = random.Next(5, 1001),
        };
    }

    public static Condition Condition(Random random, int depth) => (depth >= 4 ? 9 : random.Next(10)) switch
    {
        0 or 1 => new AllOf(Some(random, depth)),
        2 or 3 => new AnyOf(Some(random, depth)),
        4 => new Negation(Condition(random, depth + 1)),
        5 => new DepartmentIn([.. Departments.Where(_ => random.Next(2) == 0).DefaultIfEmpty("IT")]),
        _ => Threshold(random),
    };

    public static RuleProfile Profile(Random random) => new()
    {
        Need = new NeedInput
        {
            AiUse = random.Next(4) == 0 ? null : (AiUseBand)random.Next(4),
            DaysSinceContact = random.Next(4) == 0 ? null : random.Next(0, 400),
            DaysSinceJoining = random.Next(2) == 0 ? null : random.Next(0, 400),
            TurnsLeftOut = random.Next(0, 12),
            RemoteDays = random.Next(0, 6),
            AskedForIt = random.Next(2) == 0,
        },
        LongestGapMinutes = 15 * random.Next(0, 40),
        OfficeDays = random.Next(0, 8),
        WorkingDays = random.Next(0, 8),
        Department = random.Next(3) == 0 ? null : Departments[random.Next(Departments.Length)],
    };

    private static Threshold Threshold(Random random)
    {
        var term = Vocabulary.Terms[random.Next(Vocabulary.Terms.Count)];
        return new Threshold(term.Measure, random.Next(term.Least, term.Most + 1));
    }

    private static ImmutableArray<Condition> Some(Random random, int depth) =>
        [.. Enumerable.Range(0, random.Next(1, 4)).Select(_ => Condition(random, depth + 1))];
}
