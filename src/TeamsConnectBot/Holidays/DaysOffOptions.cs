using TeamsConnectBot.Core.Rituals.Holidays;

namespace TeamsConnectBot.Holidays;

/// <summary>The countries whose public holidays apply.</summary>
internal sealed class DaysOffOptions
{
    public const string Section = "DaysOff";

    /// <summary>The value that switches public holidays off.</summary>
    public const string None = "none";

    /// <summary>
    /// The organisation's country: nobody is asked, met or reminded on its public holidays, and no ritual takes place. BE, DE, FR,
    /// GB (England and Wales), IE, LU, NL, or `none`. Days of the organisation's own are listed on the admin page.
    /// </summary>
    public string Country { get; set; } = "NL";

    /// <summary>The country of an office, by the office's name in Entra, where it is another than the organisation's.</summary>
    public Dictionary<string, string> Offices { get; set; } = new(StringComparer.OrdinalIgnoreCase);

    public static string? ProblemOf(string key, string country) =>
        PublicHolidays.Knows(country) || string.Equals(country, None, StringComparison.OrdinalIgnoreCase) ? null
            : $"{key} is '{country}'; allowed are {string.Join(", ", PublicHolidays.Countries)}, or {None}";
}

internal sealed class DaysOffValidation : IValidateOptions<DaysOffOptions>
{
    public ValidateOptionsResult Validate(string? name, DaysOffOptions options)
    {
        var problems = options.Offices.Select(office => DaysOffOptions.ProblemOf($"DaysOff:Offices:{office.Key}", office.Value))
            .Prepend(DaysOffOptions.ProblemOf("DaysOff:Country", options.Country)).OfType<string>().ToList();
        return problems.Count == 0 ? ValidateOptionsResult.Success : ValidateOptionsResult.Fail(problems);
    }
}
