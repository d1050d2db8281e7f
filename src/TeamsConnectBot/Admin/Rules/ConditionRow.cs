namespace TeamsConnectBot.Admin.Rules;

/// <summary>One condition as a row of the form. A row in which nothing is filled in is left out. An empty field arrives as null.</summary>
internal sealed class ConditionRow
{
    public string Key { get; set => field = value ?? ""; } = "";

    public string Value { get; set => field = value ?? ""; } = "";

    public bool Not { get; set; }
}
