using System.Collections.Immutable;
using TeamsConnectBot.Core.Rules.Conditions;

namespace TeamsConnectBot.Core.Rules.Checking;

/// <summary>The people who are left when some conditions must hold: a range for each measure, and which departments.</summary>
internal sealed record Possible
{
    // Whatever lies beyond every limit that can be set.
    private const int Beyond = 1_000_000;

    public static Possible Everybody { get; } = new();

    private ImmutableDictionary<Measure, (int Least, int Most)> Ranges { get; init; } = ImmutableDictionary<Measure, (int, int)>.Empty;

    /// <summary>The departments that are left; null for all, known and unknown.</summary>
    private ImmutableHashSet<string>? Departments { get; init; }

    private ImmutableHashSet<string> NotDepartments { get; init; } = ImmutableHashSet.Create<string>(StringComparer.OrdinalIgnoreCase);

    /// <summary>Those for whom a threshold holds, or does not; null when that is nobody.</summary>
    public Possible? With(Threshold threshold, bool holds)
    {
        var (least, most) = Ranges.GetValueOrDefault(threshold.Measure, (0, threshold.Measure == Measure.AiUseBand ? 3 : Beyond));
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

    /// <summary>Those who are in one of some departments, or in none of them; null when that is nobody.</summary>
    public Possible? With(DepartmentIn departments, bool holds)
    {
        if (!holds)
        {
            var rest = this with { NotDepartments = NotDepartments.Union(departments.Names) };
            return rest.HasDepartment ? rest : null;
        }

        var named = departments.Names.ToImmutableHashSet(StringComparer.OrdinalIgnoreCase);
        var left = this with { Departments = Departments is null ? named : Departments.Intersect(named) };
        return left.HasDepartment ? left : null;
    }

    private bool HasDepartment => Departments is null || !Departments.Except(NotDepartments).IsEmpty;
}
