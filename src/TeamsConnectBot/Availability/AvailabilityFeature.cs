namespace TeamsConnectBot.Availability;

internal static class AvailabilityFeature
{
    public static IServiceCollection AddAvailability(this IServiceCollection services) => services.AddSingleton<Gathering>();
}
