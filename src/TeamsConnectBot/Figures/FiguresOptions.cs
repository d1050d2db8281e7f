namespace TeamsConnectBot.Figures;

/// <summary>Whether anything is counted and shown at all.</summary>
internal sealed class FiguresOptions
{
    public const string Section = "Figures";

    /// <summary>
    /// Whether figures are counted and shown: on the page and in the report, of check-ins, dry-runs and comparisons. A small organisation
    /// can switch them off.
    /// </summary>
    public bool Enabled { get; set; } = true;
}
