namespace TeamsConnectBot.Sandbox.Unattended;

/// <summary>What became of questions to colleagues, as those who asked saw it.</summary>
/// <param name="Asked">Questions whose announced moment lies within the run.</param>
/// <param name="Helped">Those after which the asker read who helps, and when.</param>
/// <param name="NotHelped">Those after which the asker did not, or which went to the pool's host at once.</param>
/// <param name="MedianMinutesToYes">
/// The median of the minutes from sending to that card, nights and weekends included; null if nobody was helped.
/// </param>
internal sealed record HelpCount(int Asked, int Helped, int NotHelped, int? MedianMinutesToYes);
