namespace TeamsConnectBot.Core.Meetings;

/// <summary>
/// Who takes precedence next time: for each person, the number of consecutive rounds in which they said yes but could not be matched.
/// </summary>
public static class FairnessLedger
{
    /// <summary>The count stops here; nobody can get more precedence.</summary>
    public const int MostTurns = 10;

    /// <summary>
    /// The count of a person who takes precedence next time, because they said yes but could not be matched, their partner declined or
    /// left, or their invitation was never delivered.
    /// </summary>
    public static int PutFirst(int turnsLeftOut) => Math.Clamp(turnsLeftOut, 0, MostTurns - 1) + 1;

    /// <summary>The count of a person who was told of a connection. If it is called off, <see cref="PutFirst"/> applies.</summary>
    public static int Connected => 0;
}
