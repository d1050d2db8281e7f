namespace TeamsConnectBot.Admin.Rules;

/// <summary>One condition as a row of the form. A row without a key is left out.</summary>
internal sealed class ConditionRow
{
    public string Key { get; set; } = "";

    public string Value { get; set; } = "";

    public bool Not { get; set; }
}
