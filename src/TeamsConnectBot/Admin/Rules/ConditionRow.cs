namespace TeamsConnectBot.Admin.Rules;

/// <summary>
/// One condition of the form, or a group of conditions, valid or not. The last row of each list is empty: it is where another condition
/// is chosen. The framework binds an empty field as null.
/// </summary>
internal sealed class ConditionRow
{
    /// <summary>The condition's name in JSON, <c>all</c> or <c>any</c> for a group, or empty.</summary>
    public string Key { get; set => field = value ?? ""; } = "";

    /// <summary>The limit as typed; for departments, names that are not in the list to choose from.</summary>
    public string Value { get; set => field = value ?? ""; } = "";

    /// <summary>Whether the condition must not hold.</summary>
    public bool Not { get; set; }

    /// <summary>The departments chosen.</summary>
    public List<string> Names { get; set => field = value ?? []; } = [];

    /// <summary>The conditions of a group.</summary>
    public List<ConditionRow> Items { get; set => field = value ?? []; } = [];

    public bool IsGroup => Key is ConditionRows.All or ConditionRows.Any;

    /// <summary>Whether nothing was filled in.</summary>
    public bool IsBlank => Key.Length == 0 && Value.Length == 0 && !Not;

    /// <summary>Whether it has a condition, or as a group contains one.</summary>
    public bool IsFilled => IsGroup ? Items.Exists(item => item.IsFilled) : Key.Length > 0;

    /// <summary>The departments chosen and typed, each once.</summary>
    public IEnumerable<string> Departments => Names.Where(name => !string.IsNullOrWhiteSpace(name))
        .Concat(ConditionRows.NamesIn(Value)).Distinct(StringComparer.OrdinalIgnoreCase);
}
