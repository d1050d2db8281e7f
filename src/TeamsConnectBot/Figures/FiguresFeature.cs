using TeamsConnectBot.PersonalData;

namespace TeamsConnectBot.Figures;

internal static class FiguresFeature
{
    public static IServiceCollection AddFigures(this IServiceCollection services, IConfiguration configuration)
    {
        services.AddOptions<FiguresOptions>().Bind(configuration.GetSection(FiguresOptions.Section)).ValidateOnStart();
        return services.AddSingleton<FigurePublisher>().AddSingleton<FigureStore>().AddOtherColumns(
            new("Publications", "a published count, and which one it is", "Id", "View", "Audience", "Period", "On", "Count", "Of"),
            new(
                "Publications",
                "hashes of a secret in the participants' rows, so that no later count tells about one person; nobody's once that row is "
                    + "gone, and emptied after 28 days, in a pool's newest count of a kind once there is a newer one",
                "People"),
            new(
                "Publications",
                "the same of those who count; never filled for counts about weeks with AI or about calendars, of which only the number "
                    + "stays; emptied after 28 days",
                "Counted"));
    }
}
