namespace TeamsConnectBot.Sandbox.Unattended;

/// <summary>
/// What became of a group of people after weeks that were heavy on AI: weeks in which they used AI on at least half of their own
/// working days, according to the tenant, whether the service knew it or not.
/// </summary>
/// <param name="Invitations">Invitations they got.</param>
/// <param name="Connections">Places they took in meetings that were announced.</param>
/// <param name="HeavyWeeks">Their heavy weeks, of which the two weeks after it lie within the run.</param>
/// <param name="MedianDaysToCompany">
/// The median number of working days from the end of such a week to the next meeting that took place, as counted in
/// <see cref="UnattendedReport.Met"/>; null if there is none, or if for half of them no meeting followed.
/// </param>
/// <param name="WithinFiveDays">The share of heavy weeks after which such a meeting followed within five working days.</param>
/// <param name="InvitedWithinFiveDays">The share of heavy weeks after which an invitation followed within five working days.</param>
/// <param name="YesWithinFiveDays">
/// The share of heavy weeks after which they said yes to such an invitation, in time. With one invitation a week, no settling can bring
/// more people together within those five days.
/// </param>
/// <param name="WithoutForTwoWeeks">The share of heavy weeks after which two weeks passed without such a meeting.</param>
internal sealed record AiGroup(
    int People, int Invitations, double InvitationsPerPerson, int Connections, int HeavyWeeks, int? MedianDaysToCompany,
    double WithinFiveDays, double InvitedWithinFiveDays, double YesWithinFiveDays, double WithoutForTwoWeeks);
