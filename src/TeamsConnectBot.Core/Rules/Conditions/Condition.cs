namespace TeamsConnectBot.Core.Rules.Conditions;

/// <summary>Whom a rule selects, in a fixed vocabulary without scripting.</summary>
public abstract record Condition
{
    /// <summary>The maximum number of conditions in one rule.</summary>
    public const int MaxLeaves = 50;

    /// <summary>The maximum depth to which all, any and not may be nested.</summary>
    public const int MaxDepth = 6;

    /// <summary>Selects everybody.</summary>
    public static Condition Always { get; } = new AllOf([]);

    /// <summary>Whether a person meets it.</summary>
    public abstract Truth Evaluate(RuleProfile profile);

    /// <summary>Every threshold in it, at any depth.</summary>
    public IEnumerable<Threshold> Thresholds() => Leaves().OfType<Threshold>();

    /// <summary>Every condition in it that is not all, any or not.</summary>
    public virtual IEnumerable<Condition> Leaves() => [this];

    internal bool IsAlways => this is AllOf { Items.IsEmpty: true };
}

/// <summary>All of these conditions.</summary>
/// <param name="Items">Empty selects everybody.</param>
public sealed record AllOf(ImmutableArray<Condition> Items) : Condition
{
    /// <inheritdoc/>
    public override Truth Evaluate(RuleProfile profile) => Items.IsEmpty ? Truth.Yes : Items.Min(item => item.Evaluate(profile));

    /// <inheritdoc/>
    public override IEnumerable<Condition> Leaves() => Items.SelectMany(item => item.Leaves());
}

/// <summary>At least one of these conditions.</summary>
/// <param name="Items">Never empty.</param>
public sealed record AnyOf(ImmutableArray<Condition> Items) : Condition
{
    /// <inheritdoc/>
    public override Truth Evaluate(RuleProfile profile) => Items.IsEmpty ? Truth.No : Items.Max(item => item.Evaluate(profile));

    /// <inheritdoc/>
    public override IEnumerable<Condition> Leaves() => Items.SelectMany(item => item.Leaves());
}

/// <summary>Not this condition.</summary>
/// <param name="Item">What must not hold.</param>
public sealed record Negation(Condition Item) : Condition
{
    /// <inheritdoc/>
    public override Truth Evaluate(RuleProfile profile) => Truth.Yes - (int)Item.Evaluate(profile);

    /// <inheritdoc/>
    public override IEnumerable<Condition> Leaves() => Item.Leaves();
}

/// <summary>A minimum or maximum for a measure; the limit itself is included.</summary>
/// <param name="Measure">The measure.</param>
/// <param name="Value">The limit, in the measure's unit.</param>
public sealed record Threshold(Measure Measure, int Value) : Condition
{
    /// <inheritdoc/>
    public override Truth Evaluate(RuleProfile profile)
    {
        ArgumentNullException.ThrowIfNull(profile);
        if (profile.ValueOf(Measure) is not { } value)
        {
            return Measure == Measure.AiUseBand ? Truth.Unknown : Truth.No;
        }

        return (Vocabulary.Of(Measure).IsMost ? value <= Value : value >= Value) ? Truth.Yes : Truth.No;
    }
}

/// <summary>In one of these departments, as named in the directory; case is ignored.</summary>
/// <param name="Names">1 … 50 names.</param>
public sealed record DepartmentIn(ImmutableArray<string> Names) : Condition
{
    /// <inheritdoc/>
    public override Truth Evaluate(RuleProfile profile)
    {
        ArgumentNullException.ThrowIfNull(profile);
        return profile.Department is { } department && Names.Contains(department, StringComparer.OrdinalIgnoreCase) ? Truth.Yes : Truth.No;
    }
}
