using TeamsConnectBot.Core.Rules.Conditions;

namespace TeamsConnectBot.Core.Rules.Checking;

/// <summary>What some conditions say together about a person: a range for each measure, and which departments.</summary>
internal sealed record Constraints
{
    // Higher than any limit that can be set.
    private const int Unlimited = 1_000_000;

    public static Constraints None { get; } = new();

    private ImmutableDictionary<Measure, (int Least, int Most)> Ranges { get; init; } = ImmutableDictionary<Measure, (int, int)>.Empty;

    /// <summary>The possible departments; null for all, known and unknown.</summary>
    private ImmutableHashSet<string>? Departments { get; init; }

    private ImmutableHashSet<string> NotDepartments { get; init; } = ImmutableHashSet.Create<string>(StringComparer.OrdinalIgnoreCase);

    /// <summary>Adds a threshold that must hold, or must not hold; null if nobody can meet the result.</summary>
    public Constraints? With(Threshold threshold, bool holds)
    {
        var (least, most) = Ranges.GetValueOrDefault(threshold.Measure, (0, threshold.Measure == Measure.AiUseBand ? 3 : Unlimited));
        var isMost = Vocabulary.Of(threshold.Measure).IsMost;
        var (from, to) = (isMost, holds) switch
        {
            (false, true) => (threshold.Value, most),
            (false, false) => (least, threshold.Value - 1),
            (true, true) => (least, threshold.Value),
            (true, false) => (threshold.Value + 1, most),
        };
        (from, to) = (Math.Max(from, least), Math.Min(to, most));
        return from > to ? null : this with { Ranges = Ranges.SetItem(threshold.Measure, (from, to)) };
    }

    /// <summary>Adds that a person must be in one of some departments, or in none of them; null if nobody can meet the result.</summary>
    public Constraints? With(DepartmentIn departments, bool holds)
    {
        var named = departments.Names.ToImmutableHashSet(StringComparer.OrdinalIgnoreCase);
        var left = holds
            ? this with { Departments = Departments?.Intersect(named) ?? named }
            : this with { NotDepartments = NotDepartments.Union(named) };
        return left.Departments is null || !left.Departments.Except(left.NotDepartments).IsEmpty ? left : null;
    }
}
