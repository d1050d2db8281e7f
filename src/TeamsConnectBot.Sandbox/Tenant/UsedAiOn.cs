using NodaTime;

namespace TeamsConnectBot.Sandbox.Tenant;

/// <summary>Whether a person used an AI tool on a day of their own zone.</summary>
internal delegate bool UsedAiOn(Person person, LocalDate day);
