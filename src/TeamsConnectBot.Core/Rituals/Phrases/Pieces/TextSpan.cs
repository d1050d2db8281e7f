namespace TeamsConnectBot.Core.Rituals.Phrases.Pieces;

/// <summary>The position of a piece in the cleaned phrase.</summary>
/// <param name="Start">Its first character.</param>
/// <param name="End">The character after its last.</param>
internal readonly record struct TextSpan(int Start, int End)
{
    /// <summary>The position of a piece that was not written, such as a proposed time.</summary>
    public static TextSpan None => new(-1, -1);
}
