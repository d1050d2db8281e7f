namespace TeamsConnectBot.Sandbox.Organisation;

/// <summary>An office: the percentage of employees who work there, and the fraction of those who use the local language.</summary>
internal sealed record OfficeSite(string City, string Zone, double Share, string LocalLanguage, double LocalShare)
{
    /// <summary>A Dutch organisation with branches abroad.</summary>
    public static IReadOnlyList<OfficeSite> All { get; } =
    [
        new("Utrecht", "Europe/Amsterdam", 30, "nl-NL", 0.88),
        new("Amsterdam", "Europe/Amsterdam", 24, "nl-NL", 0.72),
        new("Groningen", "Europe/Amsterdam", 12, "nl-NL", 0.92),
        new("Eindhoven", "Europe/Amsterdam", 12, "nl-NL", 0.78),
        new("Antwerpen", "Europe/Brussels", 7, "nl-BE", 0.85),
        new("Berlin", "Europe/Berlin", 5, "de-DE", 0.80),
        new("London", "Europe/London", 5, "en-GB", 1),
        new("Bengaluru", "Asia/Kolkata", 3, "en-IN", 1),
        new("New York", "America/New_York", 2, "en-US", 1),
    ];
}
