using System.Collections.Immutable;

namespace TeamsConnectBot.Core.Rules.Conditions;

/// <summary>What somebody must be like to be selected, in a fixed vocabulary: no scripting.</summary>
public abstract record Condition
{
    /// <summary>The most conditions one rule may have.</summary>
    public const int MostLeaves = 50;

    /// <summary>How deep all, any and not may lie in each other.</summary>
    public const int Deepest = 6;

    /// <summary>Selects everybody.</summary>
    public static Condition Always { get; } = new AllOf([]);

    /// <summary>Whether somebody meets it.</summary>
    public abstract Truth MetBy(RuleProfile profile);

    /// <summary>Every threshold in it, however deep.</summary>
    public IEnumerable<Threshold> Thresholds() => Leaves().OfType<Threshold>();

    /// <summary>Everything in it that is not all, any or not.</summary>
    public abstract IEnumerable<Condition> Leaves();
}

/// <summary>Every one of them.</summary>
/// <param name="Items">Empty selects everybody.</param>
public sealed record AllOf(ImmutableArray<Condition> Items) : Condition
{
    /// <inheritdoc/>
    public override Truth MetBy(RuleProfile profile) => Items.IsEmpty ? Truth.Yes : Items.Min(item => item.MetBy(profile));

    /// <inheritdoc/>
    public override IEnumerable<Condition> Leaves() => Items.SelectMany(item => item.Leaves());
}

/// <summary>At least one of them.</summary>
/// <param name="Items">Never empty.</param>
public sealed record AnyOf(ImmutableArray<Condition> Items) : Condition
{
    /// <inheritdoc/>
    public override Truth MetBy(RuleProfile profile) => Items.IsEmpty ? Truth.No : Items.Max(item => item.MetBy(profile));

    /// <inheritdoc/>
    public override IEnumerable<Condition> Leaves() => Items.SelectMany(item => item.Leaves());
}

/// <summary>Not this.</summary>
/// <param name="Item">What must not hold.</param>
public sealed record Negation(Condition Item) : Condition
{
    /// <inheritdoc/>
    public override Truth MetBy(RuleProfile profile) => Truth.Yes - (int)Item.MetBy(profile);

    /// <inheritdoc/>
    public override IEnumerable<Condition> Leaves() => Item.Leaves();
}

/// <summary>A number that must lie on one side of a limit, which is part of it.</summary>
/// <param name="Measure">Of what.</param>
/// <param name="Value">The limit, in the measure's unit.</param>
public sealed record Threshold(Measure Measure, int Value) : Condition
{
    /// <inheritdoc/>
    public override Truth MetBy(RuleProfile profile)
    {
        ArgumentNullException.ThrowIfNull(profile);
        if (profile.ValueOf(Measure) is not { } value)
        {
            return Measure == Measure.AiUseBand ? Truth.Unknown : Truth.No;
        }

        return (Vocabulary.Of(Measure).IsMost ? value <= Value : value >= Value) ? Truth.Yes : Truth.No;
    }

    /// <inheritdoc/>
    public override IEnumerable<Condition> Leaves() => [this];
}

/// <summary>In one of some departments, as the directory names them; upper and lower case are the same.</summary>
/// <param name="Names">1 … 50 of them.</param>
public sealed record DepartmentIn(ImmutableArray<string> Names) : Condition
{
    /// <inheritdoc/>
    public override Truth MetBy(RuleProfile profile)
    {
        ArgumentNullException.ThrowIfNull(profile);
        return profile.Department is { } department && Names.Contains(department, StringComparer.OrdinalIgnoreCase) ? Truth.Yes : Truth.No;
    }

    /// <inheritdoc/>
    public override IEnumerable<Condition> Leaves() => [this];
}
