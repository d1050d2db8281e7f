namespace TeamsConnectBot.Sandbox.Tenant;

/// <summary>How much people really work with AI.</summary>
internal static class AiWeek
{
    /// <summary>From which share of a person's working days a week is heavy on AI: where the service's rules for AI weeks start.</summary>
    public const double HeavyFrom = 0.5;

    /// <summary>The share of a person's own working days in a period on which they used AI; 0 without working days.</summary>
    public static double ShareOf(Person person, OrganisationData organisation, LocalDate first, LocalDate last)
    {
        var days = new DateInterval(first, last).Where(day => person.WorkingHours.Days.Contains(day.DayOfWeek)).ToList();
        return days.Count == 0 ? 0 : (double)days.Count(day => organisation.UsedAi(person, day)) / days.Count;
    }
}
