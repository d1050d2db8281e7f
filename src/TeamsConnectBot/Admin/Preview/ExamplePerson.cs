using TeamsConnectBot.Core.Rules;
using TeamsConnectBot.Core.Rules.Conditions;
using TeamsConnectBot.Core.Rules.Definition;
using TeamsConnectBot.Core.Signals;

namespace TeamsConnectBot.Admin.Preview;

/// <summary>
/// An imaginary person whom a rule selects, so that the preview of 'why this?' shows the reasons that people selected by the rule
/// would read.
/// </summary>
internal static class ExamplePerson
{
    private const int WorkingDays = 5;

    // The values before any condition changes them: the person met a colleague a month ago, and shares nothing about AI use.
    private static readonly RuleProfile Typical = new()
    {
        Need = new NeedInput { DaysSinceContact = 30 }, LongestGapMinutes = 60, OfficeDays = 3, WorkingDays = WorkingDays,
    };

    /// <summary>The reasons that this person would read.</summary>
    public static IReadOnlyList<NeedFact> FactsOf(Rule rule) => Need.Of(Of(rule).Need, rule.WeightsInUse).Facts;

    public static RuleProfile Of(Rule rule)
    {
        if (Fit(rule.When, true, Typical) is not { } fits || rule.When.Evaluate(fits) != Truth.Yes)
        {
            return Typical;
        }

        // Nobody met a colleague before they worked here.
        var metNobody = fits with { Need = fits.Need with { DaysSinceContact = null } };
        return fits.Need.DaysSinceContact > fits.Need.DaysSinceJoining && rule.When.Evaluate(metNobody) == Truth.Yes ? metNobody : fits;
    }

    /// <summary>Changes the person so that a condition holds, or does not; null when that is impossible.</summary>
    private static RuleProfile? Fit(Condition condition, bool holds, RuleProfile person) => condition switch
    {
        Negation not => Fit(not.Item, !holds, person),
        AllOf all => holds ? Each(all.Items, true, person) : Any(all.Items, false, person),
        AnyOf any => holds ? Any(any.Items, true, person) : Each(any.Items, false, person),
        DepartmentIn departments => person with { Department = holds ? departments.Names[0] : null },
        Threshold threshold => Fit(threshold, holds, person),
        _ => null,
    };

    private static RuleProfile? Each(IEnumerable<Condition> items, bool holds, RuleProfile person)
    {
        var parts = items.ToList();
        RuleProfile? fits = person;
        foreach (var item in parts)
        {
            fits = fits is null ? null : Fit(item, holds, fits);
        }

        return fits is not null && parts.All(item => IsMet(item, holds, fits)) ? fits : null;
    }

    private static RuleProfile? Any(IEnumerable<Condition> items, bool holds, RuleProfile person) => items
        .Select(item => Fit(item, holds, person) is { } fits && IsMet(item, holds, fits) ? fits : null)
        .FirstOrDefault(fits => fits is not null);

    private static bool IsMet(Condition condition, bool holds, RuleProfile person) =>
        condition.Evaluate(person) == (holds ? Truth.Yes : Truth.No);

    // A person who fits already is not changed, so that one condition does not undo another.
    private static RuleProfile Fit(Threshold threshold, bool holds, RuleProfile person)
    {
        if (IsMet(threshold, holds, person))
        {
            return person;
        }

        // To satisfy a minimum, the value is the limit itself; a maximum, half of it. To fail either, it is one beyond the limit.
        var isMost = Vocabulary.Of(threshold.Measure).IsMost;
        var value = holds ? (isMost ? (threshold.Value + 1) / 2 : threshold.Value) : isMost ? threshold.Value + 1 : threshold.Value - 1;
        return threshold.Measure switch
        {
            Measure.AiUseBand => person with { Need = person.Need with { AiUse = (AiUseBand)value } },
            Measure.DaysSinceContact => person with { Need = person.Need with { DaysSinceContact = value } },
            Measure.LongestGap => person with { LongestGapMinutes = value },
            Measure.OfficeDays => person with { OfficeDays = value },
            Measure.RemoteShare => person with { Need = person.Need with { RemoteDays = RemoteDays(value, holds) } },
            Measure.DaysSinceJoining => person with { Need = person.Need with { DaysSinceJoining = value } },
            Measure.TurnsLeftOut => person with { Need = person.Need with { TurnsLeftOut = value } },
            Measure.OwnRequest => person with { Need = person.Need with { AskedForIt = holds } },
            _ => throw new ArgumentOutOfRangeException(nameof(threshold), threshold.Measure, "No example for this measure."),
        };
    }

    private static int RemoteDays(int percent, bool holds) => holds ? (percent * WorkingDays + 99) / 100 : percent * WorkingDays / 100;
}
