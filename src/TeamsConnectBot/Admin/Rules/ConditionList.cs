using System.Globalization;
using System.Text.RegularExpressions;
using TeamsConnectBot.Core.Rules.Conditions;

namespace TeamsConnectBot.Admin.Rules;

/// <summary>What every list of conditions in a rule's form shares.</summary>
/// <param name="Check">The messages at the fields.</param>
/// <param name="Departments">The departments to choose from.</param>
/// <param name="MayChange">Whether the user may change the form.</param>
/// <param name="ShapeAddress">The address that adds, groups and removes conditions.</param>
internal sealed record ConditionEditor(RuleCheck Check, Departments Departments, bool MayChange, string ShapeAddress);

/// <summary>A list of conditions in a rule's form: all of them, or those of a group.</summary>
/// <param name="Name">The name of the list's fields, such as <c>Form.Conditions</c>.</param>
/// <param name="Id">The place of the group in the ids of elements; empty for the list of all.</param>
/// <param name="Rows">The rows, the last of which is empty.</param>
/// <param name="Level">1 for the list of all, 2 for a group in it, and so on.</param>
/// <param name="Editor">What every list shares.</param>
internal sealed partial record ConditionList(
    string Name, string Id, IReadOnlyList<ConditionRow> Rows, int Level, ConditionEditor Editor)
{
    /// <summary>The most departments shown as boxes to tick; with more, names are typed and completed.</summary>
    public const int MostBoxes = 40;

    public static IReadOnlyList<string> Keys { get; } = [.. Vocabulary.Terms.Select(term => term.Key), ConditionRows.Departments];

    public static bool IsKnown(ConditionRow row) => row.IsGroup || Keys.Contains(row.Key);

    public bool MayNest => Level <= FormShape.DeepestGroup;

    public string RowId(int index) => ConditionJson.IdOf(Id, index);

    public string RowName(int index) => string.Create(CultureInfo.InvariantCulture, $"{Name}[{index}]");

    /// <summary>The list of a group among the rows.</summary>
    public ConditionList Within(int index) => new(RowName(index) + ".Items", RowId(index), Rows[index].Items, Level + 1, Editor);

    /// <summary>The number of a row as people count: <c>2</c>, or <c>2.1</c> in a group.</summary>
    public string NumberOf(int index) => string.Join('.', RowId(index).Split('-').Select(
        place => (1 + int.Parse(place, CultureInfo.InvariantCulture)).ToString(CultureInfo.InvariantCulture)));

    /// <summary>The boxes of a condition about departments: those in the directory, unless they are too many, and those chosen.</summary>
    public IReadOnlyList<Department> BoxesOf(ConditionRow row)
    {
        var all = Editor.Departments.All;
        var chosen = row.Names.Where(name => Editor.Departments.Find(name) is null).Select(name => new Department(name, 0));
        return [.. (all.Count <= MostBoxes ? all : all.Where(one => IsChosen(row, one.Name))), .. chosen];
    }

    public static bool IsChosen(ConditionRow row, string department) => row.Names.Contains(department, StringComparer.OrdinalIgnoreCase);

    /// <summary>The words of a row, and the fields between them as <c>{0}</c> (whether it must hold) and <c>{1}</c> (the limit).</summary>
    public static IEnumerable<string> Pieces(string words) => Field().Split(words).Where(piece => piece.Length > 0);

    [GeneratedRegex(@"(\{[01]\})")]
    private static partial Regex Field();
}
