namespace TeamsConnectBot.FirstUse;

/// <summary>Who must agree before anybody is invited. Until then people can install and join; no round begins.</summary>
internal sealed class FirstUseOptions
{
    public const string Section = "FirstUse";

    /// <summary>Who decides: <c>WorksCouncil</c>, <c>StaffRepresentation</c>, or <c>Vote</c>, a secret vote of the participants.</summary>
    public FirstUseBody Body { get; set; } = FirstUseBody.WorksCouncil;

    /// <summary>
    /// For an agreement made outside this program: who agreed, with the reference of their decision. It must count meetings as working
    /// time.
    /// </summary>
    public string? AgreedBy { get; set; }

    /// <summary>Days a vote lasts: 1 … 30.</summary>
    public int VoteDays { get; set; } = 7;
}

/// <summary>Who decides whether the bot may be used at all.</summary>
internal enum FirstUseBody
{
    /// <summary>The works council (ondernemingsraad).</summary>
    WorksCouncil,

    /// <summary>The staff representation (personeelsvertegenwoordiging).</summary>
    StaffRepresentation,

    /// <summary>The participants themselves, by secret vote, where there is neither.</summary>
    Vote,
}
