namespace TeamsConnectBot.Core.Meetings;

/// <summary>
/// Two people who met and may both want to meet three times in all, counting the meeting after which they were asked. Changed only by
/// <see cref="SeasonMachine"/>.
/// </summary>
/// <param name="One">One of the two, by Entra object id.</param>
/// <param name="Other">The other.</param>
/// <param name="State">Its state.</param>
/// <param name="Times">How many of the three meetings took place: 1 … 3.</param>
/// <param name="WantedBy">The one who asked for it while the other has not; null otherwise.</param>
public sealed record Season(string One, string Other, SeasonState State = SeasonState.Hoped, int Times = 1, string? WantedBy = null)
{
    /// <summary>How many meetings it has.</summary>
    public const int MostTimes = 3;

    /// <summary>
    /// How long after the first meeting the others can be planned: eight weeks, so that somebody who is away for some of them can still
    /// come, and nobody meets for the sake of an answer given long ago.
    /// </summary>
    public static readonly Duration Longest = Duration.FromDays(56);

    /// <summary>Whether somebody is one of the two.</summary>
    public bool Has(string? memberId) => memberId == One || memberId == Other;
}
