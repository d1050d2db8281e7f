using TeamsConnectBot.Core.People;

namespace TeamsConnectBot.Core.Matching;

/// <summary>What learning tells meetings apart by, and nothing finer: nothing about who the people are.</summary>
/// <param name="Offer">What it was for.</param>
/// <param name="InPerson">In an office, not online.</param>
/// <param name="AcrossDepartments">People known to be of different departments.</param>
public readonly record struct MeetingKind(Offer Offer, bool InPerson, bool AcrossDepartments);
