using TeamsConnectBot.Core.Rituals.Phrases;

namespace TeamsConnectBot.Core.Rituals.Holidays;

/// <summary>A public holiday.</summary>
/// <param name="Date">The date.</param>
/// <param name="Dutch">Its name in Dutch.</param>
/// <param name="English">Its name in English.</param>
public sealed record PublicHoliday(LocalDate Date, string Dutch, string English)
{
    /// <summary>Its name in a language.</summary>
    public string Name(Language language) => language.Pick(Dutch, English);
}
