namespace TeamsConnectBot.Figures;

/// <summary>Whether anything is counted and shown at all.</summary>
internal sealed class FiguresOptions
{
    public const string Section = "Figures";

    /// <summary>
    /// Whether there are figures: on the page, in the report, of check-ins, dry-runs and comparisons. A small organisation can do
    /// without; then nothing is counted.
    /// </summary>
    public bool Enabled { get; set; } = true;
}
