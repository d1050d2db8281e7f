namespace TeamsConnectBot.FirstUse;

/// <summary>Who must agree before anybody is invited. Until then people can install and join; no round begins.</summary>
internal sealed class FirstUseOptions
{
    public const string Section = "FirstUse";

    /// <summary>Who decides: <c>WorksCouncil</c>, <c>StaffRepresentation</c>, or <c>Vote</c>, a secret vote of the participants.</summary>
    public FirstUseBody Body { get; set; } = FirstUseBody.WorksCouncil;

    /// <summary>For an agreement reached outside this program: who agreed, as their decision is filed. The meetings count as working time in it.</summary>
    public string? AgreedBy { get; set; }

    /// <summary>Days a vote lasts: 1 … 30.</summary>
    public int VoteDays { get; set; } = 7;
}
