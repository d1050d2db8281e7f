using System.ComponentModel.DataAnnotations;

namespace TeamsConnectBot.Rituals;

internal sealed class RitualOptions
{
    public const string Section = "Rituals";

    /// <summary>How long a team votes.</summary>
    [Range(typeof(TimeSpan), "01:00:00", "14.00:00:00", ErrorMessage = "Rituals:VoteFor must lie between 01:00:00 and 14.00:00:00")]
    public TimeSpan VoteFor { get; set; } = TimeSpan.FromDays(2);

    /// <summary>In a larger team people put a ritual into their calendar themselves: an event for hundreds is load, not company.</summary>
    [Range(2, 500, ErrorMessage = "Rituals:MostInvited must lie between 2 and 500")]
    public int MostInvited { get; set; } = 60;

    /// <summary>
    /// Fewer members who allowed their calendar to be read say nothing as a group, so nothing is judged from them and the
    /// team is asked instead. Below 10 only with the works council's approval.
    /// </summary>
    [Range(5, 100, ErrorMessage = "Rituals:GroupMinimum must lie between 5 and 100")]
    public int GroupMinimum { get; set; } = 10;

    /// <summary>Whether rituals leave out Dutch public holidays. Days of the organisation's own are listed on the admin page.</summary>
    public bool DutchHolidays { get; set; } = true;
}
