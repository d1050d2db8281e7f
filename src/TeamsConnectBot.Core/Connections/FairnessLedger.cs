namespace TeamsConnectBot.Core.Connections;

/// <summary>Who goes first next time: the number of rounds in a row in which somebody's yes found nobody.</summary>
public static class FairnessLedger
{
    /// <summary>The count stops here; nobody can be put further forward.</summary>
    public const int MostTurns = 10;

    /// <summary>
    /// Somebody goes first next time: their yes found nobody, their partner couldn't make it or left, or their invitation was never
    /// delivered.
    /// </summary>
    public static int PutFirst(int turnsLeftOut) => Math.Clamp(turnsLeftOut, 0, MostTurns - 1) + 1;

    /// <summary>Somebody is in a connection: they had their turn. Should it be called off, <see cref="PutFirst"/> follows.</summary>
    public static int Connected => 0;
}
