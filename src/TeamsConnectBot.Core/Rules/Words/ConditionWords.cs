using TeamsConnectBot.Core.Rules.Conditions;

namespace TeamsConnectBot.Core.Rules.Words;

/// <summary>
/// Puts a condition into words that can be read in only one way: negations are part of the words for each condition, departments come
/// first, and a list never mixes 'and' and 'or' without parentheses.
/// </summary>
internal static class ConditionWords
{
    /// <summary>The condition as 'people …'.</summary>
    public static string Say(Condition condition, RuleWords words) => Flatten(condition, holds: true) switch
    {
        Part { Kind: PartKind.All, Items: [] } => words.Everybody,
        Part { Kind: PartKind.Any, Items: [] } => words.Nobody,
        Part { Kind: PartKind.Any } any =>
            $"{words.SomePeople} {string.Join($", {words.OrPeople} ", any.Items.Select(item => Inside(item, words, isNested: false)))}",
        var part => $"{words.SomePeople} {Inside(part, words, isNested: false)}",
    };

    private static string Inside(Part part, RuleWords words, bool isNested)
    {
        if (part.Kind == PartKind.One)
        {
            return Leaf(part.Leaf!, part.Holds, words);
        }

        var text = part.Kind == PartKind.All ? All(part.Items, words) : Any(part.Items, words);
        return isNested ? $"({text})" : text;
    }

    private static string All(IReadOnlyList<Part> items, RuleWords words)
    {
        Part[] ordered = [.. items.OrderBy(item => IsDepartment(item) ? 0 : item.Kind == PartKind.One ? 1 : 2)];
        var text = Inside(ordered[0], words, isNested: true);
        for (var index = 1; index < ordered.Length; index++)
        {
            // People say 'from Sales who …'; all other conditions need 'and' in between.
            var and = index == 1 && IsDepartment(ordered[0]) && !IsDepartment(ordered[1]) && ordered[1].Kind == PartKind.One
                ? " "
                : $" {words.And} ";
            text += and + Inside(ordered[index], words, isNested: true);
        }

        return text;
    }

    private static string Any(IReadOnlyList<Part> items, RuleWords words) =>
        $"{words.Either} {string.Join($", {words.Or} ", items.Select(item => Inside(item, words, isNested: true)))}";

    private static string Leaf(Condition leaf, bool holds, RuleWords words) => leaf switch
    {
        DepartmentIn departments => holds ? words.Department([.. departments.Names]) : words.NotDepartment([.. departments.Names]),
        Threshold threshold => holds ? words.Of(threshold) : words.Not(threshold),
        _ => throw new ArgumentOutOfRangeException(nameof(leaf), leaf, "No text for this condition."),
    };

    private static bool IsDepartment(Part part) => part is { Kind: PartKind.One, Holds: true, Leaf: DepartmentIn };

    // Moves negations to the leaves: 'not all of them' becomes 'any of them not'.
    private static Part Flatten(Condition condition, bool holds) => condition switch
    {
        Negation not => Flatten(not.Item, !holds),
        AllOf all => Group(all.Items, holds ? PartKind.All : PartKind.Any, holds),
        AnyOf any => Group(any.Items, holds ? PartKind.Any : PartKind.All, holds),
        _ => new Part(PartKind.One, [], condition, holds),
    };

    private static Part Group(IEnumerable<Condition> conditions, PartKind kind, bool holds)
    {
        Part[] items = [.. conditions.Select(item => Flatten(item, holds)).SelectMany(item => item.Kind == kind ? item.Items : [item])];
        return items.Length == 1 ? items[0] : new Part(kind, items, null, true);
    }

    private enum PartKind
    {
        One,
        All,
        Any,
    }

    private sealed record Part(PartKind Kind, IReadOnlyList<Part> Items, Condition? Leaf, bool Holds);
}
