using System.Text.Json;
using TeamsConnectBot.Core.Rules.Conditions;

namespace TeamsConnectBot.Core.Rules.Words;

internal enum FormKind
{
    One,
    All,
    Any,
}

/// <summary>
/// A condition in the form in which it is put into words, so that the same condition, however it was written, has the same words:
/// negations are moved to the single conditions, a group never contains a group of its own kind, and parts come once and in a fixed
/// order, departments first and groups last.
/// </summary>
/// <param name="Kind">Whether it is a group.</param>
/// <param name="Items">The items of a group; an empty All is everybody, an empty Any nobody.</param>
/// <param name="Leaf">The single condition; null for a group.</param>
/// <param name="Holds">Whether the single condition must hold; otherwise it must not.</param>
internal sealed record ConditionForm(FormKind Kind, IReadOnlyList<ConditionForm> Items, Condition? Leaf, bool Holds)
{
    private static readonly ConditionForm Everybody = new(FormKind.All, [], null, true);
    private static readonly ConditionForm Nobody = new(FormKind.Any, [], null, true);

    public bool IsDepartment => this is { Kind: FormKind.One, Holds: true, Leaf: DepartmentIn };

    // Differs between any two different forms. Names are compared without case, as they are for people.
    private string Key { get; } = KeyOf(Kind, Items, Leaf, Holds);

    public static ConditionForm Of(Condition condition, bool holds = true) => condition switch
    {
        Negation not => Of(not.Item, !holds),
        AllOf all => Group(all.Items, holds ? FormKind.All : FormKind.Any, holds),
        AnyOf any => Group(any.Items, holds ? FormKind.Any : FormKind.All, holds),
        _ => new ConditionForm(FormKind.One, [], condition, holds),
    };

    /// <summary>The departments of a condition, each once and in alphabetical order.</summary>
    public static IReadOnlyList<string> NamesIn(DepartmentIn departments) =>
    [
        .. departments.Names.Order(StringComparer.Ordinal).DistinctBy(name => name.ToUpperInvariant(), StringComparer.Ordinal)
            .OrderBy(name => name.ToUpperInvariant(), StringComparer.Ordinal),
    ];

    private static ConditionForm Group(IEnumerable<Condition> conditions, FormKind kind, bool holds)
    {
        var (nothing, everything) = kind == FormKind.All ? (Everybody, Nobody) : (Nobody, Everybody);
        ConditionForm[] items =
        [
            .. conditions.Select(item => Of(item, holds)).SelectMany(item => item.Kind == kind ? item.Items : [item])
                .OrderBy(Rank).ThenBy(item => item.Key, StringComparer.Ordinal).ThenBy(Spelling, StringComparer.Ordinal)
                .DistinctBy(item => item.Key, StringComparer.Ordinal),
        ];
        return items.Any(item => item.Key == everything.Key) ? everything : items switch
        {
            [] => nothing,
            [var one] => one,
            _ => new ConditionForm(kind, items, null, true),
        };
    }

    private static int Rank(ConditionForm part) => part.IsDepartment ? 0 : part.Kind == FormKind.One ? 1 : 2;

    // Of departments that differ in case only, the same one is always kept.
    private static string Spelling(ConditionForm part) =>
        part.Leaf is DepartmentIn departments ? string.Join('\n', departments.Names.Order(StringComparer.Ordinal)) : "";

    private static string KeyOf(FormKind kind, IReadOnlyList<ConditionForm> items, Condition? leaf, bool holds) => leaf switch
    {
        Threshold threshold => $"{(int)threshold.Measure:D2} {threshold.Value:D4} {(holds ? 0 : 1)}",
        DepartmentIn departments =>
            $"{(holds ? "00" : "99")} {JsonSerializer.Serialize(NamesIn(departments).Select(name => name.ToUpperInvariant()))}",
        null => $"{kind}({string.Join(", ", items.Select(item => item.Key))})",
        _ => throw new ArgumentOutOfRangeException(nameof(leaf), leaf, "No form for this condition."),
    };
}
