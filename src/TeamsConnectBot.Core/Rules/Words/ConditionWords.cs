using TeamsConnectBot.Core.Rules.Conditions;

namespace TeamsConnectBot.Core.Rules.Words;

/// <summary>
/// Puts a condition into words that can be read in only one way: negations are part of the words for each condition, and 'and' and 'or'
/// never stand beside each other without parentheses.
/// </summary>
internal static class ConditionWords
{
    /// <summary>The condition as 'people …'.</summary>
    public static string Say(Condition condition, RuleWords words) => ConditionForm.Of(condition) switch
    {
        { Kind: FormKind.All, Items: [] } => words.Everybody,
        { Kind: FormKind.Any, Items: [] } => words.Nobody,
        { Kind: FormKind.Any } any =>
            $"{words.SomePeople} {string.Join($", {words.OrPeople} ", any.Items.Select(item => Inside(item, words, isNested: false)))}",
        var part => $"{words.SomePeople} {Inside(part, words, isNested: false)}",
    };

    private static string Inside(ConditionForm part, RuleWords words, bool isNested)
    {
        if (part.Kind == FormKind.One)
        {
            return Leaf(part.Leaf!, part.Holds, words);
        }

        var text = part.Kind == FormKind.All ? All(part.Items, words) : Any(part.Items, words);
        return isNested ? $"({text})" : text;
    }

    private static string All(IReadOnlyList<ConditionForm> items, RuleWords words)
    {
        var text = Inside(items[0], words, isNested: true);
        for (var index = 1; index < items.Count; index++)
        {
            // People say 'from Sales who …'; all other conditions need 'and' in between.
            var isOfDepartment = index == 1 && items[0].IsDepartment && items[1] is { IsDepartment: false, Kind: FormKind.One };
            text += (isOfDepartment ? " " : $" {words.And} ") + Inside(items[index], words, isNested: true);
        }

        return text;
    }

    private static string Any(IReadOnlyList<ConditionForm> items, RuleWords words) =>
        $"{words.Either} {string.Join($", {words.Or} ", items.Select(item => Inside(item, words, isNested: true)))}";

    private static string Leaf(Condition leaf, bool holds, RuleWords words) => leaf switch
    {
        DepartmentIn departments =>
            holds ? words.Department(ConditionForm.NamesIn(departments)) : words.NotDepartment(ConditionForm.NamesIn(departments)),
        Threshold threshold => holds ? words.Of(threshold) : words.Not(threshold),
        _ => throw new ArgumentOutOfRangeException(nameof(leaf), leaf, "No text for this condition."),
    };
}
