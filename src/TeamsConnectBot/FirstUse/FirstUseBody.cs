namespace TeamsConnectBot.FirstUse;

/// <summary>Who agrees to the bot being used at all.</summary>
internal enum FirstUseBody
{
    /// <summary>The works council (ondernemingsraad).</summary>
    WorksCouncil,

    /// <summary>The staff representation (personeelsvertegenwoordiging).</summary>
    StaffRepresentation,

    /// <summary>The participants themselves in a secret vote, where there is neither.</summary>
    Vote,
}
