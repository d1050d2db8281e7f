namespace TeamsConnectBot.Cards.Building;

/// <summary>As whom somebody is asked in a pool with two sides: in the admin's words, the same for everybody on that side.</summary>
/// <param name="Name">The side, such as 'somebody who looks for a mentor'.</param>
/// <param name="MostMeetings">The most meetings that can come of one yes.</param>
internal sealed record AskedSide(string Name, int MostMeetings);
