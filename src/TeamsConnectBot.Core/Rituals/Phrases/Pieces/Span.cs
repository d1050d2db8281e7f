namespace TeamsConnectBot.Core.Rituals.Phrases.Pieces;

/// <summary>Where a piece stands in the cleaned phrase.</summary>
/// <param name="Start">Its first letter.</param>
/// <param name="End">The letter after its last.</param>
internal readonly record struct Span(int Start, int End)
{
    /// <summary>A piece that isn't written, such as a proposed time.</summary>
    public static Span None => new(-1, -1);
}
